import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#app/platform/database/migrate";
import { buildWorker } from "../build-worker";
import { startPostgres } from "../local/embedded-postgres";
import { discardData } from "../local/postgres/data-place";
import { startPool } from "./start-pool";

const web = path.resolve(import.meta.dirname, "..");
const TEMPLATE = "karlo_template";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the test server's `postgres` database. */
    postgresUrl: string;
    /** Name of the migrated, empty database that tests copy. */
    templateDatabase: string;
    /** URL of a transaction pool in front of the test server; empty without one. */
    poolUrl: string;
  }
}

/**
 * Starts a PostgreSQL without durability for the tests, and creates the template database. Its
 * programs are those of KARLO_TEST_POSTGRES, the folder of a package, if given; with
 * KARLO_TEST_PGBOUNCER, a program, apps reach it through a transaction pool.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWorker(path.join(web, "build/server/worker.js"));
  const parent = path.join(web, "../.karlo");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, "test-"));
  // Started by root, the server's user passes through it to the data, which then stays in the clone.
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({
    folder,
    volatile: true,
    programs: process.env.KARLO_TEST_POSTGRES,
  });
  const pgbouncer = process.env.KARLO_TEST_PGBOUNCER;
  const pool = pgbouncer ? await startPool(pgbouncer, folder, postgres.url("")) : undefined;

  const url = postgres.url("postgres");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  if (process.env.KARLO_TEST_POSTGRES) {
    const { rows } = await client.query("SELECT version()");
    console.log(`Tested on ${rows[0].version}${pool ? ", through PgBouncer" : ""}`);
  }
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(postgres.url(TEMPLATE), path.join(web, "prisma/migrations"));
  project.provide("postgresUrl", url);
  project.provide("templateDatabase", TEMPLATE);
  project.provide("poolUrl", pool?.url ?? "");
  return async () => {
    await pool?.stop();
    await postgres.stop();
    discardData(folder);
  };
}
