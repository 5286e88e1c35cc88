import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { focusArrives } from "#testing/focus";

const { openAnonymous } = browserApp();

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

async function openDesign(options?: Parameters<typeof openAnonymous>[0]) {
  const watched = await openAnonymous(options);
  await watched.page.goto("/design");
  return watched;
}

const sample = (page: Page, language: "en" | "ur") => page.locator(`[data-specimen=${language}]`);
const opener = (page: Page, language: "en" | "ur", what: string) =>
  sample(page, language).locator(`[data-opens=${what}]`);

/** The visible controls that are smaller than 44 px. */
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

describe.skipIf(!chromiumPath)("the design system", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [device, options] of [
      ["desktop", {}],
      ["phone", phone],
    ] as const) {
      it(`is accessible with dialogs, sheets and pickers: ${colorScheme}, ${device}`, async () => {
        const { page, noise, context } = await openDesign({ ...options, colorScheme });
        expect(await violations(page)).toEqual([]);
        expect(await horizontalOverflow(page)).toBe(0);
        for (const what of ["dialog", "confirm", "side", "corner", "palette"]) {
          await opener(page, "ur", what).click();
          await page.locator("dialog[open], [data-panel]").first().waitFor();
          expect(await violations(page), what).toEqual([]);
          await page.keyboard.press("Escape");
          await page.locator("dialog[open], [data-panel]").waitFor({ state: "detached" });
          await focusArrives(opener(page, "ur", what));
        }
        for (const language of ["en", "ur"] as const) {
          await sample(page, language).locator("button[aria-haspopup=dialog]").click();
          await page.getByRole("dialog").getByRole("grid").waitFor();
          expect(await violations(page), language).toEqual([]);
          expect(await horizontalOverflow(page)).toBe(0);
          await page.keyboard.press("Escape");
          await page.getByRole("grid").waitFor({ state: "detached" });
          await focusArrives(sample(page, language).locator("button[aria-haspopup=dialog]"));
        }
        expect(noise).toEqual([]);
        await context.close();
      });
    }
  }

  it("has touch targets of 44 px and works without JavaScript", async () => {
    const { page, noise, context } = await openDesign(phone);
    expect(await tooSmall(page)).toEqual([]);
    await sample(page, "en").locator("button[aria-haspopup=dialog]").click();
    await page.getByRole("grid").waitFor();
    expect(await tooSmall(page)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();

    const plain = await openAnonymous({ ...phone, javaScriptEnabled: false });
    await plain.page.goto("/design");
    expect(await plain.page.locator("input[type=date]").count()).toBe(2);
    expect(await plain.page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    await plain.page.locator("header summary").click();
    await plain.page.getByText("Dark", { exact: true }).last().waitFor();
    await plain.page.mouse.click(180, 60);
    await expect.poll(() => plain.page.locator("header details[open]").count()).toBe(0);
    // React's stream may split a character; the page must not contain its remains.
    for (const query of ["", "?theme=light", "?theme=dark"]) {
      const html = await (await plain.page.request.get(`/design${query}`)).text();
      expect(html).not.toContain("\0");
    }
    expect(plain.noise).toEqual([]);
    await plain.context.close();
  });

  it("shows a focus ring", async () => {
    const { page, context } = await openDesign();
    const first = sample(page, "en").getByRole("button").first();
    // The focus is seen by who uses the keyboard.
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

  it("traps the focus in a sheet and closes only the topmost layer on Escape", async () => {
    const { page, noise, context } = await openDesign(phone);
    await opener(page, "en", "side").click();
    const sheet = page.getByRole("dialog", { name: "A sheet" });
    await sheet.waitFor();
    await expect
      .poll(() => sheet.evaluate((panel) => panel.contains(document.activeElement)))
      .toBe(true);
    // The page behind the sheet is inert.
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
    await focusArrives(opener(page, "en", "side"));

    const menu = sample(page, "en").locator("details");
    await menu.locator("summary").press("ArrowDown");
    const lines = await menu.locator("a, button").allTextContents();
    expect(lines.length).toBeGreaterThan(1);
    const line = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(line).toBe(lines[0]);
    // Arrows wrap around, Home and End jump, letters select by prefix.
    for (const [key, at] of [
      ["ArrowDown", 1],
      ["Home", 0],
      ["ArrowUp", -1],
      ["ArrowDown", 0],
      ["End", -1],
      [lines[0]?.trim()[0]?.toLowerCase() ?? "", 0],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(line, { message: key }).toBe(lines.at(at));
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => menu.getAttribute("open")).toBe(null);
    await focusArrives(menu.locator("summary"));
    expect(noise).toEqual([]);
    await context.close();
  });

  it("focuses Cancel first in a confirmation", async () => {
    const { page, context } = await openDesign();
    await opener(page, "en", "confirm").click();
    const question = page.getByRole("alertdialog", { name: "Empty the trash?" });
    await focusArrives(question.getByRole("button", { name: "Cancel" }));
    await page.keyboard.press("Enter");
    await question.waitFor({ state: "detached" });
    await context.close();
  });

  for (const [language, earlier, day, gone] of [
    ["en", "ArrowLeft", "24 Nov 17:00", "No date"],
    ["ur", "ArrowRight", "24 نومبر 17:00", "کوئی تاریخ نہیں"],
  ] as const) {
    it(`picks and clears a date by keyboard: ${language}`, async () => {
      const { page, noise, context } = await openDesign();
      const field = sample(page, language).locator("button[aria-haspopup=dialog]");
      await field.press("Enter");
      await page.getByRole("grid").waitFor();
      // The selected day has the focus; the arrow to the previous day depends on the direction.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest("td")?.dataset.day))
        .toBe("2026-11-25");
      await page.keyboard.press(earlier);
      await page.keyboard.press("Enter");
      await expect.poll(() => field.textContent()).toContain(day);
      await page.keyboard.press("Escape");
      await page.getByRole("grid").waitFor({ state: "detached" });
      await focusArrives(field);
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
