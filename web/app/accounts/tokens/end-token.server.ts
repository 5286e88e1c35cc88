import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import type { Db } from "#app/platform/database/database";

/** Ends a personal token of a person at once. */
export async function endToken(
  db: Db,
  userId: string,
  id: string,
  headers: Headers,
): Promise<void> {
  const { count } = await db.personalToken.deleteMany({ where: { id, userId } });
  if (count === 0) return;
  await recordSecurityEvent(db, { userId, type: "token_revoked", ...originOf(headers) });
}
