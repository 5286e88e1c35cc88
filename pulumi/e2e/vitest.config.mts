import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["{journey,disturbances,prod,operate,skills,agents,kubectl-ai}.test.ts"],
    // Each fills a small cluster: one after the other.
    fileParallelism: false,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    // A journey: each step begins where the one before it ended.
    sequence: { concurrent: false },
    bail: 1,
    hookTimeout: 600_000,
  },
});
