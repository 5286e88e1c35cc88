// The whole app as a role that owns nothing: what `migrate` grants it is enough, and no more.
import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { say } from "./conversations/testing/chat-reader";
import { migrate } from "./platform/migrate";
import { createSchedule } from "./platform/schedule";
import { createTestApi, TEST_PASSWORD, type TestApi } from "./platform/testing/test-app";
import { scheduledWorks } from "./scheduled-works.server";

const migrations = path.resolve(import.meta.dirname, "../prisma/migrations");
const role = `app_${randomBytes(6).toString("hex")}`;
let owner: pg.Client;
let api: TestApi;
let statusBefore: object;

/** Names a role that has nothing yet, which is what the app then connects as. */
async function asLesserRole(databaseUrl: string): Promise<string> {
  owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'lesser'`);
  const url = new URL(databaseUrl);
  [url.username, url.password] = [role, "lesser"];
  return url.href;
}

beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" }, asLesserRole);
  statusBefore = (await (await api.fetch("/ready")).json()) as object;
  const { databaseUrl } = api;
  const ownerUrl = new URL(databaseUrl);
  const { username, password } = new URL(inject("postgresUrl"));
  Object.assign(ownerUrl, { username, password });
  // Twice: an upgrade grants again.
  for (const _ of [1, 2]) await migrate(ownerUrl.href, migrations, { role });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
});
afterAll(async () => {
  await owner.query(`DROP OWNED BY ${role}`);
  await owner.end();
  await api.close();
  const server = new pg.Client({ connectionString: inject("postgresUrl") });
  await server.connect();
  await server.query(`DROP ROLE ${role}`);
  await server.end();
});

describe("the app as a role that owns nothing", () => {
  it("is ready when it was granted what it needs, and says so before", async () => {
    expect(statusBefore).toEqual({ status: "no access" });
    expect((await api.fetch("/ready")).status).toBe(200);
  });

  it("signs people up and in, keeps tasks, chats, and forgets people", async () => {
    const amna = await api.signUp();
    const added = await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
    expect(added.status).toBe(201);
    expect((await amna.call("PATCH", "/api/v1/tasks/1/complete")).status).toBe(200);
    expect((await amna.call("DELETE", "/api/v1/tasks/1")).status).toBe(204);
    expect((await amna.call("POST", "/api/v1/tasks/1/restore")).status).toBe(200);
    expect(await say(amna, "add call the bank tomorrow")).toMatchObject({
      status: "completed",
      tool_calls: [{ name: "create_task" }],
    });
    const asked = await say(amna, "delete task 1");
    expect(asked.status).toBe("awaiting_approval");
    expect(await say(amna, "yes", asked.conversation_id)).toMatchObject({
      status: "completed",
      tool_calls: [{ name: "delete_task", result: { task: { id: 1 } } }],
    });
    const undone = await amna.call("POST", `/api/v1/runs/${asked.run_id}/undo`, {});
    expect(undone.status).toBe(200);
    expect((await amna.call("DELETE", "/api/v1/tasks/2")).status).toBe(204);
    // The tools may not, and the app is not the tools.
    expect((await amna.call("DELETE", "/api/v1/trash/2")).status).toBe(204);
    const login = { email: amna.email, password: TEST_PASSWORD };
    const answer = await api.fetch("/api/v1/auth/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(login),
    });
    expect(answer.status).toBe(200);
    await api.karlo.db.user.delete({ where: { id: amna.id } });
    expect(await api.karlo.db.task.count()).toBe(0);
  });

  it("does its scheduled work", async () => {
    const schedule = createSchedule(api.karlo.db, scheduledWorks, api.karlo.log);
    expect(await schedule.tick()).toEqual(scheduledWorks.map(({ name }) => name));
    await schedule.close();
  });

  it.each([
    "CREATE TABLE mine (n int)",
    "DROP TABLE task",
    "ALTER TABLE task ADD COLUMN n int",
    "ALTER TABLE task DISABLE ROW LEVEL SECURITY",
    "DELETE FROM _prisma_migrations",
    "CREATE ROLE another",
  ])("may not %s", async (sql) => {
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    await expect(client.query(sql)).rejects.toMatchObject({ code: "42501" });
    await client.end();
  });

  it("finds that nothing is to be migrated without any right to migrate", async () => {
    expect(await migrate(api.databaseUrl, migrations)).toEqual([]);
  });
});
