import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/**
 * Sends a message and resolves when it is answered.
 *
 * @param chat the page, or the part of it that holds the chat
 */
export async function say(chat: Page | Locator, text: string): Promise<void> {
  const log = chat.getByRole("log");
  const sent = log.locator("p.own-words").filter({ hasText: text });
  const before = await sent.count();
  const composer = chat.locator("textarea").last();
  await composer.fill(text);
  await composer.press("Enter");
  await expect.poll(() => sent.count()).toBe(before + 1);
  await expect.poll(() => log.getAttribute("aria-busy")).toBe("false");
}
