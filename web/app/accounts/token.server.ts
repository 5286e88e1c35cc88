import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";
import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import type { Accounts } from "./auth.server";
import { type SessionUser, toSessionUser } from "./session.server";

const ALGORITHMS = ["EdDSA"];
/** A key that was taken out of the set is forgotten this soon. */
const KEYS_FRESH_MS = 10 * 60_000;
/** Most verified tokens that a process remembers. */
const SEEN_MAX = 1_000;

/** What a verified token says. */
interface Claims {
  sub?: string;
  /** The session it came from; it ends with it. */
  sid?: unknown;
  exp?: number;
}

/**
 * Verifies tokens for programs (RFC 7519) against our own key set. Keys are read again when a
 * token names one that is not known yet, so that rotation needs no restart.
 *
 * @param audience what the tokens are for; those for anything else are refused
 */
export function createTokenVerifier(
  { auth, db, config }: Omit<Accounts, "mailer">,
  audience: string,
) {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  let readAt = 0;

  // A program sends the same token again and again for the 15 minutes it lives. What was verified
  // by keys that have changed since is verified again.
  const seen = new Map<string, Claims>();

  async function readKeys() {
    readAt = Date.now();
    seen.clear();
    keys = createLocalJWKSet((await auth.api.getJwks()) as JSONWebKeySet);
    return keys;
  }

  const options = {
    algorithms: ALGORITHMS,
    issuer: config.PUBLIC_URL,
    audience,
    requiredClaims: ["sub", "exp"],
  };

  async function verified(token: string, by: NonNullable<typeof keys>): Promise<Claims> {
    const { payload } = await jwtVerify(token, by, options);
    if (seen.size >= SEEN_MAX) seen.clear();
    seen.set(token, payload);
    return payload;
  }

  async function claims(token: string): Promise<Claims> {
    const known = Date.now() - readAt > KEYS_FRESH_MS ? await readKeys() : keys;
    const before = seen.get(token);
    if (before && (before.exp ?? 0) * 1000 > Date.now()) return before;
    try {
      return await verified(token, known ?? (await readKeys()));
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return await verified(token, await readKeys());
    }
  }

  /**
   * The person a token speaks for, or null when it is unsigned, expired, foreign, altered, or its
   * account or session is gone.
   */
  return async (token: string): Promise<SessionUser | null> => {
    try {
      const { sub: id, sid } = await claims(token);
      if (!id) return null;
      const [user] = await readUser(db, id, typeof sid === "string" ? sid : null);
      return user ? toSessionUser(user) : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
}

function readUser(
  db: Db,
  id: string,
  session: string | null,
): Promise<Parameters<typeof toSessionUser>[0][]> {
  return query(
    db,
    Prisma.sql`SELECT id, name, email, time_zone AS "timeZone", locale, theme, numerals
      FROM "user" u WHERE id = ${id} AND (${session}::text IS NULL
        OR EXISTS (SELECT 1 FROM session s WHERE s.id = ${session} AND s.user_id = u.id))`,
    "read token user",
  );
}
