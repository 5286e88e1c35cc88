import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";

/**
 * Ends the pushes of browsers whose session is not there any more. One that ran out leaves them, so
 * that a person who does not open the app is reminded; whoever changes the password, or signs out
 * everywhere else, wants no browser to show their tasks that they have not signed in with since.
 */
export async function endStalePushes(db: Db, userId: string): Promise<void> {
  await query(
    db,
    Prisma.sql`DELETE FROM push_subscription WHERE user_id = ${userId} AND NOT EXISTS (
      SELECT FROM session WHERE session.id = session_id AND session.user_id = ${userId}
        AND expires_at > now())`,
  );
}
