// `npm run validate`: the one command before every commit: types, lint, unused code, tests.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web", "@karlo/pulumi"]);
runScript(node, "validate.ts");
