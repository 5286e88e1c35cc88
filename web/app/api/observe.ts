import { randomUUID } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "#app/platform/log";
import { countRequest } from "#app/platform/metrics";
import { type RequestWindow, secondsLeft, WINDOW_SECONDS } from "#app/platform/request-limit";
import { currentScope, inScope } from "#app/platform/scope";
import { failSpan, inSpan, isTraceParent } from "#app/platform/tracing/span";

/** Hono variables that override what {@link observe} reports. */
export interface ObservedVariables {
  /** Set by handlers whose own pattern is too general. */
  route?: string;
}

/** Frequent requests that are logged at debug level: probes and files of the build. */
const DEBUG_ROUTES = new Set(["/health", "/ready", "files"]);

/**
 * Assigns an id to each request, counts it and logs one line with its route, never its path or
 * query, which may hold user content such as a search.
 *
 * @param countOf counts the request of a person, see {@link RequestWindow}
 */
export function observe(
  log: Logger,
  countOf: (userId: string) => RequestWindow,
): MiddlewareHandler<{ Variables: ObservedVariables }> {
  return (context, next) => {
    const start = performance.now();
    const request = requestId(context);
    return inScope({ request, countRequest: countOf }, async () => {
      await traceRequest(context, next);
      refuseInstead(context);
      const { res, req } = context;
      const { window } = currentScope() ?? {};
      if (window) setRateLimit(res.headers, window);
      res.headers.set("x-request-id", request);
      const ms = performance.now() - start;
      const route = routeOf(context);
      countRequest(req.method, route, res.status, ms / 1_000);
      const line = { method: req.method, route, status: res.status, ms: Math.round(ms * 10) / 10 };
      if (DEBUG_ROUTES.has(route)) log.debug(line, "request");
      else log.info(line, "request");
    });
  };
}

/** The pattern of a request, as logs, metrics and traces name it. */
const routeOf = (context: Context<{ Variables: ObservedVariables }>): string =>
  context.get("route") ?? routePath(context);

/** Requests that nobody looks for in a trace: probes, and files of the build. */
const UNTRACED = /^\/(health|ready|assets\/.*)$/;

/**
 * Answers a request in a span, below that of the caller if there is one. The span of a stream ends
 * with its beginning, as its time in the metrics does.
 */
async function traceRequest(
  context: Context<{ Variables: ObservedVariables }>,
  next: () => Promise<void>,
): Promise<void> {
  const { req } = context;
  if (UNTRACED.test(req.path)) return next();
  const sent = req.header("traceparent");
  const parent = isTraceParent(sent) ? sent : null;
  await inSpan(req.method, { kind: "server", parent }, async (span) => {
    await next();
    const route = routeOf(context);
    const { status } = context.res;
    span.updateName(`${req.method} ${route}`);
    span.setAttributes({
      "http.request.method": req.method,
      "http.route": route,
      "http.response.status_code": status,
    });
    if (status >= 500) failSpan(span, { code: String(status) });
  });
}

/**
 * The state of a person's request limit.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/
 */
function setRateLimit(headers: Headers, window: RequestWindow): void {
  headers.set("ratelimit-policy", `"requests";q=${window.max};w=${WINDOW_SECONDS}`);
  const left = Math.max(0, window.left);
  headers.set("ratelimit", `"requests";r=${left};t=${secondsLeft(window)}`);
}

/** Pages report any failed loader as 500, also one that was refused and may be asked for again. */
function refuseInstead(context: Context): void {
  const { refusal } = currentScope() ?? {};
  if (!refusal || context.res.status !== 500) return;
  const { body, headers } = context.res;
  const refused = new Headers(headers);
  refused.set("retry-after", String(refusal.values.retryAfter ?? 1));
  context.res = undefined;
  context.res = new Response(body, { status: refusal.status, headers: refused });
}

/** The client's `X-Request-Id` if it is valid, else the trace id of `traceparent`, else a new id. */
function requestId({ req }: Context): string {
  const sent = req.header("x-request-id");
  if (sent !== undefined && /^[\w.-]{8,64}$/.test(sent)) return sent;
  // https://www.w3.org/TR/trace-context/#traceparent-header
  const [, trace] = /^[\da-f]{2}-([\da-f]{32})-/.exec(req.header("traceparent") ?? "") ?? [];
  return trace !== undefined && !/^0+$/.test(trace) ? trace : randomUUID();
}
