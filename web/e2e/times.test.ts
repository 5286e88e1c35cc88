import { describe, expect, it } from "vitest";
import { chromiumPath, violations } from "#testing/browser";
import { browserApp } from "#testing/browser-app";
import { add, holdNotice, row, undo } from "#testing/task-rows";

const { openTasks, appUrl } = browserApp();

describe.skipIf(!chromiumPath)("dates and times", () => {
  it("skips a task that repeats, with undo", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "water plants tomorrow every week");
    await page.keyboard.press("Escape");
    await row(page, "water plants").locator("[data-open]").click();
    const skip = page.getByRole("button", { name: "Skip “water plants” this time" });
    await skip.click();
    await holdNotice(page, "Skipped this time");
    await page.getByText("Skipped", { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await undo(page, "Skipped this time");
    await row(page, "water plants").getByText("tomorrow").first().waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are shown as the person has chosen, in both languages", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "call Sana tomorrow 17:30");
    await page.goto("/profile");
    await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
    await page.getByLabel("Weeks begin on").selectOption({ label: "Saturday" });
    await page.getByLabel("Hours").selectOption({ label: "5:00 pm" });
    await page.getByLabel("Evening").selectOption("19:30");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Save dates and times" }).click();
    await page.getByText("Profile saved", { exact: true }).waitFor();
    await expect.poll(() => page.getByLabel("Time zone").inputValue()).toBe("Asia/Tokyo");
    await expect.poll(() => page.getByLabel("Evening").inputValue()).toBe("19:30");
    await page.goto("/tasks");
    await row(page, "call Sana")
      .getByText(/\d:30 [ap]m/)
      .first()
      .waitFor();
    // The zone of the browser does not take its place again.
    await page.reload();
    await page.goto("/profile");
    expect(await page.getByLabel("Time zone").inputValue()).toBe("Asia/Tokyo");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("of a repetition keep their hour when clocks change, and where a person moves", async () => {
    const { page, noise, context } = await openTasks();
    const live = async (zone: string): Promise<void> => {
      await page.goto("/profile");
      await page.getByLabel("Time zone").selectOption(zone);
      await page.getByRole("button", { name: "Save dates and times" }).click();
      await page.getByText("Profile saved", { exact: true }).waitFor();
      await page.goto("/tasks");
    };
    await live("Europe/London");
    // The day before clocks change in London.
    const today = Temporal.Now.zonedDateTimeISO("Europe/London").startOfDay();
    const change = today.add({ days: 1 }).getTimeZoneTransition("next");
    if (!change) throw new Error("London has no daylight saving time any more");
    const eve = change.toPlainDate().subtract({ days: 1 });
    const complete = () => page.getByRole("checkbox", { name: "Complete “stretch”" }).click();
    /** Waits for the day, from the eve on, and the hour that the row of the open task shows. */
    const shows = (days: number, hour: string): Promise<void> =>
      row(page, "stretch")
        .getByText(new RegExp(`\\b${eve.add({ days }).day}\\b.*${hour}`))
        .first()
        .waitFor();
    await add(page, `stretch every day at 9am from ${eve}`);
    await shows(0, "09:00");
    await complete();
    await shows(1, "09:00");
    // Completed elsewhere, it is still at nine in London.
    await live("Asia/Karachi");
    const there = eve
      .add({ days: 2 })
      .toZonedDateTime({ timeZone: "Europe/London", plainTime: "09:00" });
    const hour = there.withTimeZone("Asia/Karachi").toPlainTime().toString().slice(0, 5);
    await shows(1, hour);
    await complete();
    await shows(2, hour);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("of a repetition have a zone to choose, and days to take back", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "take drops every day at 9am except december 25");
    await page.keyboard.press("Escape");
    await row(page, "take drops").locator("[data-open]").click();
    const panel = page.locator("[data-panel]");
    const back = panel.getByRole("button", { name: /^Take .* back$/ });
    await expect.poll(() => back.count()).toBe(1);
    const zone = panel.getByLabel("Time zone");
    await expect.poll(() => zone.locator("option").count()).toBeGreaterThan(100);
    await zone.selectOption("Asia/Tokyo");
    await back.click();
    await expect.poll(() => back.count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await panel.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Task updated", { exact: true }).waitFor();
    await page.reload();
    await expect.poll(() => zone.inputValue()).toBe("Asia/Tokyo");
    expect(await back.count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are written as one says them, or chosen from a list", async () => {
    const { page, noise, context } = await openTasks();
    await add(page, "call Sana");
    await page.goto("/tasks?task=1");
    const panel = page.locator("[data-panel]");
    const button = panel.getByRole("button", { name: /^Due/ });
    const saved = async () => {
      const response = await page.request.get("/api/v1/tasks/1");
      return String((await response.json()).due_at).slice(11, 16);
    };
    await button.click();
    const picker = page.getByRole("dialog", { name: "Due" });
    const field = picker.getByRole("combobox", { name: "Time" });
    const options = picker.locator("[role=option]");
    await field.click();
    await expect.poll(() => options.count()).toBe(48);
    expect(await violations(page)).toEqual([]);
    await field.pressSequentially("shaam 5");
    await expect.poll(() => options.first().textContent()).toBe("17:00");
    // Escape closes the list alone.
    await page.keyboard.press("Escape");
    await expect.poll(() => options.count()).toBe(0);
    expect(await field.inputValue()).toBe("shaam 5");
    await field.press("ArrowDown");
    await field.press("ArrowDown");
    expect(await picker.locator("[role=option][aria-selected=true]").textContent()).toBe("17:15");
    expect(await violations(page)).toEqual([]);
    await field.press("Enter");
    await picker.waitFor({ state: "detached" });
    await button.filter({ hasText: "17:15" }).waitFor();
    // It is a task of today or tomorrow: a time needs a day, and has got the next one.
    await expect.poll(saved).toBe("12:15");

    // What cannot be read is said to be none, and stays: here, in the panel and after a reload.
    await button.click();
    await field.fill("5 penguins");
    await field.press("Enter");
    await picker.getByRole("alert").waitFor();
    expect(await field.inputValue()).toBe("5 penguins");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await picker.waitFor({ state: "detached" });
    await panel.getByText("could not be read as a time").waitFor();
    await panel.getByText("5 penguins").waitFor();
    await page.reload();
    await panel.getByText("5 penguins").waitFor();
    expect(await saved()).toBe("12:15");
    await button.click();
    expect(await field.inputValue()).toBe("5 penguins");
    await field.fill("friday half past nine am");
    await picker.getByRole("button", { name: "Done" }).click();
    await panel.getByText("could not be read as a time").waitFor({ state: "detached" });
    await expect.poll(saved).toBe("04:30");
    // Written, and closed in the same breath.
    await button.click();
    await field.fill("6pm");
    await page.mouse.click(5, 5);
    await picker.waitFor({ state: "detached" });
    await button.filter({ hasText: "18:00" }).waitFor();
    await expect.poll(saved).toBe("13:00");
    expect(noise).toEqual([]);
    await context.close();
  });

  it("are chosen on a phone, in Urdu and by twelve hours", async () => {
    const { page, noise, context } = await openTasks({
      ...{ locale: "ur-PK", hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } },
    });
    await page.goto("/profile");
    await page.locator("[name=clock]").selectOption("12");
    const saved = page.waitForResponse((response) => response.request().method() === "POST");
    await page.locator("form:has([name=clock]) button[type=submit]").tap();
    await saved;
    await page.goto("/tasks");
    await page.fill("[data-quick-add]", "دودھ لانا");
    const details = page.locator("details:has(input[name=date])");
    await details.locator("summary").tap();
    await details.locator("[aria-haspopup=dialog]").tap();
    const sheet = page.getByRole("dialog", { name: "تاریخ" });
    const field = sheet.locator("[role=combobox]");
    await field.tap();
    await field.fill("شام ۵");
    const option = sheet.locator("[role=option]", { hasText: "شام 5:15" });
    const box = await option.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(await violations(page)).toEqual([]);
    await option.tap();
    expect(await field.inputValue()).toBe("شام 5:15");
    const { x = 0, width = 0 } = (await sheet.boundingBox()) ?? {};
    expect([x, width]).toEqual([0, 360]);
    await sheet.getByRole("button").last().tap();
    await sheet.waitFor({ state: "detached" });
    await page.getByText("شام 5:15").first().waitFor();
    expect(noise).toEqual([]);
    await context.close();
  });

  it("take a day back without script", async () => {
    const { page, context } = await openTasks();
    await add(page, "take drops every day at 9am except december 25");
    await row(page, "take drops").waitFor();
    const state = await context.storageState();
    const plain = await context
      .browser()
      ?.newContext({ javaScriptEnabled: false, storageState: state });
    if (!plain) throw new Error("The browser is gone");
    const form = await plain.newPage();
    await form.goto(`${appUrl()}/tasks?task=1`);
    const back = form.getByRole("button", { name: /^Take .* back$/ });
    expect(await back.count()).toBe(1);
    await back.click();
    await expect.poll(() => back.count()).toBe(0);
    await plain.close();
    await context.close();
  });

  it("ask which day is meant, with a button for each", async () => {
    const { page, noise, context } = await openTasks();
    const field = page.locator("[data-quick-add]");
    await field.fill("call Sana monday or friday at 5pm");
    const answers = page.locator("#understood").getByRole("button");
    await expect.poll(() => answers.count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await answers.last().click();
    await expect.poll(() => field.inputValue()).toMatch(/^call Sana \d+ \w+ \d{4} at 17:00$/);
    await page.keyboard.press("Enter");
    await row(page, "call Sana").getByText("17:00").first().waitFor();
    expect(await row(page, "call Sana").getByText("or friday").count()).toBe(0);
    expect(noise).toEqual([]);
    await context.close();
  });
});
