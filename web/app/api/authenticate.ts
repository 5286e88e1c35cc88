import type { Context } from "hono";
import { getUser, type SessionUser } from "#app/accounts/session.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { noteUser } from "#app/platform/scope";
import type { Actor } from "#app/tasks/task";
import { refuseCrossSite } from "./cross-site";

/** Who calls, and by what. */
export interface Caller {
  user: SessionUser;
  by: "session" | "token";
}

/**
 * Who calls the API: by a bearer token (RFC 6750) or, from our own pages, by the session cookie.
 *
 * @throws AppError `unauthorized` (401), `csrf` (403)
 */
export async function authenticate(karlo: Karlo, request: Request): Promise<Caller> {
  if (request.headers.has("authorization")) return authenticateToken(karlo, request);
  const user = await getUser(karlo, request);
  if (!user) throw new AppError("unauthorized", 401);
  refuseCrossSite(request, karlo.config.PUBLIC_URL);
  return { user, by: "session" };
}

/**
 * Who calls, by a bearer token alone: where browsers' cookies count for nothing.
 *
 * @throws AppError `unauthorized` (401)
 */
export async function authenticateToken(
  karlo: Pick<Karlo, "verifyToken">,
  request: Request,
): Promise<Caller> {
  if (!request.headers.has("authorization")) throw new AppError("unauthorized", 401);
  const token = bearerToken(request);
  const user = token ? await karlo.verifyToken(token) : null;
  if (!user) throw new AppError("unauthorized", 401, { values: { challenge: "invalid_token" } });
  noteUser(user.id);
  return { user, by: "token" };
}

/** The token that came with a request, if it is of the form that ours have. */
export function bearerToken(request: Request): string | undefined {
  const authorization = request.headers.get("authorization") ?? "";
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
}

/**
 * The same for an address that names the person. Another's name is answered as if nothing were
 * there.
 *
 * @throws AppError `not_found` (404) when the address or the body names somebody else
 */
export function requireSelf({ user }: Caller, named: unknown): void {
  if (named !== undefined && named !== user.id) throw new AppError("not_found", 404);
}

/** The caller as one who changes tasks. */
export function toActor({ user, by }: Caller): Actor {
  return { userId: user.id, by: by === "token" ? "api" : "person", timeZone: user.timeZone };
}

/** Language of what a caller is told, from `Accept-Language`. */
export function callerLanguage(context: Context): "en" | "ur" {
  const wanted = context.req.header("accept-language") ?? "";
  return /^\s*ur\b/i.test(wanted) ? "ur" : "en";
}
