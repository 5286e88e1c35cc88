import { randomBytes, randomUUID } from "node:crypto";
import { symmetricEncrypt } from "better-auth/crypto";
import type { Accounts } from "#app/accounts/session/auth.server";
import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";
import { type ClientMetadata, clientName } from "./client-metadata";
import { REFRESH_SCOPE, scopes } from "./scopes";

/** Precedes a client's secret, so that one that leaked is recognized. */
export const SECRET_PREFIX = "karlo_cs_";
/** Most clients that nobody has connected yet; they are removed after a day. */
const UNUSED_MAX = 10_000;
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
  await refuseMore(db);
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

/**
 * Refuses one more client while there are as many unused ones as may be.
 *
 * @throws AppError `too_many_attempts` (429)
 */
export async function refuseMore(db: Db): Promise<void> {
  const unused = await db.oauthClient.count({ where: { consents: { none: {} } } });
  if (unused >= UNUSED_MAX)
    throw new AppError("too_many_attempts", 429, { values: { retryAfter: MINUTE } });
}

/** Stores a client. */
export function createClient(
  db: Db,
  {
    clientId,
    clientSecret,
    metadata,
    discovery,
  }: {
    clientId: string;
    clientSecret: string | null;
    metadata: ClientMetadata;
    /** What found the client, where it did not register itself. */
    discovery?: string;
  },
) {
  return db.oauthClient.create({
    data: {
      id: randomUUID(),
      clientId,
      clientSecret,
      clientDiscoveryId: discovery ?? null,
      ...clientColumns(metadata),
    },
  });
}

/** The columns of a client that follow from its metadata. */
export function clientColumns(metadata: ClientMetadata) {
  return {
    name: clientName(metadata),
    uri: metadata.client_uri ?? null,
    redirectUris: metadata.redirect_uris,
    tokenEndpointAuthMethod: metadata.token_endpoint_auth_method,
    grantTypes: ["authorization_code", "refresh_token"],
    responseTypes: ["code"],
    applicationType: "native",
    requirePKCE: true,
    scopes: [...scopes, REFRESH_SCOPE],
    updatedAt: new Date(),
  };
}
