import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { focusArrives } from "#testing/focus";
import { add, holdNotice, row, undo } from "#testing/task-rows";

const { openTasks } = browserApp();
const phone = { width: 360, height: 740 };
const field = "[data-quick-add]";

/** Pastes a text into the quick-add field. */
const paste = (page: Page, text: string) =>
  page.locator(field).evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    input.focus();
    input.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

/** The words that are marked in the line, those left as words in brackets. */
const marks = (page: Page) =>
  page
    .locator("[data-line-mark]")
    .evaluateAll((all) =>
      all.map(({ className, textContent }) =>
        className.includes("literal") ? `(${textContent})` : textContent,
      ),
    );

/** Clicks words in the line, where they are seen. */
async function clickWords(page: Page, words: string): Promise<void> {
  const box = await page.locator("[data-line-mark]").filter({ hasText: words }).boundingBox();
  if (!box) throw new Error(`${words} are not marked.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

describe.skipIf(!chromiumPath)("quick add on a phone", () => {
  for (const [locale, line, time, category, title] of [
    ["en-GB", "rent friday 9am #home", "friday 9am", "#home", "rent friday 9am"],
    ["ur-PK", "کرایہ جمعہ ۹ بجے #گھر", "جمعہ ۹ بجے", "#گھر", "کرایہ جمعہ ۹ بجے"],
  ] as const) {
    it(`marks what is read, and leaves it as words on a click: ${locale}`, async () => {
      const { page, noise, context } = await openTasks({ locale, viewport: phone });
      const before = await page.locator(field).boundingBox();
      await page.locator(field).pressSequentially(line);
      await expect.poll(() => marks(page)).toEqual([time, category]);
      expect(await page.locator(field).boundingBox()).toEqual(before);
      expect(await violations(page)).toEqual([]);
      expect(await horizontalOverflow(page)).toBe(0);

      await clickWords(page, time);
      await expect.poll(() => marks(page)).toEqual([`(${time})`, category]);
      await clickWords(page, time);
      await expect.poll(() => marks(page)).toEqual([time, category]);
      // The same by keyboard: from the field to the buttons of what was read.
      const leave = page.locator("#understood button").first();
      await page.locator(field).press("Tab");
      await page.keyboard.press("Tab");
      await focusArrives(leave);
      await page.keyboard.press("Enter");
      await expect.poll(() => marks(page)).toEqual([`(${time})`, category]);
      expect(await violations(page)).toEqual([]);

      // The field has the focus again; what is written before the words moves them along.
      await focusArrives(page.locator(field));
      await page.keyboard.press("Home");
      await page.keyboard.type("x ");
      await expect.poll(() => marks(page)).toEqual([`(${time})`, category]);
      await page.keyboard.press("Enter");
      await row(page, `x ${title}`).getByText(category.slice(1), { exact: true }).first().waitFor();
      expect(noise).toEqual([]);
      await context.close();
    });
  }

  it("keeps the marks under the words of a line that is longer than the field", async () => {
    const { page, context } = await openTasks({ viewport: phone });
    const words = "call the dentist about the tooth that still hurts";
    await page.locator(field).pressSequentially(`${words} friday at half past four`);
    await expect.poll(() => marks(page)).toEqual(["friday at half past four"]);
    const places = () =>
      page.evaluate(() => {
        const input = document.querySelector("[data-quick-add]");
        const copy = document.querySelector("[data-line-mark]")?.parentElement?.parentElement;
        return [input?.scrollLeft, copy?.scrollLeft];
      });
    const [scrolled] = await places();
    expect(scrolled).toBeGreaterThan(0);
    await expect.poll(places).toEqual([scrolled, scrolled]);
    await page.keyboard.press("Home");
    await expect.poll(places).toEqual([0, 0]);
    await context.close();
  });

  it("gives a line back with the words that were left, and selects words by two clicks", async () => {
    const { page, context } = await openTasks({ viewport: phone });
    await page.locator(field).pressSequentially("rent friday 9am #home");
    await expect.poll(() => marks(page)).toEqual(["friday 9am", "#home"]);
    const box = await page.locator("[data-line-mark]").first().boundingBox();
    if (!box) throw new Error("Nothing is marked.");
    await page.mouse.dblclick(box.x + 10, box.y + box.height / 2);
    await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe("friday");
    expect(await marks(page)).toEqual(["friday 9am", "#home"]);
    // A click on a selection only ends it.
    await page.keyboard.press("End");
    await clickWords(page, "friday 9am");
    await expect.poll(() => marks(page)).toEqual(["(friday 9am)", "#home"]);
    // A title has 200 characters at most.
    const rest = ` ${"x".repeat(200)}`;
    await page.locator(field).press("End");
    await page.locator(field).pressSequentially(rest);
    await page.locator(field).press("Enter");
    await page.locator("#add-problem").waitFor();
    await expect.poll(() => page.inputValue(field)).toBe(`rent friday 9am #home${rest}`);
    await expect.poll(() => marks(page)).toEqual(["(friday 9am)", "#home"]);
    await page.locator(field).press("End");
    await page.locator(field).press("Control+Backspace");
    await page.locator(field).press("Enter");
    await row(page, "rent friday 9am").waitFor();
    await context.close();
  });

  it("says what has passed and what cannot be before it is saved", async () => {
    const { page, context } = await openTasks({ viewport: phone });
    const said = page.locator("#understood");
    await page.fill(field, "call Omar yesterday");
    await said.getByText("This has already passed: yesterday.").waitFor();
    await page.fill(field, "rent on 30 february");
    await said.getByText("There is no 30 February.").waitFor();
    await expect.poll(() => marks(page)).toEqual([]);
    await page.fill(field, "water every 2 hours");
    await said.getByText("It cannot repeat within a day").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator(field).press("Enter");
    await row(page, "water every 2 hours").waitFor();
    await context.close();
  });

  it("asks once about pasted lines, and adds a task a line", async () => {
    const { page, noise, context } = await openTasks({ viewport: phone });
    const list = "Shopping:\n- milk tomorrow\n- pay bill\n- call Sara #home\n";
    await paste(page, list);
    const question = page.getByRole("group", { name: "Add 3 tasks?" });
    await question.getByText("milk").waitFor();
    await expect.poll(() => question.getByText("tomorrow").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(await horizontalOverflow(page)).toBe(0);
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    await focusArrives(page.locator(field));

    await paste(page, list);
    await question.getByRole("button", { name: "As one task" }).click();
    await expect.poll(() => page.inputValue(field)).toBe("milk tomorrow pay bill call Sara #home");
    await page.fill(field, "");
    await paste(page, list);
    await question.getByRole("button", { name: "Add 3 tasks" }).click();
    await holdNotice(page, "Tasks created");
    for (const title of ["milk", "pay bill", "call Sara"]) await row(page, title).waitFor();
    await expect.poll(() => page.inputValue(field)).toBe("");
    await undo(page, "Tasks created");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(0);
    // One line is pasted as ever.
    await paste(page, "one line\n");
    expect(await question.count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });
});

describe.skipIf(!chromiumPath)("words of time elsewhere", () => {
  it("move a task, or are said to be unread", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "pay rent 2035-12-01");
    await row(page, "pay rent").hover();
    await page.getByRole("button", { name: "Move “pay rent” to another day" }).click();
    const when = page.getByLabel("Or write when");
    await when.fill("someday maybe");
    await when.press("Enter");
    await page.getByText("That could not be read as a time. Nothing was changed.").waitFor();
    expect(await violations(page)).toEqual([]);
    await when.fill("two days later");
    await page.getByText("3 Dec 2035").waitFor();
    await when.press("Enter");
    await row(page, "pay rent").getByText("3 Dec 2035").first().waitFor();

    await row(page, "pay rent").locator("[data-open]").click();
    await page.locator("[data-panel] [aria-haspopup=dialog]").click();
    await when.fill("to 2035-12-24 17:00");
    await when.press("Enter");
    await row(page, "pay rent").getByText("24 Dec 2035 17:00").first().waitFor();
    await page.locator("[data-panel]").getByText("24 Dec 2035 17:00").first().waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("move the selected tasks, each by as much", async () => {
    const { page, context } = await openTasks();
    await add(page, "pay rent 2035-12-01", "call Ali 2035-12-05");
    await page.locator("[data-selects]").click();
    await page.getByRole("button", { name: "All shown" }).click();
    await page.getByLabel("Or write when").fill("by a week");
    await page.getByLabel("Or write when").press("Enter");
    await row(page, "pay rent").getByText("8 Dec 2035").first().waitFor();
    await row(page, "call Ali").getByText("12 Dec 2035").first().waitFor();
    await context.close();
  });

  it("find tasks by their days", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "pay rent 2035-12-01", "call Ali 2035-11-05", "read");
    await page.fill("[data-search]", "in december 2035");
    await page.getByText("By date: 1 Dec 2035 – 31 Dec 2035").waitFor();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await row(page, "pay rent").waitFor();
    await page.fill("[data-search]", "without a date");
    await row(page, "read").waitFor();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();
  });
});
