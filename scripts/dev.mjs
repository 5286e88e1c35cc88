// `npm run dev`: the app with hot reload, on the embedded database.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web"]);
runScript(node, "../web/dev.ts");
