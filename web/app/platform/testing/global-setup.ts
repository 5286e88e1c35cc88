import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../../../scripts/embedded-postgres";
import { migrate } from "../migrate";

const web = path.resolve(import.meta.dirname, "../../..");
const TEMPLATE = "karlo_template";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the test server's `postgres` database. */
    postgresUrl: string;
    /** Name of a migrated, empty database to copy. */
    templateDatabase: string;
  }
}

/** Starts a PostgreSQL for the tests, without durability, and migrates the database they copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = path.join(web, "../.karlo");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, "test-"));
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
    rmSync(folder, { recursive: true, force: true });
  };
}
