import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "./database";
import { Prisma } from "./generated/client";
import { migrationNames } from "./migrate";
import { query } from "./query";

/** Whether a process can serve. */
export type Readiness =
  | { status: "ok" }
  | { status: "no database" }
  /** The role of the app may not read what it needs: `migrate` has not granted it. */
  | { status: "no access" }
  /** The migrations of this version that the database lacks. It may well have newer ones. */
  | { status: "migrating"; pending: string[] };

/** An answer is good for this long, however many ask. */
const KEPT_MS = 1_000;

/** Whoever asks is told by then; less than the probes wait. */
const LIMIT_MS = 2_000;

/**
 * Tells whether the database answers and has the migrations of this version: one query a second at
 * most, and never two at a time.
 *
 * @param folder `prisma/migrations`
 */
export function createReadiness(db: Db, folder: string): () => Promise<Readiness> {
  let names: string[] | undefined;
  let known: { readiness: Readiness; at: number } | undefined;
  let looking: Promise<Readiness> | undefined;

  async function look(): Promise<Readiness> {
    names ??= await migrationNames(folder);
    const late = new AbortController();
    const silent = pause<Readiness>(
      LIMIT_MS,
      { status: "no database" },
      { ref: false, signal: late.signal },
    );
    const readiness = await Promise.race([readDatabase(db, names), silent]);
    late.abort();
    silent.catch(() => {});
    known = { readiness, at: performance.now() };
    return readiness;
  }

  return async () => {
    if (known && performance.now() - known.at < KEPT_MS) return known.readiness;
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
}

async function readDatabase(db: Db, names: string[]): Promise<Readiness> {
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
