import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { chromiumPath, launch, openPage, type WatchedPage } from "./browser";
import { signUp } from "./sample-person";
import { startTestApp } from "./test-app";

type PageOptions = Parameters<typeof openPage>[2];

/**
 * Starts an app and a browser for the tests of a file.
 *
 * @returns functions that open a page of a new user, each in a browser context of its own
 */
export function browserApp() {
  let app: Awaited<ReturnType<typeof startTestApp>>;
  let browser: Browser;

  beforeAll(async () => {
    if (!chromiumPath) return;
    [app, browser] = await Promise.all([startTestApp(), launch()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Opens an empty page of an anonymous user. */
  const openAnonymous = (options?: PageOptions): Promise<WatchedPage> =>
    openPage(browser, app.url, options);

  async function openSignedUp(path: string, options?: PageOptions): Promise<WatchedPage> {
    const watched = await openAnonymous(options);
    await signUp(watched.context, options?.locale === "ur-PK" ? "ur" : "en");
    await watched.page.goto(path);
    return watched;
  }

  /** Signs up a new user and opens their tasks page. */
  const openTasks = (options?: PageOptions) => openSignedUp("/tasks", options);

  /** Signs up a new user and opens the chat page. */
  const openChat = (options?: PageOptions) => openSignedUp("/chatbot", options);

  return { openAnonymous, openTasks, openChat, appUrl: () => app.url };
}
