import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";
import type { Accounts } from "./auth.server";
import { type SessionUser, toSessionUser } from "./session.server";

const ALGORITHMS = ["EdDSA"];

/**
 * Verifies tokens for programs (RFC 7519) against our own key set. Keys are read again when a
 * token names one that is not known yet, so that rotation needs no restart.
 */
export function createTokenVerifier({ auth, db, config }: Accounts) {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;

  async function readKeys() {
    keys = createLocalJWKSet((await auth.api.getJwks()) as JSONWebKeySet);
    return keys;
  }

  async function subject(token: string): Promise<string | undefined> {
    const options = {
      algorithms: ALGORITHMS,
      issuer: config.PUBLIC_URL,
      audience: config.PUBLIC_URL,
      requiredClaims: ["sub", "exp"],
    };
    try {
      return (await jwtVerify(token, keys ?? (await readKeys()), options)).payload.sub;
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await jwtVerify(token, await readKeys(), options)).payload.sub;
    }
  }

  /**
   * The person a token speaks for, or null when it is unsigned, expired, foreign, altered, or its
   * account is gone.
   */
  return async (token: string): Promise<SessionUser | null> => {
    try {
      const id = await subject(token);
      const user = id && (await db.user.findUnique({ where: { id } }));
      return user ? toSessionUser(user) : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };
}
