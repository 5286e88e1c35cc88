import { describe, expect, it } from "vitest";
import { chromiumPath, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { focusArrives } from "#testing/focus";
import { add, holdNotice, row, undo } from "#testing/task-rows";

const { openTasks } = browserApp();

describe.skipIf(!chromiumPath)("keyboard shortcuts and bulk actions", () => {
  it("control the list, except while typing", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "one today", "two tomorrow", "three");
    await page.keyboard.press("Escape");
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest("[data-row]")?.getAttribute("data-row"));
    const press = async (key: string, focuses: string) => {
      await page.keyboard.press(key);
      await expect.poll(focused).toBe(focuses);
    };
    await press("j", "1");
    await press("j", "2");
    await press("j", "3");
    await press("k", "2");
    // Only one row is in the tab order.
    expect(await page.locator("[data-open]:not([tabindex='-1'])").count()).toBe(1);
    await page.keyboard.press("e");
    await focusArrives(page.getByLabel("Title"));
    await page.keyboard.type("two of j k x");
    await page.keyboard.press("Enter");
    await row(page, "two of j k x").waitFor();
    await expect.poll(focused).toBe("2");
    await press("j", "3");
    await page.keyboard.press("x");
    await page.locator("[data-done=true]").waitFor();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard" });
    await help.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    await page.keyboard.press("c");
    const quickAdd = page.locator("[data-quick-add]");
    await focusArrives(quickAdd);
    await page.keyboard.type("/x");
    expect(await quickAdd.inputValue()).toBe("/x");

    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog");
    await palette.getByRole("combobox").fill("one");
    await palette.getByRole("option", { name: /#1/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/tasks?task=1");

    // The palette works on every page: it adds a task, and goes to the quick-add field.
    await page.goto("/profile");
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill("buy milk");
    await palette.getByRole("option", { name: "Add “buy milk”" }).click();
    await page.getByText("Task created", { exact: true }).waitFor();
    await palette.waitFor({ state: "detached" });
    await page.keyboard.press("Control+k");
    await palette.getByRole("option", { name: "Add a task" }).click();
    await page.waitForURL("**/today");
    await focusArrives(quickAdd);
    await page.goto("/tasks");
    await row(page, "buy milk").waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("handle a key pressed during hydration", async () => {
    const { page, noise, context } = await openTasks();
    await page.addInitScript(pressDuringHydration);
    for (const path of ["/tasks", "/profile"]) {
      await page.goto(path);
      await expect.poll(() => page.evaluate("window.pressed")).toBe(true);
      const help = page.getByRole("dialog", { name: "Keyboard" });
      await page.keyboard.press("?");
      await help.waitFor();
      expect(noise).toEqual([]);
    }
    await context.close();
  });

  it("change several tasks at once with undo, and move a task by menu and by dragging", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "one today", "two tomorrow", "three");
    await page.getByRole("button", { name: "Select several" }).click();
    for (const name of ["one", "two"]) {
      await page.getByRole("checkbox", { name: `Select “${name}”` }).check();
    }
    const bar = page.getByRole("region", { name: "Select several" });
    await bar.getByText("2 selected").waitFor();
    expect(await violations(page)).toEqual([]);
    await bar.getByRole("button", { name: "Delete" }).click();
    await holdNotice(page, "Tasks deleted");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await undo(page, "Tasks deleted");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(3);

    await row(page, "three").hover();
    await page.getByRole("button", { name: "Move “three” to another day" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Tomorrow" }).click();
    await row(page, "three").getByText("tomorrow").first().waitFor();

    const grip = page.getByRole("button", { name: "Move “one” to another day" });
    await row(page, "one").hover();
    const from = await grip.boundingBox();
    const to = await row(page, "three").boundingBox();
    if (!from || !to) throw new Error("The rows are not there.");
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, to.y, { steps: 5 });
    await page.mouse.move(from.x + 20, to.y + 20, { steps: 5 });
    await page.mouse.up();
    await row(page, "one").getByText("tomorrow").first().waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });
});

/** Runs in the page before its own scripts: presses a key when React has just added its listener. */
function pressDuringHydration(): void {
  const listen = document.addEventListener;
  document.addEventListener = (type: string, ...rest: [EventListener]) => {
    listen.call(document, type, ...rest);
    if (type !== "keydown") return;
    document.addEventListener = listen;
    queueMicrotask(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
      Object.assign(window, { pressed: true });
    });
  };
}
