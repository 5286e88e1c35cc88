import { expect, it, vi } from "vitest";
import { addRinging, type RemindedPerson, subscribe } from "#app/reminders/testing/reminded-person";
import { reminderApi } from "#app/reminders/testing/reminder-api";

const reminders = reminderApi();

const soon = { timeout: 10_000, interval: 20 };
const execute = (sql: string, ...values: unknown[]) =>
  reminders.api.app.db.$executeRawUnsafe(sql, ...values);
const { ringNow } = reminders;
const deliveries = (userId: string) =>
  reminders.api.app.db.delivery.findMany({
    where: { notification: { userId } },
    orderBy: { id: "asc" },
    select: { channel: true, state: true, attempts: true, unsure: true },
  });

it("rings at its moment, woken by the task that was added", async () => {
  const amna = await reminders.signUp();
  const due = Date.now() + 1_500;
  const id = await addRinging(amna, "take medicine", 1_500);
  await vi.waitFor(() => expect(amna.browser.received).toHaveLength(1), soon);
  const [push] = amna.browser.received;
  expect(push?.at).toBeGreaterThanOrEqual(due - 10);
  expect(push?.message).toMatchObject({
    title: "take medicine",
    body: expect.stringMatching(/^Due today \d\d:\d\d$/),
    lang: "en",
    dir: "ltr",
    url: `/tasks?task=${id}`,
    again: false,
    actions: [
      { action: "done", title: "Done" },
      { action: "snooze-10m", title: "In 10 minutes" },
    ],
  });
  expect(push?.headers).toMatchObject({ urgency: "high", topic: push?.message.tag });
  const bell = await (await amna.call("GET", "/api/v1/notifications")).json();
  expect(bell).toMatchObject({
    unread: 1,
    notifications: [{ kind: "reminder", read: false, tasks: [{ id, title: "take medicine" }] }],
  });
  await vi.waitFor(async () =>
    expect(await deliveries(amna.id)).toEqual([
      { channel: "push", state: "sent", attempts: 1, unsure: false },
    ]),
  );
});

it("speaks Urdu, with the person's digits", async () => {
  const amna = await reminders.signUp();
  await execute(`UPDATE "user" SET locale = 'ur', numerals = 'urdu' WHERE id = $1`, amna.id);
  await addRinging(amna, "دوا لینا", 3_600_000);
  await ringNow(amna.id);
  expect(amna.browser.received[0]?.message).toMatchObject({
    title: "دوا لینا",
    body: expect.stringMatching(/^وقت: \S+ [۰-۹]{2}:[۰-۹]{2}$/),
    lang: "ur",
    dir: "rtl",
    actions: [{ title: "ہو گیا" }, { title: "۱۰ منٹ بعد" }],
  });
});

it("makes one notification of several that fall together, on each browser", async () => {
  const amna = await reminders.signUp();
  const phone = reminders.service.subscribe();
  await subscribe(amna, phone);
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await addRinging(amna, `task ${n}`, 3_600_000 + n);
  await ringNow(amna.id);
  for (const { received } of [amna.browser, phone]) {
    expect(received).toHaveLength(1);
    expect(received[0]?.message).toMatchObject({ title: "7 tasks", url: "/reminders" });
    expect(received[0]?.message.body).toMatch(/task 1.* · and 2 more$/);
  }
});

it("says nothing of what was completed before, even if it rang already", async () => {
  const amna = await reminders.signUp();
  const done = await addRinging(amna, "done", 3_600_000);
  await amna.call("PATCH", `/api/v1/tasks/${done}/complete`);
  await ringNow(amna.id);
  expect(await reminders.api.app.db.notification.count({ where: { userId: amna.id } })).toBe(0);
  // Rang, and completed before it was sent.
  await execute(
    `WITH rang AS (INSERT INTO notification (user_id, kind, task_numbers)
       VALUES ($1, 'reminder', ARRAY[$2]::integer[]) RETURNING id)
     INSERT INTO delivery (notification_id, channel, subscription_id)
     SELECT rang.id, 'push', push_subscription.id FROM rang, push_subscription WHERE user_id = $1`,
    amna.id,
    done,
  );
  await reminders.api.app.ringer.ring();
  expect(amna.browser.received).toHaveLength(0);
  expect(await deliveries(amna.id)).toMatchObject([{ state: "skipped" }]);
});

it("holds what falls into quiet hours, and rings it as one at their end", async () => {
  const amna = await reminders.signUp();
  const now = Temporal.Now.zonedDateTimeISO("Asia/Karachi");
  const quiet = {
    from: now.subtract({ minutes: 5 }).toPlainTime().toString().slice(0, 5),
    to: now.add({ hours: 1 }).toPlainTime().toString().slice(0, 5),
  };
  await amna.call("PATCH", "/api/v1/reminders/preferences", { quiet_hours: quiet });
  await addRinging(amna, "one", 3_600_000);
  await addRinging(amna, "two", 7_200_000);
  await ringNow(amna.id);
  expect(amna.browser.received).toHaveLength(0);
  const held = await reminders.api.app.db.reminder.findMany({ where: { userId: amna.id } });
  const end = now.add({ hours: 1 }).round({ smallestUnit: "minute", roundingMode: "floor" });
  for (const { ringsAt } of held) expect(ringsAt.getTime()).toBe(end.epochMilliseconds);
  await amna.call("PATCH", "/api/v1/reminders/preferences", { quiet_hours: null });
  await ringNow(amna.id);
  expect(amna.browser.received.map(({ message }) => message.title)).toEqual(["2 tasks"]);
});

it.each([404, 410])("removes a browser that is gone (%i), and rings the others", async (status) => {
  const amna = await reminders.signUp();
  const gone = reminders.service.subscribe();
  await subscribe(amna, gone);
  if (status === 410) reminders.service.unsubscribe(gone);
  else {
    const path = new URL(gone.subscription.endpoint).pathname;
    reminders.service.control.answer = (_push, to) => ({ status: to === path ? 404 : 201 });
  }
  await addRinging(amna, "x", 3_600_000);
  await ringNow(amna.id);
  expect(amna.browser.received).toHaveLength(1);
  const left = await reminders.api.app.db.pushSubscription.findMany({ where: { userId: amna.id } });
  expect(left.map(({ endpoint }) => endpoint)).toEqual([amna.browser.subscription.endpoint]);
});

it("tries again what was not taken, after the time that the service asks for", async () => {
  const amna = await reminders.signUp();
  let refusals = 1;
  reminders.service.control.answer = () => {
    refusals -= 1;
    return refusals >= 0 ? { status: 429, headers: { "retry-after": "1" } } : { status: 201 };
  };
  await addRinging(amna, "x", 3_600_000);
  await ringNow(amna.id);
  expect(amna.browser.received).toHaveLength(0);
  await vi.waitFor(() => expect(amna.browser.received).toHaveLength(1), soon);
  await vi.waitFor(async () =>
    expect(await deliveries(amna.id)).toMatchObject([{ state: "sent", attempts: 2 }]),
  );
});

it("sends what may have arrived once more after its lease, under the same tag, and then no more", async () => {
  const amna = await reminders.signUp();
  reminders.service.control.answer = () => "cut";
  await addRinging(amna, "x", 3_600_000);
  await ringNow(amna.id);
  expect(await deliveries(amna.id)).toMatchObject([{ state: "sending", attempts: 1 }]);
  await reminders.api.app.ringer.ring();
  expect(amna.browser.received).toHaveLength(1);
  const endLease = async () => {
    await execute("UPDATE delivery SET next_at = now() WHERE state = 'sending'");
    await reminders.api.app.ringer.ring();
  };
  await endLease();
  const [first, second] = amna.browser.received;
  expect(second?.message).toMatchObject({ tag: first?.message.tag, again: true });
  expect(second?.headers.topic).toBe(first?.headers.topic);
  await endLease();
  expect(amna.browser.received).toHaveLength(2);
  expect(await deliveries(amna.id)).toMatchObject([{ state: "maybe", attempts: 3, unsure: true }]);
  const bell = await (await amna.call("GET", "/api/v1/notifications")).json();
  expect(bell.notifications).toMatchObject([{ unsure: true }]);
});

it("rings each once, however many processes ring at a time", async () => {
  const replicas = await Promise.all([reminders.api.openReplica(), reminders.api.openReplica()]);
  const people: RemindedPerson[] = [];
  for (let count = 0; count < 6; count += 1) people.push(await reminders.signUp());
  for (const person of people)
    for (let n = 0; n < 4; n += 1) await addRinging(person, `task ${n}`, 3_600_000);
  await execute("UPDATE reminder SET rings_at = now() - interval '1 second'");
  await Promise.all([reminders.api, ...replicas].map(({ app }) => app.ringer.ring()));
  await vi.waitFor(() => {
    for (const { browser } of people) expect(browser.received).toHaveLength(1);
  }, soon);
  for (const { browser } of people) expect(browser.received[0]?.message.title).toBe("4 tasks");
  await Promise.all(replicas.map((replica) => replica.close()));
  const tags = people.map(({ browser }) => browser.received[0]?.message.tag);
  expect(new Set(tags).size).toBe(people.length);
}, 60_000);

it("does not wait for a task that somebody holds, and rings the others meanwhile", async () => {
  const [amna, sana] = [await reminders.signUp(), await reminders.signUp()];
  const number = await addRinging(amna, "held", 3_600_000);
  await addRinging(sana, "free", 3_600_000);
  await reminders.api.app.db.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE task SET due_at = due_at + interval '1 hour'
      WHERE user_id = ${amna.id} AND number = ${number}`;
    await ringNow(sana.id);
    expect(sana.browser.received).toHaveLength(1);
  });
  expect(amna.browser.received).toHaveLength(0);
});

it("ends the pushes of a session that is ended, and not of one that ran out", async () => {
  const [amna, sana] = [await reminders.api.signUp(), await reminders.api.signUp()];
  const headers = (cookie: string) => ({
    cookie,
    "content-type": "application/json",
    origin: "http://localhost:3000",
  });
  for (const { cookie } of [amna, sana]) {
    const body = JSON.stringify(reminders.service.subscribe().subscription);
    const init = { method: "POST", headers: headers(cookie), body };
    expect((await reminders.api.fetch("/api/v1/push/subscriptions", init)).status).toBe(204);
  }
  const left = (userId: string) =>
    reminders.api.app.db.pushSubscription.count({ where: { userId } });
  expect([await left(amna.id), await left(sana.id)]).toEqual([1, 1]);
  const out = { method: "POST", headers: headers(amna.cookie), body: "{}" };
  expect((await reminders.api.fetch("/api/auth/sign-out", out)).status).toBe(200);
  await execute("UPDATE session SET expires_at = now() WHERE user_id = $1", sana.id);
  await execute("DELETE FROM session WHERE user_id = $1", sana.id);
  expect([await left(amna.id), await left(sana.id)]).toEqual([0, 1]);
});

it.each([
  "http://fcm.googleapis.com/x",
  "https://169.254.169.254/latest",
  "https://fcm.googleapis.com.evil.example/x",
  "https://fcm.googleapis.com:444/x",
  "https://me@fcm.googleapis.com/x",
  "nonsense",
])("takes no subscription at %s", async (endpoint) => {
  const amna = await reminders.api.signUp();
  const { keys } = reminders.service.subscribe().subscription;
  const response = await amna.call("POST", "/api/v1/push/subscriptions", { endpoint, keys });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ field: "endpoint", received: endpoint });
});
