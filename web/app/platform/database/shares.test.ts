// One person who asks for a great deal of work waits for themselves: the others are answered meanwhile.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "#app/platform/generated/client";
import { inScope } from "#app/platform/scope";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { type Database, openDatabase } from "./open-database";
import { query } from "./query";
import { createShares } from "./shares";
import { inTransaction } from "./transaction";

describe("shares", () => {
  it("let one hold a few, and give on to who waits longest", async () => {
    const shares = createShares<object>(2, 10_000);
    const [first, second] = [{}, {}];
    for (const thing of [first, second]) {
      expect(shares.takeNow("amna")).toBe(true);
      shares.holds(thing, "amna");
    }
    expect(shares.takeNow("amna")).toBe(false);
    expect(shares.takeNow("bilal")).toBe(true);
    const order: number[] = [];
    const waiting = [1, 2].map((n) => shares.take("amna").then(() => order.push(n)));
    shares.released({});
    shares.released(first);
    shares.released(first);
    await waiting[0];
    expect(order).toEqual([1]);
    shares.give("amna");
    await waiting[1];
    expect(order).toEqual([1, 2]);
  });

  it("give up a wait that takes too long", async () => {
    const shares = createShares<object>(1, 20);
    await shares.take("amna");
    await expect(shares.take("amna")).rejects.toThrow("timeout");
    shares.give("amna");
    await shares.take("amna");
  });
});

describe("the connections of a pool", () => {
  let test: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase({ empty: true });
    database = openDatabase(test.url, 3, true);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const sleep = Prisma.sql`SELECT pg_sleep(1)::text`;
  const ways: [string, () => Promise<unknown>][] = [
    ["statements of the driver", () => query(database.db, sleep)],
    ["statements of the client", () => database.db.$queryRaw(sleep)],
    ["transactions", () => inTransaction(database.db, (tx) => query(tx, sleep))],
  ];

  it.each(ways)("are not all for one person's %s", async (_, work) => {
    let ended = 0;
    const many = inScope({ user: "amna" }, () =>
      Array.from({ length: 6 }, async () => {
        await work();
        ended += 1;
      }),
    );
    for (let n = 0; n < 5; n += 1)
      await inScope({ user: "bilal" }, () => query(database.db, Prisma.sql`SELECT 1`));
    expect(ended).toBe(0);
    await Promise.all(many);
    expect(ended).toBe(6);
  });

  it("come back after errors", async () => {
    const failing = Prisma.sql`SELECT 1 / 0`;
    for (let n = 0; n < 5; n += 1)
      await inScope({ user: "amna" }, async () => {
        await expect(query(database.db, failing)).rejects.toThrow(/zero/);
        await expect(inTransaction(database.db, (tx) => query(tx, failing))).rejects.toThrow(
          /zero/,
        );
      });
  });
});
