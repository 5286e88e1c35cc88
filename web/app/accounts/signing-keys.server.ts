import { symmetricDecrypt } from "better-auth/crypto";
import type { Db } from "#app/platform/database";

/**
 * Reads the keys that sign tokens, but for those that were sealed by another secret: after a change of
 * BETTER_AUTH_SECRET nobody can sign by them, and a new one is made in their place. What they signed
 * ends with them. Pods with the old and the new secret may live side by side.
 *
 * @param secret BETTER_AUTH_SECRET
 * @returns for the `adapter` of https://www.better-auth.com/docs/plugins/jwt
 */
export function signingKeysReader(db: Db, secret: string) {
  return async () => {
    const keys = await db.jwks.findMany();
    const opened = await Promise.all(keys.map(({ privateKey }) => opens(privateKey, secret)));
    return keys
      .filter((_, at) => opened[at])
      .map(({ expiresAt, alg, crv, ...key }) => ({
        ...key,
        ...(expiresAt && { expiresAt }),
        ...(alg && { alg: alg as "EdDSA" }),
        ...(crv && { crv: crv as "Ed25519" }),
      }));
  };
}

async function opens(sealed: string, secret: string): Promise<boolean> {
  try {
    await symmetricDecrypt({ key: secret, data: JSON.parse(sealed) as string });
    return true;
  } catch {
    return false;
  }
}
