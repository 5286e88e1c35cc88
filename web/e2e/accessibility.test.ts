import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chromiumPath,
  horizontalOverflow,
  launch,
  openPage,
  violations,
  type WatchedPage,
} from "#testing/browser";
import { openPageCase, type PageCase, pages } from "#testing/pages";
import { createSampleData, signUp } from "#testing/sample-person";
import { startTestApp } from "#testing/test-app";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;

let app: Awaited<ReturnType<typeof startTestApp>>;
let browser: Browser;

beforeAll(async () => {
  if (!chromiumPath) return;
  [app, browser] = await Promise.all([startTestApp({ LOG_LEVEL: "silent" }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Checks a page for violations, overflow and console errors, at both sizes and in both themes. */
async function check({ page, noise }: WatchedPage, seen: PageCase): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(SIZES[0]);
  await openPageCase(page, seen);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect(await horizontalOverflow(page), `${size.width} wide`).toBe(0);
    expect(await violations(page), `${size.width} wide`).toEqual([]);
  }
  // The theme only changes colours.
  await page.emulateMedia({ colorScheme: "dark" });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect(await violations(page, ["color-contrast"]), `${size.width} wide, dark`).toEqual([]);
  }
  // The browser logs responses with an error status.
  expect(noise.splice(0).filter((line) => !/status of (404|500)/.test(line))).toEqual([]);
}

describe.skipIf(!chromiumPath).each(["en", "ur"] as const)("accessibility in %s", (language) => {
  const people = {} as Record<PageCase["user"], WatchedPage>;

  beforeAll(async () => {
    for (const user of ["anonymous", "newUser", "userWithTasks"] as const) {
      people[user] = await openPage(browser, app.url, {
        locale: language === "ur" ? "ur-PK" : "en-GB",
      });
      if (user !== "anonymous") await signUp(people[user].context, language);
    }
    await createSampleData(people.userWithTasks.context, language);
  });
  afterAll(async () => {
    for (const { context } of Object.values(people)) await context.close();
  });

  it.each(pages)("$name is accessible", async (seen) => {
    await check(people[seen.user], seen);
  });

  it("the error page is accessible", async () => {
    const database = new pg.Client({ connectionString: app.databaseUrl });
    await database.connect();
    await database.query("ALTER TABLE task RENAME TO elsewhere");
    try {
      const seen = { name: "broken", path: "/tasks", user: "userWithTasks" } as const;
      await check(people.userWithTasks, seen);
      const heading = await people.userWithTasks.page.locator("h1").textContent();
      expect(heading).toBeTruthy();
    } finally {
      await database.query("ALTER TABLE elsewhere RENAME TO task");
      await database.end();
    }
  });
});
