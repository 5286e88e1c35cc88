import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePassword } from "#app/accounts/profile/change-password.server";
import { type MailServer, startMailServer } from "#testing/mail-server";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";
import { afterAddressChange } from "./address-change.server";
import { purgeSecurityEvents } from "./purge-security-events.server";
import { readSecurityEvents } from "./read-security-events.server";
import { recordSecurityEvent } from "./security-events.server";

const ORIGIN = "http://localhost:3000";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
const CHROME = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36";
let api: TestApi;
let mails: MailServer;

beforeAll(async () => {
  mails = await startMailServer();
  api = await createTestApi({ ...mails.environment, MAILS_PER_HOUR: "3" });
});
afterAll(async () => {
  await api.close();
  await mails.close();
});

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  api.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
    body: JSON.stringify(body),
  });
const signIn = ({ email }: TestPerson, headers = {}, password = TEST_PASSWORD) =>
  post("/api/auth/sign-in/email", { email, password }, headers);
const eventsOf = async ({ id }: TestPerson) =>
  (await readSecurityEvents(api.app.db, id, 1)).events.map(({ type, count }) =>
    count > 1 ? `${type} ×${count}` : type,
  );
const mailsTo = (to: string, subject: RegExp) =>
  mails.inbox.filter((mail) => mail.to === to && subject.test(mail.raw));
/** Mails are sent in the background: waits for one that is sent after all of them. */
async function settle(): Promise<void> {
  const other = await api.signUp();
  await signIn(other, { "user-agent": CHROME });
  await expect.poll(() => mailsTo(other.email, /new device/i)).toHaveLength(1);
}

describe("security events", () => {
  it("record what happens to an account, in order", async () => {
    const amna = await api.signUp();
    const cookie = amna.cookie;
    await signIn(amna, { "user-agent": FIREFOX }, "wrong");
    await expect.poll(() => eventsOf(amna)).toContain("sign_in_failed");
    await signIn(amna, { "user-agent": FIREFOX });
    await amna.call("GET", "/api/v1/export");
    await post("/api/auth/revoke-other-sessions", {}, { cookie });
    await post("/api/auth/sign-out", {}, { cookie });
    expect((await eventsOf(amna)).toReversed()).toEqual([
      "signed_up",
      "tokens_issued",
      "sign_in_failed",
      "signed_in",
      "exported",
      "sessions_ended",
      "signed_out",
    ]);
  });

  it("hold no secret, no full address and nothing of another account", async () => {
    const amna = await api.signUp();
    const bilal = await api.signUp();
    await signIn(amna, { "user-agent": `${FIREFOX} <script>alert(1)</script>` });
    const rows = await api.app.db.securityEvent.findMany({ where: { userId: amna.id } });
    const text = JSON.stringify(rows, (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(text).toContain("Firefox · Linux");
    for (const secret of [TEST_PASSWORD, "script", "session", amna.email, bilal.id])
      expect(text).not.toContain(secret);
    expect((await eventsOf(bilal)).includes("signed_in")).toBe(false);
  });

  it("count failures from one place in one row, and keep places apart", async () => {
    const amna = await api.signUp();
    for (let turn = 0; turn < 4; turn += 1) await signIn(amna, { "user-agent": FIREFOX }, "wrong");
    await expect.poll(() => eventsOf(amna)).toContain("sign_in_failed ×4");
    await signIn(amna, { "user-agent": CHROME }, "wrong");
    await expect.poll(() => eventsOf(amna)).toContain("sign_in_failed");
    const nobody = await post("/api/auth/sign-in/email", {
      email: "nobody@example.com",
      password: "wrong",
    });
    expect(nobody.status).toBe(401);
  });

  it("are read in pages, kept for 90 days and deleted with the account", async () => {
    const { db } = api.app;
    const amna = await api.signUp();
    const place = { device: null, address: null };
    for (let turn = 0; turn < 40; turn += 1)
      await recordSecurityEvent(db, { userId: amna.id, type: "exported", ...place });
    const first = await readSecurityEvents(db, amna.id, 1);
    const second = await readSecurityEvents(db, amna.id, 2);
    expect([first.events.length, first.more, second.events.length, second.more]).toEqual([
      ...[30, true],
      ...[12, false],
    ]);
    const ids = [...first.events, ...second.events].map(({ id }) => id);
    expect(new Set(ids).size).toBe(42);
    expect(await purgeSecurityEvents(db, new Date(Date.now() + 89 * 86_400_000))).toBe(0);
    expect(await purgeSecurityEvents(db, new Date(Date.now() + 91 * 86_400_000))).toBeGreaterThan(
      41,
    );
    await recordSecurityEvent(db, { userId: amna.id, type: "exported", ...place });
    await db.user.delete({ where: { id: amna.id } });
    expect(await db.securityEvent.count({ where: { userId: amna.id } })).toBe(0);
  });

  it("are no concern of the assistant's tools", async () => {
    await expect(
      api.app.db.$transaction([
        api.app.db.$executeRaw`SET LOCAL ROLE karlo_tools`,
        api.app.db.$queryRaw`SELECT * FROM security_event`,
      ]),
    ).rejects.toThrow(/permission denied/);
  });
});

describe("mails about the account", () => {
  it("tell of a new device once, and not of one that is known", async () => {
    const amna = await api.signUp();
    // The browser that signed up is known by its cookie.
    await signIn(amna, { cookie: amna.cookie, "user-agent": FIREFOX });
    await settle();
    expect(mailsTo(amna.email, /new device/i)).toHaveLength(0);
    await signIn(amna, { "user-agent": CHROME });
    await signIn(amna, { "user-agent": CHROME });
    await settle();
    await expect.poll(() => mailsTo(amna.email, /new device/i)).toHaveLength(1);
  });

  it("are limited, so that sign-ins cannot flood a mailbox", async () => {
    const amna = await api.signUp();
    for (const browser of ["Edg/1", "OPR/1", "Firefox/1", "Chrome/1", "Safari/1"])
      await signIn(amna, { "user-agent": browser });
    await settle();
    await expect.poll(() => mailsTo(amna.email, /new device/i)).toHaveLength(3);
  });

  it("tell the earlier address that there is another, without naming it", async () => {
    const amna = await api.signUp();
    const { db } = api.app;
    await db.user.update({ where: { id: amna.id }, data: { email: "elsewhere@example.com" } });
    await afterAddressChange(api.app, amna.id, amna.email, new Headers());
    const changed = () => mailsTo(amna.email, /address at Karlo was changed/);
    await expect.poll(changed).toHaveLength(1);
    const [mail] = changed();
    expect(mail?.text).not.toContain("elsewhere");
    expect(await eventsOf(amna)).toContain("address_changed");
  });

  it("tell of a changed password, in the owner's language and without anything that was typed", async () => {
    const amna = await api.signUp("Visit https://evil.example");
    await api.app.db.user.update({ where: { id: amna.id }, data: { locale: "ur" } });
    const request = new Request(`${ORIGIN}/profile`, { headers: { cookie: amna.cookie } });
    await changePassword(api.app, request, amna.id, {
      current: TEST_PASSWORD,
      password: "a brand new password",
      signOutElsewhere: false,
    });
    const mail = () =>
      mails.inbox.find(({ to, text }) => to === amna.email && /پاس ورڈ/.test(text));
    await expect.poll(mail).toBeDefined();
    expect(mail()?.text).toContain("/profile/security");
    expect(mail()?.text).not.toContain("evil");
    expect(await eventsOf(amna)).toContain("password_changed");
  });
});
