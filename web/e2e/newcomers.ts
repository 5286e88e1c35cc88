import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startTestApp } from "#app/platform/testing/test-app";
import { chromiumPath, launch, openPage, type WatchedPage } from "./browser";

type PageOptions = Parameters<typeof openPage>[2];

/** An app and a browser for the tests of a file, and people who are new there. */
export function newcomers() {
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

  /** Somebody without an account, on no page yet. */
  const visitor = (options?: PageOptions): Promise<WatchedPage> =>
    openPage(browser, app.url, options);

  /** Somebody new, on their tasks page. */
  async function someone(options?: PageOptions): Promise<WatchedPage> {
    const watched = await visitor(options);
    const { page } = watched;
    people += 1;
    await page.goto("/sign-up");
    await page.fill("[name=name]", "Sana");
    await page.fill("[name=email]", `sana${people}@example.com`);
    await page.fill("[name=password]", "correct horse battery");
    await page.click("main form button[type=submit]");
    await page.waitForURL("**/tasks");
    return watched;
  }

  /** Somebody new, on the chat page, once it is alive. */
  async function talker(options?: PageOptions): Promise<WatchedPage> {
    const watched = await someone(options);
    const { page } = watched;
    await page.goto("/chatbot");
    // A button does nothing before its script is there.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("main textarea") ?? {}).some((key) =>
        /^__react/.test(key),
      ),
    );
    return watched;
  }

  return { visitor, someone, talker, at: () => app.url };
}
