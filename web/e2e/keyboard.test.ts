import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import ur from "#app/i18n/ur";
import { chromiumPath } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { focusArrives } from "#testing/focus";
import { row } from "#testing/task-rows";

const { openAnonymous } = browserApp();

const people = {
  en: {
    locale: "en-GB",
    name: "Sana",
    lines: ["pay rent friday 9am", "buy milk today", "water the plants"],
    titles: ["buy milk", "pay rent", "water the plants"],
    ask: "delete water the plants",
  },
  ur: {
    locale: "ur-PK",
    name: "ثنا",
    lines: ["کرایہ دینا جمعہ صبح 9 بجے", "دودھ لانا آج", "پودوں کو پانی دینا"],
    titles: ["دودھ لانا", "کرایہ دینا", "پودوں کو پانی دینا"],
    ask: "پودوں کو پانی دینا حذف کریں",
  },
} as const;

/** The name of the focused element, and what is wrong with its focus indicator. */
const focused = (page: Page): Promise<{ name: string; fault: string }> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { labels } = element as HTMLInputElement;
    const named = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const name = (
      element.getAttribute("aria-label") ??
      (named.length > 0
        ? named.map((id) => document.getElementById(id)?.textContent).join(" ")
        : labels?.[0]?.textContent || element.textContent || "")
    ).trim();
    const hasRing = [element, element.parentElement].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one ?? element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
    const { top, bottom, left, right, width } = element.getBoundingClientRect();
    const visible = width > 0 && bottom > 0 && top < window.innerHeight;
    const corner = "[data-corner], [data-places-bar], body > header";
    const covered =
      !element.closest(corner) &&
      [left + 1, (left + right) / 2, right - 1].every((x) =>
        [top + 1, (top + bottom) / 2, bottom - 1].every((y) =>
          document.elementFromPoint(x, y)?.closest(corner),
        ),
      );
    if (element === document.body) return { name: "", fault: "" };
    const faults = [!hasRing && "no ring", !visible && "out of sight", covered && "covered"];
    return { name, fault: faults.filter(Boolean).join() };
  });

/** Presses Tab until an element of this name has the focus; checks the indicator at every stop. */
async function tabTo(page: Page, wanted: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    await page.keyboard.press(key);
    const { name, fault } = await focused(page);
    expect(fault, name).toBe("");
    if (name.startsWith(wanted)) return;
    passed.push(name);
  }
  throw new Error(`No ${wanted} among ${passed.join(" | ")}`);
}

/** Waits until an element of this name has a visible focus. */
const hasFocus = (page: Page, name: string) =>
  expect
    .poll(() => focused(page))
    .toEqual({ name: expect.stringContaining(name) as string, fault: "" });

describe.skipIf(!chromiumPath)("keyboard-only use", () => {
  for (const language of ["en", "ur"] as const) {
    it(`signs up, manages tasks, chats and signs out: ${language}`, async () => {
      const { locale, name, lines, titles, ask } = people[language];
      const { t } = createI18n(language, "western", language === "en" ? en : ur);
      const { page, noise, context } = await openAnonymous({ locale });
      const { keyboard } = page;
      const enter = (text: string) => keyboard.type(text).then(() => keyboard.press("Enter"));

      await page.goto("/sign-up");
      await tabTo(page, t("accounts.name"));
      await keyboard.type(name);
      await tabTo(page, t("accounts.email"));
      await keyboard.type(`keys-${language}-${Date.now()}@example.com`);
      await tabTo(page, t("accounts.password"));
      await enter("correct horse battery");
      await page.waitForURL("**/today");
      await tabTo(page, t("nav.all"));
      await keyboard.press("Enter");
      await page.waitForURL("**/tasks");
      await page.locator("[data-quick-add]").waitFor();

      // Quick-add and filters.
      await keyboard.press("c");
      await hasFocus(page, t("tasks.add.label"));
      for (const [index, line] of lines.entries()) {
        await enter(line);
        await expect.poll(() => page.locator("[data-row]").count()).toBe(index + 1);
      }
      await row(page, titles[1]).getByText("09:00").first().waitFor();
      await tabTo(page, t("list.filter.search"));
      await keyboard.type(titles[2]);
      await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
      await tabTo(page, t("list.filter.clear"));
      await keyboard.press("Enter");
      await expect.poll(() => page.locator("[data-row]").count()).toBe(3);
      await hasFocus(page, t("list.filter.search"));
      await tabTo(page, t("tasks.add.priority"));
      await keyboard.press("ArrowDown");
      await page.waitForURL("**/tasks?priority=low");
      await hasFocus(page, t("tasks.add.priority"));
      await keyboard.press("Home");
      await expect.poll(() => page.locator("[data-row]").count()).toBe(3);
      await keyboard.press("Escape");

      // Bulk actions: an arrow key in a select does not submit it.
      await keyboard.press("j");
      await hasFocus(page, titles[0]);
      await keyboard.press("v");
      await page.getByText(t("list.bulk.count", { count: 1 })).waitFor();
      await keyboard.press("j");
      await hasFocus(page, titles[1]);
      await keyboard.press("v");
      await page.getByText(t("list.bulk.count", { count: 2 })).waitFor();
      await tabTo(page, t("list.field.priority"), "Shift+Tab");
      await keyboard.press("ArrowDown");
      await page.locator("select:open").waitFor();
      await keyboard.press("Escape");
      await page.locator("select:open").waitFor({ state: "detached" });
      await tabTo(page, t("list.field.category"));
      await enter("home");
      await page.getByText(t("notices.tasksUpdated"), { exact: true }).waitFor();
      await hasFocus(page, t("list.bulk.title"));

      // A row: rename, change the date, delete and undo.
      const renamed = `${titles[1]} +`;
      await keyboard.press("j");
      await hasFocus(page, titles[1]);
      await keyboard.press("e");
      await focusArrives(page.locator("[data-row]").getByLabel(t("list.field.title")));
      await enter(renamed);
      await row(page, renamed).waitFor();
      await hasFocus(page, renamed);
      await keyboard.press("Enter");
      await page.waitForURL("**/tasks?task=*");
      await hasFocus(page, t("list.panel.title"));
      await tabTo(page, t("list.field.date"));
      await keyboard.press("Enter");
      const picker = page.getByRole("dialog", { name: t("list.field.date") });
      await picker.waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest("td") !== null))
        .toBe(true);
      await keyboard.press("ArrowDown");
      await keyboard.press("Enter");
      await keyboard.press("Escape");
      await picker.waitFor({ state: "detached" });
      await hasFocus(page, t("list.field.date"));
      await tabTo(page, t("list.panel.save"));
      await keyboard.press("Enter");
      await page.getByText(t("notices.taskUpdated"), { exact: true }).waitFor();
      await keyboard.press("Escape");
      await page.waitForURL("**/tasks");
      await hasFocus(page, renamed);
      await tabTo(page, t("tasks.delete", { title: renamed }));
      await keyboard.press("Enter");
      await expect.poll(() => page.locator("[data-row]").count()).toBe(2);
      await focusArrives(page.locator("[data-open]:focus"));
      await page.getByText(t("notices.taskDeleted"), { exact: true }).waitFor();
      await keyboard.press("F8");
      await tabTo(page, t("notices.undo"));
      await keyboard.press("Enter");
      await row(page, renamed).waitFor();

      // The chat and an approval.
      await tabTo(page, t("chat.widget.open"));
      await keyboard.press("Enter");
      await hasFocus(page, t("chat.message"));
      await enter(ask);
      await page.getByRole("button", { name: t("chat.approval.approveDelete") }).waitFor();
      await tabTo(page, t("chat.approval.approveDelete"), "Shift+Tab");
      await keyboard.press("Enter");
      await expect.poll(() => page.locator("[data-row]").count()).toBe(2);
      await hasFocus(page, t("chat.message"));
      await keyboard.press("Escape");
      await hasFocus(page, t("chat.widget.open"));

      // The menu: arrows, Home and End, letters.
      await tabTo(page, t("nav.menu"));
      await keyboard.press("ArrowDown");
      await hasFocus(page, t("nav.all"));
      await keyboard.press("End");
      await hasFocus(page, t("nav.signOut"));
      await keyboard.press("Escape");
      await hasFocus(page, t("nav.menu"));
      await keyboard.press("ArrowUp");
      // Playwright has no keys for Urdu letters.
      if (language === "en") await keyboard.type(t("nav.profile").slice(0, 1));
      else {
        await keyboard.press("Home");
        await hasFocus(page, t("nav.all"));
        await keyboard.press("ArrowDown");
      }
      await hasFocus(page, t("nav.profile"));
      await keyboard.press("Enter");
      await page.waitForURL("**/profile");
      await hasFocus(page, t("nav.menu"));
      await keyboard.press("ArrowUp");
      await keyboard.press("Enter");
      await page.getByText(t("notices.loggedOut"), { exact: true }).waitFor();
      expect(noise).toEqual([]);
      await context.close();
    });
  }
});
