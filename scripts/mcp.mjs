// `npm run mcp`: the MCP tools over stdio, for clients that spawn their servers.
import { ensureNode, runScript } from "./bootstrap.mjs";
import { ensureBuild } from "./dependencies.mjs";

const node = ensureNode();
ensureBuild(node);
runScript(node, "mcp.ts");
