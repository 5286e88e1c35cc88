import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

const ORIGIN = "http://localhost:3000";
let api: TestApi;
let amna: TestPerson;
let bilal: TestPerson;

beforeAll(async () => {
  api = await createTestApi({
    SIGN_IN_FAILURES_PER_ACCOUNT: "1000",
    SIGN_IN_FAILURES_PER_ADDRESS: "1000",
  });
  amna = await api.signUp("Amna");
  bilal = await api.signUp("Bilal");
  await amna.call("POST", "/api/v1/tasks", { title: "hers" });
  await amna.call("POST", "/api/v1/chat", { message: "add a thing of hers" });
});
afterAll(() => api.close());

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  api.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
    body: JSON.stringify(body),
  });
const signIn = (email: string, password: string, headers = {}) =>
  post("/api/auth/sign-in/email", { email, password }, headers);

describe("an access token", () => {
  it("gives no access to another user's data, whoever's id is in the path or body", async () => {
    const paths = ["/tasks", "/tasks/1", "/stats"];
    for (const path of paths) {
      const foreign = await bilal.call("GET", `/api/${amna.id}${path}`);
      expect(foreign.status, path).toBe(404);
      expect(await foreign.text()).not.toContain("hers");
    }
    const run = await api.app.db.run.findFirstOrThrow({ where: { userId: amna.id } });
    for (const path of [
      "/api/v1/tasks/1",
      `/api/v1/runs/${run.id}`,
      `/api/v1/runs/${run.id}/events`,
    ]) {
      expect((await bilal.call("GET", path)).status, path).toBe(404);
    }
    expect((await bilal.call("POST", `/api/${amna.id}/tasks`, { title: "mine" })).status).toBe(404);
    expect(
      (await bilal.call("POST", "/api/v1/tasks", { title: "x", user_id: amna.id })).status,
    ).toBe(404);
  });

  it("is refused for a wrong issuer, audience, time, user or session, even if signed by our key", async () => {
    const now = Math.floor(Date.now() / 1_000);
    const sign = async (payload: Record<string, unknown>) => {
      const { token } = await api.app.auth.api.signJWT({
        body: { payload: { sub: amna.id, iat: now, ...payload } },
      });
      const headers = { authorization: `Bearer ${token}` };
      return (await api.fetch("/api/v1/tasks", { headers })).status;
    };
    expect(await sign({})).toBe(200);
    expect(await sign({ iss: "https://evil.example" })).toBe(401);
    expect(await sign({ aud: "https://evil.example" })).toBe(401);
    expect(await sign({ exp: now - 1 })).toBe(401);
    expect(await sign({ nbf: now + 600 })).toBe(401);
    expect(await sign({ sub: "nobody" })).toBe(401);
    expect(await sign({ sid: "no session" })).toBe(401);
    // The session must belong to the token's user.
    const session = await api.app.db.session.findFirstOrThrow({ where: { userId: bilal.id } });
    expect(await sign({ sid: session.id })).toBe(401);
  });

  it("is refused when signed with the public key as an HMAC secret", async () => {
    const key = await api.app.db.jwks.findFirstOrThrow();
    const secret = new TextEncoder().encode(key.publicKey);
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: "HS256", kid: key.id })
      .setSubject(amna.id)
      .setIssuer(ORIGIN)
      .setAudience(ORIGIN)
      .setExpirationTime("5m")
      .sign(secret);
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.fetch("/api/v1/tasks", { headers })).status).toBe(401);
  });

  it("stays valid after key rotation, while new tokens use the new key", async () => {
    const kid = (token: string) =>
      JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
    const old = kid(amna.token);
    await api.app.db.jwks.update({ where: { id: old }, data: { expiresAt: new Date() } });
    const issued = await api.fetch("/api/auth/token", { headers: { cookie: amna.cookie } });
    const { token } = (await issued.json()) as { token: string };
    expect(kid(token)).not.toBe(old);
    for (const each of [token, amna.token]) {
      const headers = { authorization: `Bearer ${each}` };
      expect((await api.fetch("/api/v1/tasks", { headers })).status).toBe(200);
    }
    const { keys } = (await (await api.fetch("/api/auth/jwks")).json()) as { keys: unknown[] };
    expect(keys).toHaveLength(2);
    expect(JSON.stringify(keys)).not.toMatch(/"d"|private/);
  });

  it("is revoked with its session", async () => {
    const chand = await api.signUp("Chand");
    expect((await chand.call("GET", "/api/v1/tasks")).status).toBe(200);
    await post("/api/auth/sign-out", {}, { cookie: chand.cookie });
    expect((await chand.call("GET", "/api/v1/tasks")).status).toBe(401);
  });
});

describe("a session", () => {
  it("is always new after signing in, never one the client presented (no session fixation)", async () => {
    const response = await signIn(bilal.email, TEST_PASSWORD, { cookie: amna.cookie });
    const cookie = response.headers.getSetCookie().find((line) => line.includes("session_token"));
    expect(cookie).toBeDefined();
    expect(amna.cookie).not.toContain(cookie?.split(";")[0]);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const attacked = await signIn(bilal.email, TEST_PASSWORD, {
      cookie: "karlo.session_token=chosen.by-an-attacker",
    });
    expect(attacked.headers.getSetCookie().join()).not.toContain("chosen");
  });

  it("is refused when its cookie was altered", async () => {
    const session = ({ cookie }: TestPerson) => /session_token=([^;]+)/.exec(cookie)?.[1] ?? "";
    const name = "karlo.session_token";
    const value = session(amna);
    const other = session(bilal).split(".")[0];
    const real = await api.fetch("/api/v1/tasks", { headers: { cookie: `${name}=${value}` } });
    expect(real.status).toBe(200);
    for (const forged of [`${value}x`, `${other}.${value.split(".")[1]}`, "x", ""]) {
      const cookie = `${name}=${forged}`;
      expect((await api.fetch("/api/v1/tasks", { headers: { cookie } })).status, forged).toBe(401);
    }
  });

  it("is not accepted from another site for any state-changing request", async () => {
    const calls: [string, string, unknown?][] = [
      ["POST", "/api/v1/tasks", { title: "x" }],
      ["PUT", "/api/v1/tasks/1", { title: "x" }],
      ["PATCH", "/api/v1/tasks/1", { title: "x" }],
      ["PATCH", "/api/v1/tasks/1/complete"],
      ["DELETE", "/api/v1/tasks/1"],
      ["POST", "/api/v1/chat", { message: "x" }],
      ["POST", "/chat", { message: "x" }],
      ["POST", "/api/v1/import", {}],
      ["POST", "/api/v1/auth/logout"],
      ["POST", "/api/auth/sign-out", {}],
      ["POST", "/api/auth/change-password", { currentPassword: TEST_PASSWORD, newPassword: "x" }],
      ["POST", "/api/auth/revoke-sessions", {}],
      ["POST", "/api/auth/update-user", { name: "x" }],
    ];
    for (const [method, path, body] of calls) {
      const response = await api.fetch(path, {
        method,
        headers: {
          cookie: amna.cookie,
          origin: "https://evil.example",
          "sec-fetch-site": "cross-site",
          "content-type": "application/json",
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      expect(response.status, `${method} ${path}`).toBe(403);
    }
    expect((await api.fetch("/api/v1/tasks/1", { headers: { cookie: amna.cookie } })).status).toBe(
      200,
    );
  });
});

describe("account enumeration", () => {
  it("is not possible at sign-in, by response or by timing", async () => {
    const time = async (email: string) => {
      const start = performance.now();
      const response = await signIn(email, "wrong password");
      await response.text();
      expect(response.status).toBe(401);
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    await time(amna.email);
    for (let n = 0; n < 15; n += 1) {
      known.push(await time(amna.email));
      unknown.push(await time(`nobody${n}@example.com`));
    }
    const ratio = median(known) / median(unknown);
    // Both hash once; without that an unknown address would be twenty times as fast.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
