// `npm run bench`: performance, measured on this machine.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "tools"]);
runScript(node, "bench.ts", process.argv.slice(2));
