import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import type { NetworkMode } from "#testing/bad-network";
import { outboxLoaded } from "#testing/bad-network-app";
import { chromiumPath, violations } from "#testing/browser";
import { pickMoment } from "#testing/date-picker";
import { hydrated } from "#testing/hydration";
import { keptApp, untilKept } from "#testing/kept-app";
import { signUp } from "#testing/sample-person";
import { row } from "#testing/task-rows";

const app = keptApp();
const bar = (page: Page) => page.getByRole("region", { name: "Connection" });

describe.skipIf(!chromiumPath)("without network", { timeout: 120_000 }, () => {
  afterEach(() => app.network().set("up"));

  it("the list, opened tasks and conversations are there, marked with their time", async () => {
    const device = await app.openKeptDevice(["buy milk", "call Ali"]);
    let { page } = device;
    await row(page, "buy milk").getByRole("link").first().click();
    await page.waitForURL("**/tasks?task=*");
    const task = new URL(page.url());
    await untilKept(page, `/tasks.data${task.search}`, "/chatbot.data");

    app.network().set("down");
    // A browser that was closed meanwhile, and a tab that has shown nothing yet.
    page = await device.restart();
    await page.goto("/tasks");
    await row(page, "call Ali").waitFor();
    await bar(page)
      .getByText(/You are offline\. This is as it was at \d\d:\d\d\./)
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(task.pathname + task.search);
    await page.getByRole("complementary").or(page.locator("[data-panel]")).first().waitFor();
    await page.goto("/chatbot");
    await expect.poll(() => page.title()).toContain("Chat");
    await page.locator("main textarea").first().waitFor();
    await page.getByRole("link", { name: "All tasks", exact: true }).first().click();
    await row(page, "buy milk").waitFor();

    // A page that is not kept says so in the frame of the app, and opens with the network.
    await page.goto("/profile/security");
    await page.getByRole("heading", { name: "This page is not on your device." }).waitFor();
    expect(await violations(page)).toEqual([]);
    app.network().set("up");
    await page.waitForURL("**/profile/security");
    await page.getByRole("heading", { name: "Security" }).first().waitFor();
    await device.close();
  });

  it("shows what is new once the server answers again", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { page } = device;
    const headers = { origin: app.network().url };
    app.network().set("down");
    await page.reload();
    await bar(page).getByText("You are offline.").waitFor();
    app.network().set("up");
    await page.request.post("/api/v1/tasks", { data: { title: "oat milk" }, headers });
    await row(page, "oat milk").waitFor();
    await bar(page).waitFor({ state: "detached" });
    await device.close();
  });

  it("a task opens that was not opened before, and is changed there", async () => {
    const device = await app.openKeptDevice(["buy milk", "call Ali"]);
    const { page } = device;
    await page.keyboard.press("Shift");
    await outboxLoaded(page);
    app.network().set("down");
    await row(page, "call Ali").getByRole("link").first().click();
    const panel = page.locator("[data-panel]");
    await panel.getByLabel("Title").fill("call Ali's mother");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await row(page, "call Ali's mother").getByText("Waiting to be sent").waitFor();
    const reminder = panel.getByRole("combobox", { name: "Add a reminder" });
    await reminder.selectOption({ label: "At a moment" });
    await pickMoment(page, "When?", "Tuesday 30 April 2030", "08:00");
    await panel.getByRole("button", { name: "Add a reminder" }).click();
    await page.getByText("2 changes wait for a connection").waitFor();
    await panel.getByRole("button", { name: /^Remove “/ }).waitFor();
    app.network().set("up");
    await page.locator("[data-outbox]").waitFor({ state: "detached" });
    const { tasks } = await (await page.request.get("/api/v1/tasks")).json();
    expect(tasks).toContainEqual(
      expect.objectContaining({
        title: "call Ali's mother",
        reminders: [{ at: "2030-04-30T03:00:00Z" }],
      }),
    );
    await device.close();
  });

  it("lists, labels and days are there as they were left, by any name", async () => {
    const device = await app.openKeptDevice([]);
    let { page } = device;
    const list = `/lists/${encodeURIComponent("گھر کا سامان")}`;
    const label = "/labels/v1.2";
    const add = (title: string) =>
      page.evaluate(async (data) => {
        const headers = { "content-type": "application/json" };
        await fetch("/api/v1/tasks", { method: "POST", headers, body: JSON.stringify(data) });
      }, taskOf(title));
    const taskOf = (title: string) => ({
      title,
      category: "گھر کا سامان",
      labels: ["v1.2"],
      due_at: Temporal.Now.plainDateISO("Asia/Karachi").toString(),
    });
    await add("buy milk");
    const places = [list, label, "/upcoming", "/calendar"];
    for (const place of places) {
      await page.goto(place);
      await row(page, "buy milk").or(page.getByText("buy milk")).first().waitFor();
      await untilKept(page, place);
    }
    // What is changed on one page is in all that are kept.
    await add("call Ali");
    for (const place of places) {
      const kept = () =>
        page.evaluate(async (url) => (await (await caches.match(url))?.text()) ?? "", place);
      await expect.poll(kept, { timeout: 30_000, message: place }).toContain("call Ali");
    }
    app.network().set("down");
    page = await device.restart();
    for (const place of places) {
      await page.goto(place);
      await page.getByText("call Ali").first().waitFor();
      await bar(page).getByText("This is as it was at").waitFor();
    }
    await device.close();
  });

  it("a list that is made says that it was not sent, and is sent when asked to", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { page } = device;
    await page.goto("/lists");
    await hydrated(page);
    app.network().set("down");
    const field = page.getByLabel("New list");
    await field.fill("groceries");
    await page.getByRole("button", { name: "Make it" }).first().click();
    await bar(page).getByText("What you sent has not arrived.").waitFor();
    expect(await field.inputValue()).toBe("groceries");
    await bar(page).getByRole("button", { name: "Do not send it" }).click();
    expect(await field.inputValue()).toBe("groceries");
    await page.getByRole("button", { name: "Make it" }).first().click();
    const send = bar(page).getByRole("button", { name: "Send again" });
    await send.waitFor();
    app.network().set("up");
    await send.click();
    await page.getByRole("listitem", { name: "groceries" }).waitFor();
    await device.close();
  });

  it("a form that loads a page says that it was not sent", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { page } = device;
    app.network().set("down");
    await page.getByRole("button", { name: "اردو" }).click();
    await page.getByRole("heading", { name: "That was not sent." }).waitFor();
    await page.getByRole("link", { name: "Your tasks" }).click();
    await row(page, "buy milk").waitFor();
    await device.close();
  });
});

describe.skipIf(!chromiumPath)("a warm start", { timeout: 120_000 }, () => {
  afterEach(() => app.network().set("up"));

  it.each(["up", "hangs"] as const)("shows the list at once: network %s", async (mode) => {
    const device = await app.openKeptDevice(["buy milk", "call Ali", "دوا لینا"]);
    const { context } = device;
    const times: number[] = [];
    app.network().set(mode);
    for (let start = 0; start < 5; start += 1) {
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto("/tasks", { waitUntil: "commit" });
      await row(page, "call Ali").waitFor();
      times.push(await page.evaluate(firstPaint));
      await page.close();
    }
    const best = Math.min(...times);
    console.info(`list, network ${mode}: ${times.map(Math.round).join(", ")} ms`);
    // The goal of 300 ms is for a machine with nothing else to do; here other tests run beside it.
    expect(best).toBeLessThan(3_000);
    await device.close();
  });
});

/** Runs in the page: when the list, which is in the document, was painted. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName("first-contentful-paint");
      if (paint) resolve(paint.startTime);
    }).observe({ type: "paint", buffered: true });
  });
}

describe.skipIf(!chromiumPath)("on a bad network", { timeout: 120_000 }, () => {
  afterEach(() => app.network().set("up"));

  const says: [NetworkMode, string][] = [
    ["down", "You are offline."],
    ["bad-gateway", "Karlo does not answer just now."],
    ["unavailable", "Karlo does not answer just now."],
    ["captive", "This network wants you to sign in to it first."],
    ["hangs", "You are offline."],
  ];

  // Without a service worker: what is kept would be shown instead.
  it.each(says)("that is %s the page stays and what failed is tried again", async (mode, words) => {
    const device = await app.openDevice({ serviceWorkers: "block" } as object);
    const { context, page } = device;
    await signUp(context, "en");
    const headers = { origin: app.network().url };
    await page.request.post("/api/v1/tasks", { data: { title: "buy milk" }, headers });
    await page.goto("/tasks");
    await hydrated(page);
    app.network().set(mode);
    await page.fill("[data-quick-add]", "half a thou");
    await page.getByRole("link", { name: "Trash" }).last().click();
    await bar(page).getByText(words).waitFor({ timeout: 20_000 });
    await bar(page).getByText("The page you asked for could not be loaded.").waitFor();
    expect(await page.inputValue("[data-quick-add]")).toBe("half a thou");
    // One tap on a checkbox shows no error page either.
    await row(page, "buy milk").getByRole("checkbox").click();
    await row(page, "buy milk").waitFor();
    expect(await page.getByText("This page could not be shown.").count()).toBe(0);
    app.network().set("up");
    await expect.poll(() => bar(page).count(), { timeout: 40_000 }).toBe(0);
    expect(await page.getByText("This page could not be shown.").count()).toBe(0);
    await device.close();
  });

  it("that is slow, what is kept is shown at once and replaced by what is new", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { page } = device;
    const headers = { origin: app.network().url };
    await page.goto("/reminders");
    // Later than what a person changes and wants to see.
    await page.request.post("/api/v1/tasks", { data: { title: "oat milk" }, headers });
    app.network().set("slow");
    await page.goto("/tasks");
    expect(await page.evaluate(() => document.documentElement.dataset.kept)).toBeTruthy();
    await row(page, "oat milk").waitFor();
    await device.close();
  });
});
