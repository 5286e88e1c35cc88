// npm run mcp:operate [STACK], or -- --namespace NAMESPACE [--context CONTEXT] [--app karlo] for a release
// that helm installed: an MCP server on stdio for whoever runs the stack. Standard output carries the
// protocol, so messages go to standard error.
import { parseArgs } from "node:util";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { Failure, Refusal } from "../stack/command-errors.ts";
import { createOperateServer } from "./server.ts";
import { findTarget, type TargetArgs } from "./target.ts";

const USAGE =
  "npm run mcp:operate [STACK] | -- --namespace NAMESPACE [--context CONTEXT] [--app karlo]";

try {
  const target = await findTarget(parse());
  const connection = serveStdio(() => createOperateServer(target));
  process.stdin.once("close", () => void connection.close());
} catch (error) {
  const expected = error instanceof Refusal || error instanceof Failure;
  console.error(`karlo: ${expected ? error.message : (error as Error).stack}`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
}

function parse(): TargetArgs {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        context: { type: "string" },
        namespace: { type: "string" },
        app: { type: "string", default: "karlo" },
      },
    });
    const { context, namespace, app } = values;
    if (namespace && positionals.length === 0) return { context, namespace, app };
    const [stack = "dev", ...rest] = positionals;
    if (!namespace && !context && rest.length === 0 && /^\w[\w./-]*$/.test(stack)) return { stack };
  } catch {
    // An option that does not exist: refused below.
  }
  throw new Refusal(`It takes: ${USAGE}`);
}
