// The endpoints of accounts have the same bounds as the rest of the API.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";
import { INVISIBLE, STRANGE, UNFIT, UNSTORABLE } from "./testing/hostile-texts";

let api: TestApi;
let amna: TestPerson;
const ORIGIN = "http://localhost:3000";

beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" });
  amna = await api.signUp();
  await amna.call("POST", "/api/v1/tasks", { title: "first" });
});
afterAll(() => api.close());

/** JSON as a client would write it: `JSON.stringify` keeps lone surrogates as escapes. */
const send = (method: string, path: string, body: unknown) => amna.call(method, path, body);
describe("Better Auth's own endpoints", () => {
  const post = (path: string, body: unknown, cookie = amna.cookie) =>
    api.fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: ORIGIN, cookie },
      body: JSON.stringify(body),
    });
  const account = { name: "Bano", email: "bano@example.com", password: TEST_PASSWORD };

  it.each<[string, object]>([
    ...[...UNFIT, ...INVISIBLE].map(([what, name]): [string, object] => [
      `name: ${what}`,
      { name },
    ]),
    ...STRANGE.map((name): [string, object] => [`name: ${JSON.stringify(name)}`, { name }]),
    ...[...UNFIT, ...INVISIBLE].map(([what, email]): [string, object] => [
      `email: ${what}`,
      { email },
    ]),
    ...STRANGE.map((email): [string, object] => [`email: ${JSON.stringify(email)}`, { email }]),
    ["email of 400 characters", { email: `${"a".repeat(388)}@example.com` }],
    ["email with a line end", { email: "a@example.com\nBcc: b@example.com" }],
    // Control characters are as good as any in a password.
    ...UNSTORABLE.map(([what, text]): [string, object] => [
      `password: ${what}`,
      { password: text },
    ]),
    ["password without end", { password: "x".repeat(500_000) }],
    ...STRANGE.map((text): [string, object] => [
      `password: ${JSON.stringify(text)}`,
      { password: text },
    ]),
    ...[
      "javascript:alert(1)",
      "data:text/html,x",
      "x",
      "\0",
      5,
      `https://a.example/${"x".repeat(3_000)}`,
    ].map((image): [string, object] => [`image: ${String(image).slice(0, 30)}`, { image }]),
    ["time zone", { timeZone: "Nowhere/City" }],
    ["time zone with NUL", { timeZone: "Asia/Karachi\0" }],
    ["locale", { locale: "\0" }],
    ["callback with NUL", { callbackURL: "/a\0" }],
    ["callback without end", { callbackURL: `/${"x".repeat(100_000)}` }],
    ["member with NUL", { "a\0": 1 }],
  ])("sign-up refuses %s", async (_, values) => {
    const response = await post("/sign-up/email", { ...account, ...values }, "");
    expect([400, 422]).toContain(response.status);
    expect(await response.json()).toMatchObject({
      code: expect.any(String),
      message: expect.any(String),
    });
  });

  it.each([
    ["/update-user", { name: "\0" }],
    ["/update-user", { name: "a\ud83d" }],
    ["/update-user", { name: "x".repeat(500_000) }],
    ["/update-user", { name: 5 }],
    ["/update-user", { name: "\u200b" }],
    ["/update-user", { image: "javascript:alert(1)" }],
    ["/update-user", { image: "\0" }],
    ["/update-user", { timeZone: "\0" }],
    ["/update-user", { theme: "\0" }],
    ["/update-user", { numerals: "x".repeat(500_000) }],
    ["/change-password", { currentPassword: "\0", newPassword: "\0aaaaaaaaa" }],
    ["/verify-password", { password: "\0" }],
    ["/request-password-reset", { email: "\0@example.com" }],
    ["/request-password-reset", { email: "a@example.com", redirectTo: "/\0" }],
    ["/reset-password", { newPassword: "long enough", token: "\0" }],
    ["/reset-password", { newPassword: "long enough", token: "x".repeat(500_000) }],
    ["/sign-in/email", { email: "\0", password: "x" }],
    ["/sign-in/email", { email: "a@example.com", password: "\0" }],
    ["/sign-in/social", { provider: "\0" }],
    ["/revoke-session", { token: "\0" }],
    ["/send-verification-email", { email: "\0" }],
    ["/unlink-account", { providerId: "\0" }],
    ["/link-social", { provider: "google", callbackURL: "\0" }],
  ])("%s refuses %j", async (path, body) => {
    const response = await post(path, body);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  it.each([
    "/verify-email?token=%00",
    "/reset-password/%00?callbackURL=/",
    "/reset-password/x?callbackURL=%00",
    "/callback/google?state=%00&code=%00",
    "/get-session?disableCookieCache=%00",
    "/error?error=%00",
    "/%00",
    "/%E0%A4%A",
    "/account-info?accountId=%00",
  ])("GET %s is no internal error", async (path) => {
    const response = await api.fetch(`/api/auth${path}`, { headers: { cookie: amna.cookie } });
    expect(response.status).toBeLessThan(500);
  });

  it.each(["", "{", "[]", "5", "null", '"x"', '{"name":"\\u0000"}', "\0", "[".repeat(100_000)])(
    "the body %j is no internal error",
    async (body) => {
      for (const path of ["/sign-up/email", "/update-user", "/sign-out", "/revoke-session"]) {
        const response = await api.fetch(`/api/auth${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: ORIGIN, cookie: amna.cookie },
          body: body || undefined,
        });
        expect(response.status, path).toBeLessThan(500);
      }
    },
  );
});

describe("sign-up by the REST API", () => {
  const account = { name: "Bano", email: "bano@example.com", password: TEST_PASSWORD };
  it.each<[string, object]>([
    ...[...UNFIT, ...INVISIBLE].map(([what, name]): [string, object] => [
      `name: ${what}`,
      { name },
    ]),
    ["email of 400 characters", { email: `${"a".repeat(388)}@example.com` }],
    ...UNFIT.map(([what, email]): [string, object] => [`email: ${what}`, { email }]),
    ...UNSTORABLE.map(([what, password]): [string, object] => [`password: ${what}`, { password }]),
    ["password without end", { password: "x".repeat(500_000) }],
    ["time zone", { time_zone: "\0" }],
    ["image", { image: "javascript:alert(1)" }],
  ])("refuses %s", async (_, values) => {
    const response = await send("POST", "/api/v1/auth/signup", { ...account, ...values });
    expect(response.status).toBe(422);
  });
});
