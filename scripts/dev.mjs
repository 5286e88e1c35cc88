// `npm run dev`: the app with hot reload, on the embedded database.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web"]);
runScript(node, "../web/dev.ts");
