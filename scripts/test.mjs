// `npm test`: every test, also on a fresh clone.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "deploy", "tools"]);
runScript(node, "test.ts", process.argv.slice(2));
