import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { waitForHydration } from "./hydration.ts";
import { trace } from "./traces.ts";

const candidates = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** How long one step of a test may take, on a machine that is busy with something else. */
const STEP_TIMEOUT_MS = 30_000;

/** Path of the installed Chromium; null when there is none, which skips the browser tests. */
export const chromiumPath = candidates.find((path) => path && existsSync(path)) ?? null;

/** Launches Chromium. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? undefined,
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page in a browser context of its own, with a record of its errors. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** Console errors, warnings and exceptions so far. */
  noise: string[];
}

/**
 * Opens an empty page in a new browser context. Where scripts run, `goto` and `reload` resolve when the
 * page is hydrated: before that, keys and buttons may have no effect.
 *
 * @param url base URL of the app
 * @param options override the defaults of the context
 */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Asia/Karachi",
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    // What a test makes of the network is meant for the requests of the page.
    serviceWorkers: "block",
    ...options,
  });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  await trace(context);
  if (options.javaScriptEnabled !== false) waitForHydration(context);
  const page = await context.newPage();
  const noise: string[] = [];
  page.on("pageerror", (error) => noise.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    // Remix logs this when a navigation aborts a revalidation, which is not an error.
    if (message.text().includes("AbortError: signal is aborted without reason")) return;
    if (message.text().includes("Service Worker registration blocked by Playwright")) return;
    if (message.type() === "error" || message.type() === "warning") {
      noise.push(`${message.type()}: ${message.text()}`);
    }
  });
  return { page, context, noise };
}

/**
 * Returns violations of WCAG 2.2 A and AA and of best practices, each with its HTML.
 *
 * @param rules ids of axe rules; all of these levels by default
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await waitForAnimations(page);
  // Legacy mode needs no additional page; there are no cross-origin frames to analyse.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (rules
    ? axe.withRules(rules)
    : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
  ).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

/** Waits until all animations and transitions of the page have finished. */
async function waitForAnimations(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    }
  });
}

/** Returns by how many pixels the page overflows horizontally. */
export const horizontalOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
