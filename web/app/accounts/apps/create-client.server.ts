import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { type ClientMetadata, clientName } from "./client-metadata";
import { REFRESH_SCOPE, scopes } from "./scopes";

/** Precedes a client's secret, so that one that leaked is recognized. */
export const SECRET_PREFIX = "karlo_cs_";
/** Most clients that nobody has connected yet; they are removed after a day. */
const UNUSED_MAX = 10_000;
/** Seconds after which one may be registered again. */
const RETRY_AFTER = 60;

/**
 * Refuses one more client while there are as many unused ones as may be.
 *
 * @throws AppError `too_many_attempts` (429)
 */
export async function refuseMore(db: Db): Promise<void> {
  const unused = await db.oauthClient.count({ where: { consents: { none: {} } } });
  if (unused >= UNUSED_MAX)
    throw new AppError("too_many_attempts", 429, { values: { retryAfter: RETRY_AFTER } });
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
