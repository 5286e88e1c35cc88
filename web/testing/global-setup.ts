import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#app/platform/database/migrate";
import { buildWorker } from "../build-worker";
import { startPostgres } from "../local/embedded-postgres";
import { discardData } from "../local/postgres/data-place";

const web = path.resolve(import.meta.dirname, "..");
const TEMPLATE = "karlo_template";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the test server's `postgres` database. */
    postgresUrl: string;
    /** Name of the migrated, empty database that tests copy. */
    templateDatabase: string;
  }
}

/** Starts a PostgreSQL without durability for the tests, and creates the template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWorker(path.join(web, "build/server/worker.js"));
  const parent = path.join(web, "../.karlo");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, "test-"));
  // Started by root, the server's user passes through it to the data, which then stays in the clone.
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({ folder, volatile: true });
  const url = postgres.url("postgres");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(postgres.url(TEMPLATE), path.join(web, "prisma/migrations"));
  project.provide("postgresUrl", url);
  project.provide("templateDatabase", TEMPLATE);
  return async () => {
    await postgres.stop();
    discardData(folder);
  };
}
