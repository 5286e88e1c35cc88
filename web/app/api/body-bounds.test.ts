// Every way in counts what it is sent before it looks at it, and takes little of whom nobody knows.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" });
  amna = await api.signUp();
});
afterAll(() => api.close());

const JSON_TYPE = { "content-type": "application/json" };
const MCP = { ...JSON_TYPE, accept: "application/json, text/event-stream" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const deep = "[".repeat(20_000) + "]".repeat(20_000);
const wide = `{${Array.from({ length: 5_500 }, (_, n) => `"k${n}":1`).join()}}`;

const ways: [string, string, string, Record<string, string>][] = [
  ["a task", "POST", "/api/v1/tasks", JSON_TYPE],
  ["an edit", "PATCH", "/api/v1/tasks/1", JSON_TYPE],
  ["a message", "POST", "/api/v1/chat", JSON_TYPE],
  ["ChatKit", "POST", "/api/chatkit", JSON_TYPE],
  ["tools", "POST", "/mcp", MCP],
  ["a subscription", "POST", "/api/v1/push/subscriptions", JSON_TYPE],
  ["a press on a notification", "POST", "/api/v1/notifications/act", JSON_TYPE],
  ["sign-in", "POST", "/api/v1/auth/login", JSON_TYPE],
  ["sign-up", "POST", "/api/v1/auth/signup", JSON_TYPE],
  ["sign-in of Better Auth", "POST", "/api/auth/sign-in/email", JSON_TYPE],
  ["a passkey of Better Auth", "POST", "/api/auth/passkey/verify-authentication", JSON_TYPE],
];

describe("too many values", () => {
  it.each(ways)("are refused of %s", async (_, method, path, headers) => {
    for (const body of [deep, wide]) {
      const response = await amna.send(method, path, body, headers);
      expect(response.status).toBe(422);
    }
  });

  it("are refused of a form of Better Auth and of an attachment", async () => {
    const fields = `a=b${"&a=b".repeat(600)}`;
    expect((await amna.send("POST", "/api/auth/sign-in/email", fields, FORM)).status).toBe(422);
    const form = new FormData();
    for (let n = 0; n < 600; n += 1) form.append("file", "x");
    expect((await amna.send("POST", "/api/v1/attachments", form)).status).toBe(422);
  });

  it("are refused of tools, and what tools need is not", async () => {
    const list = { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} };
    const response = await amna.send("POST", "/mcp", JSON.stringify(list), MCP);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("create_task");
  });
});

it("a stranger sends forms of at most 64 KiB, a person more", async () => {
  const title = JSON.stringify({ title: "x".repeat(100_000) });
  for (const path of ["/api/v1/notifications/act", "/sign-in", "/forgot-password", "/profile"]) {
    const origin = { origin: "http://localhost:3000" };
    const init = { method: "POST", headers: { ...JSON_TYPE, ...origin }, body: title };
    // Requests of a socket say how long they are.
    const headers = { ...init.headers, "content-length": String(title.length) };
    const response = await api.fetch(path, { ...init, headers });
    expect(response.status, path).toBe(413);
  }
  expect((await amna.send("POST", "/api/v1/tasks", title, JSON_TYPE)).status).toBe(422);
});

it("one person has 100 open streams at most, and others have theirs", async () => {
  const bilal = await api.signUp();
  const open: ReadableStream[] = [];
  const follow = async (person: TestPerson) => {
    const response = await person.call("GET", "/api/v1/tasks/events");
    if (response.status === 200 && response.body) open.push(response.body);
    return response;
  };
  for (let n = 0; n < 100; n += 1) expect((await follow(amna)).status).toBe(200);
  const refused = await follow(amna);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  expect((await follow(bilal)).status).toBe(200);
  await open[0]?.cancel();
  await expect.poll(async () => (await follow(amna)).status).toBe(200);
  await Promise.all(open.map((body) => body.cancel()));
});
