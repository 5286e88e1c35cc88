import type { Context } from "hono";
import { isAppToken, readAppToken } from "#app/accounts/apps/app-token.server";
import { allows, type Scope } from "#app/accounts/apps/scopes";
import { getUser, type SessionUser } from "#app/accounts/session/session.server";
import { isPersonalToken, readPersonalToken } from "#app/accounts/tokens/read-token.server";
import type { AppContext } from "#app/app-context";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import { AppError, isAppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";
import { setScopeUser } from "#app/platform/scope";
import type { Actor } from "#app/tasks/task/task";
import { refuseCrossSite } from "./cross-site";

/** An authenticated caller of the API. */
export interface Caller {
  user: SessionUser;
  /** How the request was authenticated. */
  by: "session" | "token";
  /** What the token of an app or a personal token allows; null for the person's own session. */
  scopes: Scope[] | null;
  /** The app or personal token that calls. */
  client?: string;
}

type Tokens = Pick<AppContext, "verifyToken" | "db" | "config">;

/**
 * Authenticates a request by its bearer token (RFC 6750), by a personal token as the password of Basic
 * authentication or, from Karlo's own pages, by its session cookie.
 *
 * @throws AppError `unauthorized` (401), `csrf` (403), `insufficient_scope` (403)
 */
export async function authenticate(app: AppContext, request: Request): Promise<Caller> {
  if (request.headers.has("authorization")) {
    const caller = await authenticateToken(app, request);
    requireScope(caller, request);
    return caller;
  }
  const user = await getUser(app, request);
  if (!user) throw new AppError("unauthorized", 401);
  refuseCrossSite(request, app.config.PUBLIC_URL);
  return { user, by: "session", scopes: null };
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
 * Authenticates a request by its token only; cookies are ignored.
 *
 * @param resource for which tokens of apps are accepted; none by default
 * @throws AppError `unauthorized` (401), `too_many_attempts` (429) after many wrong tokens
 */
export async function authenticateToken(
  app: Tokens,
  request: Request,
  resource?: string,
): Promise<Caller> {
  if (!request.headers.has("authorization")) throw new AppError("unauthorized", 401);
  const caller = await readCaller(app, request, resource);
  if (!caller) {
    await takeAttempt(app.db, [wrongTokens(request)]);
    throw new AppError("unauthorized", 401, { values: { challenge: "invalid_token" } });
  }
  setScopeUser(caller.user.id);
  return caller;
}

async function readCaller(
  app: Tokens,
  request: Request,
  resource: string | undefined,
): Promise<Caller | null> {
  const jwt = bearerToken(request);
  if (jwt) {
    const user = await app.verifyToken(jwt);
    return user && { user, by: "token", scopes: null };
  }
  const token = opaqueToken(request.headers.get("authorization") ?? "");
  if (isPersonalToken(token)) {
    const holder = await readPersonalToken(app.db, token);
    return holder && { ...holder, by: "token" };
  }
  if (resource === undefined || !isAppToken(token)) return null;
  const holder = await readAppToken(app.db, token, resource);
  return holder && { ...holder, by: "token" };
}

/** Wrong tokens of one address in a minute. */
const wrongTokens = ({ headers }: Request) => ({
  key: `wrong-token:${headers.get(CLIENT_ADDRESS_HEADER) ?? "unknown"}`,
  max: 300,
  seconds: 60,
});

/** Longest header that may hold a token of ours. */
const HEADER_MAX = 500;

/**
 * The token of a header that is no JWT. Of Basic authentication it is the password, or the name where
 * programs have a field for one thing only; the other may be anything.
 */
function opaqueToken(authorization: string): string {
  if (authorization.length > HEADER_MAX) return "";
  const [, bearer] = /^Bearer +([\w-]+)$/i.exec(authorization) ?? [];
  if (bearer) return bearer;
  const [, basic = ""] = /^Basic +([\w+/=-]+)$/i.exec(authorization) ?? [];
  const [name = "", ...rest] = Buffer.from(basic, "base64").toString("utf8").split(":");
  const password = rest.join(":");
  return password === "" ? name : password;
}

/** What the assistant does and knows. */
const CHAT = /^\/(chat|api\/(v1|[^/]+)\/(chat|runs|conversations|attachments)|api\/chatkit)(\/|$)/;
/** What concerns the account as a whole, which no token is for. */
const ACCOUNT = /^\/api\/v1\/(auth|export|import|push)(\/|$)/;

/**
 * Requires that the token of a request allows what it asks for.
 *
 * @throws AppError `insufficient_scope` (403)
 */
function requireScope({ scopes }: Caller, { method, url }: Request): void {
  if (scopes === null) return;
  const { pathname } = new URL(url);
  if (pathname === "/api/v1/auth/me" && method === "GET") return;
  if (ACCOUNT.test(pathname)) throw new AppError("insufficient_scope", 403);
  const reads = method === "GET" || method === "HEAD";
  const scope = CHAT.test(pathname) ? "chat" : reads ? "tasks:read" : "tasks:write";
  if (!allows(scopes, scope)) throw new AppError("insufficient_scope", 403, { values: { scope } });
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
export function toActor({ user, by, client }: Caller): Actor {
  const { id: userId, timeZone, preferences } = user;
  return { userId, by: by === "token" ? "api" : "person", timeZone, preferences, client };
}

/** Returns the language of error messages for a request, from `Accept-Language`. */
export function callerLanguage(context: Context): "en" | "ur" {
  const accepted = context.req.header("accept-language") ?? "";
  return /^\s*ur\b/i.test(accepted) ? "ur" : "en";
}
