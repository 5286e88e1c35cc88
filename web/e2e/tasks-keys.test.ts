import { describe, expect, it } from "vitest";
import { chromiumPath, violations } from "./browser";
import { newcomers } from "./newcomers";
import { add, row, undo } from "./task-rows";

const { someone } = newcomers();

// A browser on a busy machine may be late; each test begins anew with a person of its own.
describe.skipIf(!chromiumPath)("working the list", { retry: 2 }, () => {
  it("is worked by keys, which are off while one writes", async () => {
    const { page, noise, context } = await someone();
    await add(page, "one today", "two tomorrow", "three");
    await page.keyboard.press("Escape");
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest("[data-row]")?.getAttribute("data-row"));
    await page.keyboard.press("j");
    expect(await focused()).toBe("1");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await focused()).toBe("2");
    // One row is in the order of Tab.
    expect(await page.locator("[data-open]:not([tabindex='-1'])").count()).toBe(1);
    await page.keyboard.press("e");
    await page.keyboard.type("two of j k x");
    await page.keyboard.press("Enter");
    await row(page, "two of j k x").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.locator("[data-done=true]").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("c");
    await page.keyboard.type("/x");
    expect(await page.inputValue("[data-quick-add]")).toBe("/x");

    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog");
    await palette.getByRole("combobox").fill("one");
    await palette.getByRole("option", { name: /#1/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/tasks?task=1");

    // The palette is there on every page; what it adds is said, and it goes where one writes.
    await page.goto("/profile");
    await page.getByRole("button", { name: "Save", exact: true }).waitFor();
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill("buy milk");
    await palette.getByRole("option", { name: "Add “buy milk”" }).click();
    await page.getByText("Task created", { exact: true }).waitFor();
    await page.keyboard.press("Control+k");
    await palette.getByRole("option", { name: "Add a task" }).click();
    await page.waitForURL("**/tasks");
    await row(page, "buy milk").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-quick-add")))
      .toBe(true);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("bears a key at the very moment when it comes alive", async () => {
    const { page, noise, context } = await someone();
    await page.addInitScript(pressAsItComesAlive);
    for (const path of ["/tasks", "/profile"]) {
      await page.goto(path);
      await expect.poll(() => page.evaluate("window.pressed")).toBe(true);
      const help = page.getByRole("dialog", { name: "Keyboard" });
      await expect
        .poll(async () => {
          await page.keyboard.press("?");
          return help.isVisible();
        })
        .toBe(true);
      expect(noise).toEqual([]);
    }
    await context.close();
  });

  it("changes several at once, moves one by menu and by dragging, each with its undo", async () => {
    const { page, noise, context } = await someone();
    await add(page, "one today", "two tomorrow", "three");
    await page.getByRole("button", { name: "Select several" }).click();
    for (const name of ["one", "two"]) {
      await page.getByRole("checkbox", { name: `Select “${name}”` }).check();
    }
    const bar = page.getByRole("region", { name: "Select several" });
    await bar.getByText("2 selected").waitFor();
    expect(await violations(page)).toEqual([]);
    await bar.getByRole("button", { name: "Delete" }).click();
    await page.getByText("Tasks deleted", { exact: true }).waitFor();
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

/** Runs in the page, before it: presses a key when React has begun to listen and to do nothing else. */
function pressAsItComesAlive(): void {
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
