import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch, openPage, type WatchedPage } from "#testing/browser";
import { openPageCase, type PageCase, pages } from "#testing/pages";
import { createSampleData, signUp } from "#testing/sample-person";
import { startTestApp } from "#testing/test-app";

/** Gzipped bytes of script on the tasks page. */
const SCRIPT_MAX = 170 * 1024;
/** Bytes of the service worker, which every device fetches anew with each version: schemas have no place in it. */
const WORKER_MAX = 60 * 1024;
/** Sum of layout shift scores. */
const SHIFT_MAX = 0.02;

let app: Awaited<ReturnType<typeof startTestApp>>;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([
    startTestApp(),
    chromiumPath ? launch() : (undefined as never),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Resolves when a page has done what its effects began: asked for scripts, drawn what they say. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1)
      await new Promise((idle) => requestAnimationFrame(() => requestIdleCallback(idle)));
  });

/** Requests the headers of a file in an encoding. */
async function head(address: string, encoding: string): Promise<Response> {
  return fetch(address, { method: "HEAD", headers: { "accept-encoding": encoding } });
}

describe("files of the build", () => {
  it("include a small service worker", async () => {
    const worker = await (await fetch(`${app.url}/service-worker.js`)).text();
    expect(worker.length).toBeLessThan(WORKER_MAX);
  });

  it("are compressed and cached, with their media type", async () => {
    const page = await (await fetch(`${app.url}/sign-in`)).text();
    const assets = page.match(/\/assets\/[\w.~-]+\.(js|css)/g) ?? [];
    expect(assets.length).toBeGreaterThan(5);
    for (const asset of new Set(assets)) {
      const plain = await head(app.url + asset, "identity");
      expect(plain.headers.get("content-encoding")).toBeNull();
      for (const encoding of ["br", "gzip"]) {
        const { status, headers } = await head(app.url + asset, `deflate, ${encoding}`);
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
    // Files without a content hash may change.
    expect((await fetch(`${app.url}/icon.svg`)).headers.get("cache-control")).toBeNull();
    expect((await fetch(`${app.url}/assets/none.js`)).status).toBe(404);
  });
});

describe.skipIf(!chromiumPath)("performance budgets", () => {
  for (const language of ["en", "ur"] as const) {
    const open = () =>
      openPage(browser, app.url, { locale: language === "ur" ? "ur-PK" : "en-GB" });

    it(`the tasks page loads at most 170 KB of script: ${language}`, async () => {
      const { page, context } = await open();
      await signUp(context, language);
      await createSampleData(context, language);
      const scripts = new Set<string>();
      page.on("request", (request) => {
        if (request.resourceType() === "script") scripts.add(request.url());
      });
      await page.goto("/tasks");
      await settled(page);
      const sizes = await Promise.all(
        [...scripts].map(async (address) =>
          Number((await head(address, "gzip")).headers.get("content-length")),
        ),
      );
      const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
      console.info(`tasks page, ${language}: ${(size / 1024).toFixed(1)} KB of script, gzipped`);
      expect(scripts.size).toBeGreaterThan(5);
      expect(size).toBeLessThanOrEqual(SCRIPT_MAX);
      await context.close();
    });

    it(`no page shifts its layout while loading: ${language}`, async () => {
      const people = {} as Record<PageCase["user"], WatchedPage>;
      for (const user of ["anonymous", "newUser", "userWithTasks"] as const) {
        people[user] = await open();
        await people[user].page.addInitScript(watchShifts);
        if (user !== "anonymous") await signUp(people[user].context, language);
      }
      await createSampleData(people.userWithTasks.context, language);
      const shifts: Record<string, Shifts> = {};
      for (const seen of pages.filter(({ prepare }) => !prepare)) {
        const { page } = people[seen.user];
        await openPageCase(page, seen);
        await settled(page);
        const shift = await readShifts(page);
        if (shift.sum >= SHIFT_MAX) shifts[seen.name] = shift;
      }
      expect(shifts).toEqual({});
      for (const { context } of Object.values(people)) await context.close();
    });
  }
});

/** Layout shifts without user input: the sum of their scores, and the elements that moved. */
interface Shifts {
  sum: number;
  moved: string[];
}

declare global {
  interface Window {
    shifts: Shifts;
  }
}

/** Runs in the page before its own scripts: records layout shifts. */
function watchShifts(): void {
  window.shifts = { sum: 0, moved: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
    })[]) {
      if (entry.hadRecentInput) continue;
      window.shifts.sum += entry.value;
      for (const { node, previousRect: from, currentRect: to } of entry.sources) {
        const what = `${node?.nodeName}.${node?.className} ${node?.textContent?.slice(0, 30)}`;
        window.shifts.moved.push(`${what}: ${from.x},${from.y} to ${to.x},${to.y}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}

const readShifts = (page: Page): Promise<Shifts> => page.evaluate(() => window.shifts);
