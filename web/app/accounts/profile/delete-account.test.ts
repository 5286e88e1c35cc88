import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toSessionUser } from "#app/accounts/session/session.server";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import { deleteAccount } from "./delete-account.server";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** Per table, the number of rows that belong to a user or mention their id. */
async function countRows(id: string): Promise<Record<string, number>> {
  const { db } = api.app;
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const owned = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'user_id'`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const byOwner = owned.some((table) => table.name === name) ? "user_id = $1 OR" : "";
    const rows = await db.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM "${name}" t WHERE ${byOwner} position($1 in t::text) > 0`,
      id,
    );
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}

it("requires the password, deletes the user's rows in every table, and revokes sessions and tokens", async () => {
  const { db } = api.app;
  const amna = await api.signUp();
  const other = await api.signUp();
  for (const person of [amna, other]) {
    await person.call("POST", "/api/v1/tasks", { title: "x" }, { "idempotency-key": "1" });
    await person.call("POST", "/api/v1/chat", { message: "delete x" });
    await person.call("POST", "/api/v1/auth/login");
    await api.fetch("/api/v1/auth/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: person.email, password: TEST_PASSWORD }),
    });
    await db.attachment.create({
      data: {
        id: randomUUID(),
        userId: person.id,
        conversationNumber: 1,
        name: "a",
        mediaType: "text/plain",
        size: 1,
        content: Buffer.from("a"),
      },
    });
    await db.verification.create({
      data: { id: randomUUID(), identifier: "x", value: person.id, expiresAt: new Date() },
    });
  }
  const before = await countRows(amna.id);
  for (const table of ["task", "task_change", "conversation", "message", "run", "session"]) {
    expect(before[table], table).toBeGreaterThan(0);
  }
  for (const table of ["account", "attachment", "idempotency_key", "refresh_token", "verification"])
    expect(before[table], table).toBeGreaterThan(0);
  const others = await countRows(other.id);

  const user = toSessionUser(await db.user.findUniqueOrThrow({ where: { id: amna.id } }));
  await expect(deleteAccount(api.app, user, "wrong password")).rejects.toMatchObject({
    code: "wrong_password",
  });
  expect((await amna.call("GET", "/api/v1/tasks")).status).toBe(200);

  await deleteAccount(api.app, user, TEST_PASSWORD);
  const after = await countRows(amna.id);
  expect(Object.entries(after).filter(([, count]) => count > 0)).toEqual([]);
  expect((await amna.call("GET", "/api/v1/tasks")).status).toBe(401);
  const cookie = { headers: { cookie: amna.cookie } };
  expect((await api.fetch("/api/v1/tasks", cookie)).status).toBe(401);
  expect(await countRows(other.id)).toEqual(others);
});

it("deletes everything of an account that is at work in every way", async () => {
  const person = await api.signUp();
  const tasks = Array.from({ length: 3_000 }, (_, n) => ({ title: `t${n}`, due_at: "2099-01-01" }));
  const work = [
    person.call("POST", "/api/v1/tasks/import?format=json", { tasks }),
    person.call("GET", "/api/v1/export"),
    ...["add call ali in 1 minute", "show my tasks", "add milk"].map((message) =>
      person.call("POST", "/api/v1/chat", { message }),
    ),
    person.call("POST", "/api/v1/tasks", { title: "tea", due_at: "2099-01-01" }),
  ].map((sent) => sent.then((response) => response.text().then(() => response.status)));
  const { db } = api.app;
  await expect.poll(() => db.conversation.count({ where: { userId: person.id } })).not.toBe(0);
  const user = await db.user.findUniqueOrThrow({ where: { id: person.id } });
  await deleteAccount(api.app, toSessionUser(user), TEST_PASSWORD);
  // What is still at work finds nobody: it says so, and keeps nothing.
  const statuses = await Promise.all(work);
  expect(statuses.filter((status) => status === 500)).toEqual([]);
  const left = Object.entries(await countRows(person.id)).filter(([, count]) => count > 0);
  expect(left).toEqual([]);
});
