import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { chromiumPath, sideways, violations } from "./browser";
import { newcomers } from "./newcomers";
import { add, row } from "./task-rows";

const { someone, at } = newcomers();

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

  it("keeps the page when a list cannot be loaded, and loads it when asked again", async () => {
    const { page, context } = await someone();
    await add(page, "buy milk #home", "call Ali");
    await page.fill("[data-quick-add]", "half a thou");
    await context.route("**/tasks.data*", (route) => route.abort());
    await page.fill("[data-search]", "milk");
    const problem = page.getByRole("alert").filter({ hasText: "This list could not be loaded." });
    await problem.waitFor();
    expect(await violations(page)).toEqual([]);
    await context.unroute("**/tasks.data*");
    await problem.getByRole("button").click();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    expect(await page.inputValue("[data-quick-add]")).toBe("half a thou");

    // A list that is there stays there, and says how old it is.
    await context.route("**/tasks.data*", (route) => route.abort());
    const made = { data: { title: "oat milk" }, headers: { origin: at() } };
    await page.request.post("/api/v1/tasks", made);
    const line = page.getByRole("alert").filter({ hasText: "Karlo could not be reached." });
    await line.waitFor();
    expect(await page.locator("[data-row]").count()).toBe(1);
    await context.unroute("**/tasks.data*");
    await line.getByRole("button", { name: "Try again" }).click();
    await row(page, "oat milk").waitFor();
    await context.setOffline(true);
    await page.getByText("You are offline.").waitFor();
    await context.setOffline(false);
    await page.getByText("You are offline.").waitFor({ state: "detached" });
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
    await page.getByRole("link", { name: "Clear filters" }).first().click();
    await page.waitForURL("**/tasks");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(3);
    expect(noise).toEqual([]);
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

  it("follows a theme that changes while it is open, in what is done too", async () => {
    const { page, noise, context } = await someone({ colorScheme: "dark" });
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
