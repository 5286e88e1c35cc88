import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { migrate } from "./migrate";
import { openDatabase } from "./open-database";

const real = path.resolve(import.meta.dirname, "../../../prisma/migrations");
let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  folder = await mkdtemp(path.join(tmpdir(), "karlo-migrations-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<T>(sql);
  await client.end();
  return rows;
}

describe("migrate", () => {
  it("applies each pending migration once when several processes start at the same time", async () => {
    await write("0001_a", "CREATE TABLE a (n int); SELECT pg_sleep(0.2);");
    await write("0002_b", "CREATE TABLE b (n int);");
    const all = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
    expect(all.flat().sort()).toEqual(["0001_a", "0002_b"]);
    expect(await migrate(database.url, folder)).toEqual([]);
  });

  it("rolls back a failing migration and reports its name, file and line", async () => {
    await write("0001_bad", "CREATE TABLE a (n int);\nSELECT nonsense;");
    await expect(migrate(database.url, folder)).rejects.toThrow(
      /0001_bad failed \(prisma\/migrations\/0001_bad\/migration.sql:2\).*nonsense/,
    );
    expect(await query("SELECT to_regclass('a') AS a")).toEqual([{ a: null }]);
  });

  it("refuses a migration that was changed after it had been applied", async () => {
    await write("0001_a", "CREATE TABLE a (n int);");
    await migrate(database.url, folder);
    await write("0001_a", "CREATE TABLE a (m int);");
    await expect(migrate(database.url, folder)).rejects.toThrow(/0001_a was changed/);
  });

  it("ignores applied migrations that this version does not have", async () => {
    await write("0001_a", "CREATE TABLE a (n int);");
    await write("0002_newer", "CREATE TABLE b (n int);");
    await migrate(database.url, folder);
    await rm(path.join(folder, "0002_newer"), { recursive: true });
    expect(await migrate(database.url, folder)).toEqual([]);
  });

  it("retries while a table is locked and does not block its readers", async () => {
    await write("0001_a", "CREATE TABLE a (n int);");
    await migrate(database.url, folder);
    await write("0002_b", "ALTER TABLE a ADD COLUMN m int;");
    const reader = new pg.Client({ connectionString: database.url });
    await reader.connect();
    await reader.query("BEGIN; SELECT * FROM a");
    const lines: string[] = [];
    const say = (line: string) => {
      lines.push(line);
      if (line.includes("in use")) void reader.query("COMMIT");
    };
    expect(await migrate(database.url, folder, { say })).toEqual(["0002_b"]);
    expect(lines[0]).toBe("0002_b: a table is in use; trying again.");
    await reader.end();
  });

  it("creates every table and column of the Prisma schema", async () => {
    await migrate(database.url, real);
    const { db, close } = openDatabase(database.url, 2);
    const models = Object.entries(db).filter(
      ([name, value]) => !/^[$_]/.test(name) && typeof value?.findFirst === "function",
    );
    expect(models.length).toBeGreaterThan(10);
    for (const [name, model] of models) {
      expect(await (model as { findFirst(): Promise<unknown> }).findFirst(), name).toBeNull();
    }
    await close();
  });
});
