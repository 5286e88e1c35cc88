import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, sideways, violations } from "./browser";
import { newcomers } from "./newcomers";

const { talker } = newcomers();

const composer = (page: Page) => page.locator("main textarea").last();
const thread = (page: Page) => page.getByRole("log");

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.keyboard.press("Enter");
  await thread(page).getByText(text).last().waitFor();
  await page.locator("[role=log][aria-busy=false]").waitFor();
}

// A browser on a busy machine may be late; each test begins anew with a person of its own.
describe.skipIf(!chromiumPath)("the chat page", { retry: 2 }, () => {
  it("says a message otherwise, and takes back what a turn did", async () => {
    const { page, noise, context } = await talker();
    await say(page, "add buy milk");
    await page.waitForURL("**/chatbot?c=1");
    await say(page, "add call the bnak");
    const beside = page.getByRole("region", { name: /Your tasks/ });
    await beside.getByText("call the bnak").waitFor();

    await thread(page).getByRole("button", { name: "Undo" }).last().click();
    await thread(page).getByRole("button", { name: "Do it again" }).waitFor();
    await expect.poll(() => beside.getByText("call the bnak").count()).toBe(0);

    await thread(page).getByRole("button", { name: "Edit and resend" }).last().click();
    await page.getByRole("textbox", { name: "Edit and resend" }).fill("add call the bank");
    await page.keyboard.press("Enter");
    await beside.getByText("call the bank").waitFor();
    await page.locator("[role=log][aria-busy=false]").waitFor();
    expect(await thread(page).getByText("bnak").count()).toBe(0);

    await thread(page).getByRole("button", { name: "Details" }).last().click();
    await thread(page).getByText('"title": "call the bank"').first().waitFor();
    await thread(page).getByRole("link", { name: "call the bank" }).last().click();
    await page.waitForURL("**/tasks?task=*");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("finds, renames and deletes conversations, and opens the last one again", async () => {
    const { page, noise, context } = await talker();
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

  it("keeps what is being written, and lets go of the end while one reads", async () => {
    const { page, noise, context } = await talker({ viewport: { width: 800, height: 400 } });
    await say(page, "add buy milk");
    await page.waitForURL("**/chatbot?c=1");
    await composer(page).fill("half a thou");
    await page.reload();
    await expect.poll(() => composer(page).inputValue()).toBe("half a thou");
    await page.goto("/chatbot?c=new");
    expect(await composer(page).inputValue()).toBe("");

    await page.goto("/chatbot?c=1");
    for (const text of ["add one", "add two", "show my tasks"]) await say(page, text);
    const newest = page.getByRole("button", { name: "To the newest message" });
    expect(await newest.count()).toBe(0);
    await thread(page).hover();
    await page.mouse.wheel(0, -400);
    await newest.waitFor();
    const top = await thread(page).evaluate((area) => area.scrollTop);
    await say(page, "add three");
    expect(await thread(page).evaluate((area) => area.scrollTop)).toBe(top);
    await newest.click();
    await newest.waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("approves some and keeps the others", async () => {
    const { page, noise, context } = await talker();
    for (const text of ["add buy milk", "add feed the cat"]) await say(page, text);
    await say(page, "delete all my tasks");
    const question = page.getByRole("region", { name: "Delete these 2 tasks?" });
    await question.getByRole("checkbox", { name: "feed the cat" }).click();
    await question.getByRole("button", { name: "Yes, delete 1" }).click();
    const beside = page.getByRole("region", { name: /Your tasks/ });
    await expect.poll(() => beside.getByText("buy milk").count()).toBe(0);
    await page.locator("[role=log][aria-busy=false]").waitFor();
    expect(await beside.getByText("feed the cat").count()).toBe(1);
    expect(noise).toEqual([]);
    await context.close();
  });

  for (const [locale, colorScheme, width] of [
    ["en", "dark", 1280],
    ["ur", "light", 1280],
    ["en", "light", 360],
    ["ur", "dark", 360],
  ] as const) {
    it(`is accessible with all that it shows: ${locale}, ${colorScheme}, ${width} px`, async () => {
      const { page, noise, context } = await talker({
        locale: locale === "ur" ? "ur-PK" : "en-GB",
        colorScheme,
        viewport: { width, height: 740 },
      });
      await say(page, "add buy milk");
      await say(page, "کل بجلی کا بل جمع کروانا لکھ لو");
      await say(page, "show my tasks");
      await page.locator("[role=log] [aria-expanded=false]").last().click();
      await page.locator("[role=log] button:has(.lucide-pencil)").first().click();
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      if (width < 1280) {
        await page.locator("main [aria-haspopup=dialog]").click();
        await page.getByRole("dialog").getByRole("searchbox").waitFor();
        expect(await violations(page)).toEqual([]);
      }
      expect(noise).toEqual([]);
      await context.close();
    }, 60_000);
  }
});
