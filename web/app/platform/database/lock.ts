import { Prisma } from "#app/platform/generated/client";
import type { Db } from "./database";
import { query } from "./query";

/**
 * Holds a lock of a name until the transaction ends. Whoever counts rows against a bound before adding
 * one takes it first, so that those that come at once stay within the bound.
 *
 * @param tx a transaction
 * @param name names the person and what is counted, `files <userId> <task>`
 */
export async function lockName(tx: Db, name: string): Promise<void> {
  await query(tx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`);
}
