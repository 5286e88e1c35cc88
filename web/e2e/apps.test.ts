import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newApp } from "#app/api/oauth/testing/connect-app";
import { chromiumPath, horizontalOverflow, launch, openPage, violations } from "#testing/browser";
import { PlainBrowser } from "#testing/plain-browser";
import { startTestApp } from "#testing/test-app";

const PASSWORD = "correct horse battery";
const APPS = "/profile/apps";
let app: Awaited<ReturnType<typeof startTestApp>>;
let serverUrl: string;

beforeAll(async () => {
  app = await startTestApp();
  serverUrl = `${app.url}/mcp`;
});
afterAll(() => app?.close());

let people = 0;
async function signUpUser(next: string) {
  people += 1;
  const browser = new PlainBrowser(app.url);
  const email = `apps${people}@example.com`;
  await browser.follow("/sign-up", { name: "Sana", email, password: PASSWORD, next });
  return { browser, email };
}

const pathOf = (location: string | null) => {
  const url = new URL(location ?? "/nowhere", app.url);
  return url.pathname + url.search;
};

/** Where an answer of the provider leads; to a program, as `fetch` is one, it says so in JSON. */
async function ledTo(response: Response): Promise<string> {
  const location = response.headers.get("location");
  if (location) return pathOf(location);
  return pathOf(((await response.json()) as { url: string }).url);
}

describe("an app that asks to be let in, without JavaScript", () => {
  it("is signed in to, let in on the page, listed with what it did, and cut off", async () => {
    const { email } = await signUpUser("/tasks");
    const assistant = newApp("Helper");
    await auth(assistant, { serverUrl });
    const asked = assistant.sent ?? expect.fail("no request");

    const browser = new PlainBrowser(app.url);
    const first = await browser.open(asked.pathname + asked.search);
    const toSignIn = await browser.open(await ledTo(first));
    const signIn = new URL(toSignIn.headers.get("location") ?? "", app.url);
    expect(signIn.pathname).toBe("/sign-in");
    const next = signIn.searchParams.get("next") ?? "";
    const signedIn = await browser.send("/sign-in", { email, password: PASSWORD, next });
    const again = await browser.open(pathOf(signedIn.headers.get("location")));
    const toConsent = await browser.open(await ledTo(again));
    const consent = await ledTo(toConsent);
    const page = await browser.open(consent);
    const html = await page.text();
    expect(html).toContain("Helper");
    expect(html).toContain(email);
    expect(html).toContain("See your tasks");
    // The browser follows the answer to the app only where the policy lets it.
    expect(page.headers.get("content-security-policy")).toContain(
      "form-action 'self' http://127.0.0.1:33418;",
    );
    const answered = await browser.send(consent, { decision: "accept" });
    expect(answered.status).toBe(303);
    const back = new URL(answered.headers.get("location") ?? "");
    expect(back.origin).toBe("http://127.0.0.1:33418");
    const authorizationCode = back.searchParams.get("code") ?? undefined;
    await auth(assistant, { serverUrl, authorizationCode });
    const mcp = () =>
      fetch(serverUrl, {
        method: "POST",
        headers: {
          authorization: `Bearer ${assistant.given?.access_token}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
        },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "tools/call",
          params: { name: "create_task", arguments: { title: "made by Helper" } },
        }),
      });
    // The status comes before the answer does: what was done is known when the stream has ended.
    const called = await mcp();
    expect(called.status).toBe(200);
    expect(await called.text()).toContain("made by Helper");

    const apps = await (await browser.open(APPS)).text();
    expect(apps).toContain("Helper");
    expect(apps).toContain("made by Helper");
    const clientId = assistant.client?.client_id ?? "";
    expect((await browser.send(APPS, { intent: "disconnect", app: clientId })).status).toBe(303);
    expect((await mcp()).status).toBe(401);
    // The same answer twice gives no second code.
    const late = await browser.send(`${consent}x`, { decision: "accept" });
    expect(late.status).toBe(410);
  });

  it("gives a token that is shown once, and says what is wrong with a form", async () => {
    const { browser } = await signUpUser(APPS);
    const form = { intent: "create-token", name: "backup", days: "30", current: PASSWORD };
    expect((await browser.send(APPS, form)).status).toBe(422);
    const wrong = await browser.send(APPS, { ...form, scopes: "tasks:read", current: "wrong" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("That is not your current password.");
    const made = await (await browser.send(APPS, { ...form, scopes: "tasks:read" })).text();
    const [token = ""] = /karlo_pat_[\w-]{43}/.exec(made) ?? [];
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${app.url}/api/v1/tasks`, { headers })).status).toBe(200);
    const later = await (await browser.open(APPS)).text();
    expect(later).not.toContain(token);
    const [, id = ""] = /name="token" value="([^"]+)"/.exec(later) ?? [];
    await browser.send(APPS, { intent: "end-token", token: id });
    expect((await fetch(`${app.url}/api/v1/tasks`, { headers })).status).toBe(401);
  });
});

describe.skipIf(!chromiumPath)("the consent page in a browser", () => {
  it.each(["en", "ur"])("in %s is accessible, and leads to the app", async (language) => {
    const { browser: plain } = await signUpUser("/tasks");
    const assistant = newApp("Helper");
    await auth(assistant, { serverUrl });
    const browser = await launch();
    const { page, context } = await openPage(browser, app.url, {
      locale: language,
      viewport: { width: 360, height: 640 },
    });
    const cookies = [...plain.cookies].map(([name, value]) => ({ name, value, url: app.url }));
    await context.addCookies(cookies);
    const asked = assistant.sent ?? expect.fail("no request");
    await page.goto(asked.pathname + asked.search);
    expect(new URL(page.url()).pathname).toBe("/oauth/consent");
    expect(await violations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBeLessThanOrEqual(0);
    const answered = page.waitForRequest(/^http:\/\/127\.0\.0\.1:33418\//);
    await page.locator("button[value=accept]").click();
    expect(new URL((await answered).url()).searchParams.get("code")).not.toBeNull();
    await browser.close();
  });
});
