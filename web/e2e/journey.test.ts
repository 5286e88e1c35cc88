import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations, type WatchedPage } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { say } from "#testing/chat";
import { holdNotice, undo } from "#testing/task-rows";

const password = "correct horse battery";
const { openAnonymous } = browserApp();
let people = 0;

async function signUp({ page }: WatchedPage, locale: "en" | "ur" = "en"): Promise<string> {
  people += 1;
  const email = `sana${people}@example.com`;
  await page.goto("/sign-up");
  await page.fill("[name=name]", locale === "ur" ? "ثنا" : "Sana");
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", password);
  await page.click("main form button[type=submit]");
  await page.waitForURL("**/today");
  return email;
}

/** The texts and controls that an element covers. */
const coveredBy = (page: Page, selector: string): Promise<string[]> =>
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

describe.skipIf(!chromiumPath)("the journey", () => {
  it("signs up, manages tasks, signs out and in again", async () => {
    const watched = await openAnonymous();
    const { page, noise, context } = watched;
    const email = await signUp(watched);

    await page.goto("/tasks");
    await page.fill("[name=title]", "call the plumber");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("checkbox", { name: "Complete “call the plumber”" }).waitFor();
    await page.getByText("Task created", { exact: true }).waitFor();
    await expect.poll(() => page.inputValue("[name=title]")).toBe("");

    await page.getByRole("checkbox", { name: /call the plumber/ }).click();
    await page.getByText("Task completed", { exact: true }).waitFor();
    await page.getByRole("heading", { name: /Done today/ }).waitFor();

    await page.getByRole("button", { name: "Delete “call the plumber”" }).click();
    await holdNotice(page, "Task deleted");
    await page.getByText("Nothing is waiting for you.").waitFor();
    await undo(page, "Task deleted");
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
    // The browser logs the 401 of the wrong password.
    expect(noise.filter((line) => !line.includes("401"))).toEqual([]);
    await context.close();
  });

  it("chats in three languages, confirms a deletion and updates the task list", async () => {
    const watched = await openAnonymous();
    const { page, noise, context } = watched;
    await signUp(watched);
    await page.goto("/chatbot");
    const sidebar = page.getByRole("region", { name: /Your tasks/ });
    const thread = page.getByRole("log");

    await say(page, "add buy milk tomorrow at 5pm");
    await page.waitForURL("**/chatbot?c=1");
    await sidebar.getByText("buy milk").waitFor();
    await sidebar.getByText("tomorrow 17:00").waitFor();
    await thread
      .getByText(/created/i)
      .first()
      .waitFor();

    await say(page, "میرے کام دکھاؤ");
    await thread.getByText("handed over to the Urdu specialist").first().waitFor();
    await thread.locator("article [lang=ur]").first().waitFor();

    await say(page, "pehla kaam mukammal karo");
    await sidebar.locator("[data-done=true]").getByText("buy milk").waitFor();
    await thread.locator("article [lang=ur-Latn]").first().waitFor();

    await say(page, "delete buy milk");
    await thread.getByRole("region", { name: "Delete this task?" }).waitFor();
    await expect.poll(() => sidebar.getByText("buy milk").count()).toBe(1);
    expect(await violations(page)).toEqual([]);

    await say(page, "yes");
    await expect.poll(() => sidebar.getByText("buy milk").count()).toBe(0);
    await expect.poll(() => thread.getByRole("button", { name: "Yes, delete" }).count()).toBe(0);

    // A reload shows the same conversation.
    await thread.getByText("No longer in your list").first().waitFor();
    const before = await thread.textContent();
    await page.reload();
    await expect.poll(() => thread.textContent()).toBe(before);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("rejects and approves a deletion by button", async () => {
    const watched = await openAnonymous();
    const { page, noise, context } = watched;
    await signUp(watched);
    await page.goto("/chatbot");
    const sidebar = page.getByRole("region", { name: /Your tasks/ });
    await say(page, "add water the plants");
    await say(page, "delete water the plants");
    await page.getByRole("button", { name: "No, keep" }).click();
    await page.getByRole("button", { name: "No, keep" }).waitFor({ state: "detached" });
    await page.locator("[role=log][aria-busy=false]").waitFor();
    await expect.poll(() => sidebar.getByText("water the plants").count()).toBe(1);

    await say(page, "delete water the plants");
    await page.getByRole("button", { name: "Yes, delete" }).click();
    await expect.poll(() => sidebar.getByText("water the plants").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("shows a question that was withdrawn, and asks it again", async () => {
    const watched = await openAnonymous();
    const { page, noise, context } = watched;
    await signUp(watched);
    await page.goto("/chatbot");
    const thread = page.getByRole("log");
    await say(page, "add oil the hinges");
    await say(page, "delete oil the hinges");
    await say(page, "how many tasks do I have?");
    await thread.getByText(/I did not delete .* oil the hinges\./).waitFor();
    await thread.getByText("Withdrawn by your next message. Nothing was changed.").waitFor();
    await expect.poll(() => thread.getByRole("button", { name: "Yes, delete" }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    await thread.getByRole("button", { name: "Ask again" }).click();
    await thread.getByRole("button", { name: "Yes, delete" }).click();
    await thread.getByRole("button", { name: "Yes, delete" }).waitFor({ state: "detached" });
    const sidebar = page.getByRole("region", { name: /Your tasks/ });
    await expect.poll(() => sidebar.getByText("oil the hinges").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  for (const width of [360, 1280]) {
    it(`manages tasks without JavaScript, ${width} px wide`, async () => {
      const viewport = { width, height: 720 };
      const watched = await openAnonymous({ javaScriptEnabled: false, viewport });
      const { page, context } = watched;
      const expectNotice = async (notice: string) => {
        await page.getByText(notice, { exact: true }).waitFor();
        expect(await coveredBy(page, "[data-flash] > *")).toEqual([]);
        expect(await horizontalOverflow(page)).toBe(0);
      };
      const email = await signUp(watched);
      await expectNotice("Your list is ready.");

      await page.goto("/tasks");
      await page.fill("[name=title]", "pay the rent");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expectNotice("Task created");
      await page.getByRole("link", { name: "pay the rent", exact: true }).click();
      await page.getByLabel("Title").fill("pay the bill");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expectNotice("Task updated");
      await page.getByRole("link", { name: "Close the task" }).last().click();
      await page.getByRole("checkbox", { name: "Complete “pay the bill”" }).click();
      await expectNotice("Task completed");
      await page.getByRole("link", { name: /^Completed/ }).click();
      await page.waitForURL("**/tasks?status=completed");
      await page.getByRole("searchbox", { name: "Search" }).fill("bill");
      await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL("**/tasks?status=completed&search=bill*");
      await page.getByRole("checkbox", { name: "Reopen “pay the bill”" }).waitFor();
      await page.getByRole("link", { name: "pay the bill", exact: true }).click();
      const panel = page.locator("[data-panel]");
      await panel.getByRole("button", { name: "Delete “pay the bill”" }).click();
      await expectNotice("Task deleted");
      await page.getByRole("button", { name: "Undo" }).click();
      await expectNotice("Task restored");

      await page.goto("/tasks");
      await page.locator("summary[aria-label=Menu]").click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expectNotice("Logged out");
      await page.goto("/sign-in");
      await page.fill("[name=email]", email);
      await page.fill("[name=password]", password);
      await page.click("main form button[type=submit]");
      await page.waitForURL("**/today");
      await expectNotice("Welcome back!");

      if (width < 768) await page.locator("summary[aria-label=Menu]").click();
      await page.getByRole("button", { name: "اردو" }).filter({ visible: true }).click();
      await expect.poll(() => page.getAttribute("html", "dir")).toBe("rtl");
      await page.locator("summary[aria-label=مینو]").click();
      await page.getByRole("button", { name: "گہرا" }).click();
      await expect.poll(() => page.getAttribute("html", "data-theme")).toBe("dark");
      await context.close();
    });
  }
});
