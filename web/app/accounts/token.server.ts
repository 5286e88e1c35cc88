import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";
import type { Accounts } from "./auth.server";
import { type SessionUser, toSessionUser } from "./session.server";

const ALGORITHMS = ["EdDSA"];
/** A key that was taken out of the set is forgotten this soon. */
const KEYS_FRESH_MS = 10 * 60_000;

/**
 * Verifies tokens for programs (RFC 7519) against our own key set. Keys are read again when a
 * token names one that is not known yet, so that rotation needs no restart.
 */
export function createTokenVerifier({ auth, db, config }: Omit<Accounts, "mailer">) {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  let readAt = 0;

  async function readKeys() {
    readAt = Date.now();
    keys = createLocalJWKSet((await auth.api.getJwks()) as JSONWebKeySet);
    return keys;
  }

  async function claims(token: string): Promise<{ sub?: string; sid?: unknown }> {
    if (Date.now() - readAt > KEYS_FRESH_MS) keys = undefined;
    const options = {
      algorithms: ALGORITHMS,
      issuer: config.PUBLIC_URL,
      audience: config.PUBLIC_URL,
      requiredClaims: ["sub", "exp"],
    };
    try {
      return (await jwtVerify(token, keys ?? (await readKeys()), options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await jwtVerify(token, await readKeys(), options)).payload;
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
      const session = typeof sid === "string" && { sessions: { some: { id: sid } } };
      const user = await db.user.findFirst({ where: { id, ...session } });
      return user ? toSessionUser(user) : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
}
