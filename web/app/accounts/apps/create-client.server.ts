import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { type ClientMetadata, clientName } from "./client-metadata";
import { REFRESH_SCOPE, scopes } from "./scopes";

/** Precedes a client's secret, so that one that leaked is recognized. */
export const SECRET_PREFIX = "karlo_cs_";
/** Most clients that nobody has connected yet; they are removed after a day. */
const UNUSED_MAX = 10_000;
/** One that was made so long ago, in milliseconds, gives way to another: connecting takes less. */
const GIVES_WAY_MS = 10 * 60_000;
/** How many of them at once, so that not each one that comes looks for the next. */
const GIVE_WAY = 100;
/** Seconds after which one may be registered again. */
const RETRY_AFTER = 60;

/**
 * Makes room for one more client. While there are as many unused ones as may be, the oldest give way:
 * whoever registers a great many keeps nobody else from connecting an app.
 *
 * @param max of unused ones
 * @throws AppError `too_many_attempts` (429) where all of them are new
 */
export async function makeRoom(db: Db, max = UNUSED_MAX): Promise<void> {
  const unused = { consents: { none: {} } };
  if ((await db.oauthClient.count({ where: unused })) < max) return;
  const oldest = await db.oauthClient.findMany({
    where: { ...unused, updatedAt: { lte: new Date(Date.now() - GIVES_WAY_MS) } },
    orderBy: { updatedAt: "asc" },
    take: GIVE_WAY,
    select: { id: true },
  });
  const ids = oldest.map(({ id }) => id);
  const { count } = await db.oauthClient.deleteMany({ where: { ...unused, id: { in: ids } } });
  if (count === 0)
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
