// `npm run account -- reset-password EMAIL`: resets a password where no mail server is configured.
// `npm run account -- turn-off-second-factor EMAIL`: for somebody who lost app and recovery codes.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureBuild } from "./dependencies.mjs";

const node = ensureNode();
ensureBuild(node);
runScript(node, "account.ts", process.argv.slice(2));
