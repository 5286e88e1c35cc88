import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";
import { watchPool } from "./metrics";
import { openPool, rememberPool } from "./query";

/** The database client of the process, or a transaction of it. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends">;

/** What {@link openDatabase} opens. */
export interface Database {
  db: PrismaClient;
  /** Closes every connection; resolves when they are gone. */
  close(): Promise<void>;
}

/**
 * Opens a pool of connections.
 *
 * @param url a PostgreSQL URL; a transaction pool (PgBouncer, Neon) will do
 * @param poolSize most connections at a time
 * @param direct true where no such pool is: statements that are asked often are prepared
 */
export function openDatabase(url: string, poolSize: number, direct = false): Database {
  const config = {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    // Finds out about a server that went without a word.
    keepAlive: true,
    // Statements of a transaction that need no answer of each other go out together.
    pipeline: true,
  };
  const pool = openPool(config, direct);
  const db = new PrismaClient({
    adapter: new PrismaPg(pool),
    // The longest is an import of the largest file.
    transactionOptions: { timeout: 30_000 },
  });
  rememberPool(db, pool);
  const unwatch = watchPool(pool);
  return {
    db,
    close: async () => {
      unwatch();
      await db.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
