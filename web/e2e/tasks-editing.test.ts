import type { Page, Request } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumPath, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { pickMoment } from "#testing/date-picker";
import { focusArrives } from "#testing/focus";
import { add, holdNotice, row, undo } from "#testing/task-rows";

const { openTasks, appUrl } = browserApp();

/** What reads the list, and what changes it. */
const REQUESTS = /\/tasks(\.data|\/forms)/;

/** Waits until a page has had no request of a kind for a second. */
function watchRequests(page: Page, kind: RegExp): () => Promise<void> {
  const pending = new Set<Request>();
  let last = Date.now();
  const onChange = (change: (request: Request) => void) => (request: Request) => {
    if (!kind.test(request.url())) return;
    change(request);
    last = Date.now();
  };
  const onEnd = onChange((request) => pending.delete(request));
  page.on("requestfinished", onEnd).on("requestfailed", onEnd);
  page.on(
    "request",
    onChange((request) => pending.add(request)),
  );
  return () => expect.poll(() => pending.size === 0 && Date.now() - last > 1_000).toBe(true);
}

describe.skipIf(!chromiumPath)("editing tasks", () => {
  it("edits every field in the panel, shows the history, and undoes the edit", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "pay rent");
    await page.getByRole("link", { name: "pay rent", exact: true }).click();
    await page.waitForURL("**/tasks?task=1");
    const panel = page.locator("[data-panel]");
    await panel.getByLabel("Title").fill("pay the rent");
    await panel.getByLabel("Notes").fill("to the landlord");
    await pickMoment(page, "Due", "Friday 3 May 2030", "09:00");
    await panel.getByLabel("Priority").selectOption("high");
    await panel.getByLabel("Category").fill("home");
    await panel.getByLabel("Repeats").selectOption("FREQ=MONTHLY");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await holdNotice(page, "Task updated");
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

  it("shows changes of another tab and keeps unsaved input", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "pay rent");
    await page.goto("/tasks?task=1");
    const other = await context.newPage();
    await other.goto("/tasks?task=1");

    const panel = page.locator("[data-panel]");
    await page.fill("[data-quick-add]", "half a thou");
    await panel.getByLabel("Title").fill("pay the rent");
    await other.locator("[data-panel]").getByLabel("Title").fill("rent is due");
    await other.locator("[data-panel]").getByLabel("Category").fill("home");
    await other.locator("[data-panel]").getByRole("button", { name: "Save", exact: true }).click();
    await other.getByText("Task updated", { exact: true }).waitFor();
    await row(page, "rent is due").waitFor();
    // The conflicting field keeps the local value; untouched fields are updated.
    await panel.getByText("was changed elsewhere").waitFor();
    expect(await panel.getByLabel("Title").inputValue()).toBe("pay the rent");
    await expect.poll(() => panel.getByLabel("Category").inputValue()).toBe("home");
    expect(await page.inputValue("[data-quick-add]")).toBe("half a thou");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await row(other, "pay the rent").waitFor();

    // Changes by the API arrive in the same way.
    const created = await page.request.post("/api/v1/tasks", {
      data: { title: "from a program" },
      headers: { origin: appUrl() },
    });
    expect(created.status()).toBe(201);
    await row(page, "from a program").waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("applies the last of several clicks, and completes a task that is being renamed", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "call the plumber");
    await page.goto("/tasks?status=all");
    const tick = page.locator("[data-row] [role=checkbox]");
    await context.route(REQUESTS, async (route) => {
      await new Promise((late) => setTimeout(late, 300));
      await route.continue();
    });
    const saved = async () => (await (await page.request.get("/api/v1/tasks/1")).json()) as object;
    const quiet = watchRequests(page, REQUESTS);
    for (const presses of [2, 3]) {
      for (let press = 0; press < presses; press += 1) await tick.click();
      // Each click is saved and the list is reloaded before the next one.
      await quiet();
      expect(await tick.getAttribute("aria-checked")).toBe(String(presses === 3));
      expect(await saved()).toMatchObject({ completed: presses === 3 });
    }
    await tick.click();
    await expect.poll(saved).toMatchObject({ completed: false });
    // A row that moves to another group is a new one, without the field that renames it.
    await quiet();

    await row(page, "call the plumber").getByRole("link").first().press("e");
    await focusArrives(page.getByLabel("Title"));
    await page.getByLabel("Title").fill("call the electrician");
    await page.getByLabel("Title").press("Enter");
    await tick.click();
    await expect.poll(saved).toMatchObject({ completed: true, title: "call the electrician" });
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("saves the changes of a row in order on a slow connection", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "one");
    await context.route(REQUESTS, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await focusArrives(row(page, "one").locator("[data-open]"));
    for (const title of ["two", "three"]) {
      await page.keyboard.press("e");
      await focusArrives(page.getByLabel("Title"));
      await page.keyboard.type(title);
      await page.keyboard.press("Enter");
      await row(page, title).waitFor();
      await page.keyboard.press("j");
      await focusArrives(row(page, title).locator("[data-open]"));
    }
    await page.keyboard.press("x");
    await page.getByText("Task completed", { exact: true }).waitFor();
    await row(page, "three").locator("[data-done=true]").waitFor();
    const saved = async () => (await (await page.request.get("/api/v1/tasks/1")).json()) as object;
    await expect.poll(saved).toMatchObject({ title: "three", completed: true });
    expect(await page.getByRole("alert").count()).toBe(0);

    // Saves of the panel are also sequential.
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    for (const title of ["four", "five"]) {
      await panel.getByLabel("Title").fill(title);
      await panel.getByLabel("Title").press("Enter");
    }
    await row(page, "five").waitFor();
    await expect.poll(saved).toMatchObject({ title: "five" });
    expect(await panel.getByText("was changed elsewhere").count()).toBe(0);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("adds, edits and filters without JavaScript, and shows both versions of a conflict", async () => {
    const { page, context } = await openTasks({ javaScriptEnabled: false });
    await page.fill("[data-quick-add]", "pay rent tomorrow 9am #home");
    await page.click("[data-add]");
    await page.getByRole("link", { name: "pay rent", exact: true }).click();
    const panel = page.locator("[data-panel]");
    await page.request.patch("/api/v1/tasks/1", {
      data: { title: "rent is due" },
      headers: { origin: appUrl() },
    });
    await panel.getByLabel("Title").fill("pay the rent");
    await panel.getByLabel("Repeats").selectOption("FREQ=MONTHLY");
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await panel.getByText("was changed elsewhere").waitFor();
    await panel.getByText("rent is due").first().waitFor();
    expect(await panel.getByLabel("Title").inputValue()).toBe("pay the rent");
    await panel.getByRole("button", { name: "Take what is saved" }).click();
    await expect.poll(() => panel.getByLabel("Title").inputValue()).toBe("rent is due");
    await panel.getByText("was changed elsewhere").waitFor({ state: "detached" });
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
