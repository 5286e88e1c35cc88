// `npm run test:deploy`: the deployment tests of pulumi/e2e, on a real cluster.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "deploy", "tools"]);
runScript(node, "on-cluster/run.ts", ["vitest.config.mts", ...process.argv.slice(2)]);
