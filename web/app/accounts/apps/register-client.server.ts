import { randomBytes } from "node:crypto";
import { symmetricEncrypt } from "better-auth/crypto";
import type { Accounts } from "#app/accounts/session/auth.server";
import { takeAttempt } from "#app/platform/limits";
import type { ClientMetadata } from "./client-metadata";
import { createClient, makeRoom, SECRET_PREFIX } from "./create-client.server";

const MINUTE = 60;

/** A registered client, with its secret if it has one. */
export interface RegisteredClient {
  clientId: string;
  secret: string | null;
  name: string;
  issuedAt: Date;
}

/**
 * Registers a client (RFC 7591). Anybody may: a registration allows nothing until a person connects it.
 *
 * @param address client address, which registrations are limited by
 * @throws AppError `too_many_attempts` (429)
 */
export async function registerClient(
  { auth, db, config }: Pick<Accounts, "auth" | "db" | "config">,
  metadata: ClientMetadata,
  address: string,
): Promise<RegisteredClient> {
  const max = config.SIGN_UPS_PER_MINUTE;
  await takeAttempt(db, [{ key: `register-client:${address}`, max, seconds: MINUTE }]);
  await makeRoom(db);
  const secret =
    metadata.token_endpoint_auth_method === "none" ? null : randomBytes(32).toString("base64url");
  const { secretConfig } = await auth.$context;
  const clientSecret = secret && (await symmetricEncrypt({ key: secretConfig, data: secret }));
  const clientId = randomBytes(18).toString("base64url");
  const { name, createdAt } = await createClient(db, { clientId, clientSecret, metadata });
  return {
    clientId,
    secret: secret && SECRET_PREFIX + secret,
    name: name ?? "",
    issuedAt: createdAt,
  };
}
