import type { Db } from "#app/platform/database/database";
import { knownScopes, type Scope } from "./scopes";

/** What an app asks a person for. */
export interface ConsentRequest {
  clientId: string;
  /** As the app calls itself: nobody has checked it. */
  name: string;
  /** Where the answer goes. */
  redirectUri: string;
  /** The same for people: a host, or the scheme of an installed app. */
  target: string;
  /** An app on the person's own machine. */
  local: boolean;
  scopes: Scope[];
}

/**
 * Reads what an app asks for from the query of the consent page.
 *
 * @returns null for a query that is not of a known app
 */
export async function readConsent(db: Db, query: URLSearchParams): Promise<ConsentRequest | null> {
  const clientId = query.get("client_id") ?? "";
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!query.has("sig") || !URL.canParse(redirectUri)) return null;
  const client = await db.oauthClient.findUnique({ where: { clientId, disabled: false } });
  if (!client) return null;
  const { protocol, host, hostname } = new URL(redirectUri);
  const web = protocol === "https:" || protocol === "http:";
  return {
    clientId,
    name: client.name ?? host,
    redirectUri,
    target: web ? host : protocol,
    local: !web || ["localhost", "127.0.0.1", "[::1]"].includes(hostname),
    scopes: knownScopes((query.get("scope") ?? "").split(" ")),
  };
}
