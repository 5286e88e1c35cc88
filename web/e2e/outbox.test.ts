import { describe, expect, it } from "vitest";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import ur from "#app/i18n/ur";
import { badNetworkApp, savedTasks, signIn } from "#testing/bad-network-app";
import { chromiumPath, violations } from "#testing/browser";
import { add, row, undo } from "#testing/task-rows";

const { openTasks, openDevice, network } = badNetworkApp();

/** What waits is tried again within seconds; a machine may be busy. */
const SOON = { timeout: 30_000 };

/** What the page says where changes of several tasks met others. */
const MET = {
  en: { needsYou: "1 change needs you", title: "Not sent yet", anyway: "Change anyway" },
  ur: {
    needsYou: "تبدیلی کو آپ کی توجہ چاہیے",
    title: "ابھی بھیجا نہیں گیا",
    anyway: "پھر بھی بدل دیجیے",
  },
};

describe.skipIf(!chromiumPath)("changes without a connection", { timeout: 180_000 }, () => {
  it("are shown as waiting, and go out in their order", async () => {
    const { page, context } = await openTasks();
    await add(page, "buy milk", "call Ali", "pay rent");
    for (const mode of ["down", "bad-gateway", "captive"] as const) {
      network().set(mode);
      await page.fill("[data-quick-add]", `${mode} letter tomorrow !high #post`);
      await page.click("[data-add]");
      await row(page, `${mode} letter`).getByText("Waiting to be sent").waitFor();
      await row(page, `${mode} letter`).getByText("tomorrow").first().waitFor();
      // A task that has no number yet is completed, renamed and deleted like others.
      await row(page, `${mode} letter`).getByRole("checkbox").click();
      await row(page, `${mode} letter`).locator("[data-done=true]").waitFor();
      await page.getByText("2 changes wait for a connection").waitFor();
      await row(page, "call Ali").getByRole("checkbox").click();
      await page.getByText("3 changes wait for a connection").waitFor();
      if (mode === "down") expect(await violations(page)).toEqual([]);
      network().set("up");
      await page.locator("[data-outbox]").waitFor({ state: "detached" });
      expect(await page.locator("[data-waiting]").count()).toBe(0);
      await row(page, `${mode} letter`).locator("[data-open]:not([data-open^='-'])").waitFor();
    }
    const saved = await savedTasks(page);
    expect(saved.map(({ title, completed }) => `${title}${completed ? " done" : ""}`)).toEqual([
      "bad-gateway letter done",
      "buy milk",
      "call Ali done",
      "captive letter done",
      "down letter done",
      "pay rent",
    ]);
    await context.close();
  });

  it("are taken back from the list of what waits, or by undo", async () => {
    const { page, context } = await openTasks();
    await add(page, "buy milk", "call Ali");
    network().set("down");
    await row(page, "buy milk").getByRole("checkbox").click();
    await undo(page, "Kept here until there is a connection");
    await expect.poll(() => page.locator("[data-done=true]").count(), SOON).toBe(0);
    await page.fill("[data-quick-add]", "a letter");
    await page.click("[data-add]");
    await row(page, "a letter").getByText("Waiting to be sent").waitFor();
    await row(page, "call Ali").getByRole("checkbox").click();
    await page.getByRole("button", { name: "Show", exact: true }).last().click();
    const list = page.getByRole("dialog", { name: "Not sent yet" });
    await list.getByRole("button", { name: "Take back: Add a letter" }).click();
    await row(page, "a letter").waitFor({ state: "detached" });
    expect(await violations(page)).toEqual([]);
    await list.getByRole("button", { name: "Close" }).click();
    network().set("up");
    await page.locator("[data-outbox]").waitFor({ state: "detached" });
    await expect
      .poll(() => savedTasks(page), SOON)
      .toMatchObject([
        { title: "buy milk", completed: false },
        { title: "call Ali", completed: true },
      ]);
    await context.close();
  });

  it("survive a closed page, and an ended session, of the same person alone", async () => {
    const { page, context, person } = await openTasks();
    await add(page, "buy milk");
    // It was loaded with the first key: the page may be closed before anything fails.
    network().set("hangs");
    await page.fill("[data-quick-add]", "a letter");
    await page.click("[data-add]");
    await row(page, "a letter").getByText("Waiting to be sent").waitFor();
    await page.close();
    network().set("up");
    // The session ends in another tab.
    const other = await context.newPage();
    await other.request.post("/sign-out", { headers: { origin: network().url } });
    await other.goto("/sign-in?next=/tasks");
    await signIn(other, person);
    // The request that hung may have arrived: until its answer is known there may be two rows.
    await row(other, "a letter").first().waitFor();
    await other.locator("[data-outbox]").waitFor({ state: "detached" });
    await expect.poll(async () => (await savedTasks(other)).length, SOON).toBe(2);

    // Words that are only written, and words that were pressed.
    await other.fill("[data-quick-add]", "words of an ended session");
    await other.request.post("/sign-out", { headers: { origin: network().url } });
    await other.reload();
    await other.waitForURL("**/sign-in**");
    await signIn(other, person);
    await expect
      .poll(() => other.inputValue("[data-quick-add]"), SOON)
      .toBe("words of an ended session");
    await other.context().clearCookies();
    await other.click("[data-add]");
    await other.waitForURL("**/sign-in**");
    await signIn(other, person);
    await row(other, "words of an ended session").waitFor();
    await expect.poll(async () => (await savedTasks(other)).length, SOON).toBe(3);
    await context.close();
  });

  it("meet what another device changed meanwhile, and nothing is lost", async () => {
    const { page, context, person } = await openTasks();
    await add(page, "pay rent", "buy milk");
    const device = await openDevice(person);
    const rename = async (on: typeof page, from: string, to: string) => {
      await row(on, from).getByRole("link").first().focus();
      await on.keyboard.press("e");
      await on.getByLabel("Title").fill(to);
      await on.keyboard.press("Enter");
      await row(on, to).getByText("Waiting to be sent").waitFor();
    };
    network().set("down");
    await rename(page, "pay rent", "pay the rent");
    await row(page, "buy milk").getByRole("checkbox").click();
    await page.getByText("2 changes wait for a connection").waitFor();
    await rename(device.page, "pay rent", "rent is due");
    await rename(device.page, "buy milk", "buy oat milk");
    await context.setOffline(true);
    network().set("up");
    await device.page.locator("[data-outbox]").waitFor({ state: "detached" });
    await context.setOffline(false);
    await page.getByText("1 change needs you").waitFor();
    // What was changed in different fields is both there.
    await expect
      .poll(() => savedTasks(page), SOON)
      .toMatchObject([
        { title: "buy oat milk", completed: true },
        { title: "rent is due", completed: false },
      ]);
    await row(page, "rent is due").getByText("Not sent: it needs you").waitFor();
    await page.getByRole("button", { name: "Show", exact: true }).last().click();
    await page.getByRole("link", { name: "Look at it" }).click();
    const panel = page.locator("[data-panel]");
    await panel.getByText("was changed elsewhere").waitFor();
    expect(await panel.getByLabel("Title").inputValue()).toBe("pay the rent");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator("[data-outbox]").waitFor({ state: "detached" });
    await row(page, "pay the rent").waitFor();
    await context.close();
    await device.context.close();
  });

  it.each(["en", "ur"] as const)(
    "of several tasks leave those that were changed elsewhere: %s",
    async (language) => {
      const words = MET[language];
      const { t } = createI18n(language, "western", { en, ur }[language]);
      const { page, context, person } = await openTasks({ locale: `${language}-PK` });
      await add(page, "pay rent", "buy milk", "call Ali");
      const device = await openDevice(person);
      // What chooses several is loaded when it is asked for.
      await page.locator("[data-selects]").click();
      const bulk = page.getByRole("region", { name: t("list.bulk.title") });
      await bulk.getByRole("button", { name: t("list.bulk.all") }).click();
      await context.setOffline(true);
      await bulk.getByLabel(t("list.field.priority")).selectOption("high");
      await page.locator("[data-waiting]").nth(2).waitFor();
      // One in the same field, one in another.
      const headers = { origin: network().url };
      const change = (id: number, data: object) =>
        device.page.request.patch(`/api/v1/tasks/${id}`, { headers, data });
      await change(1, { priority: "low" });
      await change(2, { category: "shop" });
      await context.setOffline(false);
      const line = page.locator("[data-outbox]");
      await line.getByText(words.needsYou).waitFor();
      const priorities = async () => (await savedTasks(page)).map(({ priority }) => priority);
      expect(await priorities()).toEqual(["high", "high", "low"]);
      await line.getByRole("button").first().click();
      const list = page.getByRole("dialog", { name: words.title });
      await list
        .getByRole("link", { name: "pay rent" })
        .getByText(t("tasks.priority.low"))
        .waitFor();
      expect(await list.getByText(/buy milk|call Ali/).count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await list.getByRole("button", { name: words.anyway }).click();
      await line.waitFor({ state: "detached" });
      await expect.poll(priorities, SOON).toEqual(["high", "high", "high"]);
      await context.close();
      await device.context.close();
    },
  );

  it("of a task that was deleted elsewhere are kept with their words", async () => {
    const { page, context, person } = await openTasks();
    await add(page, "pay rent", "buy milk");
    const device = await openDevice(person);
    await context.setOffline(true);
    await row(page, "pay rent").getByRole("link").first().focus();
    await page.keyboard.press("e");
    await page.getByLabel("Title").fill("pay the rent to Mrs Khan");
    await page.keyboard.press("Enter");
    await row(page, "Mrs Khan").getByText("Waiting to be sent").waitFor();
    const headers = { origin: network().url };
    await device.page.request.delete("/api/v1/tasks/1", { headers });
    expect((await savedTasks(device.page)).map(({ title }) => title)).toEqual(["buy milk"]);
    await context.setOffline(false);
    await page.getByText("1 change needs you").waitFor();
    await page.getByRole("button", { name: "Show", exact: true }).last().click();
    const list = page.getByRole("dialog", { name: "Not sent yet" });
    await list.getByText("pay the rent to Mrs Khan").waitFor();
    await list.getByText("Deleted elsewhere meanwhile.").waitFor();
    expect(await violations(page)).toEqual([]);
    await list.getByRole("button", { name: /^Take back/ }).click();
    await page.locator("[data-outbox]").waitFor({ state: "detached" });
    await context.close();
    await device.context.close();
  });

  it("go out past one at which the server fails or which it refuses, and those stay", async () => {
    const { page, context } = await openTasks();
    await add(page, "buy milk");
    network().set("down");
    for (const title of ["a poison letter", "a bitter letter", "a good letter"]) {
      await page.fill("[data-quick-add]", title);
      await page.click("[data-add]");
      await row(page, title).getByText("Waiting to be sent").waitFor();
    }
    await row(page, "a poison letter").getByRole("checkbox").click();
    await row(page, "buy milk").getByRole("checkbox").click();
    await page.getByText("5 changes wait for a connection").waitFor();
    const answers = { poison: 500, bitter: 422 };
    await page.route("**/tasks/forms", async (route) => {
      const body = route.request().postData() ?? "";
      const [, status] = Object.entries(answers).find(([word]) => body.includes(word)) ?? [];
      if (!status) return route.continue();
      const headers = { "karlo-person": "somebody", "content-type": "application/problem+json" };
      const problem = { status, code: "some_problem", detail: "This cannot be done." };
      await route.fulfill({ status, headers, body: JSON.stringify(problem) });
    });
    network().set("up");
    await expect
      .poll(() => savedTasks(page), SOON)
      .toMatchObject([{ title: "a good letter" }, { title: "buy milk", completed: true }]);
    await page.getByText("2 changes wait for a connection · 1 change needs you").waitFor();
    await page.getByRole("button", { name: "Show", exact: true }).last().click();
    const list = page.getByRole("dialog", { name: "Not sent yet" });
    await list.getByText("This cannot be done.").waitFor();
    await list.getByText("a bitter letter").waitFor();
    await page.unroute("**/tasks/forms");
    await list.getByRole("button", { name: "Try again" }).click();
    await page.locator("[data-outbox]").waitFor({ state: "detached" });
    await expect
      .poll(() => savedTasks(page), SOON)
      .toMatchObject([
        { title: "a bitter letter" },
        { title: "a good letter" },
        { title: "a poison letter", completed: true },
        { title: "buy milk", completed: true },
      ]);
    await context.close();
  });
});
