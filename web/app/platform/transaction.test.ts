import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "./database";
import { Prisma } from "./generated/client";
import { query } from "./query";
import { createTestDatabase, type TestDatabase } from "./testing/test-database";
import { inTransaction } from "./transaction";

let test: TestDatabase;
let one: Database;

beforeAll(async () => {
  test = await createTestDatabase({ empty: true });
  // One connection: whoever does not give it back is found out.
  one = openDatabase(test.url, 1, true);
  await one.db.$executeRaw`CREATE TABLE note (text TEXT)`;
});

afterAll(async () => {
  await one.close();
  await test.drop();
});

const note = (text: string) => Prisma.sql`INSERT INTO note VALUES (${text})`;

async function notes(): Promise<string[]> {
  const rows = await query<{ text: string }>(one.db, Prisma.sql`DELETE FROM note RETURNING text`);
  return rows.map(({ text }) => text).sort();
}

it("keeps all of what was done in it, by the driver and by the client", async () => {
  await inTransaction(one.db, async (tx) => {
    await Promise.all([query(tx, note("one")), query(tx, note("two"))]);
    await tx.$executeRaw(note("three"));
    await inTransaction(tx, (within) => query(within, note("four")));
  });
  expect(await notes()).toEqual(["four", "one", "three", "two"]);
});

it("keeps nothing of what failed, wherever it did", async () => {
  const wrong = Prisma.sql`SELECT 1 / 0`;
  for (const last of [
    () => Promise.reject(new Error("division by zero")),
    (tx: Parameters<typeof query>[0]) => query(tx, wrong),
    (tx: Parameters<typeof query>[0]) => tx.$queryRaw(wrong),
  ]) {
    const work = inTransaction(one.db, async (tx) => {
      await query(tx, note("lost"));
      await last(tx);
    });
    await expect(work).rejects.toThrow(/division by zero/);
  }
  expect(await notes()).toEqual([]);
});

it("fails where its connection is gone, and gives it back for one that is not", async () => {
  const broken = inTransaction(one.db, async (tx) => {
    await query(tx, note("lost"));
    await query(tx, Prisma.sql`SELECT pg_terminate_backend(pg_backend_pid())`);
    await query(tx, note("lost too"));
  });
  await expect(broken).rejects.toThrow(/terminat|connection/i);
  await inTransaction(one.db, (tx) => query(tx, note("kept")));
  expect(await notes()).toEqual(["kept"]);
});
