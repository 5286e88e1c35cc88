import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { startTestApp } from "#app/platform/testing/test-app";
import { chromiumPath, launch, openPage, type WatchedPage } from "./browser";

/** An app and a browser for the tests of a file, and people who keep a list there. */
export function listers() {
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

  return { someone, at: () => app.url };
}

/** The row of a task, by its title. */
export const row = (page: Page, title: string) =>
  page.locator("[data-row]").filter({ hasText: title });

/** Adds tasks by the line, and waits for each. */
export async function add(page: Page, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    const before = await page.locator("[data-row]").count();
    await page.fill("[data-quick-add]", line);
    await page.click("[data-add]");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(before + 1);
  }
}

/** Undoes what a toast says. */
export const undo = (page: Page, said: string) =>
  page
    .getByRole("listitem")
    .filter({ hasText: said })
    .getByRole("button", { name: "Undo" })
    .click();
