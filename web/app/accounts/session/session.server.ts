import { redirect } from "@remix-run/node";
import { parseSigned } from "hono/utils/cookie";
import { decodeJwt, type JWTPayload } from "jose";
import { type TimeColumns, timePreferences } from "#app/accounts/preferences/time-preferences";
import { DEFAULT_NUMERALS, isNumerals, type Numerals } from "#app/i18n/numerals";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { setScopeUser } from "#app/platform/scope";
import type { Preferences } from "#app/when/preferences";
import type { Accounts } from "./auth.server";

/** The signed-in user with their display preferences. */
export interface SessionUser {
  id: string;
  name: string;
  email: string;
  /** IANA time zone. */
  timeZone: string;
  /** True for a zone that was chosen, which that of a browser does not replace. */
  timeZoneChosen: boolean;
  /** How they count weeks and hours, where they have chosen it. */
  preferences: Partial<Preferences>;
  locale: "en" | "ur";
  theme: "light" | "dark" | "system";
  numerals: Numerals;
}

/** The columns that make a {@link SessionUser}. */
interface UserColumns extends TimeColumns {
  id: string;
  name: string;
  email: string;
  timeZone?: string | null;
  timeZoneChosen?: boolean | null;
  locale?: string | null;
  theme?: string | null;
  numerals?: string | null;
}

/** The same columns for a SELECT list from `"user" u`. */
export const USER_COLUMNS = Prisma.sql`u.id, u.name, u.email, u.time_zone AS "timeZone",
  u.time_zone_chosen AS "timeZoneChosen", u.first_weekday AS "firstWeekday",
  u.clock_hours AS "clockHours", u.day_parts AS "dayParts", u.locale, u.theme, u.numerals`;

/** The user of the request's session cookie, or null. */
export async function getUser(accounts: Accounts, request: Request): Promise<SessionUser | null> {
  const cookie = request.headers.get("cookie");
  if (!cookie) return null;
  const fresh = await readFreshSession(accounts, cookie);
  const user = fresh ?? (await readRenewedSession(accounts, cookie));
  if (user) setScopeUser(user.id);
  return user;
}

/**
 * The user of the request's session cookie.
 *
 * @throws a redirect to the sign-in page, which leads back to the requested page
 */
export async function requireUser(accounts: Accounts, request: Request): Promise<SessionUser> {
  const user = await getUser(accounts, request);
  if (user) return user;
  const { pathname, search } = new URL(request.url);
  const next = request.method === "GET" ? pathname.replace(/\.data$/, "") + search : pathname;
  throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

/** Builds a {@link SessionUser}; missing or unknown values get the defaults. */
export function toSessionUser(user: UserColumns): SessionUser {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    timeZone: user.timeZone ?? "UTC",
    timeZoneChosen: user.timeZoneChosen ?? false,
    preferences: timePreferences(user),
    locale: user.locale === "ur" ? "ur" : "en",
    theme: user.theme === "light" || user.theme === "dark" ? user.theme : "system",
    numerals: isNumerals(user.numerals) ? user.numerals : DEFAULT_NUMERALS,
  };
}

/**
 * Fast path for every page and fetch: the user of a valid session cookie in one query instead of
 * Better Auth's several, with the same signature check and the same rows.
 *
 * @returns null when the cookie is invalid or the session is due for renewal: Better Auth decides then
 */
async function readFreshSession(
  { auth, db }: Accounts,
  cookies: string,
): Promise<SessionUser | null> {
  const { authCookies, secret, sessionConfig } = await auth.$context;
  const { name } = authCookies.sessionToken;
  const { [name]: token } = await parseSigned(cookies, secret, name);
  if (!token) return null;
  // A session with less time left than this is due for renewal.
  const minSecondsLeft = sessionConfig.expiresIn - sessionConfig.updateAge;
  const [user] = await query<UserColumns>(
    db,
    Prisma.sql`SELECT ${USER_COLUMNS} FROM session s JOIN "user" u ON u.id = s.user_id
      WHERE s.token = ${token} AND s.expires_at > ${new Date(Date.now() + minSecondsLeft * 1_000)}`,
    "read session",
  );
  return user ? toSessionUser(user) : null;
}

/** The slow path: Better Auth may renew the session, and knows only some of the columns. */
async function readRenewedSession(
  { auth, db }: Accounts,
  cookie: string,
): Promise<SessionUser | null> {
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  if (!session) return null;
  const [user] = await query<UserColumns>(
    db,
    Prisma.sql`SELECT ${USER_COLUMNS} FROM "user" u WHERE u.id = ${session.user.id}`,
    "read session user",
  );
  return user ? toSessionUser(user) : null;
}

/** The id of the request's cookie session, or null. */
export async function currentSessionId(
  { auth }: Accounts,
  request: Request,
): Promise<string | null> {
  const cookie = request.headers.get("cookie") ?? "";
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return session?.session.id ?? null;
}

/**
 * The id of the session that a request of somebody who is signed in belongs to, by the verified bearer
 * token or the cookie; null for neither.
 */
export async function callerSessionId(
  accounts: Accounts,
  request: Request,
): Promise<string | null> {
  const claims = bearerClaims(request);
  if (claims === null) return currentSessionId(accounts, request);
  return typeof claims.sid === "string" ? claims.sid : null;
}

/** The claims of the verified token of a request, none where it is no JWT; null without a token. */
export function bearerClaims(request: Request): JWTPayload | null {
  const token = request.headers.get("authorization")?.replace(/^Bearer +/i, "");
  if (token === undefined) return null;
  return token.split(".").length === 3 ? decodeJwt(token) : {};
}
