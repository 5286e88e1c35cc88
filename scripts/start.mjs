// `npm start`: everything from a fresh clone to a served page.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureBuild } from "./dependencies.mjs";

const node = ensureNode();
ensureBuild(node);
runScript(node, "serve.ts");
