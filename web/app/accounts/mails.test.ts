import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD, type TestApi } from "#app/platform/testing/test-app";
import { confirmEmail } from "./email-confirmation.server";
import { toSessionUser } from "./session.server";
import { updateProfile } from "./update-profile.server";

const ORIGIN = "http://localhost:3000";
let api: TestApi;
let strict: TestApi;
let smtp: SMTPServer;
let smtpUrl: string;
/** Each with its recipient, as it came over the wire. */
let inbox: { to: string; text: string }[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        inbox.push({ to, text: decode(Buffer.concat(chunks).toString()) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as { port: number };
  smtpUrl = `smtp://127.0.0.1:${port}`;
  const mail = { SMTP_URL: smtpUrl, MAIL_FROM: "Karlo <karlo@example.com>" };
  api = await createTestApi({ ...mail, MAILS_PER_HOUR: "40" });
  strict = await createTestApi({ ...mail, REQUIRE_EMAIL_VERIFICATION: "true" });
});
afterAll(async () => {
  await api.close();
  await strict.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});
beforeEach(() => {
  inbox = [];
});

const post = (on: TestApi, path: string, body: object) =>
  on.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN },
    body: JSON.stringify(body),
  });

/** The next mail to an address that is about something. */
async function mailTo(to: string, about: RegExp): Promise<string> {
  return expect
    .poll(() => inbox.find((mail) => mail.to === to && about.test(mail.text))?.text)
    .toBeDefined()
    .then(() => inbox.find((mail) => mail.to === to && about.test(mail.text))?.text ?? "");
}
const tokenIn = (text: string) => /[?&]token=([\w.-]+)/.exec(text)?.[1] ?? "";

/** Undoes the encodings of a mail's parts, so that its words can be looked for. */
function decode(mail: string): string {
  return mail
    .split(/\r\n--/)
    .map((part) => {
      const [head = "", ...body] = part.split("\r\n\r\n");
      const text = body.join("\r\n\r\n");
      if (/base64/i.test(head)) return head + Buffer.from(text, "base64").toString();
      if (!/quoted-printable/i.test(head)) return part;
      const bytes = text
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
      return head + Buffer.from(bytes, "latin1").toString();
    })
    .join("\n");
}

describe("a password reset", () => {
  it("goes by a link that works once, ends every session, and opens with the new password", async () => {
    const amna = await api.signUp();
    await post(api, "/api/auth/request-password-reset", { email: amna.email });
    const text = await mailTo(amna.email, /reset-password/);
    expect(text).toContain("Choose a new password");
    expect(text).toContain("text/html");
    expect(text).toMatch(/From: Karlo <karlo@example.com>/);
    const token = tokenIn(text);
    const kept = await api.karlo.db.verification.findMany();
    expect(JSON.stringify(kept)).not.toContain(token);

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

  it("is written in the person's language", async () => {
    const person = await api.signUp("بلال");
    await api.karlo.db.user.update({ where: { id: person.id }, data: { locale: "ur" } });
    await post(api, "/api/auth/request-password-reset", { email: person.email });
    const text = await mailTo(person.email, /reset-password/);
    expect(text).toContain("نیا پاس ورڈ چنیے");
    expect(text).toContain('dir="rtl"');
  });

  it("says nothing of who has an account, by words or by time, and sends a stranger nothing", async () => {
    const amna = await api.signUp();
    const ask = async (email: string) => {
      const begun = performance.now();
      const answer = await post(api, "/api/auth/request-password-reset", { email });
      return { said: [answer.status, await answer.text()], took: performance.now() - begun };
    };
    const known = await Promise.all([1, 2, 3].map(() => ask(amna.email)));
    const unknown = await Promise.all([1, 2, 3].map((n) => ask(`nobody${n}@example.com`)));
    for (const { said, took } of [...known, ...unknown]) {
      expect(said).toEqual(known[0]?.said);
      expect(took).toBeGreaterThan(380);
      expect(took).toBeLessThan(1_500);
    }
    await mailTo(amna.email, /reset-password/);
    expect(inbox.some(({ to }) => to.startsWith("nobody"))).toBe(false);
  });

  it("is asked for only so often for one address, known or not", async () => {
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

describe("an address", () => {
  it("is confirmed by the link that came with the sign-up, once", async () => {
    const amna = await api.signUp();
    const token = tokenIn(await mailTo(amna.email, /verify-email/));
    const verified = async () =>
      (await api.karlo.db.user.findUniqueOrThrow({ where: { id: amna.id } })).emailVerified;
    const { db } = api.karlo;
    await expect(confirmEmail(db, `${token}x`)).rejects.toMatchObject({ code: "link_expired" });
    expect(await verified()).toBe(false);
    await confirmEmail(db, token);
    expect(await verified()).toBe(true);
    await expect(confirmEmail(db, token)).rejects.toMatchObject({ code: "link_expired" });
  });

  it("changes with the password, and only when the new one is confirmed", async () => {
    const amna = await api.signUp();
    const other = await api.signUp();
    const { db } = api.karlo;
    const person = () => db.user.findUniqueOrThrow({ where: { id: amna.id } });
    const user = toSessionUser(await person());
    const change = (email: string, current: string) =>
      updateProfile(api.karlo, user, { name: "Amna Malik", email, current });
    await expect(change("New@Example.com", "wrong")).rejects.toMatchObject({
      code: "wrong_password",
    });
    expect(await change("New@Example.com", TEST_PASSWORD)).toEqual({ sent: true });
    expect(await person()).toMatchObject({ email: amna.email, name: "Amna Malik" });
    await confirmEmail(db, tokenIn(await mailTo("new@example.com", /verify-email/)));
    expect(await person()).toMatchObject({ email: "new@example.com", emailVerified: true });

    await change(other.email, TEST_PASSWORD);
    inbox = inbox.filter(({ text }) => text.includes(`token=${amna.id}`));
    const taken = confirmEmail(db, tokenIn(await mailTo(other.email, /verify-email/)));
    await expect(taken).rejects.toMatchObject({ code: "email_taken" });
  });
});

describe("where addresses are confirmed first", () => {
  it("signing up gives the same answer for a new and a taken address", async () => {
    const account = { name: "Amna", password: TEST_PASSWORD };
    const signUp = async (email: string) => {
      const answer = await post(strict, "/api/v1/auth/signup", { ...account, email });
      return [answer.status, await answer.json()];
    };
    const fresh = await signUp("first@example.com");
    expect(fresh).toEqual([
      201,
      { user: null, token: null, expires_at: null, refresh_token: null },
    ]);
    const link = tokenIn(await mailTo("first@example.com", /verify-email/));
    expect(await signUp("first@example.com")).toEqual(fresh);
    await mailTo("first@example.com", /already have an account/);

    const signIn = () =>
      post(strict, "/api/v1/auth/login", { email: "first@example.com", password: TEST_PASSWORD });
    expect(await (await signIn()).json()).toMatchObject({ code: "email_not_verified" });
    await confirmEmail(strict.karlo.db, link);
    expect((await signIn()).status).toBe(200);
  });
});
