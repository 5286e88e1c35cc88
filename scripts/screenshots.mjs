// `npm run screenshots`: every page as it looks now, into docs/screenshots.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web"]);
runScript(node, "screenshots.ts", process.argv.slice(2));
