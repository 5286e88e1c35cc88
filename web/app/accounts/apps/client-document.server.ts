import type { ClientDiscovery } from "@better-auth/oauth-provider";
import { CLIENT_ADDRESS_HEADER } from "#app/platform/client-address";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";
import { type ClientMetadata, clientMetadata } from "./client-metadata";
import { clientColumns, createClient, makeRoom } from "./create-client.server";
import type { FetchDocument } from "./fetch-document.server";

/** Marks clients that are found by a document. */
const DISCOVERY = "client-document";
const ADDRESS_MAX = 500;
/** A document is read again after this long. */
const FRESH_MS = 24 * 3_600_000;
/** Most documents that are fetched in a minute: for one address of a caller, and for all. */
const FETCHES = { own: 10, all: 300, seconds: 60 };

/**
 * Clients whose id is the address of a document with their metadata: the host of the address answers
 * for them, and nothing is registered.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/
 */
export function clientDocuments(db: Db, fetchDocument: FetchDocument): ClientDiscovery {
  const find = (clientId: string) => db.oauthClient.findUnique({ where: { clientId } });
  return {
    id: DISCOVERY,
    matches: isDocumentAddress,
    discoveryMetadata: { client_id_metadata_document_supported: true },
    async resolve({ headers }, clientId, existing) {
      const fresh = Date.now() - (existing?.updatedAt?.getTime() ?? 0) < FRESH_MS;
      if (existing && fresh) return existing;
      const metadata = await readDocument(db, clientId, headers, fetchDocument);
      // A host that is away for an hour does not end what its people connected.
      if (!metadata) return existing;
      if (existing)
        await db.oauthClient.update({ where: { clientId }, data: clientColumns(metadata) });
      else {
        await makeRoom(db);
        const client = { clientId, clientSecret: null, metadata, discovery: DISCOVERY };
        // Somebody else may have been first.
        await createClient(db, client).catch(async (error) => {
          if (!(await find(clientId))) throw error;
        });
      }
      return (await find(clientId)) as never;
    },
  };
}

async function readDocument(
  db: Db,
  clientId: string,
  headers: Headers | undefined,
  fetchDocument: FetchDocument,
): Promise<ClientMetadata | null> {
  const { own, all, seconds } = FETCHES;
  const address = headers?.get(CLIENT_ADDRESS_HEADER) ?? "unknown";
  try {
    await takeAttempt(db, [
      // First, so that whoever is over it takes nothing of everybody's.
      { key: `client-documents:${address}`, max: own, seconds },
      { key: "client-documents", max: all, seconds },
    ]);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
  const text = await fetchDocument(new URL(clientId));
  return text === null ? null : parseDocument(clientId, text);
}

/** Whether a client id is the address of a document: https, with a path, and nothing hidden in it. */
export function isDocumentAddress(clientId: string): boolean {
  if (!clientId.startsWith("https://") || clientId.length > ADDRESS_MAX) return false;
  if (!URL.canParse(clientId)) return false;
  const { href, pathname, username, password, hash } = new URL(clientId);
  return href === clientId && pathname !== "/" && username + password + hash === "";
}

/** The metadata in a document; null when it is not that of the client, or not one that works here. */
export function parseDocument(clientId: string, text: string): ClientMetadata | null {
  try {
    const document: unknown = JSON.parse(text);
    if ((document as { client_id?: unknown } | null)?.client_id !== clientId) return null;
    const parsed = clientMetadata.safeParse({
      token_endpoint_auth_method: "none",
      ...(document as object),
    });
    // It cannot hold a secret, and keys of clients are not supported.
    if (!parsed.success || parsed.data.token_endpoint_auth_method !== "none") return null;
    return parsed.data;
  } catch {
    return null;
  }
}
