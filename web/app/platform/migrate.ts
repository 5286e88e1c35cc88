import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { grantToApp } from "./grant-to-app";

// Any number will do so long as nothing else in the database takes the same one.
const LOCK = 4_172_026;

/** A change that waits this long for a table lets the queries behind it go, and tries again. */
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
  /** Role that the app connects as, when it is not the owner: it is granted what it needs. */
  role?: string;
  /** Told what happens, a sentence each. */
  say?: (line: string) => void;
}

/**
 * Applies the migrations that the database lacks, each in a transaction, recorded in Prisma's own
 * `_prisma_migrations`. An advisory lock makes two processes that start at once migrate once.
 * Migrations that the database has beyond these are a newer version's, and left alone.
 *
 * @param url the database, without a transaction pool between
 * @param folder `prisma/migrations`
 * @returns the names of those applied now
 * @throws Error naming the migration that failed (it left nothing behind), or that was changed
 *   after it had been applied
 */
export async function migrate(
  url: string,
  folder: string,
  { role, say = () => {} }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks fails the query that needed it.
  client.on("error", () => {});
  await client.connect();
  try {
    await lock(client, say);
    const applied = await appliedChecksums(client);
    const done: string[] = [];
    for (const migration of migrations) {
      const checksum = applied.get(migration.name);
      if (checksum === undefined) {
        const began = performance.now();
        await applyWhenFree(client, migration, say);
        say(`${migration.name}: applied in ${Math.round(performance.now() - began)} ms.`);
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
    // Ends the session and with it the lock.
    await client.end();
  }
}

/** The names of the migrations in a folder, oldest first. */
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
      // Line ends differ between checkouts; the migration does not.
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
  // Looked for first: who may not create tables can still find that nothing is to be done.
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

/** A change to a table waits for whoever reads it, and everyone else waits behind the change. */
async function applyWhenFree(
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
    await client.query("ROLLBACK").catch(() => {});
    const { message, hint, position } = error as pg.DatabaseError;
    const line = position ? `:${sql.slice(0, Number(position)).split("\n").length}` : "";
    throw new Error(
      `Migration ${name} failed (prisma/migrations/${name}/migration.sql${line}): ${message}.${hint ? ` ${hint}` : ""} Nothing of it was kept.`,
      { cause: error },
    );
  }
}
