import type { Page } from "playwright-core";
import { expect } from "vitest";

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
