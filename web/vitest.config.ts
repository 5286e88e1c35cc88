import { defineConfig } from "vitest/config";

// Not from vite.config.ts: the Remix plugin has no place in a test.
const alias = [{ find: /^#app\//, replacement: `${import.meta.dirname}/app/` }];

export default defineConfig({
  esbuild: { jsx: "automatic" },
  resolve: { alias },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "e2e/**/*.test.ts", "*.test.ts"],
    globalSetup: ["./app/platform/testing/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
