import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp } from "#app/platform/testing/test-app";
import { chromiumPath, launch, openPage, sideways, violations, type WatchedPage } from "./browser";

let app: Awaited<ReturnType<typeof startTestApp>>;
let browser: Browser;
let people = 0;

beforeAll(async () => {
  if (!chromiumPath) return;
  [app, browser] = await Promise.all([startTestApp(), launch()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Somebody new, on their tasks page. */
async function someone(options: Parameters<typeof openPage>[2] = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, app.url, options);
  const { page } = watched;
  people += 1;
  await page.goto("/sign-up");
  await page.fill("[name=name]", "Sana");
  await page.fill("[name=email]", `lister${people}@example.com`);
  await page.fill("[name=password]", "correct horse battery");
  await page.click("main form button[type=submit]");
  await page.waitForURL("**/tasks");
  return watched;
}

const row = (page: Page, title: string) => page.locator("[data-row]").filter({ hasText: title });

async function add(page: Page, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    const before = await page.locator("[data-row]").count();
    await page.fill("[data-quick-add]", line);
    await page.click("[data-add]");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(before + 1);
  }
}

/** Undoes what a toast says. */
const undo = (page: Page, said: string) =>
  page
    .getByRole("listitem")
    .filter({ hasText: said })
    .getByRole("button", { name: "Undo" })
    .click();

// A browser on a busy machine may be late; each test begins anew with a person of its own.
describe.skipIf(!chromiumPath)("the tasks page", { retry: 2 }, () => {
  it("shows what the line is understood to say, and lets a word be a word", async () => {
    const { page, noise, context } = await someone();
    const said = page.locator("#understood");
    await page.fill("[data-quick-add]", "pay rent tomorrow 9am !high #home every month");
    for (const chip of ["tomorrow", "09:00", "High", "home", "Every month"]) {
      await said.getByText(chip, { exact: true }).waitFor();
    }
    await page.getByRole("button", { name: "Leave “home” as words" }).click();
    await page.keyboard.press("Enter");
    await row(page, "pay rent #home").getByText("tomorrow 09:00").first().waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("edits every field beside the list, keeps its history, and takes it back", async () => {
    const { page, noise, context } = await someone();
    await add(page, "pay rent");
    await page.getByRole("link", { name: "pay rent", exact: true }).click();
    await page.waitForURL("**/tasks?task=1");
    const panel = page.locator("[data-panel]");
    await panel.getByLabel("Title").fill("pay the rent");
    await panel.getByLabel("Notes").fill("to the landlord");
    await panel.getByLabel("Due").fill("2030-05-03");
    await panel.getByLabel("Time").fill("09:00");
    await panel.getByLabel("Priority").selectOption("high");
    await panel.getByLabel("Category").fill("home");
    await panel.getByLabel("Repeats").selectOption("FREQ=MONTHLY");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Task updated", { exact: true }).waitFor();
    await row(page, "pay the rent").getByText("3 May 2030 09:00").first().waitFor();
    await panel.getByText("Edited").waitFor();
    expect(await violations(page)).toEqual([]);
    await undo(page, "Task updated");
    await row(page, "pay rent").waitFor();
    await expect.poll(() => panel.getByLabel("Due").inputValue()).toBe("");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("shows another tab's change within a second and loses nothing that is being written", async () => {
    const { page, noise, context } = await someone();
    await add(page, "pay rent");
    await page.goto("/tasks?task=1");
    const other = await context.newPage();
    await other.goto("/tasks?task=1");
    await other.waitForLoadState("networkidle").catch(() => {});

    const panel = page.locator("[data-panel]");
    await page.fill("[data-quick-add]", "half a thou");
    await panel.getByLabel("Title").fill("pay the rent");
    await other.locator("[data-panel]").getByLabel("Title").fill("rent is due");
    await other.locator("[data-panel]").getByLabel("Category").fill("home");
    await other.locator("[data-panel]").getByRole("button", { name: "Save", exact: true }).click();
    await other.getByText("Task updated", { exact: true }).waitFor();
    await row(page, "rent is due").waitFor({ timeout: 1_000 });
    // Both values are there; what nobody else wrote has followed.
    await panel.getByText("was changed elsewhere").waitFor();
    expect(await panel.getByLabel("Title").inputValue()).toBe("pay the rent");
    expect(await panel.getByLabel("Category").inputValue()).toBe("home");
    expect(await page.inputValue("[data-quick-add]")).toBe("half a thou");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await row(other, "pay the rent").waitFor({ timeout: 2_000 });

    // A program's change comes the same way.
    const created = await page.request.post("/api/v1/tasks", {
      data: { title: "from a program" },
      headers: { origin: app.url },
    });
    expect(created.status()).toBe(201);
    await row(page, "from a program").waitFor({ timeout: 1_000 });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("puts back what could not be saved, says so, and tries again", async () => {
    const { page, context } = await someone();
    await add(page, "call the plumber");
    await context.route("**/tasks.data*", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.getByRole("checkbox", { name: /call the plumber/ }).click();
    const line = row(page, "call the plumber");
    await line.getByRole("alert").waitFor();
    expect(await line.locator("[data-done=true]").count()).toBe(0);
    await context.unroute("**/tasks.data*");
    await line.getByRole("button", { name: "Try again" }).click();
    await row(page, "call the plumber").locator("[data-done=true]").waitFor();
    await undo(page, "Task completed");
    await expect.poll(() => page.locator("[data-done=true]").count()).toBe(0);

    await context.route("**/tasks.data*", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.fill("[data-quick-add]", "buy milk");
    await page.keyboard.press("Enter");
    await page.locator("#add-problem").waitFor();
    expect(await page.inputValue("[data-quick-add]")).toBe("buy milk");
    await context.close();
  });

  it("filters by the address as one types, and clears it", async () => {
    const { page, noise, context } = await someone();
    await add(page, "buy milk !high #home", "buy bread", "call Ali #work");
    await page.fill("[data-search]", "buy");
    await page.waitForURL("**/tasks?search=buy");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(2);
    await page.locator("form[role=search] [name=priority]").selectOption("high");
    await page.waitForURL("**/tasks?priority=high&search=buy");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await page.fill("[data-search]", "nothing like it");
    await page.getByText("Nothing here fits.").waitFor();
    await page.getByRole("link", { name: "Clear all" }).first().click();
    await page.waitForURL("**/tasks");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(3);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("is worked by keys, which are off while one writes", async () => {
    const { page, noise, context } = await someone();
    await add(page, "one today", "two tomorrow", "three");
    await page.keyboard.press("Escape");
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest("[data-row]")?.getAttribute("data-row"));
    await page.keyboard.press("j");
    expect(await focused()).toBe("1");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await focused()).toBe("2");
    // One row is in the order of Tab.
    expect(await page.locator("[data-open]:not([tabindex='-1'])").count()).toBe(1);
    await page.keyboard.press("e");
    await page.keyboard.type("two of j k x");
    await page.keyboard.press("Enter");
    await row(page, "two of j k x").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.locator("[data-done=true]").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("c");
    await page.keyboard.type("/x");
    expect(await page.inputValue("[data-quick-add]")).toBe("/x");

    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog");
    await palette.getByRole("combobox").fill("one");
    await palette.getByRole("option", { name: /#1/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/tasks?task=1");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("makes the changes of a row in the order they were made, however slow the way is", async () => {
    const { page, noise, context } = await someone();
    await add(page, "one");
    await context.route("**/tasks.data*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    for (const title of ["two", "three"]) {
      await page.keyboard.press("e");
      await page.getByLabel("Title").waitFor();
      await page.keyboard.type(title);
      await page.keyboard.press("Enter");
      await row(page, title).waitFor();
      await page.keyboard.press("j");
    }
    await page.keyboard.press("x");
    await page.getByText("Task completed", { exact: true }).waitFor();
    await row(page, "three").locator("[data-done=true]").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);

    // The panel's saves wait for one another as well.
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    for (const title of ["four", "five"]) {
      await panel.getByLabel("Title").fill(title);
      await panel.getByLabel("Title").press("Enter");
    }
    await row(page, "five").waitFor();
    await expect
      .poll(async () => (await (await page.request.get("/api/v1/tasks/1")).json()).title)
      .toBe("five");
    expect(await panel.getByText("was changed elsewhere").count()).toBe(0);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("changes several at once, moves one by menu and by dragging, each with its undo", async () => {
    const { page, noise, context } = await someone();
    await add(page, "one today", "two tomorrow", "three");
    await page.getByRole("button", { name: "Select several" }).click();
    for (const name of ["one", "two"]) {
      await page.getByRole("checkbox", { name: `Select “${name}”` }).check();
    }
    const bar = page.getByRole("region", { name: "Select several" });
    await bar.getByText("2 selected").waitFor();
    expect(await violations(page)).toEqual([]);
    await bar.getByRole("button", { name: "Delete" }).click();
    await page.getByText("Tasks deleted", { exact: true }).waitFor();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await undo(page, "Tasks deleted");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(3);

    await row(page, "three").hover();
    await page.getByRole("button", { name: "Move “three” to another day" }).click();
    await page.getByRole("button", { name: "Tomorrow" }).click();
    await row(page, "three").getByText("tomorrow").first().waitFor();

    const grip = page.getByRole("button", { name: "Move “one” to another day" });
    await row(page, "one").hover();
    const from = await grip.boundingBox();
    const to = await row(page, "three").boundingBox();
    if (!from || !to) throw new Error("The rows are not there.");
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, to.y, { steps: 5 });
    await page.mouse.move(from.x + 20, to.y + 20, { steps: 5 });
    await page.mouse.up();
    await row(page, "one").getByText("tomorrow").first().waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("adds, edits and filters without JavaScript, and shows both sides of a conflict", async () => {
    const { page, context } = await someone({ javaScriptEnabled: false });
    await page.fill("[data-quick-add]", "pay rent tomorrow 9am #home");
    await page.click("[data-add]");
    await page.getByRole("link", { name: "pay rent", exact: true }).click();
    const panel = page.locator("[data-panel]");
    await page.request.patch("/api/v1/tasks/1", {
      data: { title: "rent is due" },
      headers: { origin: app.url },
    });
    await panel.getByLabel("Title").fill("pay the rent");
    await panel.getByLabel("Repeats").selectOption("FREQ=MONTHLY");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await panel.getByText("was changed elsewhere").waitFor();
    await panel.getByText("rent is due").first().waitFor();
    expect(await panel.getByLabel("Title").inputValue()).toBe("pay the rent");
    await panel.getByRole("button", { name: "Take what is saved" }).click();
    await expect.poll(() => panel.getByLabel("Title").inputValue()).toBe("rent is due");
    expect(await panel.getByText("was changed elsewhere").count()).toBe(0);
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Task updated", { exact: true }).waitFor();
    await row(page, "rent is due").getByText("Repeats").waitFor();
    await panel.getByRole("link", { name: "Close the task" }).click();
    await page.waitForURL("**/tasks");
    await page.fill("[data-search]", "plumber");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByText("Nothing here fits.").waitFor();
    await context.close();
  });

  it("is light: at most 170 KB of script", async () => {
    const { page, context } = await someone();
    const html = await (await page.request.get("/tasks")).text();
    const scripts = new Set(html.match(/\/assets\/[\w.-]+\.js/g));
    let size = 0;
    for (const path of scripts) {
      size += gzipSync(await (await page.request.get(path)).body()).length;
    }
    expect(scripts.size).toBeGreaterThan(5);
    expect(size).toBeLessThan(170 * 1024);
    await context.close();
  });

  for (const [locale, colorScheme] of [
    ["en", "dark"],
    ["ur", "light"],
  ] as const) {
    it(`opens a task as a sheet on a phone: ${locale}, ${colorScheme}`, async () => {
      const { page, noise, context } = await someone({
        locale: locale === "ur" ? "ur-PK" : "en-GB",
        colorScheme,
        viewport: { width: 360, height: 740 },
      });
      await add(
        page,
        "بل جمع کروانا کل #گھر",
        "a title-that-is-one-very-long-word-and-has-no-place-to-break",
      );
      expect(await violations(page)).toEqual([]);
      await page.locator("[data-open='1']").click();
      await page.getByRole("dialog").waitFor();
      expect(await page.locator("[data-quick-add]").isVisible()).toBe(true);
      expect(await page.evaluate(() => document.querySelector("header")?.inert)).toBe(true);
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await page.locator("[data-close]").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await page.evaluate(() => document.querySelector("header")?.inert)).toBe(false);
      expect(noise).toEqual([]);
      await context.close();
    });
  }
});
