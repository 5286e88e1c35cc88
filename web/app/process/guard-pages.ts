import { type AppLoadContext, data, type ServerBuild } from "@remix-run/node";
import { databaseError } from "#app/platform/database/database-errors";
import { isAppError } from "#app/platform/errors";

type Handler = (args: { context: AppLoadContext }) => unknown;

const guarded = new WeakMap<ServerBuild, ServerBuild>();

/**
 * Makes an expected error of a loader or an action the status of its page instead of a 500: 503 while
 * the database is away, 422 for what it cannot store. How long to wait is put in the headers of the
 * response, which Remix gives up for pages.
 */
export function guardPages(build: ServerBuild): ServerBuild {
  const known = guarded.get(build);
  if (known) return known;
  const routes = Object.entries(build.routes ?? {}).map(([id, route]) => {
    const { loader, action } = route?.module ?? {};
    const module = {
      ...route?.module,
      ...(loader && { loader: guard(loader as Handler) }),
      ...(action && { action: guard(action as Handler) }),
    };
    return [id, route && { ...route, module }];
  });
  const result = { ...build, routes: Object.fromEntries(routes) } as ServerBuild;
  guarded.set(build, result);
  return result;
}

function guard(handle: Handler): Handler {
  return async (args) => {
    try {
      return keepHeaders(await handle(args), args.context);
    } catch (error) {
      throw keepHeaders(toResponse(error, args.context), args.context);
    }
  };
}

function toResponse(error: unknown, { app }: AppLoadContext): unknown {
  const known = isAppError(error) ? error : databaseError(error);
  if (!known) return error;
  if (known.status >= 500) app.log.error({ err: error }, "page failed");
  const { retryAfter } = known.values;
  const headers = retryAfter === undefined ? undefined : { "Retry-After": String(retryAfter) };
  return data(null, { status: known.status, headers });
}

/** Copies `Retry-After` of what a loader or action gave to the response. */
function keepHeaders<Result>(result: Result, { responseHeaders }: AppLoadContext): Result {
  const { init } = (result ?? {}) as { init?: ResponseInit };
  const seconds = init?.headers && new Headers(init.headers).get("retry-after");
  if (seconds) responseHeaders.set("retry-after", seconds);
  return result;
}
