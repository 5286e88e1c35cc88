import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, sideways, violations, type WatchedPage } from "./browser";
import { newcomers } from "./newcomers";

const password = "correct horse battery";
const { visitor } = newcomers();
let people = 0;

async function signUp({ page }: WatchedPage, locale: "en" | "ur" = "en"): Promise<string> {
  people += 1;
  const email = `sana${people}@example.com`;
  await page.goto("/sign-up");
  await page.fill("[name=name]", locale === "ur" ? "ثنا" : "Sana");
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", password);
  await page.click("main form button[type=submit]");
  await page.waitForURL("**/tasks");
  return email;
}

async function say({ page }: WatchedPage, text: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
  await page.getByRole("log").getByText(text).last().waitFor();
  await page.locator("[role=log][aria-busy=false]").waitFor();
}

/** Controls and words that something lies over. */
const under = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const over = document.querySelector(wanted);
    const all = document.querySelectorAll("h1, h2, label, :is(a, button, input)[class]");
    const { top, bottom, left, right } = over?.getBoundingClientRect() ?? new DOMRect();
    return [...all]
      .filter((one) => !over?.contains(one) && one.checkVisibility())
      .filter((one) => !one.matches(".scrim, .sr-only"))
      .filter((one) => {
        const box = one.getBoundingClientRect();
        return box.left < right && box.right > left && box.top < bottom && box.bottom > top;
      })
      .map((one) => one.textContent || one.outerHTML);
  }, selector);

// A browser on a busy machine may be late; each test begins anew with a person of its own.
describe.skipIf(!chromiumPath)("the journey", { retry: 2 }, () => {
  it("signs up, keeps a list, signs out and in again", async () => {
    const watched = await visitor();
    const { page, noise, context } = watched;
    const email = await signUp(watched);

    await page.fill("[name=title]", "call the plumber");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("checkbox", { name: "Complete “call the plumber”" }).waitFor();
    await page.getByText("Task created", { exact: true }).waitFor();
    expect(await page.inputValue("[name=title]")).toBe("");

    await page.getByRole("checkbox", { name: /call the plumber/ }).click();
    await page.getByText("Task completed", { exact: true }).waitFor();
    await page.getByRole("heading", { name: /Done today/ }).waitFor();

    await page.getByRole("button", { name: "Delete “call the plumber”" }).click();
    await page.getByText("Task deleted", { exact: true }).waitFor();
    await page.getByText("Nothing is waiting for you.").waitFor();
    const deleted = page.getByRole("listitem").filter({ hasText: "Task deleted" });
    await deleted.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("checkbox", { name: /call the plumber/ }).waitFor();

    await page.locator("summary[aria-label=Menu]").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("Logged out", { exact: true }).waitFor();
    await page.goto("/tasks?status=all");
    await page.waitForURL("**/sign-in?next=*");
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", "not this one");
    await page.click("main form button[type=submit]");
    await page.getByText("do not match").waitFor();
    await page.fill("[name=password]", password);
    await page.click("main form button[type=submit]");
    await page.waitForURL("**/tasks?status=all");
    await page.getByText("Welcome back!", { exact: true }).waitFor();
    // The refused password is an answer with an error status, which the console notes by itself.
    expect(noise.filter((line) => !line.includes("401"))).toEqual([]);
    await context.close();
  });

  it("talks in three ways, asks before it deletes, and the list beside follows", async () => {
    const watched = await visitor();
    const { page, noise, context } = watched;
    await signUp(watched);
    await page.goto("/chatbot");
    const beside = page.getByRole("region", { name: /Your tasks/ });
    const thread = page.getByRole("log");

    await say(watched, "add buy milk tomorrow at 5pm");
    await page.waitForURL("**/chatbot?c=1");
    await beside.getByText("buy milk").waitFor();
    await beside.getByText("tomorrow 17:00").waitFor();
    expect(await thread.getByText(/created/i).count()).toBeGreaterThan(0);

    await say(watched, "میرے کام دکھاؤ");
    await thread.getByText("handed over to the Urdu specialist").first().waitFor();
    expect(await thread.locator("article [lang=ur]").count()).toBeGreaterThan(0);

    await say(watched, "pehla kaam mukammal karo");
    await beside.locator("[data-done=true]").getByText("buy milk").waitFor();
    expect(await thread.locator("article [lang=ur-Latn]").count()).toBeGreaterThan(0);

    await say(watched, "delete buy milk");
    await thread.getByRole("region", { name: "Delete this task?" }).waitFor();
    expect(await beside.getByText("buy milk").count()).toBe(1);
    expect(await violations(page)).toEqual([]);

    await say(watched, "yes");
    await expect.poll(() => beside.getByText("buy milk").count()).toBe(0);
    expect(await thread.getByRole("button", { name: "Yes, delete" }).count()).toBe(0);

    // What was said is still there after a reload, in the same words.
    const before = await thread.textContent();
    await page.reload();
    await expect.poll(() => thread.textContent()).toBe(before);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("keeps what a button keeps", async () => {
    const watched = await visitor();
    const { page, noise, context } = watched;
    await signUp(watched);
    await page.goto("/chatbot");
    const beside = page.getByRole("region", { name: /Your tasks/ });
    await say(watched, "add water the plants");
    await say(watched, "delete water the plants");
    await page.getByRole("button", { name: "No, keep" }).click();
    await page.getByRole("button", { name: "No, keep" }).waitFor({ state: "detached" });
    await page.locator("[role=log][aria-busy=false]").waitFor();
    expect(await beside.getByText("water the plants").count()).toBe(1);

    await say(watched, "delete water the plants");
    await page.getByRole("button", { name: "Yes, delete" }).click();
    await expect.poll(() => beside.getByText("water the plants").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  for (const width of [360, 1280]) {
    it(`keeps a list without JavaScript, ${width} px wide`, async () => {
      const viewport = { width, height: 720 };
      const watched = await visitor({ javaScriptEnabled: false, viewport });
      const { page, context } = watched;
      const says = async (notice: string) => {
        await page.getByText(notice, { exact: true }).waitFor();
        expect(await under(page, "[data-flash] > *")).toEqual([]);
        expect(await sideways(page)).toBe(0);
      };
      const email = await signUp(watched);
      await says("Your list is ready.");

      await page.fill("[name=title]", "pay the rent");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await says("Task created");
      await page.getByRole("link", { name: "pay the rent", exact: true }).click();
      await page.getByLabel("Title").fill("pay the bill");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await says("Task updated");
      await page.getByRole("link", { name: "Close the task" }).last().click();
      await page.getByRole("checkbox", { name: "Complete “pay the bill”" }).click();
      await says("Task completed");
      await page.getByRole("link", { name: /^Completed/ }).click();
      await page.waitForURL("**/tasks?status=completed");
      await page.getByLabel("Search").fill("bill");
      await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL("**/tasks?status=completed&search=bill*");
      await page.getByRole("checkbox", { name: "Reopen “pay the bill”" }).waitFor();
      await page.getByRole("link", { name: "pay the bill", exact: true }).click();
      const panel = page.locator("[data-panel]");
      await panel.getByRole("button", { name: "Delete “pay the bill”" }).click();
      await says("Task deleted");
      await page.getByRole("button", { name: "Undo" }).click();
      await says("Task restored");

      await page.goto("/tasks");
      await page.locator("summary[aria-label=Menu]").click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await says("Logged out");
      await page.goto("/sign-in");
      await page.fill("[name=email]", email);
      await page.fill("[name=password]", password);
      await page.click("main form button[type=submit]");
      await page.waitForURL("**/tasks");
      await says("Welcome back!");

      if (width < 768) await page.locator("summary[aria-label=Menu]").click();
      await page.getByRole("button", { name: "اردو" }).filter({ visible: true }).click();
      expect(await page.getAttribute("html", "dir")).toBe("rtl");
      await page.locator("summary[aria-label=مینو]").click();
      await page.getByRole("button", { name: "گہرا" }).click();
      expect(await page.getAttribute("html", "data-theme")).toBe("dark");
      await context.close();
    });
  }
});
