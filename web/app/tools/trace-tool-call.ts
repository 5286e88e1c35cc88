import { inSpan, isTraceParent } from "#app/platform/tracing/span";

/** What the SDK tells of a request: its id, and the `_meta` that the client sent along. */
interface RequestInfo {
  mcpReq?: { _meta?: Record<string, unknown> };
}

/**
 * Runs a tool in a span. A client that traces its calls sends `traceparent` in `_meta`; else the call
 * belongs to the request that brought it, or to the run that makes it.
 * Conventions: https://opentelemetry.io/docs/specs/semconv/gen-ai/mcp/
 */
export function traceToolCall<T>(
  name: string,
  { mcpReq }: RequestInfo,
  work: () => Promise<T>,
): Promise<T> {
  const sent = mcpReq?._meta?.traceparent;
  const attributes = {
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": name,
    "gen_ai.tool.type": "function",
    "mcp.method.name": "tools/call",
  };
  const parent = isTraceParent(sent) ? { parent: sent } : {};
  return inSpan(`execute_tool ${name}`, { attributes, ...parent }, work);
}
