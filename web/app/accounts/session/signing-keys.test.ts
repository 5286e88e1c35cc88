import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import { decryptionKey } from "./auth-secrets";

let before: TestApi;
let after: TestApi;

beforeAll(async () => {
  before = await createTestApi();
  after = await before.openReplica({
    BETTER_AUTH_SECRET: "another secret, made when the first one leaked",
  });
});

afterAll(async () => {
  await after.close();
  await before.close();
});

async function logIn(api: TestApi, email: string): Promise<string> {
  const response = await api.fetch("/api/v1/auth/login", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: TEST_PASSWORD }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { token: string }).token;
}

it("uses a new key after the secret changed, also beside processes with the old secret", async () => {
  const amna = await before.signUp();
  const status = async (api: TestApi, token: string) =>
    (await api.as({ ...amna, token }).call("GET", "/api/v1/tasks")).status;
  expect(await status(before, amna.token)).toBe(200);

  const token = await logIn(after, amna.email);
  expect(await status(after, token)).toBe(200);
  // Tokens of a key that cannot be decrypted are invalid.
  expect(await status(after, amna.token)).toBe(401);

  expect(await status(before, await logIn(before, amna.email))).toBe(200);
  expect(await status(after, await logIn(after, amna.email))).toBe(200);
  expect(await after.app.db.jwks.count()).toBe(2);
});

describe("a secret that changes while the one before is still known", () => {
  let next: TestApi;
  beforeAll(async () => {
    next = await before.openReplica({
      BETTER_AUTH_SECRET: "the secret of this year, longer than the last",
      BETTER_AUTH_PREVIOUS_SECRETS: before.app.config.BETTER_AUTH_SECRET,
    });
  });
  afterAll(() => next.close());

  it("ends no session and no token, and each of both secrets' processes takes them", async () => {
    const amna = await before.signUp();
    for (const api of [before, next]) {
      const person = api.as(amna);
      expect((await person.call("GET", "/api/v1/tasks")).status).toBe(200);
      const page = await api.fetch("/api/auth/get-session", { headers: { cookie: amna.cookie } });
      expect(await page.json()).toMatchObject({ user: { id: amna.id } });
    }
    const token = await logIn(next, amna.email);
    expect((await next.as({ ...amna, token }).call("GET", "/api/v1/tasks")).status).toBe(200);
  });

  it("refuses a session that was signed with none of them", async () => {
    const amna = await before.signUp();
    const forged = amna.cookie.replace(/session_token=([^.]+)\.[^;]+/, "session_token=$1.AAAA");
    const page = await next.fetch("/api/auth/get-session", { headers: { cookie: forged } });
    expect(await page.json()).toBeNull();
  });

  it("reads what was encrypted with the one before, and what is encrypted from now on", async () => {
    const { key, data } = { key: decryptionKey(next.app.config), data: "a second factor" };
    const old = before.app.config.BETTER_AUTH_SECRET;
    const early = await symmetricEncrypt({ key: old, data });
    const later = await symmetricEncrypt({ key: decryptionKey(before.app.config), data });
    const latest = await symmetricEncrypt({ key, data });
    for (const [name, kept] of Object.entries({ later, latest }))
      expect(await symmetricDecrypt({ key, data: kept }), name).toBe(data);
    const oldest = { ...next.app.config, BETTER_AUTH_PREVIOUS_SECRETS: [old] };
    expect(await symmetricDecrypt({ key: decryptionKey(oldest), data: early })).toBe(data);
  });
});
