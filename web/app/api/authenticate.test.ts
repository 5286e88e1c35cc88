import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
});
afterAll(() => api.close());

const withToken = (token: string) =>
  api.fetch(`/api/${amna.id}/tasks`, { headers: { authorization: `Bearer ${token}` } });

describe("tokens", () => {
  it("expire after at most 15 minutes and give access to the tasks of their own user", async () => {
    const payload = JSON.parse(Buffer.from(amna.token.split(".")[1] ?? "", "base64url").toString());
    expect(payload.exp - payload.iat).toBeLessThanOrEqual(15 * 60);
    expect((await withToken(amna.token)).status).toBe(200);
  });

  it("are required, and rejected when unsigned, foreign, altered or malformed", async () => {
    expect((await api.fetch(`/api/${amna.id}/tasks`)).status).toBe(401);
    const { privateKey } = await generateKeyPair("EdDSA");
    const claims = new SignJWT({}).setSubject(amna.id).setIssuer("http://localhost:3000");
    const foreign = await claims
      .setAudience("http://localhost:3000")
      .setProtectedHeader({ alg: "EdDSA" })
      .setExpirationTime("5m")
      .sign(privateKey);
    const unsigned = new UnsecuredJWT({}).setSubject(amna.id).setExpirationTime("5m").encode();
    const [header, payload, signature] = amna.token.split(".");
    const altered = [
      header,
      Buffer.from(
        Buffer.from(payload ?? "", "base64url")
          .toString()
          .replace(amna.id, "someone-else"),
      ).toString("base64url"),
      signature,
    ].join(".");
    for (const token of ["", "x", foreign, unsigned, altered, `${header}.${payload}.`]) {
      const response = await withToken(token);
      expect(response.status, token).toBe(401);
      expect(await response.json()).toMatchObject({ code: "unauthorized", status: 401 });
    }
  });

  it("stop working when their account is deleted", async () => {
    const gone = await api.signUp("Gone");
    await api.app.db.user.delete({ where: { id: gone.id } });
    expect((await gone.call("GET", "/api/v1/tasks")).status).toBe(401);
  });
});

describe("sessions", () => {
  it("are accepted from Karlo's own pages and rejected from other sites", async () => {
    const post = (headers: Record<string, string>) =>
      api.fetch("/api/v1/tasks", {
        method: "POST",
        headers: { cookie: amna.cookie, "content-type": "application/json", ...headers },
        body: '{"title":"from a page"}',
      });
    expect((await post({ origin: "http://localhost:3000" })).status).toBe(201);
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      expect((await post(headers as never)).status, JSON.stringify(headers)).toBe(403);
    }
  });
});

describe("signing up and in", () => {
  const post = (path: string, body: object) =>
    api.fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://localhost:3000" },
      body: JSON.stringify(body),
    });

  it("is accepted without an Origin header and rejected from other sites", async () => {
    const send = (headers: Record<string, string>) =>
      api.fetch("/api/auth/sign-in/email", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ email: amna.email, password: TEST_PASSWORD }),
      });
    expect((await send({})).status).toBe(200);
    // What Node's own fetch sends.
    expect((await send({ "sec-fetch-mode": "cors" })).status).toBe(200);
    expect((await send({ cookie: amna.cookie })).status).toBe(200);
    expect((await send({ origin: "https://evil.example" })).status).toBe(403);
    expect((await send({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("rejects an e-mail address in use and keeps the existing account", async () => {
    const again = await post("/sign-up/email", {
      name: "Other",
      email: amna.email.toUpperCase(),
      password: "another password",
    });
    expect(again.status).toBe(422);
    const signIn = await post("/sign-in/email", { email: amna.email, password: TEST_PASSWORD });
    expect(signIn.status).toBe(200);
  });

  it("gives the same response to an unknown address and a wrong password", async () => {
    const answers = await Promise.all(
      [
        { email: amna.email, password: "wrong password" },
        { email: "nobody@example.com", password: "wrong password" },
      ].map(async (body) => {
        const response = await post("/sign-in/email", body);
        return [response.status, await response.json()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(401);
  });

  it("stores passwords as scrypt hashes", async () => {
    const account = await api.app.db.account.findFirstOrThrow({ where: { userId: amna.id } });
    expect(account.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});
