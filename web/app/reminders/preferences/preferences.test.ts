import { expect, it } from "vitest";
import { reminderApi } from "#app/reminders/testing/reminder-api";
import type { TestPerson } from "#testing/test-app";
import { needsChannel } from "./preferences.server";

const reminders = reminderApi();

const change = async (person: TestPerson, patch: object) => {
  const response = await person.call("PATCH", "/api/v1/reminders/preferences", patch);
  return { status: response.status, body: await response.json() };
};
const planned = async (person: TestPerson) =>
  (
    await reminders.api.app.db.reminder.findMany({
      where: { userId: person.id },
      orderBy: { ringsAt: "asc" },
    })
  ).map(({ ringsAt }) => ringsAt.toISOString());
const addTask = (person: TestPerson, task: object) => person.call("POST", "/api/v1/tasks", task);

it("begins with reminders at the moment and at eight, and everything else off", async () => {
  const amna = await reminders.api.signUp();
  const response = await amna.call("GET", "/api/v1/reminders/preferences");
  expect(await response.json()).toEqual({
    moment_minutes: 0,
    day_rings: true,
    morning: "08:00",
    quiet_hours: null,
    by_mail: false,
    snooze: "10m",
    daily_digest: false,
    weekly_review: false,
  });
});

it("plans anew when a default or the time zone changes, and leaves a task's own reminders", async () => {
  const amna = await reminders.api.signUp();
  await addTask(amna, { title: "day", due_at: "2099-05-01" });
  await addTask(amna, { title: "moment", due_at: "2099-05-02T09:00:00Z" });
  await addTask(amna, {
    title: "own",
    due_at: "2099-05-03T09:00:00Z",
    reminders: [{ minutes_before: 5 }],
  });
  const own = "2099-05-03T08:55:00.000Z";
  expect(await planned(amna)).toEqual([
    "2099-05-01T03:00:00.000Z",
    "2099-05-02T09:00:00.000Z",
    own,
  ]);
  await change(amna, { morning: "07:30", moment_minutes: 30 });
  expect(await planned(amna)).toEqual([
    "2099-05-01T02:30:00.000Z",
    "2099-05-02T08:30:00.000Z",
    own,
  ]);
  await reminders.api.app.db.user.update({
    where: { id: amna.id },
    data: { timeZone: "Europe/Berlin" },
  });
  expect(await planned(amna)).toEqual([
    "2099-05-01T05:30:00.000Z",
    "2099-05-02T08:30:00.000Z",
    own,
  ]);
  await change(amna, { moment_minutes: null, day_rings: false });
  expect(await planned(amna)).toEqual([own]);
});

it("keeps a reminder that is due and was not rung yet when its task is edited", async () => {
  const amna = await reminders.api.signUp();
  await addTask(amna, { title: "late", due_at: "2099-05-01T09:00:00Z" });
  await reminders.api.app.db
    .$executeRaw`UPDATE reminder SET planned_at = now() - interval '1 minute',
    rings_at = now() + interval '1 hour' WHERE user_id = ${amna.id}`;
  await reminders.api.app.db.$executeRaw`UPDATE task SET due_at = (SELECT planned_at FROM reminder
    WHERE user_id = ${amna.id}) WHERE user_id = ${amna.id}`;
  expect(await planned(amna)).toHaveLength(1);
});

it.each([
  [{ morning: "25:00" }, "morning"],
  [{ quiet_hours: { from: "22:00" } }, "quiet_hours.to"],
  [{ snooze: "never" }, "snooze"],
  [{ moment_minutes: -1 }, "moment_minutes"],
  [{ mail: true }, "mail"],
])("refuses %j", async (patch, field) => {
  const amna = await reminders.api.signUp();
  expect(await change(amna, patch)).toMatchObject({ status: 422, body: { field } });
});

it("sends a digest in the morning and a look back on Friday, and plans the next", async () => {
  const amna = await reminders.signUp();
  const day = Temporal.Now.plainDateISO("Asia/Karachi");
  await addTask(amna, { title: "rent", due_at: day.toString() });
  await addTask(amna, { title: "late", due_at: day.subtract({ days: 2 }).toString() });
  const done = await (await addTask(amna, { title: "done" })).json();
  await amna.call("PATCH", `/api/v1/tasks/${done.id}/complete`);
  const { body } = await change(amna, {
    daily_digest: true,
    weekly_review: true,
    morning: "07:00",
  });
  expect(body).toMatchObject({ daily_digest: true, weekly_review: true });
  const next = () =>
    reminders.api.app.db.reminderPreference.findUniqueOrThrow({ where: { userId: amna.id } });
  const before = await next();
  const digest = Temporal.Instant.fromEpochMilliseconds(before.digestAt?.getTime() ?? 0);
  expect(digest.toZonedDateTimeISO("Asia/Karachi").toPlainTime().toString()).toBe("07:00:00");
  const review = Temporal.Instant.fromEpochMilliseconds(before.reviewAt?.getTime() ?? 0);
  expect(review.toZonedDateTimeISO("Asia/Karachi").dayOfWeek).toBe(5);
  await reminders.api.app.db
    .$executeRaw`UPDATE reminder_preference SET digest_at = now(), review_at = now()
    WHERE user_id = ${amna.id}`;
  await reminders.api.app.ringer.ring();
  const texts = amna.browser.received.map(({ message }) => [message.title, message.body]);
  expect(texts.sort()).toEqual([
    ["Your day", "1 due today · 1 overdue\n\u2068rent\u2069"],
    ["Your week", "1 task completed · 2 open · 1 overdue"],
  ]);
  expect(await next()).toMatchObject({ digestAt: before.digestAt, reviewAt: before.reviewAt });
  expect((await change(amna, { daily_digest: false })).body).toMatchObject({
    daily_digest: false,
    weekly_review: true,
  });
});

it("writes a digest in the person's language and digits", async () => {
  const amna = await reminders.signUp();
  const { db } = reminders.api.app;
  await db.user.update({ where: { id: amna.id }, data: { locale: "ur", numerals: "urdu" } });
  await addTask(amna, {
    title: "کرایہ",
    due_at: Temporal.Now.plainDateISO("Asia/Karachi").toString(),
  });
  await change(amna, { daily_digest: true, weekly_review: true });
  await db.$executeRaw`UPDATE reminder_preference SET digest_at = now(), review_at = now()
    WHERE user_id = ${amna.id}`;
  await reminders.api.app.ringer.ring();
  const texts = amna.browser.received.map(({ message }) => [
    message.lang,
    message.title,
    message.body,
  ]);
  expect(texts.sort()).toEqual([
    ["ur", "آپ کا آج کا دن", "آج کے ۱ کام\n\u2068کرایہ\u2069"],
    ["ur", "آپ کا ہفتہ", "۰ کام مکمل ہوئے · ۱ باقی ہیں"],
  ]);
});

it("keeps a digest that falls into quiet hours for their end", async () => {
  const amna = await reminders.signUp();
  const { db } = reminders.api.app;
  const now = Temporal.Now.zonedDateTimeISO("Asia/Karachi");
  await addTask(amna, { title: "rent", due_at: now.toPlainDate().toString() });
  const time = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString().slice(0, 5);
  const end = now.add({ hours: 1 }).round({ smallestUnit: "minute", roundingMode: "floor" });
  const quiet_hours = { from: time(now.subtract({ minutes: 5 })), to: time(end) };
  await change(amna, { daily_digest: true, quiet_hours });
  await db.$executeRaw`UPDATE reminder_preference SET digest_at = now() WHERE user_id = ${amna.id}`;
  await reminders.api.app.ringer.ring();
  expect(amna.browser.received).toEqual([]);
  const { digestAt } = await db.reminderPreference.findUniqueOrThrow({
    where: { userId: amna.id },
  });
  expect(digestAt?.getTime()).toBe(end.epochMilliseconds);
  await change(amna, { quiet_hours: null });
  await db.$executeRaw`UPDATE reminder_preference SET digest_at = now() WHERE user_id = ${amna.id}`;
  await reminders.api.app.ringer.ring();
  expect(amna.browser.received.map(({ message }) => message.title)).toEqual(["Your day"]);
});

it("sends no digest of an empty day", async () => {
  const amna = await reminders.signUp();
  await change(amna, { daily_digest: true });
  await reminders.api.app.db.$executeRaw`UPDATE reminder_preference SET digest_at = now()`;
  await reminders.api.app.ringer.ring();
  expect(amna.browser.received).toEqual([]);
});

it("tells a person without a channel once, and never one who has one", async () => {
  const [amna, sana] = [await reminders.api.signUp(), await reminders.signUp()];
  const told = await Promise.all(
    [1, 2, 3].map(() => needsChannel(reminders.api.app.db, amna.id, true)),
  );
  expect(told.filter(Boolean)).toHaveLength(1);
  expect(await needsChannel(reminders.api.app.db, sana.id, true)).toBe(false);
  const mail = await reminders.api.signUp();
  await reminders.api.app.db.user.update({
    where: { id: mail.id },
    data: { emailVerified: true },
  });
  await change(mail, { by_mail: true });
  expect(await needsChannel(reminders.api.app.db, mail.id, true)).toBe(false);
  expect(await needsChannel(reminders.api.app.db, mail.id, false)).toBe(true);
});
