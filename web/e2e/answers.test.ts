import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";

const { openChat, openTasks } = browserApp();

const thread = (page: Page) => page.getByRole("log");
const panel = (page: Page) => page.locator("[data-corner=panel]");

/** The rows of a task in all answers. */
const rows = (within: Page | Locator, title: string) =>
  within.locator("[data-answer-task]").filter({ hasText: title });
const box = (within: Page | Locator, title: string) =>
  rows(within, title).last().getByRole("checkbox");
/** Resolves when the last row of a task is ticked, or is not. */
const isTicked = (within: Page | Locator, title: string, ticked = true) =>
  rows(within, title).last().locator(`[role=checkbox][aria-checked=${ticked}]`).waitFor();

async function say(page: Page, text: string): Promise<void> {
  await page.locator("textarea").last().fill(text);
  await page.keyboard.press("Enter");
  await thread(page).getByText(text, { exact: true }).last().waitFor();
  await page.locator("[role=log][aria-busy=false]").waitFor();
}

/** What another client of the same person does. */
const elsewhere = (page: Page, method: string, path: string, data?: object) =>
  page.context().request.fetch(`/api/v1${path}`, { method, data });

async function openWidget(page: Page): Promise<void> {
  await page.locator("[data-corner=button]").click();
  await panel(page).locator("textarea").waitFor();
}

describe.skipIf(!chromiumPath)("tasks in answers", () => {
  it("are ticked, and are what the list says after a reload", async () => {
    const { page, noise, context } = await openChat();
    for (const text of ["add buy milk", "add feed the cat"]) await say(page, text);
    await page.waitForURL("**/chatbot?c=1");
    await say(page, "show my tasks");
    await rows(page, "feed the cat").last().waitFor();
    // One row for each answer that names it, and no line beside it.
    await expect.poll(() => rows(page, "buy milk").count()).toBe(2);
    expect(await thread(page).locator(".markdown li").count()).toBe(0);

    await box(page, "buy milk").click();
    await isTicked(page, "buy milk");
    await page.getByText("Task completed", { exact: true }).waitFor();
    // Every row of the same task shows the same.
    expect(await rows(page, "buy milk").first().getByRole("checkbox").isChecked()).toBe(true);
    await page.reload();
    await isTicked(page, "buy milk");
    await box(page, "buy milk").click();
    await isTicked(page, "buy milk", false);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are moved and opened", async () => {
    const { page, noise, context } = await openChat();
    for (const text of ["add buy milk", "add feed the cat"]) await say(page, text);
    const cat = rows(page, "feed the cat").last();
    await cat.getByRole("button", { name: "Move “feed the cat” to another day" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Tomorrow", exact: true }).click();
    await cat.getByText("tomorrow").first().waitFor();
    await cat.getByRole("button", { name: "Move “feed the cat” to another day" }).click();
    await dialog.getByLabel("Or write when").fill("friday 5pm");
    await page.keyboard.press("Enter");
    await cat.getByText("17:00").first().waitFor();

    await rows(page, "buy milk").last().getByRole("link", { name: "buy milk" }).click();
    await page.waitForURL("**/tasks?task=1");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("follow what is done to them elsewhere", async () => {
    const { page, noise, context } = await openChat();
    for (const text of ["add buy milk", "add feed the cat"]) await say(page, text);
    await say(page, "show my tasks");
    await rows(page, "feed the cat").last().waitFor();
    await elsewhere(page, "PATCH", "/tasks/1/complete");
    await isTicked(page, "buy milk");
    await elsewhere(page, "PATCH", "/tasks/2", { title: "feed both cats" });
    await rows(page, "feed both cats").last().waitFor();
    await elsewhere(page, "DELETE", "/tasks/2");
    await rows(page, "feed the cat").last().getByText("No longer in your list").waitFor();
    await say(page, "undo");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are the same in the corner of any page, and on a phone make way for what they open", async () => {
    const { page, noise, context } = await openTasks({ viewport: { width: 390, height: 844 } });
    await page.goto("/profile");
    await openWidget(page);
    for (const text of ["add buy milk", "add feed the cat"]) await say(page, text);
    await say(page, "show my tasks");
    await box(panel(page), "buy milk").click();
    await isTicked(panel(page), "buy milk");
    await elsewhere(page, "PATCH", "/tasks/2/complete");
    await isTicked(panel(page), "feed the cat");
    const { completed } = await (await elsewhere(page, "GET", "/tasks/1")).json();
    expect(completed).toBe(true);

    await rows(panel(page), "buy milk").last().getByRole("link", { name: "buy milk" }).click();
    await page.waitForURL("**/tasks?task=1");
    await panel(page).waitFor({ state: "detached" });
    await page.locator("#panel-title").waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are the list's own tasks where it stands beside the chat", async () => {
    const { page, noise, context } = await openTasks();
    await openWidget(page);
    await say(page, "add buy milk");
    const listed = page.locator("[data-row]").filter({ hasText: "buy milk" });
    await box(panel(page), "buy milk").click();
    await listed.locator("[aria-checked=true]").waitFor();
    await listed.getByRole("checkbox").click();
    await isTicked(panel(page), "buy milk", false);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are ticked without JavaScript, and are nobody else's", async () => {
    const { page, context } = await openChat();
    await say(page, "add buy milk");
    await page.waitForURL("**/chatbot?c=1");
    const storageState = await context.storageState();
    const plain = await openTasks({ javaScriptEnabled: false });
    const of = (state: typeof plain) => state.context.request.get("/chatbot/tasks?ids=1");
    expect((await (await of(plain)).json()).tasks).toEqual([]);
    expect((await plain.context.request.get("/chatbot/tasks?ids=x")).status()).toBe(422);
    await plain.context.clearCookies();
    await plain.context.addCookies(storageState.cookies);
    await plain.page.goto("/chatbot?c=1");
    await box(plain.page, "buy milk").click();
    await plain.page.waitForURL("**/chatbot?c=1");
    await isTicked(plain.page, "buy milk");
    await plain.context.close();
    await context.close();
  });
});

describe.skipIf(!chromiumPath)("the choices of a question", () => {
  const labels = ["#1 call Ali about rent", "#2 call Ali about dinner"];
  const choices = (page: Page) => thread(page).getByRole("group", { name: "Answers" });

  async function ask(page: Page): Promise<void> {
    for (const title of ["rent", "dinner"])
      await elsewhere(page, "POST", "/tasks", { title: `call Ali about ${title}` });
    await say(page, "complete call ali");
    await choices(page).waitFor();
    expect(await choices(page).getByRole("button").allTextContents()).toEqual(labels);
  }

  it("are pressed on the page, once", async () => {
    const { page, noise, context } = await openChat();
    await ask(page);
    await page.reload();
    await choices(page).getByRole("button").last().focus();
    // Before hydration a press does nothing.
    const press = async () => {
      if ((await choices(page).count()) > 0) await page.keyboard.press("Enter");
      return choices(page).count();
    };
    await expect.poll(press, { timeout: 10_000 }).toBe(0);
    await thread(page)
      .getByRole("article")
      .getByText(labels[1] ?? "")
      .last()
      .waitFor();
    await isTicked(page, "call Ali about dinner");
    // The focus goes on where the person goes on.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are pressed in the corner, and withdrawn by another message", async () => {
    const { page, noise, context } = await openTasks();
    await openWidget(page);
    await ask(page);
    await say(page, "show my tasks");
    await choices(page).waitFor({ state: "detached" });
    await say(page, "complete call ali");
    await choices(page).getByRole("button").first().click();
    await isTicked(panel(page), "call Ali about rent");
    await choices(page).waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  for (const [locale, colorScheme, width] of [
    ["en", "light", 1280],
    ["ur", "dark", 390],
  ] as const) {
    it(`are accessible, beside rows and the hint: ${locale}, ${colorScheme}, ${width} px`, async () => {
      const { page, noise, context } = await openChat({
        locale: locale === "ur" ? "ur-PK" : "en-GB",
        colorScheme,
        viewport: { width, height: 844 },
      });
      const urdu = locale === "ur";
      await say(page, urdu ? "کل پانچ بجے دودھ لانا یاد دلا دینا" : "remind me to buy milk at 5pm");
      const hint = thread(page).locator("a[href='/reminders/settings']");
      await hint.waitFor();
      for (const title of ["علی کو فون کرنا", "علی سے کتاب لینا"])
        await elsewhere(page, "POST", "/tasks", { title });
      await say(page, urdu ? "علی والا کام مکمل کرو" : "complete علی");
      await thread(page).getByRole("group").getByRole("button").first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await horizontalOverflow(page)).toBe(0);
      await hint.click();
      await page.waitForURL("**/reminders/settings");
      expect(noise).toEqual([]);
      await context.close();
    }, 60_000);
  }
});
