import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, launch, openPage, violations } from "#testing/browser";
import { PlainBrowser } from "#testing/plain-browser";
import { startTestApp } from "#testing/test-app";

const PASSWORD = "correct horse battery";
let app: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  app = await startTestApp({ GOOGLE_CLIENT_ID: "karlo", GOOGLE_CLIENT_SECRET: "secret" });
});
afterAll(() => app?.close());

let people = 0;
async function signUpUser(): Promise<{ browser: PlainBrowser; email: string }> {
  people += 1;
  const browser = new PlainBrowser(app.url);
  const email = `plain${people}@example.com`;
  await browser.follow("/sign-up", { name: "Sana", email, password: PASSWORD, next: "/profile" });
  return { browser, email };
}

describe("the profile without JavaScript", () => {
  it("changes the name, and the e-mail address only with the password", async () => {
    const { browser, email } = await signUpUser();
    const change = { intent: "profile", name: "Sana Malik", email };
    expect(await browser.follow("/profile", change)).toContain("Profile saved");
    const newAddress = { ...change, email: `new-${email}` };
    const refused = await browser.send("/profile", { ...newAddress, current: "wrong" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("That is not your current password.");
    const page = await browser.follow("/profile", { ...newAddress, current: PASSWORD });
    expect(page).toContain(`value="new-${email}"`);
    const blank = await browser.send("/profile", { ...change, name: " " });
    expect(await blank.text()).toContain("Write your name");
  });

  it("changes the password and signs out other sessions on request", async () => {
    const { browser, email } = await signUpUser();
    const other = new PlainBrowser(app.url);
    await other.follow("/sign-in", { email, password: PASSWORD, next: "/tasks" });
    const change = { intent: "password", current: PASSWORD, password: "a brand new password" };
    expect((await browser.send("/profile", { ...change, current: "wrong" })).status).toBe(422);
    expect((await browser.send("/profile", { ...change, password: "short" })).status).toBe(422);
    expect(await browser.follow("/profile", { ...change, elsewhere: "on" })).toContain(
      "Password changed successfully",
    );
    expect((await other.open("/tasks")).status).toBe(302);
    expect((await browser.open("/profile")).status).toBe(200);
    expect((await other.send("/sign-in", { email, password: PASSWORD })).status).toBe(401);
  });

  it("lists sessions and ends one or all others, but not those of other users", async () => {
    const { browser, email } = await signUpUser();
    const [one, two, otherUser] = [
      new PlainBrowser(app.url),
      new PlainBrowser(app.url),
      await signUpUser(),
    ];
    for (const each of [one, two]) {
      await each.follow("/sign-in", { email, password: PASSWORD, next: "/tasks" });
    }
    const page = await (await browser.open("/profile")).text();
    const ids = [...page.matchAll(/name="session" value="([^"]+)"/g)].map(([, id = ""]) => id);
    expect(ids).toHaveLength(2);
    const end = { intent: "end-session", session: ids[0] ?? "" };
    await otherUser.browser.follow("/profile", end);
    expect(await countSignedIn([one, two])).toBe(2);
    await browser.follow("/profile", end);
    expect(await countSignedIn([one, two])).toBe(1);
    await browser.follow("/profile", { intent: "end-others" });
    expect(await countSignedIn([one, two])).toBe(0);
    expect(await countSignedIn([browser])).toBe(1);
  });

  it("exports the account, imports it, and rejects an invalid file", async () => {
    const { browser } = await signUpUser();
    await browser.send("/tasks", { intent: "add", title: "buy milk" });
    const exported = await browser.open("/profile/export");
    expect(exported.headers.get("content-disposition")).toContain("attachment");
    const text = await exported.text();
    expect(JSON.parse(text).tasks).toMatchObject([{ id: 1, title: "buy milk" }]);
    const other = await signUpUser();
    const file = (content: string) => ({
      intent: "import",
      file: new File([content], "karlo.json", { type: "application/json" }),
    });
    const refused = await other.browser.send("/profile", file(text.replace("karlo-account", "x")));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Nothing was imported");
    expect(await other.browser.follow("/profile", file(text))).toContain("Everything was imported");
    const again = JSON.parse(await (await other.browser.open("/profile/export")).text());
    expect(again.tasks).toEqual(JSON.parse(text).tasks);
  });

  it("saves the reply language of the assistant", async () => {
    const { browser } = await signUpUser();
    const pressed =
      /aria-pressed="true"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*aria-pressed="true"/;
    const chosen = (page: string) =>
      pressed.exec(page.slice(page.indexOf("The assistant answers in")));
    expect(chosen(await (await browser.open("/profile")).text())).toContain("auto");
    const choice = { assistantLanguage: "ur-Latn", returnTo: "/profile" };
    expect(chosen(await browser.follow("/settings", choice))).toContain("ur-Latn");
  });

  it("deletes the account with the password and ends all of its sessions", async () => {
    const { browser, email } = await signUpUser();
    const other = new PlainBrowser(app.url);
    await other.follow("/sign-in", { email, password: PASSWORD, next: "/tasks" });
    expect((await browser.send("/profile", { intent: "delete", current: "wrong" })).status).toBe(
      422,
    );
    const page = await browser.follow("/profile", { intent: "delete", current: PASSWORD });
    expect(page).toContain("Your account is deleted");
    expect(await countSignedIn([browser, other])).toBe(0);
    expect((await other.send("/sign-in", { email, password: PASSWORD })).status).toBe(401);
  });
});

async function countSignedIn(browsers: PlainBrowser[]): Promise<number> {
  const answers = await Promise.all(browsers.map((browser) => browser.open("/profile")));
  return answers.filter(({ status }) => status === 200).length;
}

describe("attacks on pages", () => {
  it("rejects forms from other sites on every route", async () => {
    const { browser } = await signUpUser();
    const routes = readdirSync(path.resolve(import.meta.dirname, "../app/routes"))
      .filter((file) => !file.startsWith("$"))
      .map((file) =>
        file
          .replace(/\.tsx$/, "")
          .replace("_index", "")
          .replace(/_?\./g, "/"),
      );
    expect(routes).toContain("profile");
    for (const route of routes) {
      for (const origin of ["https://evil.example", "null"]) {
        const answer = await browser.send(`/${route}`, { intent: "end-others" }, origin);
        expect(answer.status, `/${route} from ${origin}`).toBe(403);
      }
    }
  });

  it("does not redirect to other sites after sign-in", async () => {
    const { email } = await signUpUser();
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/e.x"]) {
      const browser = new PlainBrowser(app.url);
      const answer = await browser.send("/sign-in", { email, password: PASSWORD, next });
      expect(answer.headers.get("location"), next).toBe("/today");
      const google = await browser.send("/sign-in/google", { next });
      expect(google.headers.get("location")).toMatch(/^https:\/\/accounts\.google\.com\//);
    }
  });

  it("explains how to reset a password when no mail server is configured", async () => {
    const page = await (await new PlainBrowser(app.url).open("/forgot-password")).text();
    expect(page).toContain("Ask whoever runs it");
    expect(page).not.toContain("npm run");
    expect(page).not.toContain('type="email"');
  });
});

describe.skipIf(!chromiumPath)("the profile in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const variants = [
    { locale: "en-GB", colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { locale: "ur-PK", colorScheme: "dark", viewport: { width: 360, height: 740 } },
  ] as const;
  it.each(variants)(
    "is accessible and changes the password: $locale, $colorScheme",
    async (variant) => {
      people += 1;
      const { page, context, noise } = await openPage(browser, app.url, variant);
      await page.goto("/sign-up");
      await page.fill("[name=name]", "Sana");
      await page.fill("[name=email]", `seen${people}@example.com`);
      await page.fill("[name=password]", PASSWORD);
      await page.click("main form button[type=submit]");
      await page.waitForURL("**/today");
      await page.locator("header summary").click();
      await page.locator("header a[href='/profile']").click();
      await page.waitForURL("**/profile");
      await expect.poll(() => page.locator("main section").count()).toBe(7);
      expect(await violations(page)).toEqual([]);
      expect(await horizontalOverflow(page)).toBe(0);
      await page.fill("form:has([value=password]) [name=current]", PASSWORD);
      await page.fill("form:has([value=password]) [name=password]", "a brand new password");
      await page.click("button[value=password]");
      const said = variant.locale === "en-GB" ? "Password changed successfully" : "پاس ورڈ";
      await page.locator("[role=status], li").filter({ hasText: said }).first().waitFor();
      for (const address of ["/sign-in", "/forgot-password"]) {
        await context.clearCookies();
        await page.goto(address);
        expect(await violations(page)).toEqual([]);
        expect(await horizontalOverflow(page)).toBe(0);
      }
      expect(noise).toEqual([]);
      await context.close();
    },
  );
});
