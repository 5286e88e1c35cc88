// `npm run demo`: records docs/demo.mp4 from a real stack on the cluster of KARLO_TEST_CONTEXT.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "deploy", "tools"]);
runScript(node, "on-cluster/run.ts", ["demo/vitest.config.mts", ...process.argv.slice(2)]);
