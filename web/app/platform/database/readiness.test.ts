// A database that answers and cannot write, or is away: not ready, and 503 instead of 500.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let client: pg.Client;
let amna: TestPerson;
beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "error" });
  amna = await api.signUp();
  client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await api.close();
});

const ready = async () => {
  const response = await api.fetch("/ready");
  return { code: response.status, ...((await response.json()) as { status: string }) };
};

/** Makes every write to the tables fail like one on a database in this state. */
async function failWrites(sqlstate: string): Promise<() => Promise<void>> {
  await client.query(`CREATE OR REPLACE FUNCTION fail_write() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'no write' USING ERRCODE = '${sqlstate}'; END $$`);
  const tables = ["attempt", "task", "session", "conversation"];
  for (const table of tables)
    await client.query(`CREATE TRIGGER fail_write BEFORE INSERT OR UPDATE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION fail_write()`);
  return async () => {
    for (const table of tables) await client.query(`DROP TRIGGER fail_write ON ${table}`);
  };
}

describe("a database that cannot write", () => {
  it.each([
    ["whose disk is full", "53100"],
    ["that is read-only", "25006"],
    ["without memory", "53200"],
    ["with a broken disk", "58030"],
  ])(
    "%s is not ready, and what needs it is 503",
    async (_, sqlstate) => {
      expect(await ready()).toEqual({ code: 200, status: "ok" });
      const restore = await failWrites(sqlstate);
      try {
        await expect.poll(ready).toEqual({ code: 503, status: "no writes" });
        // It stays in service all the same: people read on.
        expect((await api.fetch("/ready?for=traffic")).status).toBe(200);
        const json = { "content-type": "application/json", origin: "http://localhost:3000" };
        const credentials = { email: amna.email, password: TEST_PASSWORD };
        for (const response of [
          await amna.call("POST", "/api/v1/tasks", { title: "milk" }),
          await amna.call("POST", "/api/v1/chat", { message: "add milk" }),
          await api.fetch("/api/auth/sign-in/email", {
            method: "POST",
            headers: json,
            body: JSON.stringify(credentials),
          }),
          await amna.call("POST", "/api/v1/auth/login", credentials),
        ]) {
          expect(response.status, response.url || (await response.clone().text())).toBe(503);
          expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
          expect(String(((await response.json()) as { code: string }).code).toLowerCase()).toBe(
            "database_unavailable",
          );
        }
        // Reading works.
        expect((await amna.call("GET", "/api/v1/tasks")).status).toBe(200);
      } finally {
        await restore();
      }
      await expect.poll(ready).toEqual({ code: 200, status: "ok" });
      expect((await amna.call("POST", "/api/v1/tasks", { title: "milk" })).status).toBe(201);
    },
    40_000,
  );
});

it("looks for room on the disk with a file of its own, which does not stay", async () => {
  const files = async () => {
    const { rows } = await client.query(
      "SELECT temp_files::integer AS made FROM pg_stat_database WHERE datname = current_database()",
    );
    const { rows: left } = await client.query("SELECT name FROM pg_ls_tmpdir()");
    return { made: rows[0].made as number, left: left.length };
  };
  const { made } = await files();
  // The result of a write is kept for some seconds.
  await expect
    .poll(
      async () => {
        await ready();
        return (await files()).made;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(made);
  expect((await files()).left).toBe(0);
});
