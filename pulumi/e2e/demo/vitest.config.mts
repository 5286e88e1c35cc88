import { defineConfig } from "vitest/config";

// `npm run demo`: apart from the tests, since what it leaves is the video in docs/.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["record.demo.ts"],
    execArgv: ["--disable-warning=ExperimentalWarning"],
    sequence: { concurrent: false },
    bail: 1,
    testTimeout: 900_000,
    hookTimeout: 600_000,
  },
});
