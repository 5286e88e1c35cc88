import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, sideways, violations } from "./browser";
import { newcomers } from "./newcomers";

const { someone } = newcomers();

const button = (page: Page) => page.locator("[data-corner=button]");
const panel = (page: Page) => page.locator("[data-corner=panel]");

async function say(page: Page, text: string): Promise<void> {
  await panel(page).locator("textarea").last().fill(text);
  await page.keyboard.press("Enter");
  await panel(page).getByText(text).last().waitFor();
  await panel(page).locator("[role=log][aria-busy=false]").waitFor();
}

// A browser on a busy machine may be late; each test begins anew with a person of its own.
describe.skipIf(!chromiumPath)("the chat in the corner", { retry: 2 }, () => {
  it("talks beside the list, which follows, and goes on as a page", async () => {
    const { page, noise, context } = await someone();
    await page.getByRole("button", { name: "Open the chat" }).click();
    await expect
      .poll(() =>
        panel(page)
          .locator("textarea")
          .evaluate((area) => area === document.activeElement),
      )
      .toBe(true);
    await say(page, "add buy milk tomorrow at 5pm");
    await page.locator("[data-row]").filter({ hasText: "buy milk" }).waitFor();

    // The same conversation after a reload, on another page, and on the page of its own.
    await page.goto("/profile");
    await button(page).click();
    await panel(page).getByText("add buy milk tomorrow at 5pm").last().waitFor();
    await say(page, "complete buy milk");
    await panel(page).getByRole("link", { name: "Open as a page" }).click();
    await page.waitForURL("**/chatbot?c=1");
    // Who does not see that the page is another hears it.
    await expect
      .poll(() => page.locator("body > [role=status]").textContent())
      .toBe("Chat · Karlo");
    await page.getByRole("log").getByText("complete buy milk").last().waitFor();
    expect(await panel(page).count()).toBe(0);
    expect(await button(page).count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("keeps its keys to itself", async () => {
    const { page, noise, context } = await someone();
    await page.fill("[data-quick-add]", "feed the cat");
    await page.click("[data-add]");
    await page.getByRole("link", { name: "feed the cat", exact: true }).click();
    await page.waitForURL("**/tasks?task=1");
    await button(page).focus();
    await page.keyboard.press("Enter");
    await panel(page).locator("textarea").waitFor();
    await page.keyboard.type("j?/");
    expect(await panel(page).locator("textarea").inputValue()).toBe("j?/");
    await panel(page).getByRole("button", { name: "New conversation" }).focus();
    await page.keyboard.press("c");
    expect(await panel(page).evaluate((el) => el.contains(document.activeElement))).toBe(true);

    // Escape closes the one that has the focus, and that alone.
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    expect(page.url()).toContain("?task=1");
    await expect
      .poll(() => button(page).evaluate((el) => el === document.activeElement))
      .toBe(true);
    await page.keyboard.press("Space");
    await panel(page).locator("textarea").waitFor();
    await page.locator("#panel-title").focus();
    await page.keyboard.press("Escape");
    await page.waitForURL("**/tasks");
    expect(await panel(page).count()).toBe(1);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("is taken away by Escape from the list too, and leaves the focus where it is", async () => {
    const { page, noise, context } = await someone();
    await page.fill("[data-quick-add]", "feed the cat");
    await page.keyboard.press("Enter");
    await button(page).click();
    await panel(page).locator("textarea").waitFor();
    const action = page.locator("[data-row] button").last();
    await action.focus();
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    await page.waitForTimeout(100);
    expect(await action.evaluate((el) => el === document.activeElement)).toBe(true);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("covers no notice, and is a link without JavaScript", async () => {
    for (const width of [1280, 390]) {
      const { page, context } = await someone({ viewport: { width, height: 800 } });
      const box = async (selector: string) => {
        const found = await page.locator(selector).first().boundingBox();
        if (!found) throw new Error(`${selector} is not there`);
        return found;
      };
      const add = async (title: string) => {
        await page.fill("[data-quick-add]", title);
        await page.keyboard.press("Enter");
        await page.locator(".notices li").last().waitFor();
      };
      await add("one");
      const [notice, corner] = [await box(".notices li"), await box("[data-corner=button]")];
      expect(notice.y + notice.height).toBeLessThanOrEqual(corner.y);
      if (width > 390) {
        await button(page).click();
        await panel(page).locator("textarea").waitFor();
        await add("two");
        const [beside, opened] = [await box(".notices li"), await box("[data-corner=panel]")];
        expect(beside.x + beside.width).toBeLessThanOrEqual(opened.x);
      }
      await context.close();
    }
    const { page, context } = await someone({ javaScriptEnabled: false });
    await button(page).click();
    await page.waitForURL("**/chatbot");
    await context.close();
  });

  for (const [locale, colorScheme, width] of [
    ["en", "light", 1280],
    ["ur", "dark", 1280],
    ["en", "dark", 360],
    ["ur", "light", 360],
  ] as const) {
    it(`is accessible: ${locale}, ${colorScheme}, ${width} px`, async () => {
      const { page, noise, context } = await someone({
        locale: locale === "ur" ? "ur-PK" : "en-GB",
        colorScheme,
        viewport: { width, height: 740 },
      });
      await button(page).click();
      await panel(page).locator("textarea").waitFor();
      expect(await violations(page)).toEqual([]);
      await say(page, "add buy milk tomorrow at 5pm");
      await say(page, "کل بجلی کا بل جمع کروانا لکھ لو");
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      expect(noise).toEqual([]);
      await context.close();
    }, 60_000);
  }
});
