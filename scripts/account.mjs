// `npm run account -- reset-password EMAIL`: what an operator does for people where no mail goes out.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web"]);
runScript(node, "account.ts", process.argv.slice(2));
