// Better Auth's endpoints under Karlo's own rules: attempts at a password, sessions without tokens.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

const ORIGIN = "http://localhost:3000";
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ SIGN_IN_FAILURES_PER_ACCOUNT: "5" });
});
afterAll(() => api.close());

const post = (person: Pick<TestPerson, "cookie">, path: string, body: object) =>
  api.fetch(`/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN, cookie: person.cookie },
    body: JSON.stringify(body),
  });
const read = (person: TestPerson, path: string) =>
  api.fetch(`/api/auth${path}`, { headers: { cookie: person.cookie } });

async function signInAgain({ email }: TestPerson): Promise<Pick<TestPerson, "cookie">> {
  const response = await post({ cookie: "" }, "/sign-in/email", { email, password: TEST_PASSWORD });
  const lines = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { cookie: lines.join("; ") };
}

describe("a password that a signed-in person gives again", () => {
  it.each([
    ["/verify-password", (password: string) => ({ password })],
    [
      "/change-password",
      (currentPassword: string) => ({ currentPassword, newPassword: "another long one" }),
    ],
  ])("at %s is counted like one at sign-in", async (path, body) => {
    const person = await api.signUp();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => post(person, path, body(`wrong ${n}`))),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 400)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    // Also the right one, and at the other endpoint: the count is the person's.
    expect((await post(person, path, body(TEST_PASSWORD))).status).toBe(429);
    expect((await post(person, "/verify-password", { password: TEST_PASSWORD })).status).toBe(429);
    // Nobody else is kept out.
    const other = await api.signUp();
    expect((await post(other, path, body(TEST_PASSWORD))).status).toBe(200);
  });

  it("is not counted when it is right", async () => {
    const person = await api.signUp();
    for (let n = 0; n < 12; n += 1)
      expect((await post(person, "/verify-password", { password: TEST_PASSWORD })).status).toBe(
        200,
      );
  });
});

describe("the sessions of a person", () => {
  it("are listed without their tokens, and revoked by their ids", async () => {
    const person = await api.signUp();
    const second = await signInAgain(person);
    const listed = await read(person, "/list-sessions");
    const text = await listed.text();
    const rows = await api.app.db.session.findMany({ where: { userId: person.id } });
    expect(rows).toHaveLength(2);
    for (const { id, token } of rows) {
      expect(text).not.toContain(token);
      expect(text).toContain(id);
    }
    expect(text).not.toContain('"token"');

    const signedIn = rows.find(({ token }) => second.cookie.includes(token));
    expect((await post(person, "/revoke-session", { token: signedIn?.id })).status).toBe(200);
    const left = await api.app.db.session.findMany({ where: { userId: person.id } });
    expect(left.map(({ id }) => id)).not.toContain(signedIn?.id);
    expect(left).toHaveLength(1);
  });

  it("are not revoked by somebody else", async () => {
    const [person, other] = [await api.signUp(), await api.signUp()];
    const [row] = await api.app.db.session.findMany({ where: { userId: person.id } });
    await post(other, "/revoke-session", { token: row?.id });
    expect(await api.app.db.session.count({ where: { userId: person.id } })).toBe(1);
  });

  it.each(["/get-session"])("%s shows no token", async (path) => {
    const person = await api.signUp();
    const response = await read(person, path);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain(person.email);
    expect(text).not.toContain('"token"');
  });
});
