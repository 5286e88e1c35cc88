import { defineConfig } from "vitest/config";

// Not from vite.config.ts: the Remix plugin has no place in a test.
const alias = ["app", "testing"].map((folder) => ({
  find: new RegExp(`^#${folder}/`),
  replacement: `${import.meta.dirname}/${folder}/`,
}));

export default defineConfig({
  esbuild: { jsx: "automatic" },
  resolve: { alias },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "e2e/**/*.test.ts", "*.test.ts"],
    globalSetup: ["./testing/global-setup.ts"],
    setupFiles: ["./testing/keep-traces.ts"],
    // A second attempt in CI alone; what failed at first is in the trace that is kept.
    retry: process.env.CI ? 1 : 0,
    // A test that passes is not faster for a short limit, and a busy machine needs a long one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
