// `npm run explain -- "move gym to friday"`: shows how the built-in model reads a message: its words,
// the three best readings of each part, and what spoke for them.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "tools"]);
runScript(node, "learn.ts", ["explain", ...process.argv.slice(2)]);
