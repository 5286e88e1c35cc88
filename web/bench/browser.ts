// Latency in a browser with a CPU throttled by four: the largest contentful paint of the tasks page, and
// each key press in the filter of a list of 10,000 tasks.
import type { Page } from "playwright-core";
import { launch, openPage } from "../testing/browser.ts";
import { median, percentile, report } from "./measure.ts";
import { type Person, signUpWithTasks } from "./people.ts";
import { startKarlo, url } from "./process.ts";

const CPU_THROTTLE = 4;
const LOADS = 7;

declare global {
  interface Window {
    /** Milliseconds from each key press to its paint. */
    latencies: number[];
    /** Durations of tasks over 50 ms. */
    longTasks: number[];
  }
}

const karlo = await startKarlo();
const user = await signUpWithTasks("reader", 50);
const heavyUser = await signUpWithTasks("hoarder", 10_000);
const browser = await launch();

/** Opens a page of a signed-in user in a new context with CPU throttling. */
async function open({ cookie }: Person, locale: string) {
  const { page, context } = await openPage(browser, url, { locale });
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
  await context.addCookies(cookies);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_THROTTLE });
  return { page, context };
}

/** Returns the largest contentful paint so far, in milliseconds. */
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
    const { page, context } = await open(user, locale);
    await page.goto("/tasks", { waitUntil: "networkidle" });
    // The first load warms up the server.
    if (load > 0) times.push(await largestPaint(page));
    await context.close();
  }
  const detail = `${times.map(Math.round).join(", ")} ms, nothing cached`;
  report(`largest paint of the tasks page, ${locale}`, median(times), {
    max: 1500,
    unit: "ms",
    detail,
  });
}

const { page, context } = await open(heavyUser, "en-GB");
await page.goto("/tasks?status=all", { waitUntil: "networkidle" });
await page.evaluate(() => {
  window.latencies = [];
  window.longTasks = [];
  // From the event to the next paint: a message posted in an animation frame is handled after it.
  document.addEventListener("input", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.latencies.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: "longtask" });
});
await page.locator("[data-search]").focus();
// Pauses between words, so that some keys are pressed while a list loads or renders.
for (const letter of "task number 77".repeat(3)) {
  await page.keyboard.type(letter);
  await page.waitForTimeout(letter === " " ? 400 : 120);
}
await page.waitForURL(/search=task/);
await page.waitForTimeout(1_500);
const { latencies, longTasks } = await page.evaluate(() => ({
  latencies: window.latencies,
  longTasks: window.longTasks,
}));
const slowest = Math.round(Math.max(0, ...latencies));
const blocked = longTasks.map(Math.round).join(", ") || "never";
const detail = `${latencies.length} letters, slowest ${slowest} ms; blocked over 50 ms: ${blocked}`;
for (const [name, quantile, max] of [
  ["p50", 0.5, 50],
  ["p95", 0.95, 200],
] as const) {
  report(`letter typed among 10,000 tasks to its paint, ${name}`, percentile(latencies, quantile), {
    max,
    unit: "ms",
    detail,
  });
}
await context.close();

await browser.close();
karlo.stop();
await karlo.exited;
