import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch, openPage } from "#testing/browser";
import { signUp } from "#testing/sample-person";
import { startTestApp } from "#testing/test-app";

let app: Awaited<ReturnType<typeof startTestApp>>;
let browser: Browser;

beforeAll(async () => {
  if (!chromiumPath) return;
  [app, browser] = await Promise.all([startTestApp({ LOG_LEVEL: "silent" }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const file = (name: string, text: string) => ({
  ...{ name, mimeType: "text/plain", buffer: Buffer.from(text) },
});

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

describe.skipIf(!chromiumPath)("a file of another program", () => {
  it("is looked at, mapped, imported and undone by keyboard", async () => {
    const { page, noise, context } = await openPage(browser, app.url);
    await signUp(context, "en");
    await page.goto("/tasks/files");
    const table = "What;When;Colour\nPlant tulips;3/4/2030;red\nRake leaves;5/4/2030;brown\n";
    // The button of the file field takes keys as any other does.
    await page.locator("input[type=file]").focus();
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(file("garden.csv", table));
    await said(page, "This looks like a table (CSV).");
    await said(page, "2 new tasks");
    const tasks = page.getByRole("list").filter({ hasText: "Medium" });
    expect(await tasks.first().innerText()).toContain("Plant tulips");
    await page.getByLabel("What “Colour” is").selectOption("project");
    await tasks.getByText("red").waitFor();
    await page.getByLabel("Dates such as 3/4/2026").selectOption("false");
    await tasks.getByText("4 Mar 2030").waitFor();
    await page.getByRole("button", { name: "Import 2 tasks" }).focus();
    await page.keyboard.press("Enter");
    await said(page, "2 tasks imported. New numbers: #1 to #2.");

    // The same file once more has nothing new.
    await page.setInputFiles("input[type=file]", file("garden.csv", table));
    await said(page, "This looks like a table (CSV).");
    await page.getByLabel("What “Colour” is").selectOption("project");
    await page.getByLabel("Dates such as 3/4/2026").selectOption("false");
    await said(page, "There is nothing new in this file.");
    await page.getByRole("button", { name: "Another file" }).press("Enter");

    await page.getByRole("button", { name: "Undo the import of garden.csv" }).press("Enter");
    await said(page, "The import is undone. 2 tasks are gone again.");
    await page.getByText("Recent imports").waitFor({ state: "detached" });
    expect(noise).toEqual([]);
    await context.close();
  });

  it("says what is wrong with it, and another can be chosen", async () => {
    const { page, context } = await openPage(browser, app.url);
    await signUp(context, "en");
    await page.goto("/tasks/files");
    await page.setInputFiles("input[type=file]", file("tasks.json", "{"));
    await said(page, /This file could not be read as JSON/);
    await page.getByRole("button", { name: "Another file" }).click();
    await page.setInputFiles("input[type=file]", file("list.md", "- [ ] milk\n- [x] eggs\n"));
    await said(page, "This looks like a list in Markdown or plain text.");
    await page.route("**/tasks/files/import*", (route) => route.abort());
    await page.getByRole("button", { name: "Import 2 tasks" }).click();
    await said(page, /could not be sent/);
    await page.unroute("**/tasks/files/import*");
    await page.getByRole("button", { name: "Import 2 tasks" }).click();
    await said(page, "2 tasks imported.");
    await context.close();
  });
});
