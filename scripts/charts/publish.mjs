// `npm run charts:publish`, on the required Node.
import { ensureNode, runScript } from "../bootstrap.mjs";
import { ensureDependencies } from "../dependencies.mjs";

const node = ensureNode();
ensureDependencies(["deploy", "tools"]);
runScript(node, "charts/publish.ts", process.argv.slice(2));
