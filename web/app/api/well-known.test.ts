import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttp } from "#app/process/http.server";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;
beforeAll(async () => {
  api = await createTestApi({ PUBLIC_URL: "https://karlo.example" });
  amna = await api.signUp();
});
afterAll(() => api.close());

const get = (path: string) =>
  createHttp(api.app, async () => ({}) as ServerBuild).fetch(
    new Request(`https://karlo.example${path}`),
  );

describe("the addresses that programs look for", () => {
  it("tell whom to report a weakness to", async () => {
    const response = await get("/.well-known/security.txt");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(text).toMatch(/^Contact: mailto:security@karlo\.example$/m);
    expect(text).toMatch(/^Canonical: https:\/\/karlo\.example\/\.well-known\/security\.txt$/m);
    const [, expires = ""] = /^Expires: (.+)$/m.exec(text) ?? [];
    const days = (Date.parse(expires) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(366);
  });

  it("lead to where a password is changed", async () => {
    const response = await get("/.well-known/change-password");
    expect([302, 303, 307]).toContain(response.status);
    expect(response.headers.get("location")).toBe("/profile");
  });
});

describe("responses of the API", () => {
  it.each<[string, string, unknown?]>([
    ["GET", "/api/v1/tasks"],
    ["GET", "/api/v1/stats"],
    ["GET", "/api/v1/conversations"],
    ["GET", "/api/v1/auth/me"],
    ["GET", "/api/v1/nowhere"],
    ["GET", "/api/v1/export"],
    ["GET", "/api/v1/tasks/export"],
    ["POST", "/api/v1/tasks", { title: "milk" }],
    ["POST", "/api/v1/chat", { message: "hello" }],
    ["POST", "/api/chatkit/session", {}],
    ["POST", "/api/v1/auth/login", { email: "person1@example.com", password: TEST_PASSWORD }],
    ["POST", "/api/auth/sign-in/email", { email: "person1@example.com", password: "wrong one" }],
    ["GET", "/api/auth/get-session"],
    ["GET", "/api/auth/token"],
    ["GET", "/api/v1/tasks/events"],
    ["POST", "/mcp", { jsonrpc: "2.0", id: 1, method: "ping" }],
  ])("%s %s is kept by no cache", async (method, path, body) => {
    const response = await amna.call(method, path, body, {
      accept: "application/json, text/event-stream",
    });
    expect(response.headers.get("cache-control"), String(response.status)).toContain("no-store");
    expect(response.headers.get("permissions-policy")).toMatch(/camera=\(\)/);
    await response.body?.cancel();
  });
});
