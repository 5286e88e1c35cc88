import type { TokenHolder } from "#app/accounts/apps/app-token.server";
import { knownScopes } from "#app/accounts/apps/scopes";
import { toSessionUser, USER_COLUMNS } from "#app/accounts/session/session.server";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { TOKEN_PREFIX, tokenHash } from "./create-token.server";

/** Whether a token looks like a personal one. */
export const isPersonalToken = (token: string): boolean => token.startsWith(TOKEN_PREFIX);

/** The holder of a personal token; null when there is none, or it ended. Its last use is kept to the hour. */
export async function readPersonalToken(db: Db, token: string): Promise<TokenHolder | null> {
  type Row = Parameters<typeof toSessionUser>[0] & {
    tokenId: string;
    granted: string[];
    stale: boolean;
  };
  const [row] = await query<Row>(
    db,
    Prisma.sql`SELECT ${USER_COLUMNS}, t.id AS "tokenId", t.scopes AS granted,
        t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 hour' AS stale
      FROM personal_token t JOIN "user" u ON u.id = t.user_id
      WHERE t.hash = ${tokenHash(token)} AND t.expires_at > now()`,
    "read personal token",
  );
  if (!row) return null;
  const { id: userId, tokenId: id } = row;
  if (row.stale)
    await db.personalToken.updateMany({ where: { id, userId }, data: { lastUsedAt: new Date() } });
  return {
    user: toSessionUser(row),
    scopes: knownScopes(row.granted),
    client: `token:${id}`,
  };
}
