// `npm run test:deploy`: a whole deployment on a real cluster, from nothing to nothing.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web", "@karlo/pulumi"]);
runScript(node, "test-deploy.ts", process.argv.slice(2));
