import { createHash } from "node:crypto";
import {
  type SessionUser,
  toSessionUser,
  USER_COLUMNS,
} from "#app/accounts/session/session.server";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { ACCESS_PREFIX } from "./oauth-plugin.server";
import { knownScopes, type Scope } from "./scopes";

/** Who calls with a token that a person gave away, and what it allows. */
export interface TokenHolder {
  user: SessionUser;
  scopes: Scope[];
  /** Identifies the app or the token among those of the person. */
  client: string;
}

/** Whether a token looks like that of an app. */
export const isAppToken = (token: string): boolean => token.startsWith(ACCESS_PREFIX);

/**
 * The holder of an app's access token; null when it ended, is for another resource, or the person no
 * longer lets the app in. What a person allows less than the token says counts.
 *
 * @param resource what the token has to be for
 */
export async function readAppToken(
  db: Db,
  token: string,
  resource: string,
): Promise<TokenHolder | null> {
  const hash = createHash("sha256").update(token.slice(ACCESS_PREFIX.length)).digest("base64url");
  type Row = Parameters<typeof toSessionUser>[0] & {
    clientId: string;
    granted: string[];
    allowed: string[];
  };
  const [row] = await query<Row>(
    db,
    Prisma.sql`SELECT ${USER_COLUMNS}, t.client_id AS "clientId", t.scopes AS granted,
        c.scopes AS allowed
      FROM oauth_access_token t
      JOIN "user" u ON u.id = t.user_id
      JOIN oauth_consent c ON c.user_id = t.user_id AND c.client_id = t.client_id
        AND c.created_at <= t.created_at
      JOIN oauth_client o ON o.client_id = t.client_id AND NOT o.disabled
      WHERE t.token = ${hash} AND t.expires_at > now() AND t.revoked IS NULL
        AND ${resource} = ANY (t.resources)`,
    "read app token",
  );
  if (!row) return null;
  const scopes = knownScopes(row.granted.filter((scope) => row.allowed.includes(scope)));
  return { user: toSessionUser(row), scopes, client: `app:${row.clientId}` };
}
