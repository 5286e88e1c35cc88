import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { addRinging } from "#app/reminders/testing/reminded-person";
import { type MailServer, type ReceivedMail, startMailServer } from "#testing/mail-server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let mails: MailServer;
let api: TestApi;
/** What the mail server answers to the next reminders, see `startMailServer`. */
let answers: number[] = [];

// Signing up sends mails of its own.
const isReminder = ({ raw }: ReceivedMail) => raw.includes("Open Karlo");
const inbox = () => mails.inbox.filter(isReminder);

beforeAll(async () => {
  mails = await startMailServer();
  mails.control.answer = (mail) => (isReminder(mail) ? answers.shift() : undefined) ?? 250;
  api = await createTestApi(mails.environment);
});
beforeEach(() => {
  mails.inbox.length = 0;
  answers = [];
});
afterAll(async () => {
  await api.close();
  await mails.close();
});

const confirm = (amna: TestPerson, emailVerified = true) =>
  api.app.db.user.update({ where: { id: amna.id }, data: { emailVerified } });

async function signUp(): Promise<TestPerson> {
  const amna = await api.signUp();
  await confirm(amna);
  await amna.call("PATCH", "/api/v1/reminders/preferences", { by_mail: true });
  return amna;
}
async function ring(amna: TestPerson, title = "take medicine") {
  await addRinging(amna, title, 3_600_000);
  await api.app.db.reminder.updateMany({
    where: { userId: amna.id },
    data: { ringsAt: new Date() },
  });
  await api.app.ringer.ring();
}
const state = async (amna: TestPerson) => {
  const rows = await api.app.db.delivery.findMany({ where: { notification: { userId: amna.id } } });
  return rows.map(({ channel, state, attempts }) => ({ channel, state, attempts }));
};

it("sends a mail to a person who wants one, and none to others", async () => {
  const [amna, sana] = [await signUp(), await api.signUp()];
  await ring(amna, "take\r\nBcc: everybody@example.com");
  await ring(sana);
  expect(inbox().map(({ to }) => to)).toEqual([amna.email]);
  expect(inbox()[0]?.raw).toMatch(/^Subject: take Bcc: everybody@example\.com$/m);
  const [head] = inbox()[0]?.raw.split("\r\n\r\n") ?? [];
  expect(head).not.toMatch(/^Bcc:/m);
  expect(inbox()[0]?.raw).toMatch(/Due today/);
  expect(inbox()[0]?.raw).toContain("http://localhost:3000/tasks?task=3D1");
  expect(await state(amna)).toEqual([{ channel: "mail", state: "sent", attempts: 1 }]);
});

it("tries again a mail that was refused for now, and gives up one that was refused", async () => {
  const [amna, sana] = [await signUp(), await signUp()];
  answers = [451];
  await ring(amna);
  expect(await state(amna)).toMatchObject([{ state: "pending", attempts: 1 }]);
  answers = [550];
  await ring(sana);
  expect(await state(sana)).toMatchObject([{ state: "failed" }]);
  await api.app.db.delivery.updateMany({
    where: { state: "pending" },
    data: { nextAt: new Date() },
  });
  await api.app.ringer.ring();
  expect(inbox().map(({ to }) => to)).toEqual([amna.email]);
});

it("sends a mail that may have arrived no second time", async () => {
  const amna = await signUp();
  answers = [0];
  await ring(amna);
  expect(inbox()).toHaveLength(1);
  await api.app.db.delivery.updateMany({
    where: { state: "sending" },
    data: { nextAt: new Date() },
  });
  await api.app.ringer.ring();
  expect(inbox()).toHaveLength(1);
  expect(await state(amna)).toMatchObject([{ state: "maybe" }]);
});

it("sends nothing to an address that nobody has confirmed, whatever is switched on", async () => {
  const amna = await signUp();
  await amna.call("PATCH", "/api/v1/reminders/preferences", { daily_digest: true });
  await confirm(amna, false);
  await ring(amna, "https://evil.example/ for somebody else");
  await api.app.db.reminderPreference.updateMany({
    where: { userId: amna.id },
    data: { digestAt: new Date() },
  });
  await api.app.ringer.ring();
  expect(inbox()).toEqual([]);
  expect(await state(amna)).toEqual([]);
});

it("sends no mail that was on its way when the address became another", async () => {
  const amna = await signUp();
  answers = [451];
  await ring(amna);
  await confirm(amna, false);
  await api.app.db.delivery.updateMany({
    where: { state: "pending" },
    data: { nextAt: new Date() },
  });
  await api.app.ringer.ring();
  expect(inbox()).toEqual([]);
  expect(await state(amna)).toMatchObject([{ state: "skipped" }]);
});
