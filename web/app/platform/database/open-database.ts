import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#app/platform/generated/client";
import { watchPool } from "#app/platform/metrics";
import { openPool, registerPool } from "./query";

/** A database client with its pool of connections. */
export interface Database {
  db: PrismaClient;
  /** Closes every connection; resolves when all are closed. */
  close(): Promise<void>;
}

/**
 * Opens a database client with a pool of its own. Connects on the first query.
 *
 * @param url a PostgreSQL URL; may lead to a transaction pooler (PgBouncer, Neon)
 * @param poolSize maximum number of open connections
 * @param direct true when no transaction pooler is in between: frequent statements are prepared
 */
export function openDatabase(url: string, poolSize: number, direct = false): Database {
  const config = {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    // Detects a server that disappeared without closing the connection.
    keepAlive: true,
    // Independent statements of a transaction are sent without waiting for each other.
    pipeline: true,
  };
  const pool = openPool(config, direct);
  const db = new PrismaClient({
    adapter: new PrismaPg(pool),
    // In milliseconds. The longest transaction is an import of the largest file.
    // The pool's own deadline comes before the one for a begin.
    transactionOptions: { timeout: 30_000, maxWait: 10_000 },
  });
  registerPool(db, pool);
  const stopWatching = watchPool(pool);
  return {
    db,
    close: async () => {
      stopWatching();
      await db.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
