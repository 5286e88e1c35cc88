import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { add, row } from "#testing/task-rows";

const { openTasks, appUrl } = browserApp();

/** Whether a sheet keeps the page behind it from being used. */
const isInert = (page: Page) => page.evaluate(() => document.querySelector("header")?.inert);

describe.skipIf(!chromiumPath)("the tasks page", () => {
  it("shows the parsed fields of quick-add, each of which can be kept as text", async () => {
    const { page, noise, context } = await openTasks();
    const chips = page.locator("#understood");
    await page.fill("[data-quick-add]", "pay rent tomorrow 9am !high #home every month");
    for (const chip of ["tomorrow", "09:00", "High", "home", "every month"]) {
      await chips.getByText(chip, { exact: true }).waitFor();
    }
    await page.getByRole("button", { name: "Leave “home” as words" }).click();
    await page.locator("[data-quick-add]").press("Enter");
    await row(page, "pay rent #home").getByText("tomorrow 09:00").first().waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("keeps the page when the list fails to load, and retries on request", async () => {
    const { page, context } = await openTasks();
    await add(page, "buy milk #home", "call Ali");
    await page.fill("[data-quick-add]", "half a thou");
    // The page tries again by itself too, but not while its clock stands.
    await page.clock.install();
    await context.route("**/tasks.data*", (route) => route.abort());
    await page.fill("[data-search]", "milk");
    const line = page.getByRole("region", { name: "Connection" });
    await line.getByText("The page you asked for could not be loaded.").waitFor();
    expect(await page.locator("[data-row]").count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await page.clock.pauseAt(Date.now() + 60_000);
    // What the jump of the clock has begun fails too.
    await page.waitForTimeout(500);
    await context.unrouteAll({ behavior: "wait" });
    await line.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await page.clock.resume();
    expect(await page.inputValue("[data-quick-add]")).toBe("half a thou");

    // A failed refresh keeps the list and shows an error.
    await context.route("**/tasks.data*", (route) => route.abort());
    const made = { data: { title: "oat milk" }, headers: { origin: appUrl() } };
    await page.request.post("/api/v1/tasks", made);
    await line.getByText("This is as it was at").waitFor();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await context.unroute("**/tasks.data*");
    await line.getByRole("button", { name: "Try again" }).click();
    await row(page, "oat milk").waitFor();
    await context.setOffline(true);
    await page.getByRole("link", { name: "Trash" }).last().click();
    await line.getByText("You are offline.").waitFor();
    // What is shown is asked for in its place, with its filters.
    const asked = page.waitForRequest(/\/tasks\.data\?.*search=milk/);
    await line.getByRole("button", { name: "Stay here" }).click();
    await asked;
    await context.setOffline(false);
    await line.waitFor({ state: "detached" });
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe("/tasks?search=milk");
    await context.close();
  });

  it("follows changes again after a server that was busy", async () => {
    const { page, context } = await openTasks();
    const refused = page.waitForResponse((answer) => answer.status() === 503);
    await context.route("**/tasks/events*", (route) => route.fulfill({ status: 503 }));
    await page.reload();
    expect((await refused).url()).toContain("/tasks/events");
    await context.unroute("**/tasks/events*");
    const made = { data: { title: "oat milk" }, headers: { origin: appUrl() } };
    await page.request.post("/api/v1/tasks", made);
    await row(page, "oat milk").waitFor();
    await context.close();
  });

  it("updates the URL while filtering, and clears the filters", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "buy milk !high #home", "buy bread", "call Ali #work");
    await page.fill("[data-search]", "buy");
    await page.waitForURL("**/tasks?search=buy");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(2);
    await page.locator("form[role=search] [name=priority]").selectOption("high");
    await page.waitForURL("**/tasks?priority=high&search=buy");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await page.fill("[data-search]", "nothing like it");
    await page.getByText("Nothing here fits.").waitFor();
    await page.getByRole("link", { name: "Clear filters" }).first().click();
    await page.waitForURL("**/tasks");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(3);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("references at most 170 KB of script", async () => {
    const { page, context } = await openTasks();
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

  it("keeps its contrast when the theme changes, also of completed tasks", async () => {
    const { page, noise, context } = await openTasks({ colorScheme: "dark" });
    await add(page, "buy milk tomorrow #home");
    await page.goto("/tasks?status=all");
    await page.locator("[data-row] [role=checkbox]").click();
    await page.locator("[data-done=true]").waitFor();
    for (const colorScheme of ["light", "dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, ["color-contrast"]), colorScheme).toEqual([]);
    }
    expect(noise).toEqual([]);
    await context.close();
  });

  for (const [locale, colorScheme] of [
    ["en", "dark"],
    ["ur", "light"],
  ] as const) {
    it(`opens a task as a sheet on a phone: ${locale}, ${colorScheme}`, async () => {
      const { page, noise, context } = await openTasks({
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
      await page.locator("[data-quick-add]").waitFor();
      await expect.poll(() => isInert(page)).toBe(true);
      expect(await violations(page)).toEqual([]);
      expect(await horizontalOverflow(page)).toBe(0);
      await page.locator("[data-close]").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await expect.poll(() => isInert(page)).toBe(false);
      expect(noise).toEqual([]);
      await context.close();
    });
  }
});
