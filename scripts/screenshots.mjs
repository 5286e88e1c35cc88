// `npm run screenshots`: takes a screenshot of every page, into docs/screenshots.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "tools"]);
runScript(node, "screenshots.ts", process.argv.slice(2));
