// `npm run check`: types, lint, imports and unused code. `npm run validate` adds the tests.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "deploy", "tools"]);
runScript(node, "check.ts", process.argv.slice(2));
