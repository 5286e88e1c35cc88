import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { focusArrives, hasFocus } from "#testing/focus";
import { createSampleData } from "#testing/sample-person";
import { add, row } from "#testing/task-rows";

const { openTasks } = browserApp();

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** A day from today in the zone of the tests, as an address names it. */
const dayAfter = (days: number): string =>
  Temporal.Now.plainDateISO("Asia/Karachi").add({ days }).toString();

const create = async (page: Page, task: object): Promise<number> => {
  const answer = await page.request.post("/api/v1/tasks", { data: task });
  return ((await answer.json()) as { id: number }).id;
};
const read = async (page: Page, id: number) =>
  (await (await page.request.get(`/api/v1/tasks/${id}`)).json()) as Record<string, unknown>;

/** The rows that can be seen whole, between the header and the bar, without scrolling. */
const seenRows = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const bar = document.querySelector("[data-places-bar]")?.getBoundingClientRect();
    const rows = [...document.querySelectorAll("main [data-row]")];
    return rows.filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= (bar?.top ?? window.innerHeight);
    }).length;
  });

describe.skipIf(!chromiumPath)("the places", () => {
  for (const language of ["en", "ur"] as const) {
    const locale = language === "ur" ? "ur-PK" : "en-GB";

    it(`show four tasks on the first screen of a phone, and are accessible: ${language}`, async () => {
      const { page, context, noise } = await openTasks({ ...PHONE, locale });
      await createSampleData(context, language);
      await page.goto("/today");
      expect(await seenRows(page)).toBeGreaterThanOrEqual(4);
      for (const path of ["/today", "/today?plan=0", "/upcoming", "/calendar", "/tasks"]) {
        await page.goto(path);
        expect(await horizontalOverflow(page), path).toBe(0);
        expect(await violations(page), path).toEqual([]);
      }
      expect(noise).toEqual([]);
      await context.close();
    });
  }

  it("stay within a phone whatever is written, and leave room in a low window", async () => {
    const { page, context, noise } = await openTasks(PHONE);
    const long = "مضبوط".repeat(20) + "Donaudampfschiff".repeat(6);
    const day = dayAfter(0);
    await create(page, { title: long.slice(0, 200), due_at: day, category: "c".repeat(50) });
    await create(page, { title: "late", due_at: dayAfter(-1), category: "گھر".repeat(15) });
    const paths = ["/today", "/today?plan=0", "/today?task=1", "/upcoming", "/tasks"];
    for (const path of [...paths, "/calendar", `/calendar?week=${day}`, "/trash", "/chatbot"]) {
      await page.goto(path);
      expect(await horizontalOverflow(page), path).toBe(0);
    }
    // As at four times the size of a small screen.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto("/chatbot");
    const box = await page.getByRole("log").or(page.locator("main")).first().boundingBox();
    expect(box?.height).toBeGreaterThan(200);
    expect(await horizontalOverflow(page)).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are kept through a day by touch alone", async () => {
    const { page, context, noise } = await openTasks(PHONE);
    const late = await create(page, { title: "late", due_at: dayAfter(-2) });
    const old = await create(page, { title: "old", due_at: dayAfter(-1) });
    const bar = page.locator("[data-places-bar]");
    await bar.getByRole("link", { name: /^Today/ }).tap();
    await page.waitForURL("**/today");

    // What is overdue, one by one.
    await page.getByRole("link", { name: "Plan my day" }).tap();
    const plan = page.getByRole("region", { name: /Plan my day/ });
    await plan.getByText("late").waitFor();
    await plan.getByRole("button", { name: "Tomorrow" }).tap();
    await plan.getByText("old").waitFor();
    await plan.getByRole("button", { name: "Let go" }).tap();
    await plan.getByText("Nothing overdue is left.").waitFor();
    await expect.poll(async () => (await read(page, late)).due_at).toBe(dayAfter(1));
    await expect
      .poll(async () => (await page.request.get(`/api/v1/tasks/${old}`)).status())
      .toBe(404);

    // The line without a day is for today.
    await bar.getByRole("link", { name: "Add" }).tap();
    const line = page.locator("[data-quick-add]");
    await focusArrives(line);
    await line.fill("buy bread");
    await line.press("Enter");
    await row(page, "buy bread").waitFor();
    await expect.poll(async () => (await read(page, 3)).due_at).toBe(dayAfter(0));
    await row(page, "buy bread").getByRole("checkbox").tap();
    await page.getByRole("heading", { name: /Done today/i }).waitFor();

    // The next days: written into one, and moved to another.
    await bar.getByRole("link", { name: "Upcoming" }).tap();
    await page.waitForURL("**/upcoming");
    const day = (at: number) => page.locator(`section[data-day="${dayAfter(at)}"]`);
    await day(1).getByText("late").waitFor();
    await day(2).getByRole("textbox").fill("see the doctor");
    await day(2).getByRole("textbox").press("Enter");
    await day(2).getByText("see the doctor").waitFor();
    await row(page, "see the doctor").getByRole("button").tap();
    await page.getByRole("dialog").getByRole("button", { name: "Tomorrow" }).tap();
    await day(1).getByText("see the doctor").waitFor();

    // An opened task has an address, and Back closes it.
    await row(page, "late").getByRole("link").first().tap();
    await page.waitForURL("**/upcoming?task=1");
    await page.reload();
    await page.getByRole("dialog").waitFor();
    await page.getByRole("link", { name: "Close the task" }).tap();
    await page.waitForURL("**/upcoming");

    // Search finds what is written otherwise.
    await page.getByRole("banner").getByRole("link", { name: "Search" }).tap();
    await page.getByRole("combobox").fill("docotr");
    await page.getByRole("option", { name: /see the doctor/ }).waitFor();
    await page.keyboard.press("Escape");

    await page.goto("/tasks");
    await page.getByRole("button", { name: "Filters" }).tap();
    await page.getByRole("dialog").getByRole("searchbox").fill("late");
    await page.waitForURL("**/tasks?search=late");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are kept through a day by keyboard alone", async () => {
    const { page, context, noise } = await openTasks();
    const { keyboard } = page;
    await page.goto("/today");
    await keyboard.press("c");
    await keyboard.type("first");
    await keyboard.press("Enter");
    await keyboard.type("second");
    await keyboard.press("Enter");
    await expect.poll(() => page.locator("main [data-row]").count()).toBe(2);
    await keyboard.press("Escape");

    // Put off by a day, and taken back by keys.
    await page.locator("[data-row] [data-open]").filter({ hasText: "second" }).focus();
    await keyboard.press("n");
    await row(page, "second").waitFor({ state: "detached" });
    await expect.poll(async () => (await read(page, 2)).due_at).toBe(dayAfter(1));
    // Not the notice of the task that was added: the keys take back what was answered last.
    await page
      .locator(".notices li")
      .filter({ hasText: /updated/ })
      .last()
      .waitFor();
    await keyboard.press("Control+z");
    await row(page, "second").waitFor();
    await expect.poll(async () => (await read(page, 2)).due_at).toBe(dayAfter(0));

    // A week: by the hour and by length.
    await create(page, {
      title: "meeting",
      due_at: `${dayAfter(0)}T12:00:00+05:00`,
      duration_minutes: 60,
    });
    await page.goto(`/calendar?week=${dayAfter(0)}`);
    const meeting = page.getByRole("link", { name: /^meeting/ });
    await meeting.focus();
    await keyboard.press("ArrowDown");
    await expect.poll(async () => (await read(page, 3)).due_at).toBe(`${dayAfter(0)}T07:15:00Z`);
    await keyboard.press("Shift+ArrowDown");
    await expect.poll(async () => (await read(page, 3)).duration_minutes).toBe(75);
    expect(await hasFocus(meeting)).toBe(true);
    await keyboard.press("Enter");
    await page.waitForURL("**/calendar?week=*&task=3");
    await focusArrives(page.locator("#panel-title"));
    await keyboard.press("Escape");
    await page.waitForURL(/week=[\d-]+$/);

    // A month: by the week, which leads to another row.
    await page.goto(`/calendar?month=${dayAfter(0).slice(0, 7)}`);
    await page.getByRole("link", { name: /^meeting/ }).focus();
    await keyboard.press("ArrowUp");
    await expect.poll(async () => (await read(page, 3)).due_at).toBe(`${dayAfter(-7)}T07:15:00Z`);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("move and stretch tasks by hand", async () => {
    const { page, context, noise } = await openTasks();
    await create(page, { title: "whole day", due_at: dayAfter(0) });
    await create(page, {
      title: "meeting",
      due_at: `${dayAfter(0)}T12:00:00+05:00`,
      duration_minutes: 60,
    });
    const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
    };
    const boxOf = async (locator: ReturnType<Page["locator"]>) => {
      await locator.evaluate((element) => element.scrollIntoView({ block: "center" }));
      const box = await locator.boundingBox();
      if (!box) throw new Error("it is not there");
      return box;
    };

    // Between the days.
    await page.goto("/upcoming");
    await row(page, "whole day").hover();
    const grip = await boxOf(row(page, "whole day").locator("[data-move]"));
    const next = await boxOf(page.locator(`section[data-day="${dayAfter(2)}"] h2`));
    await drag({ x: grip.x + 22, y: grip.y + 22 }, { x: next.x + 20, y: next.y + 40 });
    await page
      .locator(`section[data-day="${dayAfter(2)}"]`)
      .getByText("whole day")
      .waitFor();

    // By the hour, and longer.
    await page.goto(`/calendar?week=${dayAfter(0)}`);
    const item = page.locator("[data-column] li", { hasText: "meeting" });
    const before = await boxOf(item);
    const hour = before.height;
    await drag(
      { x: before.x + 20, y: before.y + 10 },
      { x: before.x + 20, y: before.y + 10 + hour },
    );
    await expect.poll(async () => (await read(page, 2)).due_at).toBe(`${dayAfter(0)}T08:00:00Z`);
    expect(page.url()).not.toContain("task=");
    const after = await boxOf(item);
    const edge = { x: after.x + 20, y: after.y + after.height - 3 };
    await drag(edge, { x: edge.x, y: edge.y + hour / 2 });
    await expect.poll(async () => (await read(page, 2)).duration_minutes).toBe(90);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("work without JavaScript, and remember how the side bar is", async () => {
    const { page, context } = await openTasks({ javaScriptEnabled: false });
    await create(page, { title: "late", due_at: dayAfter(-2) });
    const bar = page.getByRole("navigation", { name: "Main" });
    await bar.getByRole("link", { name: /^Today/ }).click();
    await page.getByRole("link", { name: "Plan my day" }).click();
    const plan = page.getByRole("region", { name: /Plan my day/ });
    await plan.getByRole("button", { name: "Tomorrow" }).click();
    await page.waitForURL("**/today?plan=0");
    await bar.getByRole("link", { name: "Upcoming" }).click();
    const tomorrow = page.locator(`section[data-day="${dayAfter(1)}"]`);
    await tomorrow.getByText("late").waitFor();
    await tomorrow.getByRole("textbox").fill("walk");
    await tomorrow.getByRole("textbox").press("Enter");
    await tomorrow.getByText("walk").waitFor();
    await bar.getByRole("link", { name: "Calendar" }).click();
    await page.getByRole("link", { name: "Week" }).click();
    await page.getByRole("link", { name: /^walk/ }).waitFor();
    await bar.getByRole("button", { name: "Fold the side bar" }).click();
    await page.waitForURL("**/calendar?week=*");
    await bar.getByRole("button", { name: "Unfold the side bar" }).waitFor();
    expect(await page.locator("body").getAttribute("data-side")).toBe("folded");
    await context.close();
  });

  it("stack notices as one, each with the task it is about", async () => {
    const { page, context, noise } = await openTasks();
    await page.goto("/today");
    await add(page, "buy milk", "buy bread");
    const notice = page.locator(".notices li").filter({ visible: true });
    await notice.filter({ hasText: "buy bread" }).hover();
    expect(await notice.count()).toBe(1);
    await page.locator("main").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("Control+z");
    await row(page, "buy bread").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await expect
      .poll(async () => (await page.request.get("/api/v1/tasks/1")).status(), { timeout: 15_000 })
      .toBe(404);
    expect(noise).toEqual([]);
    await context.close();
  });
});
