import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A database of a single test file. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Copies the template database (about 20 ms), or creates an empty one. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(
    `CREATE DATABASE ${name} TEMPLATE ${empty ? "template0" : inject("templateDatabase")}`,
  );
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** The same database through the transaction pool of this run, if there is one. */
export function pooledUrl(database: string): string {
  const pool = inject("poolUrl");
  return pool ? new URL(new URL(database).pathname, pool).href : database;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
