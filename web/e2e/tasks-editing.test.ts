import { describe, expect, it } from "vitest";
import { chromiumPath, violations } from "./browser";
import { newcomers } from "./newcomers";
import { add, row, undo } from "./task-rows";

const { someone, at } = newcomers();

// A browser on a busy machine may be late; each test begins anew with a person of its own.
describe.skipIf(!chromiumPath)("editing tasks", { retry: 2 }, () => {
  it("edits every field beside the list, keeps its history, and takes it back", async () => {
    const { page, noise, context } = await someone();
    await add(page, "pay rent");
    await page.getByRole("link", { name: "pay rent", exact: true }).click();
    await page.waitForURL("**/tasks?task=1");
    const panel = page.locator("[data-panel]");
    await panel.getByLabel("Title").fill("pay the rent");
    await panel.getByLabel("Notes").fill("to the landlord");
    await panel.getByRole("button", { name: "Due" }).click();
    const picker = page.getByRole("dialog", { name: "Due" });
    await picker.getByLabel("Year").selectOption("2030");
    await picker.getByLabel("Month", { exact: true }).selectOption({ label: "May" });
    await picker.getByRole("button", { name: "Friday 3 May 2030" }).click();
    await picker.getByLabel("Time").fill("09:00");
    await page.keyboard.press("Enter");
    await panel.getByLabel("Priority").selectOption("high");
    await panel.getByLabel("Category").fill("home");
    await panel.getByLabel("Repeats").selectOption("FREQ=MONTHLY");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Task updated", { exact: true }).waitFor();
    await row(page, "pay the rent").getByText("3 May 2030 09:00").first().waitFor();
    await panel.getByText("Edited").waitFor();
    expect(await violations(page)).toEqual([]);
    await undo(page, "Task updated");
    await row(page, "pay rent").waitFor();
    await panel.getByRole("button", { name: "Due No date" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("shows another tab's change within a second and loses nothing that is being written", async () => {
    const { page, noise, context } = await someone();
    await add(page, "pay rent");
    await page.goto("/tasks?task=1");
    const other = await context.newPage();
    await other.goto("/tasks?task=1");
    await other.waitForLoadState("networkidle").catch(() => {});

    const panel = page.locator("[data-panel]");
    await page.fill("[data-quick-add]", "half a thou");
    await panel.getByLabel("Title").fill("pay the rent");
    await other.locator("[data-panel]").getByLabel("Title").fill("rent is due");
    await other.locator("[data-panel]").getByLabel("Category").fill("home");
    await other.locator("[data-panel]").getByRole("button", { name: "Save", exact: true }).click();
    await other.getByText("Task updated", { exact: true }).waitFor();
    await row(page, "rent is due").waitFor({ timeout: 1_000 });
    // Both values are there; what nobody else wrote has followed.
    await panel.getByText("was changed elsewhere").waitFor();
    expect(await panel.getByLabel("Title").inputValue()).toBe("pay the rent");
    expect(await panel.getByLabel("Category").inputValue()).toBe("home");
    expect(await page.inputValue("[data-quick-add]")).toBe("half a thou");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await row(other, "pay the rent").waitFor({ timeout: 2_000 });

    // A program's change comes the same way.
    const created = await page.request.post("/api/v1/tasks", {
      data: { title: "from a program" },
      headers: { origin: at() },
    });
    expect(created.status()).toBe(201);
    await row(page, "from a program").waitFor({ timeout: 1_000 });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("ends as it was pressed last, and completes what is still being renamed", async () => {
    const { page, noise, context } = await someone();
    await add(page, "call the plumber");
    await page.goto("/tasks?status=all");
    const tick = page.locator("[data-row] [role=checkbox]");
    await context.route("**/tasks.data*", async (route) => {
      await new Promise((late) => setTimeout(late, 300));
      await route.continue();
    });
    const saved = async () => (await (await page.request.get("/api/v1/tasks/1")).json()) as object;
    for (const presses of [2, 3]) {
      for (let press = 0; press < presses; press += 1) await tick.click();
      // Each is saved and the list is read again before the next one goes.
      await page.waitForTimeout(2_500);
      expect(await tick.getAttribute("aria-checked")).toBe(String(presses === 3));
      expect(await saved()).toMatchObject({ completed: presses === 3 });
    }
    await tick.click();
    await expect.poll(saved).toMatchObject({ completed: false });

    await row(page, "call the plumber").getByRole("link").first().focus();
    await page.keyboard.press("e");
    await page.keyboard.type("call the electrician");
    await page.keyboard.press("Enter");
    await tick.click();
    await expect.poll(saved).toMatchObject({ completed: true, title: "call the electrician" });
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("puts back what could not be saved, says so, and tries again", async () => {
    const { page, context } = await someone();
    await add(page, "call the plumber");
    await context.route("**/tasks.data*", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.getByRole("checkbox", { name: /call the plumber/ }).click();
    const line = row(page, "call the plumber");
    await line.getByRole("alert").waitFor();
    expect(await line.locator("[data-done=true]").count()).toBe(0);
    await context.unroute("**/tasks.data*");
    await line.getByRole("button", { name: "Try again" }).click();
    await row(page, "call the plumber").locator("[data-done=true]").waitFor();
    await undo(page, "Task completed");
    await expect.poll(() => page.locator("[data-done=true]").count()).toBe(0);

    await context.route("**/tasks.data*", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.fill("[data-quick-add]", "buy milk");
    await page.keyboard.press("Enter");
    await page.locator("#add-problem").waitFor();
    expect(await page.inputValue("[data-quick-add]")).toBe("buy milk");
    await context.close();
  });

  it("makes the changes of a row in the order they were made, however slow the way is", async () => {
    const { page, noise, context } = await someone();
    await add(page, "one");
    await context.route("**/tasks.data*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    for (const title of ["two", "three"]) {
      await page.keyboard.press("e");
      await page.getByLabel("Title").waitFor();
      await page.keyboard.type(title);
      await page.keyboard.press("Enter");
      await row(page, title).waitFor();
      await page.keyboard.press("j");
    }
    await page.keyboard.press("x");
    await page.getByText("Task completed", { exact: true }).waitFor();
    await row(page, "three").locator("[data-done=true]").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);

    // The panel's saves wait for one another as well.
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    for (const title of ["four", "five"]) {
      await panel.getByLabel("Title").fill(title);
      await panel.getByLabel("Title").press("Enter");
    }
    await row(page, "five").waitFor();
    await expect
      .poll(async () => (await (await page.request.get("/api/v1/tasks/1")).json()).title)
      .toBe("five");
    expect(await panel.getByText("was changed elsewhere").count()).toBe(0);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("adds, edits and filters without JavaScript, and shows both sides of a conflict", async () => {
    const { page, context } = await someone({ javaScriptEnabled: false });
    await page.fill("[data-quick-add]", "pay rent tomorrow 9am #home");
    await page.click("[data-add]");
    await page.getByRole("link", { name: "pay rent", exact: true }).click();
    const panel = page.locator("[data-panel]");
    await page.request.patch("/api/v1/tasks/1", {
      data: { title: "rent is due" },
      headers: { origin: at() },
    });
    await panel.getByLabel("Title").fill("pay the rent");
    await panel.getByLabel("Repeats").selectOption("FREQ=MONTHLY");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await panel.getByText("was changed elsewhere").waitFor();
    await panel.getByText("rent is due").first().waitFor();
    expect(await panel.getByLabel("Title").inputValue()).toBe("pay the rent");
    await panel.getByRole("button", { name: "Take what is saved" }).click();
    await expect.poll(() => panel.getByLabel("Title").inputValue()).toBe("rent is due");
    expect(await panel.getByText("was changed elsewhere").count()).toBe(0);
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Task updated", { exact: true }).waitFor();
    await row(page, "rent is due").getByText("Repeats").waitFor();
    await panel.getByRole("link", { name: "Close the task" }).click();
    await page.waitForURL("**/tasks");
    await page.fill("[data-search]", "plumber");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByText("Nothing here fits.").waitFor();
    await context.close();
  });
});
