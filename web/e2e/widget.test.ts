import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { say } from "#testing/chat";
import { focusArrives, hasFocus } from "#testing/focus";
import { add, holdNotice, row } from "#testing/task-rows";

const { openTasks } = browserApp();

const button = (page: Page) => page.locator("[data-corner=button]");
const panel = (page: Page) => page.locator("[data-corner=panel]");

const composer = (page: Page) => panel(page).locator("textarea").last();

describe.skipIf(!chromiumPath)("the chat widget", () => {
  it("updates the task list, and continues on the chat page", async () => {
    const { page, noise, context } = await openTasks();
    await page.getByRole("button", { name: "Open the chat" }).click();
    await focusArrives(composer(page));
    await say(panel(page), "add buy milk tomorrow at 5pm");
    await row(page, "buy milk").waitFor();

    // The same conversation on another page and on the chat page.
    await page.goto("/profile");
    await button(page).click();
    await panel(page).getByText("add buy milk tomorrow at 5pm").last().waitFor();
    await say(panel(page), "complete buy milk");
    await panel(page).getByRole("link", { name: "Open as a page" }).click();
    await page.waitForURL("**/chatbot?c=1");
    // Navigation is announced to screen readers.
    await expect
      .poll(() => page.locator("body > [role=status]").textContent())
      .toBe("Chat · Karlo");
    await page.getByRole("log").getByText("complete buy milk").last().waitFor();
    await panel(page).waitFor({ state: "detached" });
    await button(page).waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("does not trigger shortcuts of the page", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "feed the cat");
    await page.getByRole("link", { name: "feed the cat", exact: true }).click();
    await page.waitForURL("**/tasks?task=1");
    await focusArrives(page.locator("#panel-title"));
    await button(page).press("Enter");
    await focusArrives(composer(page));
    await page.keyboard.type("j?/");
    expect(await composer(page).inputValue()).toBe("j?/");
    const another = panel(page).getByRole("button", { name: "New conversation" });
    await another.press("c");
    expect(await hasFocus(another)).toBe(true);

    // Escape closes only the layer that has the focus.
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    expect(page.url()).toContain("?task=1");
    await focusArrives(button(page));
    await page.keyboard.press("Space");
    await focusArrives(composer(page));
    await page.locator("#panel-title").press("Escape");
    await page.waitForURL("**/tasks");
    expect(await panel(page).count()).toBe(1);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("is closed by Escape in the list without moving the focus", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "feed the cat");
    await button(page).click();
    await focusArrives(composer(page));
    const action = page.locator("[data-row] button").last();
    await action.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    // A focus that returns moves in the frame after.
    await page.evaluate(
      () => new Promise((later) => requestAnimationFrame(() => requestAnimationFrame(later))),
    );
    expect(await hasFocus(action)).toBe(true);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("covers nothing, and is a link without JavaScript", async () => {
    for (const width of [1280, 390]) {
      const { page, context } = await openTasks({ viewport: { width, height: 800 } });
      const box = async (selector: string) => {
        const found = await page.locator(selector).first().boundingBox();
        if (!found) throw new Error(`${selector} is not there`);
        return found;
      };
      const addWithNotice = async (title: string) => {
        await page.fill("[data-quick-add]", title);
        await page.click("[data-add]");
        await holdNotice(page, "Task created");
      };
      await addWithNotice("one");
      const [notice, list] = [await box(".notices li"), await box("main ul")];
      expect(notice.y + notice.height).toBeLessThanOrEqual((await box("body > header")).height);
      expect(notice.y + notice.height).toBeLessThanOrEqual(list.y);
      // Nor do the places cover anything that is pressed in the list.
      await row(page, "one").scrollIntoViewIfNeeded();
      await row(page, "one").getByRole("checkbox").click();
      if (width > 390) {
        await button(page).click();
        await composer(page).waitFor();
        await addWithNotice("two");
        const [above, opened] = [
          await box(".notices li:last-child"),
          await box("[data-corner=panel]"),
        ];
        expect(above.y + above.height).toBeLessThanOrEqual(opened.y);
      }
      await context.close();
    }
    const { page, context } = await openTasks({ javaScriptEnabled: false });
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
      const { page, noise, context } = await openTasks({
        locale: locale === "ur" ? "ur-PK" : "en-GB",
        colorScheme,
        viewport: { width, height: 740 },
      });
      await button(page).click();
      await composer(page).waitFor();
      expect(await violations(page)).toEqual([]);
      await say(panel(page), "add buy milk tomorrow at 5pm");
      await say(panel(page), "کل بجلی کا بل جمع کروانا لکھ لو");
      expect(await violations(page)).toEqual([]);
      expect(await horizontalOverflow(page)).toBe(0);
      expect(noise).toEqual([]);
      await context.close();
    });
  }
});
