import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { chromiumPath, violations } from "#testing/browser";
import { keptApp, keptIn, untilKept } from "#testing/kept-app";
import { signUp } from "#testing/sample-person";
import { row } from "#testing/task-rows";

const app = keptApp();

/** Signs up in the form, as a person does. */
async function signUpIn(page: Page, email: string): Promise<void> {
  if (!page.url().includes("/sign-up")) await page.goto("/sign-up");
  await page.fill("[name=name]", "Sana");
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", "correct horse battery");
  await page.click("main form button[type=submit]");
  await page.waitForURL(/\/(today|tasks)/);
}

describe.skipIf(!chromiumPath)("the installed app", { timeout: 120_000 }, () => {
  afterEach(() => app.network().set("up"));

  it.each(["en", "ur"] as const)("can be installed: %s", async (language) => {
    const locale = language === "ur" ? "ur-PK" : "en-GB";
    const device = await app.openDevice({ locale });
    const { context, page } = device;
    await signUp(context, language);
    await page.goto("/install");
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    expect(installabilityErrors).toEqual([]);
    const { errors, data } = await devtools.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? "{}");
    expect(manifest).toMatchObject({
      name: language === "ur" ? "کر لو" : "Karlo",
      lang: language,
      display: "standalone",
    });
    for (const { src, type } of manifest.icons) {
      const icon = await page.request.get(src);
      expect(icon.headers()["content-type"], src).toContain(type);
    }
    for (const { url } of manifest.shortcuts)
      expect((await page.request.get(url)).status(), url).toBe(200);
    expect(await violations(page)).toEqual([]);
    await device.close();
  });

  it("puts what is shared into the quick-add line, after signing in too", async () => {
    const device = await app.openDevice();
    const { page } = device;
    const shared = { add_title: "Recipe", add: "دودھ for Eid", add_link: "https://a.example/1" };
    await page.goto(`/today?${new URLSearchParams(shared)}`);
    await page.getByRole("link", { name: "Sign up" }).last().click();
    await page.waitForURL("**/sign-up*");
    await signUpIn(page, "shares@example.com");
    const line = page.locator("[data-quick-add]");
    expect(await line.inputValue()).toBe("Recipe دودھ for Eid https://a.example/1");
    await expect
      .poll(() => line.evaluate((field) => field === document.activeElement), { timeout: 15_000 })
      .toBe(true);
    await line.press("Enter");
    await row(page, "Recipe").waitFor();
    await page.waitForURL("**/today");
    await page.reload();
    expect(await line.inputValue()).toBe("");
    await device.close();
  });
});

describe.skipIf(!chromiumPath)("a device", { timeout: 120_000 }, () => {
  afterEach(() => app.network().set("up"));

  it("keeps nothing of a person who has signed out", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { page } = device;
    await page.evaluate(() => {
      localStorage.setItem("karlo.draft.new", "half a thou");
      return new Promise((done) => {
        indexedDB.open("karlo-outbox").onsuccess = ({ target }) => {
          (target as IDBOpenDBRequest).result.close();
          done(true);
        };
      });
    });
    await page.locator("summary[aria-label=Menu]").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await expect
      .poll(() => keptIn(page), { timeout: 15_000 })
      .toEqual({ caches: [], databases: [], workers: 0, drafts: [] });
    app.network().set("down");
    await expect(page.goto("/tasks")).rejects.toThrow();
    await device.close();
  });

  it("shows nothing of one person to the next", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { context, page } = device;
    // As a session that has ended elsewhere: nobody has signed out here.
    await context.clearCookies();
    await signUpIn(page, "next@example.com");
    expect(await row(page, "buy milk").count()).toBe(0);
    await untilKept(page, "/today", "/today.data", "/offline");
    app.network().set("down");
    await page.reload();
    await page.getByRole("region", { name: "Connection" }).waitFor();
    expect(await row(page, "buy milk").count()).toBe(0);
    await device.close();
  });

  it("signs out without network: what was kept is deleted, and the page says the rest", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { page } = device;
    app.network().set("down");
    await page.locator("summary[aria-label=Menu]").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "What was kept here is deleted." }).waitFor();
    await page.goto("/tasks");
    await page.getByRole("heading", { name: "This page is not on your device." }).waitFor();
    await device.close();
  });

  it("keeps nothing where others use it too, and keeps again when that changes", async () => {
    const device = await app.openDevice();
    const { page } = device;
    await page.goto("/sign-up");
    await page.getByRole("checkbox", { name: "Others use this device" }).check();
    await signUpIn(page, "shared@example.com");
    await page.goto("/profile");
    await page.getByText("Nothing is kept on this device.").waitFor();
    expect(await keptIn(page)).toEqual({ caches: [], databases: [], workers: 0, drafts: [] });
    await page.getByRole("button", { name: "Keep my list here" }).click();
    await untilKept(page, "/today.data");
    await page.getByRole("button", { name: "Keep nothing here" }).click();
    await page.getByText("Nothing is kept on this device.").waitFor();
    await expect
      .poll(() => keptIn(page), { timeout: 15_000 })
      .toEqual({ caches: [], databases: [], workers: 0, drafts: [] });
    await device.close();
  });

  it("asks before a new version reloads a page in which something is written", async () => {
    const device = await app.openKeptDevice(["buy milk"]);
    const { page } = device;
    const script = await (await page.request.get("/service-worker.js")).text();
    await page.fill("[data-quick-add]", "half a thou");
    app.network().replace("/service-worker.js", `${script}\n// Another version.`);
    const update = () =>
      page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await update();
    const asks = page.getByText("A new version of Karlo is ready.");
    await asks.waitFor();
    await page.evaluate(() => Object.assign(window, { before: true }));
    await page.getByRole("button", { name: "Reload" }).click();
    await page.waitForFunction(() => !("before" in window));

    // Where nothing is written, the next page is of the new version.
    app.network().replace("/service-worker.js", `${script}\n// One more version.`);
    await update();
    await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).waiting));
    expect(await asks.count()).toBe(0);
    await page.evaluate(() => Object.assign(window, { before: true }));
    const pages = ["Trash", "All tasks"];
    await expect
      .poll(
        async () => {
          const [next = ""] = pages.reverse();
          await page.getByRole("link", { name: next, exact: true }).first().click();
          return page.evaluate(() => "before" in window).catch(() => true);
        },
        { timeout: 30_000, interval: 1_000 },
      )
      .toBe(false);
    expect(await asks.count()).toBe(0);
    await device.close();
  });
});
