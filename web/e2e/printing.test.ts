import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { createSampleData } from "#testing/sample-person";

const { openTasks } = browserApp();

/** What is on the paper of a page that is printed; run in the page. */
function readPaper() {
  const shown = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
  const value = (one: Element) => (one as HTMLTextAreaElement).value || one.textContent;
  const buttons = shown("nav, button:not([role=checkbox], [aria-haspopup=dialog])");
  const fields = shown("[data-quick-add], input:not([type=checkbox]), select, textarea");
  const [ink = 0] = getComputedStyle(document.body).color.match(/\d+/g)?.map(Number) ?? [];
  return {
    pressable: [...buttons, ...fields.filter((field) => !value(field))].map(({ outerHTML }) =>
      outerHTML.slice(0, 120),
    ),
    isDark: ink > 128,
    isTitled: shown("h1, [data-panel] textarea[name=title]").some(value),
    rows: shown("[data-row]").length,
    panels: shown("[data-panel]").length,
  };
}

describe.skipIf(!chromiumPath)("printed pages", () => {
  it.each(["en-GB", "ur-PK"])("show what is to do, from either theme: %s", async (locale) => {
    const { page, context, noise } = await openTasks({ locale, colorScheme: "dark" });
    await createSampleData(context, locale === "en-GB" ? "en" : "ur");
    for (const path of ["/today", "/upcoming", "/lists/home", "/tasks", "/tasks?task=8"]) {
      await page.goto(path);
      await page.locator("[data-row]").first().waitFor();
      const opened = path.includes("task=");
      // What is loaded with the panel has its script once its boxes can be ticked.
      if (opened) await page.locator("[data-panel] .notes-box:enabled").first().waitFor();
      await page.emulateMedia({ media: "print" });
      const paper = await page.evaluate(readPaper);
      expect(paper, path).toEqual({
        ...{ pressable: [], isDark: false, isTitled: true },
        ...{ rows: opened ? 0 : expect.any(Number), panels: opened ? 1 : 0 },
      });
      if (!opened) expect(paper.rows, path).toBeGreaterThan(0);
      // Upright A4, within its margins.
      await page.setViewportSize({ width: 688, height: 1000 });
      expect(await horizontalOverflow(page), path).toBe(0);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ media: null });
    }
    expect(noise).toEqual([]);
    await context.close();
  });
});
