// `npm start`: everything from a fresh clone to a served page.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web"]);
runScript(node, "serve.ts");
