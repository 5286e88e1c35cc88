import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { grantToApp } from "./grant-to-app";

// An arbitrary key of the advisory lock that nothing else in the database uses.
const LOCK = 4_172_026;

/** A migration that waits this long for a table lock gives way to the queries behind it and retries. */
const LOCK_WAIT_MS = 3_000;
const LOCK_PAUSE_MS = 1_000;
const LOCK_ATTEMPTS = 10;
const LOCK_NOT_AVAILABLE = "55P03";

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface MigrateOptions {
  /** The app's role when it is not the owner of the tables: it is granted what it needs. */
  role?: string;
  /** Receives a line per step. */
  say?: (line: string) => void;
}

/**
 * Applies the pending migrations, each in a transaction, and records them in Prisma's
 * `_prisma_migrations`. An advisory lock serialises processes that start at the same time.
 * Migrations of a newer version that the database already has are ignored.
 *
 * @param url the database, without a transaction pooler in between
 * @param folder `prisma/migrations`
 * @returns the names of the migrations applied by this call
 * @throws Error naming the migration that failed and was rolled back, or whose file was changed
 *   after it had been applied
 */
export async function migrate(
  url: string,
  folder: string,
  { role, say = () => {} }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  // A lost connection also rejects the current query, which reports it.
  client.on("error", () => {});
  await client.connect();
  try {
    await lock(client, say);
    const applied = await appliedChecksums(client);
    const done: string[] = [];
    for (const migration of migrations) {
      const checksum = applied.get(migration.name);
      if (checksum === undefined) {
        const start = performance.now();
        await applyWithRetries(client, migration, say);
        say(`${migration.name}: applied in ${Math.round(performance.now() - start)} ms.`);
        done.push(migration.name);
      } else if (checksum !== migration.checksum) {
        throw new Error(`Migration ${migration.name} was changed after it had been applied.`);
      }
    }
    if (role) {
      await grantToApp(client, role);
      say(`${role}: may use every table, and change none of them.`);
    }
    return done;
  } finally {
    // Ending the session releases the lock.
    await client.end();
  }
}

/** Returns the names of the migrations in a folder, oldest first. */
export async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigrations(folder: string): Promise<Migration[]> {
  return Promise.all(
    (await migrationNames(folder)).map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      // Line endings depend on the checkout.
      const checksum = createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
      return { name, sql, checksum };
    }),
  );
}

async function lock(client: pg.Client, say: (line: string) => void): Promise<void> {
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS taken", [LOCK]);
  if (rows[0].taken) return;
  say("Another migration is at work; waiting for it.");
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  // Not CREATE TABLE IF NOT EXISTS: a role without CREATE can still find that nothing is pending.
  const { rows: found } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (found[0].found === null) {
    await client.query(`CREATE TABLE _prisma_migrations (
      id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
  }
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** Retries on a lock timeout: while DDL waits for a table lock, all other queries queue behind it. */
async function applyWithRetries(
  client: pg.Client,
  migration: Migration,
  say: (line: string) => void,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(client, migration);
    } catch (error) {
      const { code } = (error as Error).cause as pg.DatabaseError;
      if (code !== LOCK_NOT_AVAILABLE || attempt >= LOCK_ATTEMPTS) throw error;
      say(`${migration.name}: a table is in use; trying again.`);
      await pause(LOCK_PAUSE_MS);
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`,
      [checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    // The first error is the one to report.
    await client.query("ROLLBACK").catch(() => {});
    const { message, hint, position } = error as pg.DatabaseError;
    const line = position ? `:${sql.slice(0, Number(position)).split("\n").length}` : "";
    throw new Error(
      `Migration ${name} failed (prisma/migrations/${name}/migration.sql${line}): ${message}.${hint ? ` ${hint}` : ""} Nothing of it was kept.`,
      { cause: error },
    );
  }
}
