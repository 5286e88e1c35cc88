// npm run up, verify, backup, restore, rollback, down and secrets: runs the file of that name in stack/.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const [command, ...args] = process.argv.slice(2);
const node = ensureNode();
ensureDependencies(["deploy", "tools"]);
runScript(node, `stack/${command}.ts`, args);
