// `npm run bench`: what Karlo costs, measured here and now.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web"]);
runScript(node, "bench.ts", process.argv.slice(2));
