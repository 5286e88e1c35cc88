import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";
import { softwareAuthenticator } from "./testing/software-authenticator";

const ORIGIN = "http://localhost:3000";
type Authenticator = ReturnType<typeof softwareAuthenticator>;
let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ LOG_LEVEL: "silent" });
});
afterAll(() => api.close());

const post = (path: string, body: object, cookie = "") =>
  api.fetch(`/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN, cookie },
    body: JSON.stringify(body),
  });

/** A challenge with the cookie of the browser that asked for it. */
async function challengeFor(what: string, cookie = "") {
  const response = await api.fetch(`/api/auth/passkey/generate-${what}-options`, {
    headers: { cookie, origin: ORIGIN },
  });
  expect(response.status).toBe(200);
  const { challenge } = (await response.json()) as { challenge: string };
  const own = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { challenge, cookie: [cookie, ...own].filter(Boolean).join("; ") };
}

async function addPasskey(person: TestPerson): Promise<Authenticator> {
  const authenticator = softwareAuthenticator(ORIGIN);
  expect((await post("/verify-password", { password: TEST_PASSWORD }, person.cookie)).status).toBe(
    200,
  );
  const { challenge, cookie } = await challengeFor("register", person.cookie);
  const response = authenticator.register(challenge);
  expect((await post("/passkey/verify-registration", { response }, cookie)).status).toBe(200);
  return authenticator;
}

const hasSession = (response: Response) =>
  response.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line));

async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(hasSession(response)).toBe(false);
}

describe("the challenge of a passkey", () => {
  it("signs in once: what was sent before is refused", async () => {
    const authenticator = await addPasskey(await api.signUp());
    const { challenge, cookie } = await challengeFor("authenticate");
    const response = authenticator.signIn(challenge);
    const first = await post("/passkey/verify-authentication", { response }, cookie);
    expect(first.status).toBe(200);
    expect(hasSession(first)).toBe(true);
    await expectRefused(await post("/passkey/verify-authentication", { response }, cookie));
  });

  it("signs in once, also of several requests at the same time", async () => {
    const authenticator = await addPasskey(await api.signUp());
    const { challenge, cookie } = await challengeFor("authenticate");
    const response = authenticator.signIn(challenge);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post("/passkey/verify-authentication", { response }, cookie)),
    );
    expect(answers.filter(hasSession)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it("is of the browser that asked for it", async () => {
    const authenticator = await addPasskey(await api.signUp());
    const { challenge } = await challengeFor("authenticate");
    const other = await challengeFor("authenticate");
    const response = authenticator.signIn(challenge);
    await expectRefused(await post("/passkey/verify-authentication", { response }, other.cookie));
    await expectRefused(await post("/passkey/verify-authentication", { response }));
  });

  it("of a registration is of the person who asked for it, and signs in nobody", async () => {
    const amna = await api.signUp();
    const bilal = await api.signUp();
    await post("/verify-password", { password: TEST_PASSWORD }, amna.cookie);
    await post("/verify-password", { password: TEST_PASSWORD }, bilal.cookie);
    const { challenge, cookie } = await challengeFor("register", amna.cookie);
    const ofAmna = cookie.split("; ").filter((one) => !amna.cookie.includes(one));
    const response = softwareAuthenticator(ORIGIN).register(challenge);
    const asBilal = [bilal.cookie, ...ofAmna].join("; ");
    await expectRefused(await post("/passkey/verify-registration", { response }, asBilal));
    const authenticator = await addPasskey(bilal);
    const signIn = authenticator.signIn(challenge);
    await expectRefused(await post("/passkey/verify-authentication", { response: signIn }, cookie));
  });

  it("is not answered by another key, for another site or after the key was removed", async () => {
    const amna = await api.signUp();
    const authenticator = await addPasskey(amna);
    const stranger = softwareAuthenticator(ORIGIN);
    const evil = softwareAuthenticator("https://evil.example");
    for (const one of [stranger, evil]) {
      const { challenge, cookie } = await challengeFor("authenticate");
      const forged = { ...one.signIn(challenge), id: authenticator.signIn(challenge).id };
      const response = { ...forged, rawId: forged.id };
      await expectRefused(await post("/passkey/verify-authentication", { response }, cookie));
    }
    await api.app.db.passkey.deleteMany({ where: { userId: amna.id } });
    const { challenge, cookie } = await challengeFor("authenticate");
    const response = authenticator.signIn(challenge);
    await expectRefused(await post("/passkey/verify-authentication", { response }, cookie));
  });
});
