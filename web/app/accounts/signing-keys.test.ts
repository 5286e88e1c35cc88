import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#app/platform/testing/test-app";

let before: TestApi;
let after: TestApi;

beforeAll(async () => {
  before = await createTestApi();
  after = await before.another({
    BETTER_AUTH_SECRET: "another secret, made when the first one leaked",
  });
});

afterAll(async () => {
  await after.close();
  await before.close();
});

async function logIn(api: TestApi, email: string): Promise<string> {
  const answer = await api.fetch("/api/v1/auth/login", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: TEST_PASSWORD }),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { token: string }).token;
}

it("signs by a new key where the secret has changed, also beside processes that have the old one", async () => {
  const amna = await before.signUp();
  const status = async (api: TestApi, token: string) =>
    (await api.as({ ...amna, token }).call("GET", "/api/v1/tasks")).status;
  expect(await status(before, amna.token)).toBe(200);

  const fresh = await logIn(after, amna.email);
  expect(await status(after, fresh)).toBe(200);
  // What the old key signed ends with it.
  expect(await status(after, amna.token)).toBe(401);

  expect(await status(before, await logIn(before, amna.email))).toBe(200);
  expect(await status(after, await logIn(after, amna.email))).toBe(200);
  expect(await after.karlo.db.jwks.count()).toBe(2);
});
