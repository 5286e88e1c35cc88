import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp } from "#app/platform/testing/test-app";
import { chromiumPath, launch, openPage, type WatchedPage } from "./browser";
import { pages, type SeenPage, see } from "./pages";
import { keepTasks, signUp } from "./sample-person";

/** Bytes of script on the tasks page as gzip sends them. */
const SCRIPT_MAX = 170 * 1024;
const SHIFT_MAX = 0.02;

let app: Awaited<ReturnType<typeof startTestApp>>;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([
    startTestApp(),
    chromiumPath ? launch() : (undefined as never),
  ]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Bytes of what an address sends, under an encoding. */
async function weigh(address: string, encoding: string): Promise<Response> {
  return fetch(address, { method: "HEAD", headers: { "accept-encoding": encoding } });
}

describe("files of the build", () => {
  it("come compressed, as what they are, to be kept for ever", async () => {
    const page = await (await fetch(`${app.url}/sign-in`)).text();
    const assets = page.match(/\/assets\/[\w.~-]+\.(js|css)/g) ?? [];
    expect(assets.length).toBeGreaterThan(5);
    for (const asset of new Set(assets)) {
      const plain = await weigh(app.url + asset, "identity");
      expect(plain.headers.get("content-encoding")).toBeNull();
      for (const encoding of ["br", "gzip"]) {
        const { status, headers } = await weigh(app.url + asset, `deflate, ${encoding}`);
        expect(status).toBe(200);
        expect(headers.get("content-type")).toMatch(/^text\/(javascript|css)/);
        expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
        expect(headers.get("vary")).toBe("Accept-Encoding");
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        const length = Number(plain.headers.get("content-length"));
        if (length < 1_000) continue;
        expect(headers.get("content-encoding"), asset).toBe(encoding);
        expect(Number(headers.get("content-length")), asset).toBeLessThan(length);
      }
    }
    const unpacked = await fetch(app.url + assets[0], { headers: { "accept-encoding": "br" } });
    expect(await unpacked.text()).toBe(
      await (
        await fetch(app.url + assets[0], { headers: { "accept-encoding": "identity" } })
      ).text(),
    );
    // What is not named by its content may change.
    expect((await fetch(`${app.url}/icon.svg`)).headers.get("cache-control")).toBeNull();
    expect((await fetch(`${app.url}/assets/none.js`)).status).toBe(404);
  });
});

describe.skipIf(!chromiumPath)("what a page costs", () => {
  for (const language of ["en", "ur"] as const) {
    const open = () =>
      openPage(browser, app.url, { locale: language === "ur" ? "ur-PK" : "en-GB" });

    it(`the tasks page loads little script: ${language}`, {
      timeout: 60_000,
      retry: 1,
    }, async () => {
      const { page, context } = await open();
      await signUp(context, language);
      await keepTasks(context, language);
      const scripts = new Set<string>();
      page.on("request", (request) => {
        if (request.resourceType() === "script") scripts.add(request.url());
      });
      await page.goto("/tasks", { waitUntil: "networkidle" }).catch(() => {});
      const weights = await Promise.all(
        [...scripts].map(async (address) =>
          Number((await weigh(address, "gzip")).headers.get("content-length")),
        ),
      );
      const weight = weights.reduce((sum, bytes) => sum + bytes, 0);
      console.info(`tasks page, ${language}: ${(weight / 1024).toFixed(1)} KB of script, gzipped`);
      expect(scripts.size).toBeGreaterThan(5);
      expect(weight).toBeLessThanOrEqual(SCRIPT_MAX);
      await context.close();
    });

    it(`no page moves while it loads: ${language}`, { timeout: 120_000, retry: 1 }, async () => {
      const people = {} as Record<SeenPage["who"], WatchedPage>;
      for (const who of ["nobody", "newcomer", "keeper"] as const) {
        people[who] = await open();
        await people[who].page.addInitScript(watchShifts);
        if (who !== "nobody") await signUp(people[who].context, language);
      }
      await keepTasks(people.keeper.context, language);
      const shifts: Record<string, Shifts> = {};
      for (const seen of pages.filter(({ prepare }) => !prepare)) {
        const { page } = people[seen.who];
        await see(page, seen);
        await page.waitForLoadState("networkidle", { timeout: 1_000 }).catch(() => {});
        const shift = await shifted(page);
        if (shift.sum >= SHIFT_MAX) shifts[seen.name] = shift;
      }
      expect(shifts).toEqual({});
      for (const { context } of Object.values(people)) await context.close();
    });
  }
});

/** What moved by itself: how much in all, and what and how far. */
interface Shifts {
  sum: number;
  moved: string[];
}

/** Runs in the page, before it: notes what moves without anybody's doing. */
function watchShifts(): void {
  const seen = window as unknown as { shifts: Shifts };
  seen.shifts = { sum: 0, moved: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
    })[]) {
      if (entry.hadRecentInput) continue;
      seen.shifts.sum += entry.value;
      for (const { node, previousRect: from, currentRect: to } of entry.sources) {
        const what = `${node?.nodeName}.${node?.className} ${node?.textContent?.slice(0, 30)}`;
        seen.shifts.moved.push(`${what}: ${from.x},${from.y} to ${to.x},${to.y}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}

const shifted = (page: Page): Promise<Shifts> =>
  page.evaluate(() => (window as unknown as { shifts: Shifts }).shifts);
