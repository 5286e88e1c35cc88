import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "#app/accounts/apps/scopes";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";
import { createToken } from "./create-token.server";
import { endToken } from "./end-token.server";

let api: TestApi;
let amna: TestPerson;
beforeAll(async () => {
  api = await createTestApi({ SIGN_IN_FAILURES_PER_ACCOUNT: "3" });
  amna = await api.signUp();
});
afterAll(() => api.close());

const make = (person: TestPerson, scopes: Scope[], current = TEST_PASSWORD) =>
  createToken(
    api.app,
    new Request("http://localhost:3000/profile/apps", { headers: { cookie: person.cookie } }),
    person.id,
    { name: "backup", scopes, days: 30, current },
  );
const call = (authorization: string, method: string, path: string, body?: object) =>
  api.fetch(path, {
    method,
    headers: {
      authorization,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    },
    body: body && JSON.stringify(body),
  });
const basic = (name: string, password: string) =>
  `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;

describe("a personal access token", () => {
  it("works as bearer and as the password or name of Basic, at the API and at /mcp", async () => {
    const token = await make(amna, ["tasks:read", "tasks:write"]);
    for (const header of [
      `Bearer ${token}`,
      basic("amna@example.com", token),
      basic("x", token),
      basic(token, ""),
    ]) {
      const made = await call(header, "POST", "/api/v1/tasks", { title: "by a program" });
      expect(made.status, header).toBe(201);
      const listed = await call(header, "POST", "/mcp", {
        jsonrpc: "2.0",
        id: 1,
        method: "tools/call",
        params: { name: "list_tasks", arguments: {} },
      });
      expect(listed.status, header).toBe(200);
      expect(await listed.text()).toContain("by a program");
    }
    const stored = await api.app.db.personalToken.findFirstOrThrow({ where: { userId: amna.id } });
    expect(stored.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(stored)).not.toContain(token);
    const change = await api.app.db.taskChange.findFirstOrThrow({ where: { userId: amna.id } });
    expect(change).toMatchObject({ actor: "api", client: `token:${stored.id}` });
  });

  it("does what its scopes allow, and nothing about the account", async () => {
    const reads = `Bearer ${await make(amna, ["tasks:read"])}`;
    const chats = `Bearer ${await make(amna, ["chat"])}`;
    const writes = `Bearer ${await make(amna, ["tasks:write"])}`;
    const cases: [string, string, string, number][] = [
      [reads, "GET", "/api/v1/tasks", 200],
      [reads, "POST", "/api/v1/tasks", 403],
      [reads, "DELETE", "/api/v1/tasks/1", 403],
      [reads, "POST", "/chat", 403],
      [reads, "GET", "/api/v1/conversations", 403],
      [writes, "GET", "/api/v1/tasks", 200],
      [writes, "POST", "/api/v1/tasks", 201],
      [writes, "POST", `/api/${amna.id}/chat`, 403],
      [chats, "GET", "/api/v1/conversations", 200],
      [chats, "GET", `/api/${amna.id}/tasks`, 403],
      [chats, "GET", "/api/v1/stats", 403],
      [reads, "GET", "/api/v1/auth/me", 200],
      [writes, "POST", "/api/v1/auth/logout", 403],
      [writes, "GET", "/api/v1/export", 403],
      [chats, "GET", "/api/v1/export", 403],
    ];
    for (const [header, method, path, status] of cases) {
      const body = method === "POST" ? { title: "x" } : undefined;
      const answer = await call(header, method, path, body);
      expect(answer.status, `${method} ${path}`).toBe(status);
      if (status !== 403) continue;
      expect(await answer.json()).toMatchObject({ code: "insufficient_scope" });
      expect(answer.headers.get("www-authenticate")).toContain("insufficient_scope");
    }
    const other = await api.signUp();
    expect((await call(writes, "GET", `/api/${other.id}/tasks`)).status).toBe(404);
  });

  it("ends when it is revoked or its time is over, and with its account", async () => {
    const person = await api.signUp();
    const header = `Bearer ${await make(person, ["tasks:read"])}`;
    const status = async () => (await call(header, "GET", "/api/v1/tasks")).status;
    const { db } = api.app;
    const { id } = await db.personalToken.findFirstOrThrow({ where: { userId: person.id } });
    await endToken(db, amna.id, id, new Headers());
    expect(await status()).toBe(200);
    await db.personalToken.update({ where: { id }, data: { expiresAt: new Date(0) } });
    expect(await status()).toBe(401);
    await db.personalToken.update({ where: { id }, data: { expiresAt: new Date(2e12) } });
    expect(await status()).toBe(200);
    await endToken(db, person.id, id, new Headers());
    expect(await status()).toBe(401);
    const events = await db.securityEvent.findMany({ where: { userId: person.id } });
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["token_created", "token_revoked"]),
    );
  });

  it("is made with the password only, and wrong ones are counted", async () => {
    const person = await api.signUp();
    for (const code of ["wrong_password", "wrong_password", "wrong_password", "too_many_attempts"])
      await expect(make(person, ["tasks:read"], "wrong")).rejects.toMatchObject({ code });
  });

  it("is refused in any other form", async () => {
    for (const header of [
      "Bearer karlo_pat_x",
      "Bearer karlo_at_x",
      "Basic x",
      "Basic ",
      basic("a", "b"),
      `Bearer ${"x".repeat(5_000)}`,
      `Basic ${"eA==".repeat(5_000)}`,
    ]) {
      const answer = await call(header, "GET", "/api/v1/tasks");
      expect(answer.status, header.slice(0, 40)).toBe(401);
    }
  });
});
