// `npm test`: every test, from a fresh clone on.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web", "@karlo/pulumi"]);
runScript(node, "test.ts", process.argv.slice(2));
