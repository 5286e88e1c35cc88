// A warm start: how soon the list is painted from what the service worker keeps, in a browser with a CPU
// throttled by four; with the worker running, with one that has to start, and with a server that hangs.
import { chromium, type Page } from "playwright-core";
import { chromiumPath, openPage } from "../testing/browser.ts";
import { median, report } from "./measure.ts";
import { signUpWithTasks } from "./people.ts";
import { pause, startKarlo, url } from "./process.ts";

const CPU_THROTTLE = 4;
const STARTS = 4;
const MAX_MS = 300;

/** When the parts of a start were, in milliseconds from its beginning. */
interface Start {
  /** The worker was there. */
  worker: number;
  /** The first and the last of the document arrived. */
  begin: number;
  end: number;
  /** The list was painted. */
  paint: number;
  /** Whether the document came from this device. */
  kept: boolean;
}

const karlo = await startKarlo();
const user = await signUpWithTasks("reader", 50);
const browser = await chromium.launch({
  executablePath: chromiumPath ?? undefined,
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
});

for (const locale of ["en-GB"]) {
  const { page, context } = await openPage(browser, url, { locale, serviceWorkers: "allow" });
  await context.addCookies(
    user.cookie.split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
    }),
  );
  await page.goto("/tasks");
  for (const path of ["/tasks", "/tasks.data", "/offline", "/reminders.data"]) {
    await page.waitForFunction(async (kept) => Boolean(await caches.match(kept)), path);
  }
  const devtools = await context.newCDPSession(page);
  await devtools.send("ServiceWorker.enable");
  await page.goto("about:blank");
  for (const how of ["runs", "starts"] as const) {
    const starts: Start[] = [];
    for (let count = 0; count <= STARTS; count += 1) {
      if (how === "starts") await devtools.send("ServiceWorker.stopAllWorkers");
      const next = await context.newPage();
      const session = await context.newCDPSession(next);
      await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_THROTTLE });
      const start = await startOf(next);
      // The first one warms up.
      if (count > 0) starts.push(start);
      await next.close();
      // The page before has asked for its data anew.
      await pause(300);
    }
    say(`list of a warm start, the worker ${how}, ${locale}`, starts);
  }
  await context.close();
}
await browser.close();
karlo.stop();
await karlo.exited;

async function startOf(page: Page): Promise<Start> {
  const tracer = await page.context().newCDPSession(page);
  const events: any[] = [];
  tracer.on("Tracing.dataCollected", ({ value }: any) => events.push(...value));
  await tracer.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: [
        "devtools.timeline",
        "blink.user_timing",
        "loading",
        "v8",
        "ServiceWorker",
        "disabled-by-default-v8.compile",
      ],
    },
  } as any);
  const start = await startOf2(page);
  const done = new Promise((resolve) => tracer.once("Tracing.tracingComplete", resolve));
  await tracer.send("Tracing.end");
  await done;
  analyse(events);
  return start;
}

function analyse(events: any[]): void {
  const fcp = events.find((e) => e.name === "firstContentfulPaint");
  if (!fcp) return console.log("no fcp");
  const nav =
    events
      .filter(
        (e) =>
          e.name === "navigationStart" &&
          e.pid === fcp.pid &&
          e.ts < fcp.ts &&
          (e.args?.data?.documentLoaderURL ?? "").includes("/tasks"),
      )
      .at(-1) ??
    events.filter((e) => e.name === "navigationStart" && e.pid === fcp.pid && e.ts < fcp.ts).at(-1);
  const main = events.filter(
    (e) =>
      e.pid === fcp.pid &&
      e.tid === fcp.tid &&
      e.ph === "X" &&
      e.ts + (e.dur ?? 0) > nav.ts &&
      e.ts < fcp.ts,
  );
  const sums = new Map<string, { wall: number; cpu: number; n: number }>();
  for (const e of main) {
    const one = sums.get(e.name) ?? { wall: 0, cpu: 0, n: 0 };
    one.wall += e.dur / 1000;
    one.cpu += (e.tdur ?? 0) / 1000;
    one.n += 1;
    sums.set(e.name, one);
  }
  console.log("nav to fcp", (fcp.ts - nav.ts) / 1000);
  console.log(
    [...sums]
      .sort((a, b) => b[1].wall - a[1].wall)
      .slice(0, 14)
      .map(([n, s]) => `${n} x${s.n} ${s.wall.toFixed(0)}/${s.cpu.toFixed(0)}`)
      .join("; "),
  );
  const big = main
    .filter(
      (e) =>
        e.dur > 8000 &&
        /Parse|Layout|Style|Evaluate|Paint|compile|RunTask|UpdateLayoutTree|PrePaint|Layerize|Commit/.test(
          e.name,
        ),
    )
    .sort((a, b) => a.ts - b.ts);
  console.log(
    big
      .map(
        (e) =>
          `${((e.ts - nav.ts) / 1000).toFixed(0)}+${(e.dur / 1000).toFixed(0)}(${((e.tdur ?? 0) / 1000).toFixed(0)}) ${e.name}`,
      )
      .join(" | "),
  );
  const net = events.filter(
    (e) =>
      e.pid === fcp.pid &&
      /ResourceSendRequest|ResourceReceiveResponse|ResourceFinish/.test(e.name) &&
      e.ts < fcp.ts,
  );
  console.log(
    net
      .slice(0, 30)
      .map(
        (e) =>
          `${((e.ts - nav.ts) / 1000).toFixed(0)} ${e.name.replace("Resource", "")} ${(e.args?.data?.url ?? e.args?.data?.requestId ?? "").split("/").pop()}`,
      )
      .join(" | "),
  );
}

async function startOf2(page: Page): Promise<Start> {
  // Nothing is asked of the page before it is painted: to look for an element costs as much as a paint.
  await page.goto("/tasks", { waitUntil: "load" });
  return page.evaluate(async () => {
    const paint = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName("first-contentful-paint");
        if (first) resolve(first.startTime);
      }).observe({ type: "paint", buffered: true });
    });
    if (!document.querySelector("[data-row]")) throw new Error("there is no list");
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const { workerStart = 0, responseStart = 0, responseEnd = 0 } = entry ?? {};
    const kept = document.documentElement.dataset.kept !== undefined;
    return { worker: workerStart, begin: responseStart, end: responseEnd, paint, kept };
  });
}

function say(name: string, starts: Start[]): void {
  const of = (part: "worker" | "begin" | "end" | "paint") =>
    Math.round(median(starts.map((start) => start[part])));
  const kept = starts.filter((start) => start.kept).length;
  report(name, of("paint"), {
    max: MAX_MS,
    unit: "ms",
    detail: `${starts.map(({ paint }) => Math.round(paint)).join(", ")}; worker ${of("worker")}, document ${of("begin")} to ${of("end")}; ${kept} of ${starts.length} kept`,
  });
}
