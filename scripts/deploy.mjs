// npm run up, verify, backup, restore, rollback, down and secrets: the file of that name in deploy/.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const [command, ...args] = process.argv.slice(2);
const node = ensureNode();
ensureDependencies(["@karlo/pulumi"]);
runScript(node, `deploy/${command}.ts`, args);
