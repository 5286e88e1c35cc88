import { redirect } from "@remix-run/node";
import { parseSigned } from "hono/utils/cookie";
import { DEFAULT_NUMERALS, isNumerals, type Numerals } from "#app/i18n/numerals";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import { noteUser } from "#app/platform/scope";
import type { Accounts } from "./auth.server";

/** The person who is signed in, with how they like to see things. */
export interface SessionUser {
  id: string;
  name: string;
  email: string;
  /** IANA time zone. */
  timeZone: string;
  locale: "en" | "ur";
  theme: "light" | "dark" | "system";
  numerals: Numerals;
}

/** The columns that make a {@link SessionUser}. */
interface UserColumns {
  id: string;
  name: string;
  email: string;
  timeZone?: string | null;
  locale?: string | null;
  theme?: string | null;
  numerals?: string | null;
}

/** The person whose session cookie came with the request, or null. */
export async function getUser(accounts: Accounts, request: Request): Promise<SessionUser | null> {
  const cookie = request.headers.get("cookie");
  if (!cookie) return null;
  const fresh = await readFreshSession(accounts, cookie);
  const session = fresh
    ? { user: fresh }
    : await accounts.auth.api.getSession({ headers: new Headers({ cookie }) });
  if (!session) return null;
  noteUser(session.user.id);
  return fresh ?? toSessionUser(session.user);
}

/**
 * The person who is signed in.
 *
 * @throws a redirect to the sign-in page, which comes back here
 */
export async function requireUser(accounts: Accounts, request: Request): Promise<SessionUser> {
  const user = await getUser(accounts, request);
  if (user) return user;
  const { pathname, search } = new URL(request.url);
  const next = request.method === "GET" ? pathname.replace(/\.data$/, "") + search : pathname;
  throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

/** A {@link SessionUser} from its columns. */
export function toSessionUser(user: UserColumns): SessionUser {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    timeZone: user.timeZone ?? "UTC",
    locale: user.locale === "ur" ? "ur" : "en",
    theme: user.theme === "light" || user.theme === "dark" ? user.theme : "system",
    numerals: isNumerals(user.numerals) ? user.numerals : DEFAULT_NUMERALS,
  };
}

/**
 * The person of a session cookie, where Better Auth would only read and write nothing: by the same
 * signature and the same rows, in one query instead of its several. Every page and every call from
 * one asks this.
 *
 * @returns null for whatever is not plainly good, or is due to be prolonged: Better Auth decides
 */
async function readFreshSession(
  { auth, db }: Accounts,
  cookies: string,
): Promise<SessionUser | null> {
  const { authCookies, secret, sessionConfig } = await auth.$context;
  const { name } = authCookies.sessionToken;
  const { [name]: token } = await parseSigned(cookies, secret, name);
  if (!token) return null;
  // Better Auth moves the end of a session that was last moved longer ago than this.
  const left = sessionConfig.expiresIn - sessionConfig.updateAge;
  const [user] = await query<UserColumns>(
    db,
    Prisma.sql`SELECT u.id, u.name, u.email, u.time_zone AS "timeZone", u.locale, u.theme, u.numerals
      FROM session s JOIN "user" u ON u.id = s.user_id
      WHERE s.token = ${token} AND s.expires_at > ${new Date(Date.now() + left * 1_000)}`,
    "read session",
  );
  return user ? toSessionUser(user) : null;
}

/** The session whose cookie came with the request, by its id. */
export async function currentSessionId(
  { auth }: Accounts,
  request: Request,
): Promise<string | null> {
  const cookie = request.headers.get("cookie") ?? "";
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return session?.session.id ?? null;
}
