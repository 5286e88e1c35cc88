import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";

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
