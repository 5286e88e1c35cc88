import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateProfile } from "#app/accounts/profile/update-profile.server";
import { toSessionUser } from "#app/accounts/session/session.server";
import { type MailServer, startMailServer } from "#testing/mail-server";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#testing/test-app";
import { confirmEmail } from "./email-confirmation.server";

const ORIGIN = "http://localhost:3000";
let api: TestApi;
let strict: TestApi;
let mails: MailServer;

beforeAll(async () => {
  mails = await startMailServer();
  const mail = mails.environment;
  api = await createTestApi({ ...mail, MAILS_PER_HOUR: "40" });
  strict = await createTestApi({ ...mail, REQUIRE_EMAIL_VERIFICATION: "true" });
});
afterAll(async () => {
  await api.close();
  await strict.close();
  await mails.close();
});
beforeEach(() => {
  mails.inbox.length = 0;
});

const post = (on: TestApi, path: string, body: object) =>
  on.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN },
    body: JSON.stringify(body),
  });

/** Waits for a mail to an address whose text matches. */
async function mailTo(to: string, pattern: RegExp): Promise<string> {
  return expect
    .poll(() => mails.inbox.find((mail) => mail.to === to && pattern.test(mail.text))?.text)
    .toBeDefined()
    .then(() => mails.inbox.find((mail) => mail.to === to && pattern.test(mail.text))?.text ?? "");
}
const tokenIn = (text: string) => /[?&]token=([\w.-]+)/.exec(text)?.[1] ?? "";

describe("a password reset", () => {
  it("uses a one-time link, ends every session, and sets the new password", async () => {
    const amna = await api.signUp();
    await post(api, "/api/auth/request-password-reset", { email: amna.email });
    const text = await mailTo(amna.email, /reset-password/);
    expect(text).toContain("Choose a new password");
    expect(text).toContain("text/html");
    expect(text).toMatch(/From: Karlo <karlo@example.com>/);
    const token = tokenIn(text);
    const stored = await api.app.db.verification.findMany();
    expect(JSON.stringify(stored)).not.toContain(token);

    const reset = (newPassword: string) =>
      post(api, "/api/auth/reset-password", { token, newPassword });
    expect((await reset("a brand new password")).status).toBe(200);
    expect((await reset("another new password")).status).toBe(400);
    expect((await amna.call("GET", "/api/v1/tasks")).status).toBe(401);
    const signIn = (password: string) =>
      post(api, "/api/auth/sign-in/email", { email: amna.email, password });
    expect((await signIn(TEST_PASSWORD)).status).toBe(401);
    expect((await signIn("a brand new password")).status).toBe(200);
  });

  it("is mailed in the user's language", async () => {
    const person = await api.signUp("بلال");
    await api.app.db.user.update({ where: { id: person.id }, data: { locale: "ur" } });
    await post(api, "/api/auth/request-password-reset", { email: person.email });
    const text = await mailTo(person.email, /reset-password/);
    expect(text).toContain("نیا پاس ورڈ چنیے");
    expect(text).toContain('dir="rtl"');
  });

  it("does not reveal accounts by response or timing, and mails unknown addresses nothing", async () => {
    const amna = await api.signUp();
    const ask = async (email: string) => {
      const start = performance.now();
      const answer = await post(api, "/api/auth/request-password-reset", { email });
      return {
        response: [answer.status, await answer.text()],
        duration: performance.now() - start,
      };
    };
    const known = await Promise.all([1, 2, 3].map(() => ask(amna.email)));
    const unknown = await Promise.all([1, 2, 3].map((n) => ask(`nobody${n}@example.com`)));
    for (const { response, duration } of [...known, ...unknown]) {
      expect(response).toEqual(known[0]?.response);
      expect(duration).toBeGreaterThan(380);
    }
    const [one, other] = [known, unknown].map((all) =>
      Math.min(...all.map(({ duration }) => duration)),
    );
    expect(one).toBeLessThan(2 * (other ?? 0));
    expect(other).toBeLessThan(2 * (one ?? 0));
    await mailTo(amna.email, /reset-password/);
    expect(mails.inbox.some(({ to }) => to.startsWith("nobody"))).toBe(false);
  });

  it("is rate limited per address, known or not", async () => {
    const answers = [];
    for (let n = 0; n < 6; n += 1) {
      answers.push(
        await post(strict, "/api/auth/request-password-reset", { email: "x@example.com" }),
      );
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(Number(answers[5]?.headers.get("retry-after"))).toBeGreaterThan(60);
  });
});

describe("an e-mail address", () => {
  it("is confirmed once by the link of the sign-up mail", async () => {
    const amna = await api.signUp();
    const token = tokenIn(await mailTo(amna.email, /verify-email/));
    const verified = async () =>
      (await api.app.db.user.findUniqueOrThrow({ where: { id: amna.id } })).emailVerified;
    const { db } = api.app;
    await expect(confirmEmail(db, `${token}x`)).rejects.toMatchObject({ code: "link_expired" });
    expect(await verified()).toBe(false);
    await confirmEmail(db, token);
    expect(await verified()).toBe(true);
    await expect(confirmEmail(db, token)).rejects.toMatchObject({ code: "link_expired" });
  });

  it("changes only with the password and after the new address is confirmed", async () => {
    const amna = await api.signUp();
    const other = await api.signUp();
    const { db } = api.app;
    const person = () => db.user.findUniqueOrThrow({ where: { id: amna.id } });
    const user = toSessionUser(await person());
    const change = (email: string, current: string) =>
      updateProfile(api.app, user, { name: "Amna Malik", email, current });
    await expect(change("New@Example.com", "wrong")).rejects.toMatchObject({
      code: "wrong_password",
    });
    expect(await change("New@Example.com", TEST_PASSWORD)).toEqual({ sent: true, changed: false });
    expect(await person()).toMatchObject({ email: amna.email, name: "Amna Malik" });
    await confirmEmail(db, tokenIn(await mailTo("new@example.com", /verify-email/)));
    expect(await person()).toMatchObject({ email: "new@example.com", emailVerified: true });

    await change(other.email, TEST_PASSWORD);
    const mine = mails.inbox.filter(({ text }) => text.includes(`token=${amna.id}`));
    mails.inbox.splice(0, mails.inbox.length, ...mine);
    const taken = confirmEmail(db, tokenIn(await mailTo(other.email, /verify-email/)));
    await expect(taken).rejects.toMatchObject({ code: "email_taken" });
  });
});

describe("with mandatory e-mail confirmation", () => {
  it("sign-up responds alike for a new and a taken address", async () => {
    const account = { name: "Amna", password: TEST_PASSWORD };
    const signUp = async (email: string) => {
      const answer = await post(strict, "/api/v1/auth/signup", { ...account, email });
      return [answer.status, await answer.json()];
    };
    const response = await signUp("first@example.com");
    expect(response).toEqual([
      201,
      { user: null, token: null, expires_at: null, refresh_token: null },
    ]);
    const link = tokenIn(await mailTo("first@example.com", /verify-email/));
    expect(await signUp("first@example.com")).toEqual(response);
    await mailTo("first@example.com", /already have an account/);

    const signIn = () =>
      post(strict, "/api/v1/auth/login", { email: "first@example.com", password: TEST_PASSWORD });
    expect(await (await signIn()).json()).toMatchObject({ code: "email_not_verified" });
    await confirmEmail(strict.app.db, link);
    expect((await signIn()).status).toBe(200);
  });
});

describe("mails to one address", () => {
  let limited: TestApi;
  beforeAll(async () => {
    limited = await createTestApi({
      SMTP_URL: mails.environment.SMTP_URL,
      MAIL_FROM: "Karlo <karlo@example.com>",
      MAILS_PER_HOUR: "3",
    });
  });
  afterAll(() => limited.close());

  it("are counted together, whatever asks for them", async () => {
    const email = "often@example.com";
    const account = { name: "A", email, password: TEST_PASSWORD };
    const statuses: number[] = [];
    for (const [path, body] of [
      ["/api/auth/sign-up/email", account],
      ["/api/v1/auth/signup", account],
      ["/api/auth/request-password-reset", { email }],
      ["/api/auth/sign-up/email", account],
      ["/api/auth/sign-up/email", { ...account, email: "Often@Example.com" }],
      ["/api/v1/auth/signup", account],
      ["/api/auth/request-password-reset", { email }],
      ["/api/auth/send-verification-email", { email }],
    ] as const)
      statuses.push((await post(limited, path, body)).status);
    expect(statuses.slice(3)).toEqual([429, 429, 429, 429, 429]);
    // Other addresses are not kept out.
    const other = { ...account, email: "seldom@example.com" };
    expect((await post(limited, "/api/auth/sign-up/email", other)).status).toBe(200);
    await mailTo(other.email, /verify-email/);
    expect(mails.inbox.filter(({ to }) => to === email).length).toBeLessThanOrEqual(3);
  });

  it("are counted for a new address of an account too", async () => {
    const person = await limited.signUp();
    const user = await limited.app.db.user.findUniqueOrThrow({ where: { id: person.id } });
    const change = () =>
      updateProfile(limited.app, toSessionUser(user), {
        name: "A",
        email: "victim@example.com",
        current: TEST_PASSWORD,
      });
    for (let n = 0; n < 3; n += 1) await change();
    await expect(change()).rejects.toMatchObject({ code: "too_many_attempts" });
  });

  it.each([
    "Win at https://evil.example/prize",
    "<a href='https://evil.example'>x</a>",
    "evil.example",
  ])("hold nothing that a stranger typed: %s", async (name) => {
    const email = `stranger${name.length}@example.com`;
    await post(api, "/api/auth/sign-up/email", { name, email, password: TEST_PASSWORD });
    await post(api, "/api/auth/request-password-reset", { email });
    await post(api, "/api/auth/sign-up/email", { name, email, password: TEST_PASSWORD });
    await mailTo(email, /reset-password\?token=/);
    await mailTo(email, /verify-email\?token=/);
    for (const { text } of mails.inbox) expect(text).not.toContain("evil.example");
  });
});
