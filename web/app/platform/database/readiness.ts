import { setTimeout as pause } from "node:timers/promises";
import { Prisma } from "#app/platform/generated/client";
import type { Db } from "./database";
import { migrationNames } from "./migrate";
import { query } from "./query";
import { inTransaction } from "./transaction";

/** Whether a process can serve requests. */
export type Readiness =
  | { status: "ok" }
  | { status: "no database" }
  /** The app's role lacks privileges: `migrate` has not granted them yet. */
  | { status: "no access" }
  /** The database answers and cannot write: its disk is full, or it is read-only. */
  | { status: "no writes" }
  /** The database lacks the `pending` migrations of this version. It may have newer ones. */
  | { status: "migrating"; pending: string[] };

/** How long a result is cached. */
const CACHE_MS = 1_000;

/** How long a write that succeeded is taken as proof of the next. */
const WRITE_CACHE_MS = 5_000;

/** Timeout of the check; shorter than that of the probes. */
const TIMEOUT_MS = 2_000;

/**
 * Returns a check whether the database responds, has the migrations of this version and can write.
 * Results are cached and concurrent calls share one query.
 *
 * @param folder `prisma/migrations`
 */
export function createReadiness(db: Db, folder: string): () => Promise<Readiness> {
  let names: string[] | undefined;
  let cached: { readiness: Readiness; at: number } | undefined;
  let checking: Promise<Readiness> | undefined;
  let wroteAt = Number.NEGATIVE_INFINITY;

  async function checkAll(migrations: string[]): Promise<Readiness> {
    const readiness = await checkMigrations(db, migrations);
    if (readiness.status !== "ok" || performance.now() - wroteAt < WRITE_CACHE_MS) return readiness;
    const written = await checkWrites(db);
    if (written.status === "ok") wroteAt = performance.now();
    return written;
  }

  async function check(): Promise<Readiness> {
    names ??= await migrationNames(folder);
    const cancel = new AbortController();
    const timeout = pause<Readiness>(
      TIMEOUT_MS,
      { status: "no database" },
      { ref: false, signal: cancel.signal },
    );
    const readiness = await Promise.race([checkAll(names), timeout]);
    // Cancelling the timer rejects its promise.
    timeout.catch(() => {});
    cancel.abort();
    cached = { readiness, at: performance.now() };
    return readiness;
  }

  return async () => {
    if (cached && performance.now() - cached.at < CACHE_MS) return cached.readiness;
    checking ??= check().finally(() => {
      checking = undefined;
    });
    return checking;
  };
}

async function checkMigrations(db: Db, names: string[]): Promise<Readiness> {
  try {
    const rows = await query<{ name: string }>(
      db,
      Prisma.sql`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`,
    );
    const applied = new Set(rows.map(({ name }) => name));
    const pending = names.filter((name) => !applied.has(name));
    return pending.length === 0 ? { status: "ok" } : { status: "migrating", pending };
  } catch (error) {
    // undefined_table, insufficient_privilege
    const { code } = error as { code?: string };
    if (code === "42P01") return { status: "migrating", pending: names };
    return { status: code === "42501" ? "no access" : "no database" };
  }
}

/**
 * Writes one row of a small table, always the same, and a little to a new file: on a disk that is full
 * the row still finds its place, where new tasks find none. The file is that of a set which is larger
 * than the memory for it, and is gone with the statement.
 */
async function checkWrites(db: Db): Promise<Readiness> {
  try {
    await inTransaction(db, async (tx) => {
      await query(tx, Prisma.sql`SET LOCAL work_mem = '64kB'`);
      await query(tx, Prisma.sql`SELECT count(*)::integer FROM generate_series(1, 20000)`);
      await query(
        tx,
        Prisma.sql`INSERT INTO attempt (key, count, ends_at) VALUES ('ready', 0, now())
          ON CONFLICT (key) DO UPDATE SET ends_at = excluded.ends_at`,
      );
    });
    return { status: "ok" };
  } catch {
    return { status: "no writes" };
  }
}
