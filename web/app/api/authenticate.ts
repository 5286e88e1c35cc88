import type { Context } from "hono";
import { getUser, type SessionUser } from "#app/accounts/session/session.server";
import type { AppContext } from "#app/app-context";
import { AppError, isAppError } from "#app/platform/errors";
import { setScopeUser } from "#app/platform/scope";
import type { Actor } from "#app/tasks/task/task";
import { refuseCrossSite } from "./cross-site";

/** An authenticated caller of the API. */
export interface Caller {
  user: SessionUser;
  /** How the request was authenticated. */
  by: "session" | "token";
}

/**
 * Authenticates a request by its bearer token (RFC 6750) or, from Karlo's own pages, by its session
 * cookie.
 *
 * @throws AppError `unauthorized` (401), `csrf` (403)
 */
export async function authenticate(app: AppContext, request: Request): Promise<Caller> {
  if (request.headers.has("authorization")) return authenticateToken(app, request);
  const user = await getUser(app, request);
  if (!user) throw new AppError("unauthorized", 401);
  refuseCrossSite(request, app.config.PUBLIC_URL);
  return { user, by: "session" };
}

/**
 * Whether the session or token of a request, which was valid before, is valid still.
 *
 * @throws the driver's error when the database cannot be reached
 */
export async function isStillAuthenticated(app: AppContext, request: Request): Promise<boolean> {
  try {
    await authenticate(app, request);
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

/**
 * Authenticates a request by its bearer token only; cookies are ignored.
 *
 * @throws AppError `unauthorized` (401)
 */
export async function authenticateToken(
  app: Pick<AppContext, "verifyToken">,
  request: Request,
): Promise<Caller> {
  if (!request.headers.has("authorization")) throw new AppError("unauthorized", 401);
  const token = bearerToken(request);
  const user = token ? await app.verifyToken(token) : null;
  if (!user) throw new AppError("unauthorized", 401, { values: { challenge: "invalid_token" } });
  setScopeUser(user.id);
  return { user, by: "token" };
}

/** Returns the bearer token of a request if it has the format of a JWT. Does not verify it. */
export function bearerToken(request: Request): string | undefined {
  const authorization = request.headers.get("authorization") ?? "";
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
}

/**
 * Requires that a user id in the path or body is the caller's own. Other ids are reported as not
 * found, so that they cannot be probed.
 *
 * @param userId undefined when the request names no user
 * @throws AppError `not_found` (404)
 */
export function requireSelf({ user }: Caller, userId: unknown): void {
  if (userId !== undefined && userId !== user.id) throw new AppError("not_found", 404);
}

/** Returns the caller as the actor of task changes. */
export function toActor({ user, by }: Caller): Actor {
  const { id: userId, timeZone, preferences } = user;
  return { userId, by: by === "token" ? "api" : "person", timeZone, preferences };
}

/** Returns the language of error messages for a request, from `Accept-Language`. */
export function callerLanguage(context: Context): "en" | "ur" {
  const accepted = context.req.header("accept-language") ?? "";
  return /^\s*ur\b/i.test(accepted) ? "ur" : "en";
}
