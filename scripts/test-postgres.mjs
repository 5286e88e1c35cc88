// `npm run test:postgres`: the tests on another PostgreSQL, or through a transaction pool.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["run", "web", "deploy", "tools"]);
runScript(node, "test-postgres.ts", process.argv.slice(2));
