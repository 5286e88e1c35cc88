import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    // On a cluster: `npm run test:deploy`.
    exclude: ["e2e/{journey,prod,operate,skills,agents,kubectl-ai}.test.ts", "**/node_modules/**"],
    // Pulumi looks through every built-in module of Node, experimental ones too.
    execArgv: ["--disable-warning=ExperimentalWarning"],
    testTimeout: 30_000,
  },
});
