// Whose tasks a browser shows: those of the person who subscribed it, while they are signed in there.
import { expect, it } from "vitest";
import { addRinging, subscribe } from "#app/reminders/testing/reminded-person";
import { reminderApi } from "#app/reminders/testing/reminder-api";
import { TEST_PASSWORD, type TestPerson } from "#testing/test-app";

const reminders = reminderApi();

const left = ({ id: userId }: TestPerson) =>
  reminders.api.app.db.pushSubscription.count({ where: { userId } });
const post = (cookie: string, path: string, body: object) =>
  reminders.api.fetch(path, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", origin: "http://localhost:3000" },
    body: JSON.stringify(body),
  });

it("goes to another person with its keys, and by its address alone to nobody", async () => {
  const [amna, bilal] = [await reminders.signUp(), await reminders.api.signUp("Bilal")];
  const { endpoint } = amna.browser.subscription;
  const { keys } = reminders.service.subscribe().subscription;
  const taken = await bilal.call("POST", "/api/v1/push/subscriptions", { endpoint, keys });
  expect(taken.status).toBe(422);
  expect([await left(amna), await left(bilal)]).toEqual([1, 0]);
  await subscribe(bilal, amna.browser);
  expect([await left(amna), await left(bilal)]).toEqual([0, 1]);
});

it("shows nobody what was on its way to the person before", async () => {
  const [amna, bilal] = [await reminders.signUp(), await reminders.api.signUp("Bilal")];
  const due = async (person: TestPerson, title: string) => {
    await addRinging(person, title, 3_600_000);
    await reminders.api.app.db.reminder.updateMany({ data: { ringsAt: new Date() } });
    await reminders.api.app.ringer.ring();
  };
  reminders.service.control.answer = () => ({ status: 503, headers: { "retry-after": "60" } });
  await due(amna, "a secret of Amna");
  reminders.service.control.answer = () => ({ status: 201 });
  await subscribe(bilal, amna.browser);
  await reminders.api.app.db.delivery.updateMany({
    where: { state: "pending" },
    data: { nextAt: new Date() },
  });
  await due(bilal, "a task of Bilal");
  const titles = amna.browser.received.map(({ message }) => message.title);
  expect(titles.join()).toContain("a task of Bilal");
  expect(titles.join()).not.toContain("secret");
});

it("ends with the session of the token that made it", async () => {
  const amna = await reminders.signUp();
  expect((await post(amna.cookie, "/api/auth/sign-out", {})).status).toBe(200);
  expect(await left(amna)).toBe(0);
});

it.each([
  ["another password", "/api/auth/change-password"],
  ["signing out everywhere else", "/api/auth/revoke-other-sessions"],
])("ends with %s where its session had run out", async (_, path) => {
  const amna = await reminders.signUp();
  await reminders.api.app.db.pushSubscription.updateMany({
    where: { userId: amna.id },
    data: { sessionId: "a session that ran out" },
  });
  await subscribe(amna, reminders.service.subscribe());
  expect(await left(amna)).toBe(2);
  const passwords = { currentPassword: TEST_PASSWORD, newPassword: "another battery staple 7" };
  expect((await post(amna.cookie, path, passwords)).status).toBe(200);
  expect(await left(amna)).toBe(1);
});
