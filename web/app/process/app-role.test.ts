// Runs the whole app as a role that owns no table, with exactly the privileges that `migrate` grants.

import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sendMessage } from "#app/conversations/testing/chat-reader";
import { migrate } from "#app/platform/database/migrate";
import { createSchedule } from "#app/platform/schedule";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import { scheduledJobs } from "./scheduled-jobs.server";

const migrations = path.resolve(import.meta.dirname, "../../prisma/migrations");
const role = `app_${randomBytes(6).toString("hex")}`;
let owner: pg.Client;
let api: TestApi;
let statusBefore: object;

/** Creates a role without privileges and returns the URL with which the app connects as it. */
async function createAppRole(databaseUrl: string): Promise<string> {
  owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'lesser'`);
  const url = new URL(databaseUrl);
  [url.username, url.password] = [role, "lesser"];
  return url.href;
}

beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" }, createAppRole);
  statusBefore = (await (await api.fetch("/ready")).json()) as object;
  const { databaseUrl } = api;
  const ownerUrl = new URL(databaseUrl);
  const { username, password } = new URL(inject("postgresUrl"));
  Object.assign(ownerUrl, { username, password });
  // Twice, since every upgrade grants again.
  for (const _ of [1, 2]) await migrate(ownerUrl.href, migrations, { role });
  // What readiness found before is kept for a second.
  while ((await api.fetch("/ready")).status !== 200) await delay(100);
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
  it("reports that it has no access before the grants", async () => {
    expect(statusBefore).toEqual({ status: "no access" });
  });

  it("can sign up, sign in, manage tasks, chat and delete an account", async () => {
    const amna = await api.signUp();
    const added = await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
    expect(added.status).toBe(201);
    expect((await amna.call("PATCH", "/api/v1/tasks/1/complete")).status).toBe(200);
    expect((await amna.call("DELETE", "/api/v1/tasks/1")).status).toBe(204);
    expect((await amna.call("POST", "/api/v1/tasks/1/restore")).status).toBe(200);
    expect(await sendMessage(amna, "add call the bank tomorrow")).toMatchObject({
      status: "completed",
      tool_calls: [{ name: "create_task" }],
    });
    const withdrawn = await sendMessage(amna, "delete task 1");
    expect((await sendMessage(amna, "show my tasks", withdrawn.conversation_id)).response).toMatch(
      /^I did not delete #1 buy milk\./,
    );
    const asked = await sendMessage(amna, "delete task 1");
    expect(asked.status).toBe("awaiting_approval");
    expect(await sendMessage(amna, "yes", asked.conversation_id)).toMatchObject({
      status: "completed",
      tool_calls: [{ name: "delete_task", result: { task: { id: 1 } } }],
    });
    const undone = await amna.call("POST", `/api/v1/runs/${asked.run_id}/undo`, {});
    expect(undone.status).toBe(200);
    expect((await amna.call("DELETE", "/api/v1/tasks/2")).status).toBe(204);
    // Not permitted to the role of the tools, so the app does not inherit from it.
    expect((await amna.call("DELETE", "/api/v1/trash/2")).status).toBe(204);
    const login = { email: amna.email, password: TEST_PASSWORD };
    const answer = await api.fetch("/api/v1/auth/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(login),
    });
    expect(answer.status).toBe(200);
    await api.app.db.user.delete({ where: { id: amna.id } });
    expect(await api.app.db.task.count()).toBe(0);
  });

  it("can run the scheduled jobs", async () => {
    const schedule = createSchedule(api.app.db, scheduledJobs, api.app.log);
    expect(await schedule.tick()).toEqual(scheduledJobs.map(({ name }) => name));
    await schedule.close();
  });

  it.each([
    "CREATE TABLE mine (n int)",
    "DROP TABLE task",
    "ALTER TABLE task ADD COLUMN n int",
    "ALTER TABLE task DISABLE ROW LEVEL SECURITY",
    "DELETE FROM _prisma_migrations",
    "CREATE ROLE another",
  ])("cannot %s", async (sql) => {
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    await expect(client.query(sql)).rejects.toMatchObject({ code: "42501" });
    await client.end();
  });

  it("can find that no migration is pending without DDL privileges", async () => {
    expect(await migrate(api.databaseUrl, migrations)).toEqual([]);
  });
});
