import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type BadNetwork, startBadNetwork } from "./bad-network";
import { chromiumPath } from "./browser";
import { signUp } from "./sample-person";
import { startTestApp } from "./test-app";

/** A device: a browser whose data outlive its process. */
export interface Device {
  context: BrowserContext;
  page: Page;
  /** Ends the browser and starts it again. */
  restart(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts an app behind a network that tests make bad.
 *
 * @returns the network, once tests run, and a function that makes a device
 */
export function keptApp() {
  let app: Awaited<ReturnType<typeof startTestApp>>;
  let network: BadNetwork;
  const devices = new Set<Device>();

  beforeAll(async () => {
    if (!chromiumPath) return;
    network = await startBadNetwork();
    app = await startTestApp({ PUBLIC_URL: network.url });
    network.connect(app.address);
  }, 120_000);

  afterAll(async () => {
    for (const device of devices) await device.close();
    await network?.close();
    await app?.close();
  });

  async function openDevice({ locale = "en-GB", ...more } = {}): Promise<Device> {
    const folder = mkdtempSync(path.join(tmpdir(), "karlo-device-"));
    const start = async () => {
      // Not an incognito window, as those of `newContext` are: nothing can be installed there.
      const context = await chromium.launchPersistentContext(folder, {
        executablePath: chromiumPath ?? undefined,
        args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
        baseURL: network.url,
        locale,
        timezoneId: "Asia/Karachi",
        viewport: { width: 1280, height: 800 },
        reducedMotion: "reduce",
        ...more,
      });
      context.setDefaultTimeout(15_000);
      return context;
    };
    let context = await start();
    const device: Device = {
      context,
      page: context.pages()[0] ?? (await context.newPage()),
      async restart() {
        await context.close();
        context = await start();
        device.context = context;
        device.page = context.pages()[0] ?? (await context.newPage());
        return device.page;
      },
      async close() {
        devices.delete(device);
        await context.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
    devices.add(device);
    return device;
  }

  /** A device of a new person, with their tasks, whose first pages are kept. */
  async function openKeptDevice(titles: string[], options?: { locale?: string }): Promise<Device> {
    const device = await openDevice(options);
    const { context, page } = device;
    await signUp(context, options?.locale === "ur-PK" ? "ur" : "en");
    for (const title of titles) {
      const headers = { origin: network.url };
      await page.request.post("/api/v1/tasks", { data: { title }, headers });
    }
    await page.goto("/tasks");
    await untilKept(page, "/tasks", "/tasks.data", "/offline", "/reminders.data");
    return device;
  }

  return { network: () => network, openDevice, openKeptDevice };
}

/** Resolves when the answers to these addresses are kept. */
export async function untilKept(page: Page, ...addresses: string[]): Promise<void> {
  for (const address of addresses) {
    await expect
      .poll(() => page.evaluate(async (url) => Boolean(await caches.match(url)), address), {
        message: `${address} is kept`,
        timeout: 20_000,
      })
      .toBe(true);
  }
}

/** What a browser keeps of Karlo. */
export const keptIn = (page: Page) =>
  page.evaluate(async () => ({
    caches: (await caches.keys()).filter((name) => name !== "karlo-files"),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    drafts: Object.keys(localStorage),
  }));
