import { describe, expect, it } from "vitest";
import { chromiumPath, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { add, row } from "#testing/task-rows";

const { openTasks } = browserApp();

describe.skipIf(!chromiumPath)("steps, lists and what is typed", () => {
  it("writes, pastes, moves and ticks steps, and offers the task behind the last one", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "car service");
    await page.getByRole("link", { name: "car service", exact: true }).click();
    const panel = page.locator("[data-panel]");
    const field = panel.getByLabel("Add a step");
    await field.fill("pay");
    await field.press("Enter");
    await panel.locator("[data-step]").first().waitFor();
    await field.focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text", "call\nbook\n");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    const titles = () => panel.locator("[data-step] a").allInnerTexts();
    await expect.poll(titles).toEqual(["pay", "call", "book"]);
    expect(await violations(page)).toEqual([]);
    // Ticking before the numbers are there would be another test.
    await row(page, "car service").getByTitle("0 of 3 steps done").waitFor();
    const grip = panel.getByRole("button", { name: "Move “pay”" });
    await grip.press("ArrowDown");
    await expect.poll(titles).toEqual(["call", "pay", "book"]);
    await grip.press("ArrowDown");
    await expect.poll(titles).toEqual(["call", "book", "pay"]);
    for (const title of ["call", "book", "pay"])
      await panel.getByRole("checkbox", { name: `Complete “${title}”` }).click();
    await page.getByRole("button", { name: "Complete the task", exact: true }).click();
    await row(page, "car service").locator("[data-done=true]").first().waitFor();

    await page.reload();
    await row(page, "car service").locator("[data-steps] summary").click();
    expect(await row(page, "car service").locator("ol [role=checkbox]").count()).toBe(3);
    expect(await page.locator("[data-row]").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("keeps what is typed in the panel however it is left", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "call the plumber");
    await add(page, "buy milk");
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    const notes = panel.getByLabel("Notes");
    /** What is written is shown; it is written on by a press. */
    const write = () => panel.getByRole("button", { name: "Edit", exact: true }).click();
    const saved = async () =>
      ((await (await page.request.get("/api/v1/tasks/1")).json()) as { description: string })
        .description;

    await notes.fill("typed, then a pause");
    await panel.getByText("Saved", { exact: true }).waitFor();
    expect(await saved()).toBe("typed, then a pause");
    await notes.fill("left by closing it");
    await panel.getByRole("link", { name: "Close the task" }).click();
    await expect.poll(saved).toBe("left by closing it");
    await page.getByRole("link", { name: "call the plumber", exact: true }).click();
    await write();
    await notes.fill("left for another task");
    await page.getByRole("link", { name: "buy milk", exact: true }).click();
    await expect.poll(saved).toBe("left for another task");
    await page.goBack();
    await write();
    await notes.fill("lost in a crash");
    await panel.getByLabel("Add a step").fill("half a st");
    await page.goto("about:blank");
    await page.goto("/tasks?task=1");
    const draft = () => panel.locator("[name=description]").inputValue();
    await expect.poll(draft).toBe("lost in a crash");
    await expect.poll(() => panel.getByLabel("Add a step").inputValue()).toBe("half a st");
    await expect.poll(saved).toBe("lost in a crash");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("adds to a list, orders it, renames it and finds its tasks there", async () => {
    const { page, noise, context } = await openTasks();
    await page.goto("/lists");
    await page.getByLabel("New list").fill("home");
    await page.getByRole("button", { name: "Make it" }).first().click();
    await page.locator("main").getByRole("link", { name: /^home/ }).click();
    await page.waitForURL("**/lists/home");
    for (const line of ["wash the car", "water the plants @garden", "report #work"]) {
      await page.fill("[data-quick-add]", line);
      await page.click("[data-add]");
    }
    const titles = () => page.locator("[data-row] [data-open]").allInnerTexts();
    await expect.poll(titles).toEqual(["wash the car", "water the plants"]);
    await page
      .getByRole("button", { name: "Move “water the plants” in the list" })
      .press("ArrowUp");
    await expect.poll(titles).toEqual(["water the plants", "wash the car"]);
    await page.reload();
    await expect.poll(titles).toEqual(["water the plants", "wash the car"]);
    expect(await violations(page)).toEqual([]);
    await page.goto("/labels/garden");
    await expect.poll(titles).toEqual(["water the plants"]);

    await page.goto("/lists");
    const home = page.getByRole("listitem", { name: "home" });
    await home.locator("summary").click();
    await home.getByLabel("Name").fill("house");
    await home.getByLabel("Colour").selectOption("teal");
    await home.getByRole("button", { name: "Save" }).click();
    await page
      .locator("main")
      .getByRole("link", { name: /^house/ })
      .click();
    await expect.poll(titles).toEqual(["water the plants", "wash the car"]);
    expect(noise).toEqual([]);
    await context.close();
  });
});
