// The whole way of a reminder: a browser subscribes, the server pushes to a push service that decrypts
// it, Chromium's own service worker receives it and shows it, and its buttons work.
import pg from "pg";
import type { CDPSession, Page, Worker } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PushMessage } from "#app/reminders/deliver/message";
import { startPushService, vapidKey } from "#app/reminders/testing/push-service";
import type { PushService } from "#app/reminders/testing/reminded-person";
import { chromiumPath, launch, openPage, violations } from "#testing/browser";
import { pickMoment } from "#testing/date-picker";
import { fakeSubscription } from "#testing/fake-subscription";
import { signUp } from "#testing/sample-person";
import { startTestApp } from "#testing/test-app";

let service: PushService;
let app: Awaited<ReturnType<typeof startTestApp>>;
let browser: Awaited<ReturnType<typeof launch>>;

beforeAll(async () => {
  if (!chromiumPath) return;
  service = await startPushService();
  [app, browser] = await Promise.all([
    startTestApp({ VAPID_PRIVATE_KEY: vapidKey(), PUSH_SERVICES: service.host }),
    launch(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await service?.close();
});

/** Adds a task that is due in an hour. */
const addDue = (page: Page, title: string) =>
  call(page, "POST", "/tasks", { title, due_at: new Date(Date.now() + 3_600_000).toISOString() });

/** Has everything that is planned ring now, together. */
async function ringAll(): Promise<void> {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  await client.query("UPDATE reminder SET rings_at = now()");
  await client.query("SELECT pg_notify('reminder_due', '0')");
  await client.end();
}

/** Opens the settings in a browser that a push service knows: Chromium's own needs the network. */
async function openSettings(language: "en" | "ur" = "en") {
  const locale = language === "ur" ? "ur-PK" : "en-GB";
  const watched = await openPage(browser, app.url, { locale, serviceWorkers: "allow" });
  const { page, context } = watched;
  await context.grantPermissions(["notifications"], { origin: app.url });
  await signUp(context, language);
  const device = service.subscribe();
  await page.addInitScript(fakeSubscription, device.subscription);
  await page.goto("/reminders/settings");
  return { ...watched, device };
}

/** Delivers a push to the service worker of a page, as the browser's push client would. */
async function deliver(page: Page, message: PushMessage): Promise<void> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  const data = JSON.stringify(message);
  await devtools.send("ServiceWorker.deliverPushMessage", {
    origin: app.url,
    registrationId,
    data,
  });
  await devtools.detach();
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const notifications = await registration.getNotifications();
    return notifications.map(({ title, body, tag, lang, dir, silent }) => ({
      ...{ title, body, tag, lang, dir, silent },
    }));
  });

/** What of the service worker's global scope a press needs; the types of a page have none of it. */
interface WorkerScope extends EventTarget {
  registration: ServiceWorkerRegistration;
  ExtendableEvent: { prototype: { waitUntil(promise: Promise<unknown>): void } };
  NotificationEvent: new (
    type: string,
    init: { notification: Notification; action: string },
  ) => Event;
}

/** Presses a button of the notification that is shown, in the service worker. */
async function press(worker: Worker, action: string): Promise<void> {
  await worker.evaluate(async (action) => {
    const scope = globalThis as unknown as WorkerScope;
    const [notification] = await scope.registration.getNotifications();
    if (!notification) throw new Error("Nothing is shown.");
    // A script may dispatch the event, but only the browser's own may be extended.
    const pending: Promise<unknown>[] = [];
    scope.ExtendableEvent.prototype.waitUntil = (promise) => {
      pending.push(Promise.resolve(promise));
    };
    scope.dispatchEvent(new scope.NotificationEvent("notificationclick", { notification, action }));
    await Promise.all(pending);
  }, action);
}

const call = async (page: Page, method: string, path: string, json?: object) => {
  const response = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { origin: app.url },
    ...(json && { data: json }),
  });
  return response.status() === 204 ? null : response.json();
};

describe.skipIf(!chromiumPath)("reminders", () => {
  it("reach a browser that was turned on, are shown by its service worker, and Done works", async () => {
    const { page, context, noise, device } = await openSettings();
    await page.getByRole("button", { name: "Remind me in this browser" }).click();
    await page.getByText("This browser reminds you, also when Karlo is closed.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "Chrome" }).waitFor();
    const task = await addDue(page, "Take the medicine");
    await ringAll();
    await expect.poll(() => device.received).toHaveLength(1);
    expect(service.faults).toEqual([]);
    const message = device.received[0]?.message as unknown as PushMessage;
    await deliver(page, message);
    await expect
      .poll(() => shown(page))
      .toEqual([
        {
          title: "Take the medicine",
          body: message.body,
          tag: message.tag,
          lang: "en",
          dir: "ltr",
          silent: false,
        },
      ]);
    // The same once more, as after the end of a process: one notification, without a sound.
    await deliver(page, { ...message, again: true });
    await expect.poll(() => shown(page)).toMatchObject([{ tag: message.tag, silent: true }]);
    const [worker] = context.serviceWorkers();
    if (!worker) throw new Error("There is no service worker.");
    // Without a session: the button has a token of its own.
    const cookies = await context.cookies();
    await context.clearCookies();
    await press(worker, "done");
    expect(await shown(page)).toEqual([]);
    await context.addCookies(cookies);
    expect(await call(page, "GET", `/tasks/${task.id}`)).toMatchObject({ completed: true });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("ask when to ring again, and keep a press without a connection until there is one", async () => {
    const { page, context, device } = await openSettings("ur");
    await call(page, "PATCH", "/reminders/preferences", { snooze: "ask" });
    await page.getByRole("button", { name: "اس براؤزر میں یاد دلائیے" }).click();
    await page.getByText("کر لو بند ہو تب بھی").waitFor();
    const { id } = await addDue(page, "دوا لینا");
    await ringAll();
    await expect.poll(() => device.received).toHaveLength(1);
    await deliver(page, device.received[0]?.message as unknown as PushMessage);
    const [worker] = context.serviceWorkers();
    if (!worker) throw new Error("There is no service worker.");
    await expect.poll(() => shown(page)).toHaveLength(1);
    await press(worker, "ask");
    expect(await shown(page)).toMatchObject([
      { title: "پھر کب یاد دلائیں؟", body: "دوا لینا", dir: "rtl" },
    ]);
    await context.setOffline(true);
    await press(worker, "snooze-1h");
    expect(await shown(page)).toMatchObject([{ title: "دوا لینا", body: /رابطے کا انتظار/ }]);
    await context.setOffline(false);
    // Where the browser does not wake the worker, the next page does.
    await page.reload();
    await expect.poll(() => shown(page), { timeout: 30_000 }).toEqual([]);
    const { notifications, unread } = await call(page, "GET", "/notifications");
    expect(notifications).toMatchObject([{ read: true, tasks: [{ id, completed: false }] }]);
    expect(unread).toBe(0);
    await context.close();
  });

  it("are counted in the bell, completed and put off on its page", async () => {
    const { page, context, noise } = await openSettings();
    await page.goto("/tasks");
    await addDue(page, "Water the plants");
    await addDue(page, "Call Ammi");
    await ringAll();
    await page.getByRole("link", { name: "Reminders, 1 new" }).click();
    await page.getByRole("heading", { name: "What rang" }).waitFor();
    await page.getByRole("button", { name: "Complete “Water the plants”" }).first().click();
    await page.getByRole("button", { name: "Remind me of “Call Ammi” later" }).first().click();
    await page.getByRole("button", { name: "In an hour" }).click();
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await page.getByRole("link", { name: "Reminders", exact: true }).first().waitFor();
    const { tasks } = await call(page, "GET", "/tasks?status=completed");
    expect(tasks).toMatchObject([{ title: "Water the plants" }]);
    expect(await violations(page)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("of a task are chosen in its panel, where a person without a channel is told once", async () => {
    const { page, context, noise } = await openSettings();
    const due = { title: "Clinic", due_at: "2099-05-01T09:00:00Z" };
    const { id } = await call(page, "POST", "/tasks", due);
    const remindersOf = async () => (await call(page, "GET", `/tasks/${id}`)).reminders;
    await page.goto(`/tasks?task=${id}`);
    const add = page.getByRole("combobox", { name: "Add a reminder" });
    await add.selectOption({ label: "30 min before" });
    await page.getByRole("button", { name: "Remove “30 min before”" }).waitFor();
    const hint = page.getByText(/^Added. Your reminders ring only inside Karlo so far.$/);
    await hint.waitFor();
    await add.selectOption({ label: "1 day before" });
    await page.getByRole("button", { name: "Remove “1 day before”" }).waitFor();
    await expect.poll(remindersOf).toEqual([{ minutes_before: 1440 }, { minutes_before: 30 }]);
    await page.getByRole("button", { name: "Remove “30 min before”" }).click();
    await add.selectOption({ label: "At a moment" });
    await pickMoment(page, "When?", "Tuesday 30 April 2030", "08:00");
    await page.getByRole("button", { name: "Add a reminder" }).click();
    await expect
      .poll(remindersOf)
      .toEqual([{ minutes_before: 1440 }, { at: "2030-04-30T03:00:00Z" }]);
    await hint.waitFor({ state: "detached" });
    expect(await violations(page)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are said in the quick-add line, marked there, and each taken back alone", async () => {
    const { page, context, noise } = await openSettings();
    await page.goto("/tasks");
    const field = page.locator("[data-quick-add]");
    await field.pressSequentially("Dentist 2099-05-01 9am !30m !8am");
    const marked = () => page.locator("[data-line-mark]").allTextContents();
    await expect.poll(marked).toEqual(["2099-05-01 9am", "!30m", "!8am"]);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Leave “1 May 2099 08:00” as words" }).click();
    await page.getByRole("button", { name: "Leave “30 min before” as words" }).waitFor();
    await field.press("Enter");
    // Nobody is reached yet: this is said once.
    const hint = page.getByText(/^Added. Your reminders ring only inside Karlo so far.$/);
    await hint.waitFor();
    expect(await violations(page)).toEqual([]);
    const { tasks } = await call(page, "GET", "/tasks");
    expect(tasks).toMatchObject([{ title: "Dentist !8am", reminders: [{ minutes_before: 30 }] }]);
    await page.getByRole("link", { name: "How you are reminded" }).click();
    await page.getByRole("heading", { name: "On your devices" }).waitFor();
    await page.goto("/tasks");
    await field.pressSequentially("Fees 2099-05-02 !1h");
    await page.getByText("Without an hour it counts from the morning").waitFor();
    await field.press("Enter");
    await page.locator("[data-row]").filter({ hasText: "Fees" }).waitFor();
    expect(await hint.count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are added and set without JavaScript too", async () => {
    const { page, context } = await openPage(browser, app.url, { javaScriptEnabled: false });
    await signUp(context, "en");
    await page.goto("/tasks");
    await page.fill("[data-quick-add]", "Dentist 2099-05-01 9am !30m");
    await page.click("[data-add]");
    await page.getByText("Your reminders ring only inside Karlo so far.").waitFor();
    expect((await call(page, "GET", "/tasks")).tasks).toMatchObject([
      { title: "Dentist", reminders: [{ minutes_before: 30 }] },
    ]);
    await page.getByRole("link", { name: "How you are reminded" }).click();
    await page.selectOption("[name=moment]", "15");
    await page.check("[name=quiet]");
    await page.selectOption("[name=quiet_from]", "23:00");
    await page.check("[name=daily_digest]");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    expect(await call(page, "GET", "/reminders/preferences")).toMatchObject({
      moment_minutes: 15,
      quiet_hours: { from: "23:00", to: "07:00" },
      daily_digest: true,
      weekly_review: false,
    });
    await context.close();
  });
});
