import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import type { Accounts } from "./auth.server";
import { type SessionUser, toSessionUser, USER_COLUMNS } from "./session.server";

const ALGORITHMS = ["EdDSA"];
/** The key set is reread after this long, so that removed keys stop working. */
const KEYS_MAX_AGE_MS = 10 * 60_000;
/** Maximum number of cached verified tokens. */
const CACHE_MAX = 1_000;

/** Claims of a verified token. */
interface Claims {
  sub?: string;
  /** The session that the token is revoked with. */
  sid?: unknown;
  exp?: number;
}

/**
 * Creates a verifier of access tokens (JWT, RFC 7519) against our own key set. The set is reread when
 * a token names an unknown key, so that key rotation needs no restart.
 *
 * @param audience the expected `aud` claim
 */
export function createTokenVerifier(
  { auth, db, config }: Omit<Accounts, "mailer">,
  audience: string,
) {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  let readAt = 0;

  // Programs reuse a token for its 15 minutes. The cache is cleared whenever the keys are reread.
  const cache = new Map<string, Claims>();

  async function readKeys() {
    readAt = Date.now();
    cache.clear();
    keys = createLocalJWKSet((await auth.api.getJwks()) as JSONWebKeySet);
    return keys;
  }

  const options = {
    algorithms: ALGORITHMS,
    issuer: config.PUBLIC_URL,
    audience,
    requiredClaims: ["sub", "exp"],
  };

  async function verify(token: string, keySet: NonNullable<typeof keys>): Promise<Claims> {
    const { payload } = await jwtVerify(token, keySet, options);
    if (cache.size >= CACHE_MAX) cache.clear();
    cache.set(token, payload);
    return payload;
  }

  async function readClaims(token: string): Promise<Claims> {
    const current = Date.now() - readAt > KEYS_MAX_AGE_MS ? await readKeys() : keys;
    const cached = cache.get(token);
    if (cached && (cached.exp ?? 0) * 1000 > Date.now()) return cached;
    try {
      return await verify(token, current ?? (await readKeys()));
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return await verify(token, await readKeys());
    }
  }

  /**
   * The user of a token, or null when it is unsigned, expired, altered, from another issuer or for
   * another audience, or when its account or session no longer exists.
   */
  return async (token: string): Promise<SessionUser | null> => {
    try {
      const { sub: id, sid } = await readClaims(token);
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
    Prisma.sql`SELECT ${USER_COLUMNS} FROM "user" u WHERE id = ${id} AND (${session}::text IS NULL
        OR EXISTS (SELECT 1 FROM session s WHERE s.id = ${session} AND s.user_id = u.id))`,
    "read token user",
  );
}
