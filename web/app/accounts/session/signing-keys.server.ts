import { symmetricDecrypt } from "better-auth/crypto";
import type { Db } from "#app/platform/database/database";
import type { decryptionKey } from "./auth-secrets";

type DecryptionKey = ReturnType<typeof decryptionKey>;

/**
 * Reads the signing keys that can be decrypted. After a change of BETTER_AUTH_SECRET that forgets the
 * one before, the old keys are skipped, a new one is created, and tokens of the old keys become
 * invalid. Pods with the old and the new secret can run side by side.
 *
 * @param secret the secrets of `decryptionKey`
 * @returns the `getJwks` function of the `adapter` option, https://www.better-auth.com/docs/plugins/jwt
 */
export function signingKeysReader(db: Db, secret: DecryptionKey) {
  return async () => {
    const keys = await db.jwks.findMany();
    const usable = await Promise.all(keys.map(({ privateKey }) => canDecrypt(privateKey, secret)));
    return keys
      .filter((_, index) => usable[index])
      .map(({ expiresAt, alg, crv, ...key }) => ({
        ...key,
        ...(expiresAt && { expiresAt }),
        ...(alg && { alg: alg as "EdDSA" }),
        ...(crv && { crv: crv as "Ed25519" }),
      }));
  };
}

async function canDecrypt(encrypted: string, secret: DecryptionKey): Promise<boolean> {
  try {
    await symmetricDecrypt({ key: secret, data: JSON.parse(encrypted) as string });
    return true;
  } catch {
    return false;
  }
}
