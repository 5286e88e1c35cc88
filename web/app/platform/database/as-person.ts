import { Prisma } from "#app/platform/generated/client";
import type { Db } from "./database";
import { query } from "./query";
import { inTransaction } from "./transaction";

/** The database role of the tools: reads the rows of one person, no keys and no sessions. */
const ROLE = "karlo_tools";

/**
 * Runs `work` in a transaction whose queries reach only the rows of one person, whatever their SQL.
 * Enforced by PostgreSQL's row-level security, independently of the app's own checks.
 * Source: https://www.postgresql.org/docs/current/ddl-rowsecurity.html
 *
 * @param db a client, or an open transaction: it is joined and its role is restored afterwards
 * @returns what `work` returns
 */
export function asPerson<T>(db: Db, userId: string, work: (tx: Db) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await query(
      tx,
      Prisma.sql`
      SELECT set_config('role', ${ROLE}, true), set_config('karlo.user_id', ${userId}, true)`,
    );
    const result = await work(tx);
    // For the rest of a joined transaction. After an error the rollback resets both settings.
    await query(
      tx,
      Prisma.sql`
      SELECT set_config('role', 'none', true), set_config('karlo.user_id', '', true)`,
    );
    return result;
  });
}
