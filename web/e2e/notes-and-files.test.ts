import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { signIn } from "#testing/bad-network-app";
import { chromiumPath, horizontalOverflow, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { add } from "#testing/task-rows";

const { openTasks } = browserApp();

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

const notesOf = async (page: Page): Promise<string> =>
  ((await (await page.request.get("/api/v1/tasks/1")).json()) as { description: string })
    .description;

describe.skipIf(!chromiumPath)("notes, files and filters", () => {
  it("shows notes as Markdown, ticks their boxes, and runs nothing of them", async () => {
    const { page, noise, context } = await openTasks();
    const description = [
      "**Bring** [the form](https://a.example/form) and [no](javascript:alert(1))",
      "<img src=x onerror=alert(1)>",
      "- [ ] passport\n- [x] photographs\n  - [ ] two of them",
    ].join("\n\n");
    await page.request.post("/api/v1/tasks", { data: { title: "passport", description } });
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    const link = panel.getByRole("link", { name: "the form" });
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
    expect(await panel.getByRole("link", { name: "no", exact: true }).count()).toBe(0);
    expect(await panel.locator("img").count()).toBe(0);
    expect(await panel.locator(".notes").innerText()).toContain("<img src=x onerror=alert(1)>");
    expect(await violations(page)).toEqual([]);
    await panel.getByRole("checkbox", { name: "two of them" }).click();
    await panel.getByText("Saved", { exact: true }).waitFor();
    expect(await notesOf(page)).toBe(description.replace("  - [ ] two", "  - [x] two"));

    await panel.getByRole("button", { name: "Edit", exact: true }).click();
    const notes = panel.getByLabel("Notes");
    await notes.fill("- [ ] one thing");
    expect(await violations(page)).toEqual([]);
    await panel.getByRole("button", { name: "Preview", exact: true }).click();
    await panel.getByRole("checkbox", { name: "one thing" }).check();
    await expect.poll(() => notesOf(page)).toBe("- [x] one thing");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("loses nothing typed by a change of language or by a session that has ended", async () => {
    const { page, noise, context } = await openTasks();
    const answer = await page.request.get("/api/v1/auth/me");
    const { user } = (await answer.json()) as { user: { email: string } };
    await add(page, "call the plumber");
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    await panel.getByLabel("Notes").fill("before the language");
    await panel.getByLabel("Add a step").fill("half a st");
    await page.getByRole("banner").getByRole("button", { name: "اردو" }).click();
    await page.locator("html[lang=ur]").waitFor();
    const step = panel.locator("input[name=title]");
    await expect.poll(() => step.inputValue()).toBe("half a st");
    await expect
      .poll(() => panel.locator("[name=description]").inputValue())
      .toBe("before the language");
    await expect.poll(() => notesOf(page)).toBe("before the language");
    await page.getByRole("banner").getByRole("button", { name: "English" }).click();
    await page.locator("html[lang=en]").waitFor();

    await panel.getByRole("button", { name: "Edit", exact: true }).click();
    const notes = panel.getByLabel("Notes");
    await notes.focus();
    await context.clearCookies();
    await notes.fill("after the session");
    await page.waitForURL("**/sign-in**");
    await signIn(page, { email: user.email, password: "correct horse battery" });
    await page.waitForURL("**task=1**");
    await expect
      .poll(() => panel.locator("[name=description]").inputValue())
      .toBe("after the session");
    await expect.poll(() => step.inputValue()).toBe("half a st");
    await expect.poll(() => notesOf(page)).toBe("after the session");
    expect(noise.filter((line) => !/status of 401/.test(line))).toEqual([]);
    await context.close();
  });

  it("puts a file on a task, opens it, takes it off and puts it back", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "renew the passport");
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    await panel.getByRole("button", { name: "Add a file" }).waitFor();
    const file = { name: "نقل ticket.txt", mimeType: "text/plain", buffer: Buffer.from("12:30") };
    await panel.locator("input[type=file]").setInputFiles(file);
    const link = panel.getByRole("link", { name: /نقل ticket\.txt/ });
    await link.waitFor();
    const content = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(await content.text()).toBe("12:30");
    expect(await violations(page)).toEqual([]);
    await panel.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.from([0, 1]) });
    await panel.getByRole("alert").waitFor();
    await panel.getByRole("button", { name: /^Take “نقل ticket\.txt” off/ }).click();
    await panel.getByRole("button", { name: "Put it back" }).click();
    await link.waitFor();
    await page.reload();
    await link.waitFor();
    await panel.getByRole("button", { name: /^Take/ }).click();
    await panel.getByRole("button", { name: "Put it back" }).waitFor();
    await page.reload();
    await panel.getByRole("button", { name: "Add a file" }).waitFor();
    expect(await link.count()).toBe(0);
    // The browser logs the file that was refused.
    expect(noise.filter((line) => !/status of 4(15|22)/.test(line))).toEqual([]);
    await context.close();
  });

  it("shows each of several uploads of one name", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "renew the passport");
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    await panel.getByRole("button", { name: "Add a file" }).waitFor();
    const file = { name: "scan.txt", mimeType: "text/plain", buffer: Buffer.from("one") };
    const held: (() => void)[] = [];
    await page.route("**/attachments", async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    // Two are dropped, one after the other: the second does not wait for the first.
    for (const count of [1, 2]) {
      await panel.locator("input[type=file]").setInputFiles(file);
      await expect.poll(() => held.length).toBe(count);
    }
    const bars = panel.getByRole("progressbar");
    await expect.poll(() => bars.count()).toBe(2);
    held[1]?.();
    await panel.getByRole("link", { name: /scan\.txt/ }).waitFor();
    expect(await bars.count()).toBe(1);
    held[0]?.();
    await expect.poll(() => bars.count()).toBe(0);
    await expect.poll(() => panel.getByRole("link", { name: /scan\.txt/ }).count()).toBe(2);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("keeps a filter under a name, by chips on a phone", async () => {
    const { page, noise, context } = await openTasks(PHONE);
    for (const line of ["pay rent !high #home", "read !low", "call !high"]) await add(page, line);
    await page.goto("/tasks");
    await page.getByRole("button", { name: "Filters" }).tap();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("link", { name: "High" }).tap();
    await page.waitForURL("**/tasks?priority=high");
    expect(await violations(page)).toEqual([]);
    await sheet.getByRole("link", { name: "home" }).tap();
    await page.waitForURL("**/tasks?priority=high&category=home");
    await sheet.getByRole("link", { name: "home" }).tap();
    await page.waitForURL("**/tasks?priority=high");
    await sheet.getByRole("button", { name: "Close" }).tap();
    await page.getByText("Keep as a filter").tap();
    await page.getByLabel("Name of the filter").fill("Urgent");
    await page.getByRole("button", { name: "Keep", exact: true }).tap();
    await page.getByRole("heading", { name: "Urgent" }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.goto("/filters/urgent");
    await page.waitForURL("**/tasks?priority=high");
    await page.goto("/lists");
    const kept = page.getByRole("listitem", { name: "Urgent" });
    await kept.locator("summary").tap();
    await kept.getByLabel("Name").fill("First");
    await kept.getByRole("button", { name: "Save" }).tap();
    const renamed = page.getByRole("listitem", { name: "First" });
    await renamed.waitFor();
    expect(await horizontalOverflow(page)).toBe(0);

    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator("[data-places-bar]").getByRole("link", { name: "First" }).click();
    await page.waitForURL("**/tasks?priority=high");
    const current = page.locator("[data-places-bar] [aria-current=page]");
    await expect.poll(() => current.allInnerTexts()).toEqual(["First"]);
    await page.goto("/lists");
    await renamed.locator("summary").click();
    await renamed.getByRole("button", { name: "Delete" }).click();
    await renamed.waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("shows three days of a week on a phone, and what repeats in the next days", async () => {
    const { page, noise, context } = await openTasks(PHONE);
    const day = (by: number) => Temporal.Now.plainDateISO("Asia/Karachi").add({ days: by });
    const task = { title: "tea", due_at: `${day(0)}`, recurrence: "FREQ=DAILY;INTERVAL=2" };
    await page.request.post("/api/v1/tasks", { data: task });
    await page.goto("/upcoming");
    const again = (by: number) =>
      page.locator(`section[data-day="${day(by)}"]`).getByRole("link", { name: "tea" });
    await again(2).waitFor();
    expect(await again(1).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await again(4).tap();
    await page.waitForURL("**/upcoming?task=1");

    await page.goto("/calendar?week=2026-12-02");
    const shown = () => page.locator("[data-column]:visible").count();
    expect(await shown()).toBe(3);
    const sideways = page.locator(".week");
    expect(await sideways.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await page.getByRole("link", { name: "Later days" }).tap();
    await page.waitForURL("**/calendar?week=2026-12-05");
    expect(await shown()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await shown()).toBe(7);
    expect(noise).toEqual([]);
    await context.close();
  });
});
