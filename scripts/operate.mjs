// `npm run mcp:operate`: an MCP server over stdio for whoever runs a stack.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const node = ensureNode();
ensureDependencies(["deploy", "tools"]);
runScript(node, "operate/serve.ts", process.argv.slice(2));
