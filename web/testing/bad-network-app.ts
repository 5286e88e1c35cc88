import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type BadNetwork, startBadNetwork } from "./bad-network";
import { chromiumPath, launch, openPage, type WatchedPage } from "./browser";
import { hydrated } from "./hydration";
import { startTestApp } from "./test-app";

/** A task as the API shows it, by what a person can change. */
export interface SavedTask {
  title: string;
  completed: boolean;
  priority: string;
  category: string | null;
  due_at: string | null;
}

/** What waits is tried again within seconds; a machine may be busy. */
const PATIENCE_MS = 30_000;

/** Starts an app behind a network that tests make bad, and a browser, for the tests of a file. */
export function badNetworkApp() {
  let app: Awaited<ReturnType<typeof startTestApp>>;
  let browser: Browser;
  let network: BadNetwork;
  let people = 0;

  beforeAll(async () => {
    if (!chromiumPath) return;
    network = await startBadNetwork();
    [app, browser] = await Promise.all([startTestApp({ PUBLIC_URL: network.url }), launch()]);
    network.connect(app.address);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await network?.close();
    await app?.close();
  });

  /** Signs up a new person, and opens their tasks. */
  async function openTasks(options?: Parameters<typeof openPage>[2]) {
    people += 1;
    const person = { email: `nadia${people}@example.com`, password: "correct horse battery" };
    network.set("up");
    const watched = await openPage(browser, network.url, options);
    const { page, context } = watched;
    context.setDefaultTimeout(PATIENCE_MS);
    await page.goto("/sign-up?next=/tasks");
    await page.fill("[name=name]", "Nadia");
    await page.fill("[name=email]", person.email);
    await page.fill("[name=password]", person.password);
    await page.click("main form button[type=submit]");
    await page.waitForURL(({ pathname }) => pathname === "/tasks");
    await hydrated(page);
    return { ...watched, person };
  }

  /** Opens the tasks of a person in a browser of their own: another device. */
  async function openDevice({ email, password }: { email: string; password: string }) {
    const watched: WatchedPage = await openPage(browser, network.url);
    watched.context.setDefaultTimeout(PATIENCE_MS);
    await signIn(watched.page, { email, password });
    // What a failure needs is loaded with the first key.
    await watched.page.keyboard.press("Shift");
    await outboxLoaded(watched.page);
    return watched;
  }

  const databaseUrl = () => app.databaseUrl;
  return { openTasks, openDevice, network: () => network, databaseUrl };
}

/** Resolves when the outbox, which is loaded with the first key, is there with all that it imports. */
export async function outboxLoaded(page: Page): Promise<void> {
  const loaded = () => {
    const has = (name: string) =>
      performance.getEntriesByType("resource").some((one) => one.name.includes(name));
    const ahead = document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]");
    return (
      has("/page-outbox") && has("/SignOutQuestion") && [...ahead].every(({ href }) => has(href))
    );
  };
  await page.waitForFunction(loaded);
}

/** Signs in on the sign-in page; resolves when the tasks are shown. */
export async function signIn(page: Page, person: { email: string; password: string }) {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in?next=/tasks");
  await page.fill("[name=email]", person.email);
  await page.fill("[name=password]", person.password);
  await page.click("main form button[type=submit]");
  await page.waitForURL(({ pathname }) => pathname === "/tasks");
  await page.locator("[data-quick-add]").waitFor();
  await hydrated(page);
}

/** The tasks that are saved, by their titles. */
export async function savedTasks(page: Page): Promise<SavedTask[]> {
  const tasks: SavedTask[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = new URLSearchParams({ limit: "100", ...(cursor && { cursor }) });
    const response = await page.request.get(`/api/v1/tasks?${query}`);
    const body: { tasks: SavedTask[]; next_cursor: string | null } = await response.json();
    for (const { title, completed, priority, category, due_at } of body.tasks) {
      tasks.push({ title, completed, priority, category, due_at });
    }
    cursor = body.next_cursor;
  }
  return tasks.sort((a, b) => (a.title < b.title ? -1 : 1));
}
