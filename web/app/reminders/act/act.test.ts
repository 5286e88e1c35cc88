import { expect, it } from "vitest";
import { addRinging, type RemindedPerson } from "#app/reminders/testing/reminded-person";
import { reminderApi } from "#app/reminders/testing/reminder-api";
import type { TestPerson } from "#testing/test-app";
import { signAction, verifyAction } from "./action-token.server";

const reminders = reminderApi();

async function ring(person: RemindedPerson, titles: string[]) {
  const numbers: number[] = [];
  for (const title of titles) numbers.push(await addRinging(person, title, 3_600_000));
  await reminders.ringNow(person.id);
  const { message } = person.browser.received.at(-1) ?? { message: null };
  if (!message) throw new Error("Nothing rang.");
  return { numbers, token: message.token, message };
}

/** As the service worker does: without a session. */
async function press(token: string, action: string) {
  const response = await reminders.api.fetch("/api/v1/notifications/act", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, action }),
  });
  return { status: response.status, body: await response.json() };
}
const read = async (person: TestPerson, path: string) =>
  (await person.call("GET", `/api/v1${path}`)).json();
const planned = (person: TestPerson) =>
  reminders.api.app.db.reminder.findMany({
    where: { userId: person.id },
    orderBy: { taskNumber: "asc" },
  });

it("completes the task without a session, once, and reads the notification", async () => {
  const amna = await reminders.signUp();
  const { numbers, token } = await ring(amna, ["take medicine"]);
  expect(await press(token, "done")).toEqual({ status: 200, body: { tasks: 1 } });
  const task = await read(amna, `/tasks/${numbers[0]}`);
  expect(task).toMatchObject({ completed: true });
  expect((await read(amna, "/notifications")).unread).toBe(0);
  await press(token, "done");
  expect((await read(amna, `/tasks/${numbers[0]}`)).version).toBe(task.version);
});

it.each([
  ["snooze-10m", 10],
  ["snooze-1h", 60],
])("puts off by %s, and rings again", async (action, minutes) => {
  const amna = await reminders.signUp();
  const { token } = await ring(amna, ["a", "b"]);
  await press(token, action);
  await press(token, action);
  const rows = await planned(amna);
  expect(rows.map(({ taskNumber, snoozed }) => [taskNumber, snoozed])).toEqual([
    [1, true],
    [2, true],
  ]);
  for (const { ringsAt } of rows)
    expect(Math.abs(ringsAt.getTime() - Date.now() - minutes * 60_000)).toBeLessThan(10_000);
  await reminders.ringNow(amna.id);
  expect(amna.browser.received).toHaveLength(2);
});

it("counts from when it was pressed without a connection, and rings now if that is over", async () => {
  const amna = await reminders.signUp();
  const { token } = await ring(amna, ["a"]);
  const pressAt = (minutesAgo: number, action: string) =>
    reminders.api.fetch("/api/v1/notifications/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        token,
        action,
        said_at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      }),
    });
  for (const [minutesAgo, action, minutes] of [
    [20, "snooze-1h", 40],
    [-30, "snooze-10m", 10],
  ] as const) {
    expect((await pressAt(minutesAgo, action)).status).toBe(200);
    const [row] = await planned(amna);
    const error = (row?.ringsAt.getTime() ?? 0) - Date.now() - minutes * 60_000;
    expect(Math.abs(error), action).toBeLessThan(30_000);
  }
  const { length } = amna.browser.received;
  expect((await pressAt(90, "snooze-1h")).status).toBe(200);
  await expect.poll(() => amna.browser.received.length).toBe(length + 1);
});

it("puts off to the next morning where the person is", async () => {
  const amna = await reminders.signUp();
  await amna.call("PATCH", "/api/v1/reminders/preferences", { morning: "06:30" });
  const { token } = await ring(amna, ["a"]);
  await press(token, "snooze-morning");
  const expected = Temporal.Now.plainDateISO("Asia/Karachi").add({ days: 1 });
  const [row] = await planned(amna);
  expect(row?.ringsAt.getTime()).toBe(
    expected.toZonedDateTime({ timeZone: "Asia/Karachi", plainTime: "06:30" }).epochMilliseconds,
  );
});

it("keeps what was put off through an edit, and drops it with its task", async () => {
  const amna = await reminders.signUp();
  const { numbers, token } = await ring(amna, ["a"]);
  await press(token, "snooze-1h");
  await amna.call("PATCH", `/api/v1/tasks/${numbers[0]}`, { due_at: "2099-01-01T10:00:00Z" });
  expect((await planned(amna)).map(({ snoozed }) => snoozed).sort()).toEqual([false, true]);
  await amna.call("PATCH", `/api/v1/tasks/${numbers[0]}/complete`);
  expect(await planned(amna)).toEqual([]);
});

it("allows a token its own notification, for seven days, and nothing else", async () => {
  const [amna, sana] = [await reminders.signUp(), await reminders.signUp()];
  const secret = reminders.api.app.config.BETTER_AUTH_SECRET;
  const { token, message } = await ring(amna, ["a"]);
  const notification = message.tag.replace("karlo-", "");
  const changed = `${token.slice(0, -2)}${token.endsWith("aa") ? "bb" : "aa"}`;
  expect((await press(changed, "done")).status).toBe(410);
  expect((await press("nonsense", "done")).status).toBe(410);
  // Another person's id in a token of this server, which nobody can make.
  const other = signAction({ userId: sana.id, notification }, secret);
  expect((await press(other, "done")).status).toBe(410);
  const week = 7 * 86_400_000;
  const old = signAction({ userId: amna.id, notification }, secret, Date.now() - week - 1_000);
  expect(await press(old, "done")).toMatchObject({
    status: 410,
    body: { code: "notification_gone" },
  });
  expect(verifyAction(token, ["another secret"])).toBeNull();
  expect(await press(token, "delete")).toMatchObject({ status: 422, body: { field: "action" } });
});

it("offers the time that the person chose for Snooze, and asks where they want that", async () => {
  const amna = await reminders.signUp();
  await amna.call("PATCH", "/api/v1/reminders/preferences", { snooze: "ask" });
  const { message } = await ring(amna, ["a"]);
  expect(message.actions).toEqual([
    { action: "done", title: "Done" },
    { action: "ask", title: "Later" },
  ]);
  expect(message.choices).toEqual([
    { action: "snooze-10m", title: "In 10 minutes" },
    { action: "snooze-1h", title: "In an hour" },
    { action: "snooze-morning", title: "Tomorrow morning" },
  ]);
});

it("reads on every device, and pages", async () => {
  const amna = await reminders.signUp();
  for (const title of ["a", "b", "c"]) await ring(amna, [title]);
  const first = await read(amna, "/notifications?limit=2");
  expect(
    first.notifications.map(({ tasks }: { tasks: { title: string }[] }) => tasks[0]?.title),
  ).toEqual(["c", "b"]);
  expect(first.unread).toBe(3);
  const second = await read(amna, `/notifications?limit=2&cursor=${first.next_cursor}`);
  expect(second).toMatchObject({ notifications: [{ tasks: [{ title: "a" }] }], next_cursor: null });
  await amna.call("POST", "/api/v1/notifications/read", { id: first.notifications[0].id });
  expect((await read(amna, "/notifications")).unread).toBe(2);
  await amna.call("POST", "/api/v1/notifications/read", {});
  expect((await read(amna, "/notifications")).unread).toBe(0);
  const sana = await reminders.signUp();
  await sana.call("POST", "/api/v1/notifications/read", { id: first.notifications[0].id });
  expect((await read(sana, "/notifications")).notifications).toEqual([]);
});

it("completes no list at one press, and counts as a request of its person", async () => {
  const amna = await reminders.signUp();
  const { token } = await ring(amna, ["a"]);
  await reminders.api.app.db.notification.updateMany({
    where: { userId: amna.id },
    data: { taskNumbers: Array.from({ length: 101 }, (_, n) => n + 1) },
  });
  expect(await press(token, "done")).toMatchObject({ status: 422, body: { field: "action" } });
  const response = await reminders.api.fetch("/api/v1/notifications/act", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, action: "snooze-1h" }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("ratelimit")).toMatch(/^"requests";r=\d+;t=\d+$/);
});

it("looks at a thousand tasks of a notification, however many rang", async () => {
  const amna = await reminders.signUp();
  await ring(amna, ["a", "b"]);
  const numbers = Array.from({ length: 50_000 }, (_, n) => n + 1);
  await reminders.api.app.db.notification.updateMany({
    where: { userId: amna.id },
    data: { taskNumbers: numbers },
  });
  const { notifications } = await read(amna, "/notifications");
  expect(notifications).toMatchObject([{ count: 50_000, tasks: [{ title: "a" }, { title: "b" }] }]);
});
