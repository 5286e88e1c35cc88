import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Locates the row of a task by its title. */
export const row = (page: Page, title: string) =>
  page.locator("[data-row]").filter({ hasText: title });

/** Adds tasks with the quick-add field; resolves when their rows are shown. */
export async function add(page: Page, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    const before = await page.locator("[data-row]").count();
    await page.fill("[data-quick-add]", line);
    await page.click("[data-add]");
    // The first one loads what reads and keeps it; a machine may be busy.
    const rows = () => page.locator("[data-row]").count();
    await expect.poll(rows, { timeout: 15_000 }).toBe(before + 1);
  }
}

const noticeOf = (page: Page, notice: string) =>
  page.getByRole("listitem").filter({ hasText: notice }).last();

/** Waits for a notice and keeps it: it does not go while the pointer is on it. */
export const holdNotice = (page: Page, notice: string): Promise<void> =>
  noticeOf(page, notice).hover();

/** Clicks the undo button of a notice. */
export const undo = (page: Page, notice: string): Promise<void> =>
  noticeOf(page, notice).getByRole("button", { name: "Undo" }).click();
