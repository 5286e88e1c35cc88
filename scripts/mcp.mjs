// `npm run mcp`: the MCP tools over stdio, for programs that begin their servers themselves.
import { ensureDependencies, ensureNode, runScript } from "./bootstrap.mjs";

const node = ensureNode();
ensureDependencies(["@karlo/web"]);
runScript(node, "mcp.ts");
