import type { Page } from "playwright-core";

/** A page of Karlo, or a state of one, that everything is asked of that is asked of every page. */
export interface SeenPage {
  name: string;
  path: string;
  /** Who sees it: nobody that is known, somebody who has just come, somebody with a list. */
  who: "nobody" | "newcomer" | "keeper";
  /** Brings the page into the state that is meant. */
  prepare?: (page: Page) => Promise<void>;
}

/** Presses keys until something is there: a page hears them only once it lives. */
async function pressUntil(page: Page, keys: string, selector: string): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    await page.keyboard.press(keys);
    const shown = page.locator(selector).first();
    if (
      await shown.waitFor({ timeout: 500 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`${keys} brought no ${selector}.`);
}

/** Every page, but the one that says that something broke. */
export const pages: SeenPage[] = [
  { name: "landing", path: "/", who: "nobody" },
  { name: "sign-in", path: "/sign-in", who: "nobody" },
  { name: "sign-up", path: "/sign-up", who: "nobody" },
  { name: "forgot-password", path: "/forgot-password", who: "nobody" },
  { name: "reset-password", path: "/reset-password?token=none", who: "nobody" },
  { name: "verify-email", path: "/verify-email?token=none", who: "nobody" },
  { name: "not-found", path: "/nowhere", who: "nobody" },
  {
    name: "api-docs",
    path: "/docs",
    who: "nobody",
    prepare: (page) => page.locator(".opblock").first().waitFor(),
  },
  { name: "api-reading", path: "/redoc", who: "nobody" },
  { name: "tasks-empty", path: "/tasks", who: "newcomer" },
  { name: "chat-empty", path: "/chatbot", who: "newcomer" },
  { name: "tasks", path: "/tasks", who: "keeper" },
  { name: "tasks-all", path: "/tasks?status=all", who: "keeper" },
  { name: "tasks-filtered", path: "/tasks?status=all&search=milk&priority=low", who: "keeper" },
  { name: "tasks-nothing-found", path: "/tasks?search=submarine", who: "keeper" },
  { name: "task", path: "/tasks?task=8", who: "keeper" },
  {
    name: "palette",
    path: "/tasks",
    who: "keeper",
    prepare: (page) => pressUntil(page, "Control+k", "dialog[open]"),
  },
  {
    name: "shortcuts",
    path: "/tasks",
    who: "keeper",
    prepare: (page) => pressUntil(page, "?", "dialog[open]"),
  },
  { name: "chat", path: "/chatbot?c=1", who: "keeper" },
  { name: "trash", path: "/trash", who: "keeper" },
  { name: "files", path: "/tasks/files", who: "keeper" },
  { name: "profile", path: "/profile", who: "keeper" },
  { name: "design", path: "/design", who: "nobody" },
];

/** Opens a page in its state, with its faces loaded. */
export async function see(page: Page, { path, prepare }: SeenPage): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await prepare?.(page);
}
