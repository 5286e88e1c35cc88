import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteAccount } from "#app/accounts/profile/delete-account.server";
import { toSessionUser } from "#app/accounts/session/session.server";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import { totpCode } from "#testing/totp";
import { twoStepCalls } from "#testing/two-step";
import { turnOffLostFactor } from "./turn-off-lost-factor.server";

let api: TestApi;
const { post, login, secondStep, cookiesOf, protectedPerson, ticketFor, sessionsOf } = twoStepCalls(
  () => api,
);

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

describe("setting up an authenticator app", () => {
  it("takes the password and the first code", async () => {
    const amna = await api.signUp();
    const headers = { cookie: amna.cookie };
    const wrong = await post("/api/auth/two-factor/enable", { password: "wrong" }, headers);
    expect(wrong.status).toBe(400);
    expect((await post("/api/auth/two-factor/enable", { password: TEST_PASSWORD })).status).toBe(
      401,
    );
    await post("/api/auth/two-factor/enable", { password: TEST_PASSWORD }, headers);
    // Not on before a code has shown that the app has the secret.
    expect((await login({ email: amna.email, password: TEST_PASSWORD })).status).toBe(200);
    const guess = await post("/api/auth/two-factor/verify-totp", { code: "000000" }, headers);
    expect(guess.status).toBe(401);
    expect((await login({ email: amna.email, password: TEST_PASSWORD })).status).toBe(200);
  });

  it("keeps the secret encrypted and recovery codes as hashes, given out once", async () => {
    const amna = await protectedPerson();
    const row = await api.app.db.twoFactor.findUniqueOrThrow({ where: { userId: amna.id } });
    expect(amna.codes).toHaveLength(10);
    for (const code of amna.codes) {
      expect(code).toMatch(/^([2-9a-hj-km-np-z]{4}-){3}[2-9a-hj-km-np-z]{4}$/);
      expect(row.backupCodes).not.toContain(code);
      expect(row.backupCodes).not.toContain(code.replaceAll("-", ""));
    }
    expect(row.secret).not.toContain(amna.secret);
    expect(JSON.stringify(row)).not.toContain(Buffer.from(amna.secret).toString("base64"));
  });

  it("cannot be repeated without turning it off", async () => {
    const amna = await protectedPerson();
    const headers = { cookie: amna.cookie };
    const again = await post("/api/auth/two-factor/enable", { password: TEST_PASSWORD }, headers);
    expect(again.status).toBe(400);
  });

  it("is refused to bearer tokens and other sites", async () => {
    const amna = await api.signUp();
    const session = await api.app.db.session.findFirstOrThrow({ where: { userId: amna.id } });
    const authorization = `Bearer ${session.token}`;
    const body = { password: TEST_PASSWORD };
    for (const path of ["/two-factor/enable", "/two-factor/disable", "/passkey/delete-passkey"]) {
      expect((await post(`/api/auth${path}`, body, { authorization })).status, path).toBe(403);
    }
    const options = await api.fetch("/api/auth/passkey/generate-register-options", {
      headers: { authorization },
    });
    expect(options.status).toBe(403);
    const foreign = { cookie: amna.cookie, origin: "https://evil.example" };
    expect((await post("/api/auth/two-factor/enable", body, foreign)).status).toBe(403);
  });
});

describe("signing in with a second factor", () => {
  it("gives no session, cookie or token for the password alone", async () => {
    const amna = await protectedPerson();
    const before = await sessionsOf(amna);
    const page = await post("/api/auth/sign-in/email", {
      email: amna.email,
      password: TEST_PASSWORD,
    });
    expect(await page.json()).toMatchObject({ twoFactorRedirect: true });
    expect(page.headers.get("set-auth-token")).toBeNull();
    const cookie = cookiesOf(page);
    expect(cookie).toContain("two_factor=");
    expect(page.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/);
    expect(cookie).not.toContain("session_token=");
    expect(cookie).not.toContain("karlo_device=");
    for (const path of ["/api/auth/token", "/api/v1/auth/me", "/api/v1/tasks"])
      expect((await api.fetch(path, { headers: { cookie } })).status, path).toBe(401);
    const session = await api.fetch("/api/auth/get-session", { headers: { cookie } });
    expect(await session.json()).toBeNull();

    const answer = await login({ email: amna.email, password: TEST_PASSWORD });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.getSetCookie()).toEqual([]);
    const { ticket } = (await answer.json()) as { ticket: string };
    const authorization = `Bearer ${decodeURIComponent(ticket)}`;
    for (const path of ["/api/auth/token", "/api/v1/auth/me"])
      expect((await api.fetch(path, { headers: { authorization } })).status, path).toBe(401);
    expect(await sessionsOf(amna)).toBe(before);
  });

  it("asks for a second factor only after the right password", async () => {
    const amna = await protectedPerson();
    const answer = await login({
      email: amna.email,
      password: "wrong",
      code: totpCode(amna.secret),
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "wrong_credentials" });
  });

  it("completes by a ticket, or in one call", async () => {
    const amna = await protectedPerson();
    const ticket = await ticketFor(amna);
    const done = await secondStep({ ticket, code: totpCode(amna.secret) });
    expect(done.status, await done.clone().text()).toBe(200);
    const { token, user } = (await done.json()) as { token: string; user: { id: string } };
    expect(user.id).toBe(amna.id);
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.fetch("/api/v1/tasks", { headers })).status).toBe(200);
    // The ticket was for one sign-in.
    const again = await secondStep({ ticket, code: totpCode(amna.secret, 1) });
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject({ code: "second_step_expired" });
    const code = totpCode(amna.secret, 1);
    const once = await login({ email: amna.email, password: TEST_PASSWORD, code });
    expect(once.status, await once.clone().text()).toBe(200);
  });

  it.each(["spaces", "urdu digits", "arabic digits", "hyphen"])(
    "takes a code with %s",
    async (how) => {
      const amna = await protectedPerson();
      const code = totpCode(amna.secret);
      const typed = {
        spaces: ` ${code.slice(0, 3)} ${code.slice(3)} `,
        "urdu digits": code.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit))),
        "arabic digits": code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
        hyphen: `${code.slice(0, 3)}-${code.slice(3)}`,
      }[how];
      const answer = await login({ email: amna.email, password: TEST_PASSWORD, code: typed });
      expect(answer.status, await answer.clone().text()).toBe(200);
    },
  );

  it("takes each code once, also of two requests at once", async () => {
    const amna = await protectedPerson();
    const code = totpCode(amna.secret);
    const tickets = [await ticketFor(amna), await ticketFor(amna), await ticketFor(amna)];
    const answers = await Promise.all(tickets.map((ticket) => secondStep({ ticket, code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const later = await login({ email: amna.email, password: TEST_PASSWORD, code });
    expect(await later.json()).toMatchObject({ code: "wrong_code" });
    // The one that turned it on was used too.
    const first = totpCode(amna.secret, -1);
    const replayed = await login({ email: amna.email, password: TEST_PASSWORD, code: first });
    expect(replayed.status).toBe(401);
  });

  it.each(["123", "abcdef", "", "0".repeat(90), "' OR 1=1 --", "sha256:AAAA", "\u0000"])(
    "refuses %j",
    async (code) => {
      const amna = await protectedPerson();
      const ticket = await ticketFor(amna);
      const answer = await secondStep({ ticket, code });
      expect([401, 422]).toContain(answer.status);
      expect(await sessionsOf(amna)).toBe(1);
    },
  );

  it("refuses a code of long ago and of another person", async () => {
    const amna = await protectedPerson();
    const bilal = await protectedPerson();
    for (const code of [
      totpCode(amna.secret, -10),
      totpCode(amna.secret, 10),
      totpCode(bilal.secret),
    ]) {
      const answer = await login({ email: amna.email, password: TEST_PASSWORD, code });
      expect(answer.status).toBe(401);
    }
  });

  it("refuses a ticket that is altered, of another kind or too old", async () => {
    const amna = await protectedPerson();
    const ticket = await ticketFor(amna);
    const code = totpCode(amna.secret);
    const session = /session_token=([^;]+)/.exec(amna.cookie)?.[1] ?? "";
    for (const forged of [`${ticket}x`, `x${ticket}`, "2fa-x", session]) {
      const answer = await secondStep({ ticket: forged, code });
      expect(answer.status, forged).toBe(401);
    }
    expect((await secondStep({ ticket: "a; b=c", code })).status).toBe(422);
    await api.app.db.verification.updateMany({
      where: { value: amna.id },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    const late = await secondStep({ ticket, code });
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({ code: "second_step_expired" });
  });

  it("is over when the account is gone or the factor was turned off in between", async () => {
    const amna = await protectedPerson();
    const ticket = await ticketFor(amna);
    const user = await api.app.db.user.findUniqueOrThrow({ where: { id: amna.id } });
    await deleteAccount(api.app, toSessionUser(user), TEST_PASSWORD);
    expect((await secondStep({ ticket, code: totpCode(amna.secret) })).status).toBe(401);

    const bilal = await protectedPerson();
    const open = await ticketFor(bilal);
    expect(await turnOffLostFactor(api.app, bilal.email)).toBe(true);
    expect((await secondStep({ ticket: open, code: totpCode(bilal.secret) })).status).toBe(401);
  });

  it("never trusts a device instead of a code", async () => {
    const amna = await protectedPerson();
    const first = await post("/api/auth/sign-in/email", {
      email: amna.email,
      password: TEST_PASSWORD,
    });
    const code = totpCode(amna.secret);
    const done = await post(
      "/api/auth/two-factor/verify-totp",
      { code, trustDevice: true },
      { cookie: cookiesOf(first) },
    );
    expect(done.status).toBe(200);
    expect(cookiesOf(done)).not.toContain("trust_device");
    const again = await post(
      "/api/auth/sign-in/email",
      { email: amna.email, password: TEST_PASSWORD },
      { cookie: cookiesOf(done) },
    );
    expect(await again.json()).toMatchObject({ twoFactorRedirect: true });
  });
});
