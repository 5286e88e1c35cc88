import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, launch, openPage, violations } from "#testing/browser";
import { PlainBrowser } from "#testing/plain-browser";
import { startTestApp } from "#testing/test-app";
import { totpCode } from "#testing/totp";

const PASSWORD = "correct horse battery";
const SECURITY = "/profile/security";
let app: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

let people = 0;
async function signUpUser(): Promise<{ browser: PlainBrowser; email: string }> {
  people += 1;
  const browser = new PlainBrowser(app.url);
  const email = `safe${people}@example.com`;
  await browser.follow("/sign-up", { name: "Sana", email, password: PASSWORD, next: SECURITY });
  return { browser, email };
}

const codesIn = (page: string) =>
  [...page.matchAll(/<li>((?:[2-9a-z]{4}-){3}[2-9a-z]{4})<\/li>/g)].map(([, code = ""]) => code);
const secretIn = (page: string) => /name="secret" value="([^"]+)"/.exec(page)?.[1] ?? "";

/** Turns two-step sign-in on by the pages; the secret of the app and the recovery codes. */
async function turnOn(browser: PlainBrowser): Promise<{ secret: string; codes: string[] }> {
  const begun = await browser.send(SECURITY, { intent: "begin", current: PASSWORD });
  const secret = secretIn(await begun.text());
  const wrong = { intent: "confirm", code: "000000", secret };
  const refused = await browser.send(SECURITY, wrong);
  expect(refused.status).toBe(422);
  // After a wrong code the same secret is shown again.
  const again = await refused.text();
  expect(secretIn(again)).toBe(secret);
  expect(again).toContain("This code is not right");
  const on = await browser.send(SECURITY, { ...wrong, code: totpCode(secret, -1) });
  expect(on.status).toBe(200);
  const codes = codesIn(await on.text());
  expect(codes).toHaveLength(10);
  return { secret, codes };
}

describe("two-step sign-in without JavaScript", () => {
  it("is set up with the password, and asks for a code from then on", async () => {
    const { browser, email } = await signUpUser();
    const wrong = await browser.send(SECURITY, { intent: "begin", current: "wrong" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("That is not your current password.");
    const { secret } = await turnOn(browser);
    expect(await (await browser.open(SECURITY)).text()).toContain("10 recovery codes are left");

    const other = new PlainBrowser(app.url);
    const first = await other.send("/sign-in", { email, password: PASSWORD, next: "/trash" });
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/sign-in/code?next=%2Ftrash");
    expect((await other.open("/tasks")).status).toBe(302);
    expect(await (await other.open("/sign-in/code?next=%2Ftrash")).text()).toContain("six digits");
    const bad = await other.send("/sign-in/code", { code: "000000", next: "/trash" });
    expect(bad.status).toBe(401);
    expect((await other.open("/tasks")).status).toBe(302);
    const good = await other.send("/sign-in/code", { code: totpCode(secret), next: "/trash" });
    expect(good.status, await good.clone().text()).toBe(303);
    expect(good.headers.get("location")).toBe("/trash");
    expect((await other.open("/tasks")).status).toBe(200);

    const page = await (await browser.open(SECURITY)).text();
    expect(page).toContain("Wrong code after the right password");
    expect(page).toContain("with password and app");
  });

  it("takes a recovery code once, and leads back to the password when the ticket is used up", async () => {
    const { browser, email } = await signUpUser();
    const { codes } = await turnOn(browser);
    const enter = async (code: string) => {
      const other = new PlainBrowser(app.url);
      await other.send("/sign-in", { email, password: PASSWORD, next: "/tasks" });
      return { other, answer: await other.send("/sign-in/code", { code, next: "/tasks" }) };
    };
    expect((await enter(codes[0] ?? "")).answer.status).toBe(303);
    const again = await enter(codes[0] ?? "");
    expect(again.answer.status).toBe(401);
    // A used code is refused before it counts towards the five of the ticket.
    for (let turn = 0; turn < 5; turn += 1)
      await again.other.send("/sign-in/code", { code: `wrong-${turn}`, next: "/tasks" });
    const page = await again.other.follow("/sign-in/code", { code: "wrong", next: "/tasks" });
    expect(page).toContain("Sign in again");
    expect(await (await browser.open(SECURITY)).text()).toContain("9 recovery codes are left");
  });

  it("needs the first step", async () => {
    const browser = new PlainBrowser(app.url);
    const opened = await browser.open("/sign-in/code?next=%2Ftrash");
    expect(opened.headers.get("location")).toBe("/sign-in?next=%2Ftrash");
    const sent = await browser.send("/sign-in/code", {
      code: "123456",
      next: "https://evil.example",
    });
    expect(sent.headers.get("location")).toBe("/sign-in?next=%2Ftoday");
  });

  it("has new recovery codes and is turned off with the password only", async () => {
    const { browser, email } = await signUpUser();
    await turnOn(browser);
    for (const intent of ["renew-codes", "turn-off"]) {
      expect((await browser.send(SECURITY, { intent, current: "wrong" })).status).toBe(422);
      expect((await browser.send(SECURITY, { intent, current: "" })).status).toBe(422);
    }
    const renewed = await browser.send(SECURITY, { intent: "renew-codes", current: PASSWORD });
    expect(codesIn(await renewed.text())).toHaveLength(10);
    const off = { intent: "turn-off", current: PASSWORD };
    expect(await browser.follow(SECURITY, off)).toContain("Two-step sign-in is off");
    const other = new PlainBrowser(app.url);
    await other.follow("/sign-in", { email, password: PASSWORD, next: "/tasks" });
    expect((await other.open("/tasks")).status).toBe(200);
  });

  it("ends other sessions from the same page, and refuses what no form sends", async () => {
    const { browser, email } = await signUpUser();
    const other = new PlainBrowser(app.url);
    await other.follow("/sign-in", { email, password: PASSWORD, next: "/tasks" });
    const page = await browser.follow(SECURITY, { intent: "end-others" });
    expect(page).toContain("Signed out there");
    expect((await other.open("/tasks")).status).toBe(302);
    const forms: Record<string, string>[] = [
      {},
      { intent: "x" },
      { intent: "confirm", code: "1", secret: "<b>" },
    ];
    for (const form of forms) expect((await browser.send(SECURITY, form)).status).toBe(400);
  });

  it("refuses a password that everybody knows", async () => {
    const browser = new PlainBrowser(app.url);
    const person = { name: "Sana", email: "known@example.com", password: "Password123" };
    const refused = await browser.send("/sign-up", { ...person, next: "/tasks" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Many people use this password");
    const { browser: own } = await signUpUser();
    const change = { intent: "password", current: PASSWORD, password: "qwertyuiop" };
    const answer = await own.send("/profile", change);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Many people use this password");
  });
});

/** Gives a page an authenticator with a fingerprint reader that always agrees. */
async function addAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe.skipIf(!chromiumPath)("security in a browser", () => {
  let browser: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const variants = [
    { locale: "en-GB", colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { locale: "ur-PK", colorScheme: "dark", viewport: { width: 360, height: 740 } },
  ] as const;
  it.each(variants)("adds a passkey, signs in with it and removes it: $locale", async (variant) => {
    people += 1;
    const email = `safe${people}@example.com`;
    const { page, context, noise } = await openPage(browser, app.url, variant);
    await addAuthenticator(page);
    await page.goto("/sign-up");
    await page.fill("[name=name]", "Sana");
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", PASSWORD);
    await page.click("main form button[type=submit]");
    await page.waitForURL("**/today");
    await page.goto("/profile");
    await page.click(`main a[href='${SECURITY}']`);
    await page.waitForURL(`**${SECURITY}`);

    const passkeys = page.locator("main section").nth(1);
    const add = passkeys.locator("form:has([name=current])");
    await add.locator("[name=current]").fill("wrong password");
    await add.locator("button").click();
    await add.locator("[aria-invalid=true]").waitFor();
    await add.locator("[name=current]").fill(PASSWORD);
    await add.locator("button").click();
    await passkeys.locator("[value=remove-passkey]").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);

    // Two-step sign-in, too: a passkey stands for both steps.
    const factor = page.locator("main section").first();
    await factor.locator("[name=current]").fill(PASSWORD);
    await factor.locator("[value=begin]").click();
    await factor.locator("svg[role=img]").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
    const secret = await factor.locator("[name=secret]").inputValue();
    await factor.locator("[name=code]").fill(totpCode(secret));
    await factor.locator("[value=confirm]").click();
    await factor.locator("ol li").nth(9).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);

    await context.clearCookies();
    await page.goto("/sign-in?next=%2Fprofile%2Fsecurity");
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", PASSWORD);
    await page.click("main form button[type=submit]");
    await page.waitForURL("**/sign-in/code*");
    expect(await violations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);

    await page.goto("/sign-in?next=%2Fprofile%2Fsecurity");
    await page.locator("main button[type=button]").click();
    await page.waitForURL(`**${SECURITY}`);
    await page.locator("[value=remove-passkey]").click();
    await page.locator("[value=remove-passkey]").waitFor({ state: "detached" });

    // A passkey that was removed signs in no more.
    await context.clearCookies();
    await page.goto("/sign-in");
    await page.locator("main button[type=button]").click();
    await page.locator("[role=alert]").waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    expect(noise.filter((line) => !/status of 40[0-9]/.test(line))).toEqual([]);
    await context.close();
  });
});
