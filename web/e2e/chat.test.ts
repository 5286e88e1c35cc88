import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { say } from "#testing/chat";
import { focusArrives } from "#testing/focus";

const { openChat } = browserApp();

const composer = (page: Page) => page.locator("main textarea").last();
const thread = (page: Page) => page.getByRole("log");

describe.skipIf(!chromiumPath)("the chat page", () => {
  it("edits a message and undoes the changes of a turn", async () => {
    const { page, noise, context } = await openChat();
    await say(page, "add buy milk");
    await page.waitForURL("**/chatbot?c=1");
    await say(page, "add call the bnak");
    const sidebar = page.getByRole("region", { name: /Your tasks/ });
    await sidebar.getByText("call the bnak").waitFor();

    await thread(page).getByRole("button", { name: "Undo" }).last().click();
    await thread(page).getByRole("button", { name: "Do it again" }).waitFor();
    await sidebar.getByText("call the bnak").waitFor({ state: "detached" });

    await thread(page).getByRole("button", { name: "Edit and resend" }).last().click();
    const edited = page.getByRole("textbox", { name: "Edit and resend" });
    await focusArrives(edited);
    await edited.fill("add call the bank");
    await edited.press("Enter");
    await sidebar.getByText("call the bank").waitFor();
    await page.locator("[role=log][aria-busy=false]").waitFor();
    await expect.poll(() => thread(page).getByText("bnak").count()).toBe(0);

    await thread(page).getByRole("button", { name: "Details" }).last().click();
    await thread(page).getByText('"title": "call the bank"').first().waitFor();
    await thread(page).getByRole("link", { name: "call the bank" }).last().click();
    await page.waitForURL("**/tasks?task=*");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("searches, renames and deletes conversations, and reopens the last one", async () => {
    const { page, noise, context } = await openChat();
    await say(page, "add buy milk");
    await page.waitForURL("**/chatbot?c=1");
    await page.getByRole("link", { name: "New conversation" }).click();
    await page.waitForURL("**/chatbot?c=new");
    await say(page, "add feed the cat");
    await page.waitForURL("**/chatbot?c=2");
    await page.goto("/tasks");
    await page.goto("/chatbot");
    await page.waitForURL("**/chatbot?c=2");

    const list = page.getByRole("navigation", { name: "Conversations" });
    await list.getByRole("searchbox").fill("milk");
    await expect.poll(() => list.getByRole("listitem").count()).toBe(1);
    await list.getByRole("listitem").hover();
    await list.getByRole("button", { name: "Rename “add buy milk”" }).click();
    await focusArrives(list.locator("li input"));
    await page.keyboard.type("Groceries");
    await page.keyboard.press("Enter");
    await list.getByRole("link", { name: "Groceries" }).click();
    await page.waitForURL("**/chatbot?c=1");

    await list.getByRole("searchbox").fill("");
    await expect.poll(() => list.getByRole("listitem").count()).toBe(2);
    await list.getByRole("listitem").filter({ hasText: "Groceries" }).hover();
    await list.getByRole("button", { name: "Delete “Groceries”" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" }).click();
    await page.waitForURL("**/chatbot?c=new");
    await expect.poll(() => list.getByRole("listitem").count()).toBe(1);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("keeps the draft across reloads, and does not scroll while reading older messages", async () => {
    const { page, noise, context } = await openChat({ viewport: { width: 800, height: 400 } });
    await say(page, "add buy milk");
    await page.waitForURL("**/chatbot?c=1");
    await composer(page).fill("half a thou");
    await page.reload();
    await expect.poll(() => composer(page).inputValue()).toBe("half a thou");
    await page.goto("/chatbot?c=new");
    await expect.poll(() => composer(page).inputValue()).toBe("");

    await page.goto("/chatbot?c=1");
    for (const text of ["add tea", "add soap", "show my tasks"]) await say(page, text);
    const newest = page.getByRole("button", { name: "To the newest message" });
    await newest.waitFor({ state: "detached" });
    await thread(page).hover();
    await page.mouse.wheel(0, -400);
    await newest.waitFor();
    const top = await thread(page).evaluate((area) => area.scrollTop);
    await say(page, "add rice");
    expect(await thread(page).evaluate((area) => area.scrollTop)).toBe(top);
    await newest.click();
    await newest.waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("approves the deletion of a part of the tasks", async () => {
    const { page, noise, context } = await openChat();
    for (const text of ["add buy milk", "add feed the cat"]) await say(page, text);
    await say(page, "delete all my tasks");
    const question = page.getByRole("region", { name: "Delete these 2 tasks?" });
    await question.getByRole("checkbox", { name: "feed the cat" }).click();
    await question.getByRole("button", { name: "Yes, delete 1" }).click();
    const sidebar = page.getByRole("region", { name: /Your tasks/ });
    await sidebar.getByText("buy milk").waitFor({ state: "detached" });
    await page.locator("[role=log][aria-busy=false]").waitFor();
    await expect.poll(() => sidebar.getByText("feed the cat").count()).toBe(1);
    expect(noise).toEqual([]);
    await context.close();
  });

  for (const [locale, colorScheme, width] of [
    ["en", "dark", 1280],
    ["ur", "light", 1280],
    ["en", "light", 360],
    ["ur", "dark", 360],
  ] as const) {
    it(`is accessible with tool calls and editing: ${locale}, ${colorScheme}, ${width} px`, async () => {
      const { page, noise, context } = await openChat({
        locale: locale === "ur" ? "ur-PK" : "en-GB",
        colorScheme,
        viewport: { width, height: 740 },
      });
      await say(page, "add buy milk");
      await say(page, "کل بجلی کا بل جمع کروانا لکھ لو");
      await say(page, "show my tasks");
      await page.locator("[role=log] [aria-expanded=false]:not([aria-haspopup])").last().click();
      await page.locator("[role=log] button:has(.lucide-pencil)").first().click();
      expect(await violations(page)).toEqual([]);
      expect(await horizontalOverflow(page)).toBe(0);
      if (width < 1280) {
        await page.locator("main [aria-haspopup=dialog]").first().click();
        await page.getByRole("dialog").getByRole("searchbox").waitFor();
        expect(await violations(page)).toEqual([]);
      }
      expect(noise).toEqual([]);
      await context.close();
    });
  }
});
