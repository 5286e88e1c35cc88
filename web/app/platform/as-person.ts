import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import type { Db } from "./database";
import { inTransaction } from "./transaction";

/** The role of the tools: it sees the rows of one person and no table of keys or sessions. */
const ROLE = "karlo_tools";

/**
 * Runs `work` in a transaction whose every query reaches the rows of one person alone, whatever
 * the query says. PostgreSQL's row-level security sees to it, beneath all checks of ours.
 * Source: https://www.postgresql.org/docs/current/ddl-rowsecurity.html
 *
 * @param db a transaction that is open is joined, and is what it was afterwards
 */
export function asPerson<T>(db: Db, userId: string, work: (tx: Db) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await query(
      tx,
      Prisma.sql`
      SELECT set_config('role', ${ROLE}, true), set_config('karlo.user_id', ${userId}, true)`,
    );
    const result = await work(tx);
    // Only for what follows in a transaction that was joined: one that failed is rolled back.
    await query(
      tx,
      Prisma.sql`
      SELECT set_config('role', 'none', true), set_config('karlo.user_id', '', true)`,
    );
    return result;
  });
}
