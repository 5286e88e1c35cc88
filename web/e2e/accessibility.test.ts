import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp } from "#app/platform/testing/test-app";
import { chromiumPath, launch, openPage, sideways, violations, type WatchedPage } from "./browser";
import { pages, type SeenPage, see } from "./pages";
import { keepTasks, signUp } from "./sample-person";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;

let app: Awaited<ReturnType<typeof startTestApp>>;
let browser: Browser;

beforeAll(async () => {
  if (!chromiumPath) return;
  [app, browser] = await Promise.all([startTestApp({ LOG_LEVEL: "silent" }), launch()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Asks of a page all that is asked of every page, at both sizes and in both themes. */
async function check({ page, noise }: WatchedPage, seen: SeenPage): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(SIZES[0]);
  await see(page, seen);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect(await sideways(page), `${size.width} wide`).toBe(0);
    expect(await violations(page), `${size.width} wide`).toEqual([]);
  }
  // Another theme changes nothing but colours.
  await page.emulateMedia({ colorScheme: "dark" });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    expect(await violations(page, ["color-contrast"]), `${size.width} wide, dark`).toEqual([]);
  }
  // What the page answers with an error status, the console notes by itself.
  expect(noise.splice(0).filter((line) => !/status of (404|500)/.test(line))).toEqual([]);
}

describe.skipIf(!chromiumPath).each(["en", "ur"] as const)(
  "every page is accessible: %s",
  (language) => {
    const people = {} as Record<SeenPage["who"], WatchedPage>;

    beforeAll(async () => {
      for (const who of ["nobody", "newcomer", "keeper"] as const) {
        people[who] = await openPage(browser, app.url, {
          locale: language === "ur" ? "ur-PK" : "en-GB",
        });
        if (who !== "nobody") await signUp(people[who].context, language);
      }
      await keepTasks(people.keeper.context, language);
    }, 60_000);
    afterAll(async () => {
      for (const { context } of Object.values(people)) await context.close();
    });

    it.each(pages)("$name", { timeout: 60_000, retry: 1 }, async (seen) => {
      await check(people[seen.who], seen);
    });

    it("what is shown when something broke", { timeout: 60_000 }, async () => {
      const database = new pg.Client({ connectionString: app.databaseUrl });
      await database.connect();
      await database.query("ALTER TABLE task RENAME TO elsewhere");
      try {
        const seen = { name: "broken", path: "/tasks", who: "keeper" } as const;
        await check(people.keeper, seen);
        const apology = await people.keeper.page.locator("h1").textContent();
        expect(apology).toBeTruthy();
      } finally {
        await database.query("ALTER TABLE elsewhere RENAME TO task");
        await database.end();
      }
    });
  },
);
