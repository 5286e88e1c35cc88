import { connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Prisma } from "#app/platform/generated/client";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { freePort } from "../../../local/free-port";
import { type Database, openDatabase } from "./open-database";
import { query } from "./query";
import { inTransaction } from "./transaction";

let test: TestDatabase;
let one: Database;

beforeAll(async () => {
  test = await createTestDatabase({ empty: true });
  // With a single connection, a connection that is not released blocks the next test.
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

it("commits statements of the driver and of the client together", async () => {
  await inTransaction(one.db, async (tx) => {
    await Promise.all([query(tx, note("one")), query(tx, note("two"))]);
    await tx.$executeRaw(note("three"));
    await inTransaction(tx, (joined) => {
      // Without a savepoint, which would cost two round trips.
      expect(joined).toBe(tx);
      return query(joined, note("four"));
    });
  });
  expect(await notes()).toEqual(["four", "one", "three", "two"]);
});

it("rolls back when the callback, the driver or the client fails", async () => {
  const failing = Prisma.sql`SELECT 1 / 0`;
  for (const last of [
    () => Promise.reject(new Error("division by zero")),
    (tx: Parameters<typeof query>[0]) => query(tx, failing),
    (tx: Parameters<typeof query>[0]) => tx.$queryRaw(failing),
  ]) {
    const work = inTransaction(one.db, async (tx) => {
      await query(tx, note("lost"));
      await last(tx);
    });
    await expect(work).rejects.toThrow(/division by zero/);
  }
  expect(await notes()).toEqual([]);
});

it("rejects when its connection is lost, and the pool replaces the connection", async () => {
  const broken = inTransaction(one.db, async (tx) => {
    await query(tx, note("lost"));
    await query(tx, Prisma.sql`SELECT pg_terminate_backend(pg_backend_pid())`);
    await query(tx, note("lost too"));
  });
  await expect(broken).rejects.toThrow(/terminat|connection/i);
  await inTransaction(one.db, (tx) => query(tx, note("kept")));
  expect(await notes()).toEqual(["kept"]);
});

/** A proxy to the test server that turns BEGIN into a syntax error on its way. */
async function breakBegin(): Promise<{ url: string; server: Server }> {
  const url = new URL(test.url);
  const { port, hostname } = url;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    client.on("data", (chunk) =>
      upstream.write(chunk.toString("latin1").replace("BEGIN", "BEGUN"), "latin1"),
    );
    upstream.pipe(client);
    client.on("close", () => upstream.destroy());
  });
  const proxyPort = await freePort();
  await new Promise<void>((resolve) => server.listen(proxyPort, "127.0.0.1", resolve));
  Object.assign(url, { hostname: "127.0.0.1", port: String(proxyPort) });
  return { url: url.href, server };
}

it("rejects with the error of a BEGIN that failed, and the connection is usable after it", async () => {
  const { url, server } = await breakBegin();
  const broken = openDatabase(url, 1, true);
  for (const work of [
    async () => {},
    (tx: Parameters<typeof query>[0]) => query(tx, Prisma.sql`SELECT 1`),
    (tx: Parameters<typeof query>[0]) => tx.$queryRaw`SELECT 1`,
  ]) {
    await expect(inTransaction<unknown>(broken.db, work)).rejects.toThrow(/BEGUN/);
  }
  expect(await query(broken.db, Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  await broken.close();
  server.close();
});
