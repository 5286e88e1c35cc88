// `npm run icons`: makes the icons of the installed app from web/public/icon.svg, into web/public/icons.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "tools"]);
runScript(node, "icons.ts", process.argv.slice(2));
