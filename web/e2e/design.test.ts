import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, sideways, violations } from "./browser";
import { newcomers } from "./newcomers";

const { visitor } = newcomers();

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

async function openDesign(options?: Parameters<typeof visitor>[0]) {
  const watched = await visitor(options);
  await watched.page.goto("/design");
  // The script answers once the picker has taken the place of the browser's fields.
  await watched.page.locator("[data-specimen=ur] [aria-haspopup=dialog]").waitFor();
  return watched;
}

const sample = (page: Page, language: "en" | "ur") => page.locator(`[data-specimen=${language}]`);
const opener = (page: Page, language: "en" | "ur", what: string) =>
  sample(page, language).locator(`[data-opens=${what}]`);
const hasFocus = (locator: Locator) =>
  locator.evaluate((element) => element === document.activeElement);

/** Which of the controls in sight a finger would miss. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const control of document.querySelectorAll("a[href], button, summary, select, input")) {
      const target = control.closest("label, .has-focus-visible\\:outline-2") ?? control;
      const { width, height } = target.getBoundingClientRect();
      const hidden = !control.checkVisibility() || control.matches(".sr-only, [type=hidden]");
      if (!hidden && (height < 44 || width < 44)) found.push(control.outerHTML.slice(0, 120));
    }
    return found;
  });

// A browser on a busy machine may be late.
describe.skipIf(!chromiumPath)("the design system", { retry: 2 }, () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [room, options] of [
      ["desktop", {}],
      ["phone", phone],
    ] as const) {
      it(`is accessible with everything that floats: ${colorScheme}, ${room}`, async () => {
        const { page, noise, context } = await openDesign({ ...options, colorScheme });
        expect(await violations(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
        for (const what of ["dialog", "confirm", "side", "corner", "palette"]) {
          await opener(page, "ur", what).click();
          await page.locator("dialog[open], [data-panel]").first().waitFor();
          expect(await violations(page), what).toEqual([]);
          await page.keyboard.press("Escape");
          await page.locator("dialog[open], [data-panel]").waitFor({ state: "detached" });
          await expect.poll(() => hasFocus(opener(page, "ur", what))).toBe(true);
        }
        for (const language of ["en", "ur"] as const) {
          await sample(page, language).locator("button[aria-haspopup=dialog]").click();
          await page.getByRole("dialog").getByRole("grid").waitFor();
          expect(await violations(page), language).toEqual([]);
          expect(await sideways(page)).toBe(0);
          await page.keyboard.press("Escape");
          await page.getByRole("grid").waitFor({ state: "detached" });
        }
        expect(noise).toEqual([]);
        await context.close();
      });
    }
  }

  it("can be hit by a finger, and needs no script to be read", async () => {
    const { page, noise, context } = await openDesign(phone);
    expect(await tooSmall(page)).toEqual([]);
    await sample(page, "en").locator("button[aria-haspopup=dialog]").click();
    await page.getByRole("grid").waitFor();
    expect(await tooSmall(page)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();

    const plain = await visitor({ ...phone, javaScriptEnabled: false });
    await plain.page.goto("/design");
    expect(await plain.page.locator("input[type=date]").count()).toBe(2);
    expect(await plain.page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    await plain.page.locator("header summary").click();
    await plain.page.getByText("Dark", { exact: true }).last().waitFor();
    await plain.page.mouse.click(180, 60);
    await expect.poll(() => plain.page.locator("header details[open]").count()).toBe(0);
    // What React's stream leaves out between two letters does not reach the page.
    for (const query of ["", "?theme=light", "?theme=dark"]) {
      const html = await (await plain.page.request.get(`/design${query}`)).text();
      expect(html).not.toContain("\0");
    }
    expect(plain.noise).toEqual([]);
    await plain.context.close();
  });

  it("shows where the focus is", async () => {
    const { page, context } = await openDesign();
    const first = sample(page, "en").getByRole("button").first();
    await page.keyboard.press("Tab");
    await first.focus();
    const outline = await first.evaluate((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return { outlineStyle, outlineWidth, outlineColor };
    });
    expect(outline).toEqual({
      outlineStyle: "solid",
      outlineWidth: "2px",
      outlineColor: "rgb(194, 64, 31)",
    });
    await context.close();
  });

  it("closes the topmost layer with Escape and nothing else", async () => {
    const { page, noise, context } = await openDesign(phone);
    await opener(page, "en", "side").click();
    const sheet = page.getByRole("dialog", { name: "A sheet" });
    await sheet.waitFor();
    // What is behind the sheet is out of reach, by keys too.
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(
        () => document.activeElement?.matches("main *, header *") ?? false,
      );
      const inside = await sheet.evaluate((panel) => panel.contains(document.activeElement));
      expect(outside && !inside).toBe(false);
    }
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });

    const menu = sample(page, "en").locator("details");
    await menu.locator("summary").focus();
    await page.keyboard.press("ArrowDown");
    const lines = await menu.locator("a, button").allTextContents();
    expect(lines.length).toBeGreaterThan(1);
    const line = () => page.evaluate(() => document.activeElement?.textContent);
    // Arrows go round, Home and End to the ends, letters to what begins with them.
    for (const [key, at] of [
      ["ArrowDown", 1],
      ["Home", 0],
      ["ArrowUp", -1],
      ["ArrowDown", 0],
      ["End", -1],
      [lines[0]?.trim()[0]?.toLowerCase() ?? "", 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await line(), key).toBe(lines.at(at));
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => menu.getAttribute("open")).toBe(null);
    expect(await hasFocus(menu.locator("summary"))).toBe(true);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("asks with the way out first", async () => {
    const { page, context } = await openDesign();
    await opener(page, "en", "confirm").click();
    const question = page.getByRole("alertdialog", { name: "Empty the trash?" });
    expect(await hasFocus(question.getByRole("button", { name: "Cancel" }))).toBe(true);
    await page.keyboard.press("Enter");
    await question.waitFor({ state: "detached" });
    await context.close();
  });

  for (const [language, earlier, day, gone] of [
    ["en", "ArrowLeft", "24 Nov 17:00", "No date"],
    ["ur", "ArrowRight", "24 نومبر 17:00", "کوئی تاریخ نہیں"],
  ] as const) {
    it(`picks a day by keys, and clears it: ${language}`, async () => {
      const { page, noise, context } = await openDesign();
      const field = sample(page, language).locator("button[aria-haspopup=dialog]");
      await field.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("grid").waitFor();
      // The chosen day has the focus; a day earlier is on the side where earlier days are.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest("td")?.dataset.day))
        .toBe("2026-11-25");
      await page.keyboard.press(earlier);
      await page.keyboard.press("Enter");
      await expect.poll(() => field.textContent()).toContain(day);
      await page.keyboard.press("Escape");
      await page.getByRole("grid").waitFor({ state: "detached" });
      await expect.poll(() => hasFocus(field)).toBe(true);
      await page.keyboard.press("Enter");
      await page
        .getByRole("dialog")
        .getByRole("button")
        .filter({ hasText: /date|تاریخ/ })
        .click();
      await expect.poll(() => field.textContent()).toContain(gone);
      expect(noise).toEqual([]);
      await context.close();
    });
  }
});
