// What a person waits for, in a real browser whose processor is four times slower: the tasks page to
// its largest paint, and each letter that is typed into the filter of a list of 10,000.
import type { Page } from "playwright-core";
import { launch, openPage } from "../e2e/browser.ts";
import { median, share, show } from "./measure.ts";
import { type Person, signUpWithTasks } from "./people.ts";
import { beginKarlo, url } from "./process.ts";

const SLOWER = 4;
const LOADS = 7;

const karlo = await beginKarlo();
const reader = await signUpWithTasks("reader", 50);
const hoarder = await signUpWithTasks("hoarder", 10_000);
const browser = await launch();

/** A new browser profile of somebody who is signed in, slowed. */
async function open({ cookie }: Person, locale: string) {
  const { page, context } = await openPage(browser, url, { locale });
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
  await context.addCookies(cookies);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { page, context };
}

/** Runs in the page: milliseconds to the largest paint so far. */
const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? 0),
        ).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );

for (const locale of ["en-GB", "ur-PK"]) {
  const times: number[] = [];
  for (let load = 0; load <= LOADS; load += 1) {
    const { page, context } = await open(reader, locale);
    await page.goto("/tasks", { waitUntil: "networkidle" });
    // The first warms the server up.
    if (load > 0) times.push(await largestPaint(page));
    await context.close();
  }
  const detail = `${times.map(Math.round).join(", ")} ms, nothing cached`;
  show(`largest paint of the tasks page, ${locale}`, median(times), {
    most: 1500,
    unit: "ms",
    detail,
  });
}

const { page, context } = await open(hoarder, "en-GB");
await page.goto("/tasks?status=all", { waitUntil: "networkidle" });
await page.evaluate(() => {
  const seen = window as unknown as { waits: number[]; blocks: number[] };
  seen.waits = [];
  seen.blocks = [];
  // From the key to the frame that shows its letter: a task that is posted by a frame runs after it.
  document.addEventListener("input", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.waits.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocks.push(duration);
  }).observe({ type: "longtask" });
});
await page.locator("[data-search]").focus();
// Some letters come while a list is on its way or being drawn, as they do when one stops to think.
for (const letter of "task number 77".repeat(3)) {
  await page.keyboard.type(letter);
  await page.waitForTimeout(letter === " " ? 400 : 120);
}
await page.waitForURL(/search=task/);
await page.waitForTimeout(1_500);
const { waits, blocks } = await page.evaluate(() => {
  const seen = window as unknown as { waits: number[]; blocks: number[] };
  return { waits: seen.waits, blocks: seen.blocks };
});
const slowest = Math.round(Math.max(0, ...waits));
const blocked = blocks.map(Math.round).join(", ") || "never";
const detail = `${waits.length} letters, slowest ${slowest} ms; blocked over 50 ms: ${blocked}`;
for (const [name, part, most] of [
  ["p50", 0.5, 50],
  ["p95", 0.95, 200],
] as const) {
  show(`letter typed among 10,000 tasks to its paint, ${name}`, share(waits, part), {
    most,
    unit: "ms",
    detail,
  });
}
await context.close();

await browser.close();
karlo.stop();
await karlo.ended;
