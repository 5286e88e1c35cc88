// `npm run train`: makes the weights of the built-in model from its sentences; a folder with the
// public sets may follow.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "tools"]);
runScript(node, "learn.ts", ["train", ...process.argv.slice(2)]);
