import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

interface Tokens {
  user: { id: string; email: string };
  token: string;
  expires_at: string;
  refresh_token: string;
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.fetch(`/api/v1/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const withToken = (token: string, path = "/api/v1/auth/me") =>
  api.fetch(path, { headers: { authorization: `Bearer ${token}` } });

let people = 0;
async function signUp(): Promise<Tokens> {
  people += 1;
  const email = `program${people}@example.com`;
  const response = await post("/signup", { name: "Program", email, password: TEST_PASSWORD });
  expect(response.status).toBe(201);
  return (await response.json()) as Tokens;
}

/** Moves the use of a person's refresh tokens into the past. */
const usedBefore = (userId: string, ms: number) =>
  api.app.db.refreshToken.updateMany({
    where: { userId, usedAt: { not: null } },
    data: { usedAt: new Date(Date.now() - ms) },
  });

describe("accounts of REST clients", () => {
  it("sign up with a token that all routes accept", async () => {
    const { user, token, expires_at } = await signUp();
    expect(user).toMatchObject({ name: "Program", locale: "en", email_verified: false });
    const left = Date.parse(expires_at) - Date.now();
    expect(left).toBeGreaterThan(14 * 60_000);
    expect(left).toBeLessThanOrEqual(15 * 60_000);
    expect(await (await withToken(token)).json()).toEqual({ user });
    expect((await withToken(token, `/api/${user.id}/tasks`)).status).toBe(200);
  });

  it("log in without a cookie to an account of the pages, and log out", async () => {
    const amna = await api.signUp();
    const answer = await post("/login", { email: amna.email, password: TEST_PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const { token, refresh_token, user } = (await answer.json()) as Tokens;
    expect(user.id).toBe(amna.id);
    const authorization = `Bearer ${token}`;
    const out = await api.fetch("/api/v1/auth/logout", {
      method: "POST",
      headers: { authorization },
    });
    expect(out.status).toBe(204);
    expect((await withToken(token)).status).toBe(401);
    expect((await post("/refresh", { refresh_token })).status).toBe(401);
    // The session of the browser is not affected.
    expect((await withToken(amna.token)).status).toBe(200);
  });

  it("end the session when a refresh token is reused", async () => {
    const first = await signUp();
    const answer = await post("/refresh", { refresh_token: first.refresh_token });
    expect(answer.status).toBe(200);
    const second = (await answer.json()) as Tokens;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await withToken(second.token)).status).toBe(200);

    await usedBefore(first.user.id, 11_000);
    expect((await post("/refresh", { refresh_token: first.refresh_token })).status).toBe(401);
    expect((await withToken(second.token)).status).toBe(401);
    expect((await post("/refresh", { refresh_token: second.refresh_token })).status).toBe(401);
  });

  it("get the same pair from a refresh token that is sent again within ten seconds", async () => {
    const { refresh_token, user } = await signUp();
    const send = async () => {
      const answer = await post("/refresh", { refresh_token });
      expect(answer.status).toBe(200);
      return (await answer.json()) as Tokens;
    };
    const answers = await Promise.all([1, 2, 3].map(send));
    await usedBefore(user.id, 8_000);
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    expect((await send()).refresh_token).toBe(first?.refresh_token);
    expect(await api.app.db.refreshToken.count({ where: { userId: user.id } })).toBe(2);
    const next = await post("/refresh", { refresh_token: first?.refresh_token });
    expect(next.status).toBe(200);
  });

  it("store refresh tokens as hashes", async () => {
    const { user, refresh_token } = await signUp();
    const rows = await api.app.db.refreshToken.findMany({ where: { userId: user.id } });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(refresh_token);
  });

  it.each([
    ["/signup", { name: "", email: "a@example.com", password: TEST_PASSWORD }, "name"],
    ["/signup", { name: "A", email: "a", password: TEST_PASSWORD }, "email"],
    ["/signup", { name: "A", email: "a@example.com", password: "short" }, "password"],
    [
      "/signup",
      { name: "A", email: "a@example.com", password: TEST_PASSWORD, admin: true },
      "admin",
    ],
    ["/login", { email: "a@example.com" }, "password"],
    ["/refresh", {}, "refresh_token"],
  ])("report the invalid field: %s %j", async (path, body, field) => {
    const response = await post(path, body);
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "invalid_input", field });
  });

  it("report errors in the caller's language, and an e-mail address in use with 422", async () => {
    const { user } = await signUp();
    const body = { name: "B", email: user.email.toUpperCase(), password: TEST_PASSWORD };
    const taken = await post("/signup", body, { "accept-language": "ur" });
    expect(taken.status).toBe(422);
    expect(await taken.json()).toMatchObject({
      code: "email_taken",
      field: "email",
      detail: expect.stringMatching(/\p{Script=Arabic}/u),
    });
    const wrong = await post("/login", { email: user.email, password: "wrong" });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ code: "wrong_credentials" });
  });
});
