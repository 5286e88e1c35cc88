import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "#app/platform/log";
import { countRequest } from "#app/platform/metrics";
import { inScope } from "#app/platform/scope";

/** What a handler may say of its route, where the pattern does not tell: see {@link observe}. */
export interface Observed {
  route?: string;
}

/** What is asked for all the time and tells nothing: probes, and files of the build. */
const QUIET = new Set(["/health", "/ready", "files"]);

/**
 * Gives each request an id, counts it, and logs it in one line: its route and never its address,
 * which may hold what somebody searched for.
 */
export function observe(log: Logger): MiddlewareHandler<{ Variables: Observed }> {
  return (context, next) => {
    const began = performance.now();
    const request = requestId(context);
    return inScope({ request }, async () => {
      await next();
      const { res, req } = context;
      res.headers.set("x-request-id", request);
      const ms = performance.now() - began;
      const route = context.get("route") ?? routePath(context);
      countRequest(req.method, route, res.status, ms / 1_000);
      const line = { method: req.method, route, status: res.status, ms: Math.round(ms * 10) / 10 };
      if (QUIET.has(route)) log.debug(line, "request");
      else log.info(line, "request");
    });
  };
}

/** The id that came with a request, if it is one: the caller's, or of the trace it belongs to. */
function requestId({ req }: Context): string {
  const given = req.header("x-request-id");
  if (given !== undefined && /^[\w.-]{8,64}$/.test(given)) return given;
  // https://www.w3.org/TR/trace-context/#traceparent-header
  const [, trace] = /^[\da-f]{2}-([\da-f]{32})-/.exec(req.header("traceparent") ?? "") ?? [];
  return trace !== undefined && !/^0+$/.test(trace) ? trace : randomUUID();
}
