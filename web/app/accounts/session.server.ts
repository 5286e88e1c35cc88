import { redirect } from "@remix-run/node";
import { DEFAULT_NUMERALS, isNumerals, type Numerals } from "#app/i18n/numerals";
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

// A page's loaders run side by side, and each asks who it is.
const known = new WeakMap<Request, Promise<SessionUser | null>>();

/** The person whose session cookie came with the request, or null. */
export function getUser(accounts: Accounts, request: Request): Promise<SessionUser | null> {
  let user = known.get(request);
  if (!user) {
    user = readSession(accounts, request);
    known.set(request, user);
  }
  return user;
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

async function readSession({ auth }: Accounts, request: Request): Promise<SessionUser | null> {
  const cookie = request.headers.get("cookie");
  if (!cookie) return null;
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return session && toSessionUser(session.user);
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
