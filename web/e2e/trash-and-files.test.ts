import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PlainBrowser } from "#testing/plain-browser";
import { startTestApp } from "#testing/test-app";

let app: Awaited<ReturnType<typeof startTestApp>>;
let people = 0;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

/** Signs up a new user with tasks, without JavaScript. */
async function signUpWithTasks(...titles: string[]): Promise<PlainBrowser> {
  people += 1;
  const browser = new PlainBrowser(app.url);
  const email = `plain${people}@example.com`;
  await browser.follow("/sign-up", { name: "Sana", email, password: "correct horse battery" });
  for (const title of titles) await browser.send("/tasks", { intent: "add", title });
  return browser;
}

/** The text of an HTML page. */
const textOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("the trash without JavaScript", () => {
  it("lists deleted tasks with their expiry, restores one, and undoes the restore", async () => {
    const browser = await signUpWithTasks("buy milk", "call Ali");
    expect(textOf(await (await browser.open("/trash")).text())).toContain("The trash is empty.");
    await browser.send("/tasks", { intent: "delete", id: "1" });
    const page = textOf(await (await browser.open("/trash")).text());
    expect(page).toMatch(/buy milk # ?1 Deleted today Gone for good: \d+ \w+/);
    expect(page).not.toContain("call Ali");
    const restored = await browser.follow("/trash", { intent: "restore", id: "1" });
    expect(restored).toContain("Task restored");
    expect(await (await browser.open("/tasks")).text()).toContain("buy milk");
    const changes = /name="changes" value="([^"]+)"/.exec(restored)?.[1] ?? "";
    await browser.follow("/tasks", { intent: "undo", changes });
    expect(await (await browser.open("/trash")).text()).toContain("buy milk");
  });

  it("confirms the permanent deletion of one or all tasks", async () => {
    const browser = await signUpWithTasks("one", "two", "three");
    const otherUser = await signUpWithTasks();
    for (const id of ["1", "2", "3"]) await browser.send("/tasks", { intent: "delete", id });
    expect(await (await browser.open("/trash")).text()).not.toContain('value="empty"');
    expect(await (await browser.open("/trash?confirm=2")).text()).toContain(
      "Delete “two” for good",
    );
    await otherUser.follow("/trash", { intent: "remove", id: "2" });
    expect(await (await browser.open("/trash")).text()).toContain("two");
    expect(await browser.follow("/trash", { intent: "remove", id: "2" })).not.toContain(">two<");
    const asked = await (await browser.open("/trash?confirm=all")).text();
    expect(textOf(asked)).toContain("Delete all 2 tasks for good");
    expect(await browser.follow("/trash", { intent: "empty" })).toContain("The trash is empty");
  });
});

describe("export and import without JavaScript", () => {
  const send = (browser: PlainBrowser, name: string, text: string, partly = true) =>
    browser.send("/tasks/files", {
      file: new File([text], name),
      ...(partly && { partly: "on" }),
    });

  it.each(["json", "csv", "ics"])("round-trips tasks as %s", async (format) => {
    const browser = await signUpWithTasks(
      "pay rent tomorrow 9am !high #home every month",
      "خط لکھنا",
    );
    const file = await browser.open(`/api/v1/tasks/export?format=${format}`);
    expect(file.headers.get("content-disposition")).toContain(`.${format}`);
    const other = await signUpWithTasks("already here");
    const answer = await send(other, `tasks.${format}`, await file.text());
    expect(answer.status).toBe(200);
    expect(textOf(await answer.text())).toContain("2 tasks imported. New numbers: #2 to #3.");
    const page = textOf(await (await other.open("/tasks")).text());
    expect(page).toContain("pay rent");
    expect(page).toContain("خط لکھنا");
  });

  it("reports rejected rows, and imports the valid rows or nothing as chosen", async () => {
    const browser = await signUpWithTasks();
    const csv = "title,due_at,priority,colour\nbuy milk,2026-12-01,,\n,,,\nlate,someday,huge,red\n";
    const all = await send(browser, "tasks.csv", csv, false);
    expect(all.status).toBe(422);
    expect(textOf(await all.text())).toContain("Nothing was imported.");
    const some = await send(browser, "tasks.csv", csv);
    expect(some.status).toBe(200);
    const page = textOf(await some.text());
    expect(page).toContain("1 task imported. New number: #1.");
    expect(page).toContain("Refused: 2 rows.");
    expect(page).toContain("Row 2 Write what is to be done");
    expect(page).toContain(
      "Row 3 late A priority is low, medium or high. That date or time could not be read. A time needs its date.",
    );
    expect(page).toContain("Ignored, for Karlo does not know them: colour");
  });

  it("takes a file of another program in one step, and undoes it as a whole", async () => {
    const browser = await signUpWithTasks("already here");
    const todoist =
      "TYPE,CONTENT,PRIORITY,INDENT,RESPONSIBLE,DATE,DATE_LANG\ntask,pay rent @money,1,1,,every month,en\ntask,find the bill,4,2,Bilal,,\n";
    const answer = await (await send(browser, "Home [12].csv", todoist)).text();
    const page = textOf(answer);
    expect(page).toContain("2 tasks imported. New numbers: #2 to #3.");
    expect(page).toContain("Who it is assigned to find the bill: Bilal");
    const task = async (id: number) => (await browser.open(`/api/v1/tasks/${id}`)).json();
    const rent = { title: "pay rent", labels: ["money"], parent_id: null };
    expect(await task(2)).toMatchObject(rent);
    expect(await task(3)).toMatchObject({ title: "find the bill", parent_id: 2 });
    expect(textOf(await (await send(browser, "Home [12].csv", todoist)).text())).toContain(
      "Nothing was new. 2 were here already.",
    );
    expect(await (await browser.open("/tasks")).text()).toContain("pay rent");
    const id = /name="import" value="([^"]+)"/.exec(answer)?.[1] ?? "";
    const undo = { intent: "undo", import: id };
    const undone = await browser.send("/tasks/files", undo);
    expect(textOf(await undone.text())).toContain("The import is undone. 2 tasks are gone again.");
    const tasks = await (await browser.open("/tasks")).text();
    expect(tasks).not.toContain("pay rent");
    expect(tasks).toContain("already here");
    expect((await browser.send("/tasks/files", undo)).status).toBe(404);
  });

  it("reports an unreadable or empty file", async () => {
    const browser = await signUpWithTasks();
    const broken = await send(browser, "tasks.json", "{");
    expect(broken.status).toBe(422);
    expect(await broken.text()).toContain("This file could not be read as JSON");
    expect(await (await send(browser, "tasks.csv", "")).text()).toContain(
      "Choose a file with tasks",
    );
  });
});

describe("the digits preference", () => {
  it("applies to every page before and after sign-up, and is part of the account", async () => {
    const browser = new PlainBrowser(app.url);
    await browser.follow("/settings", { locale: "ur" });
    expect(await (await browser.open("/")).text()).toContain("17:00");
    const landing = await browser.follow("/settings", { numerals: "urdu", returnTo: "/" });
    expect(landing).toContain('data-numerals="urdu"');
    expect(landing).toContain("۱۷:۰۰");
    const signUp = { name: "ثنا", email: "digits@example.com", password: "correct horse battery" };
    expect(await browser.follow("/sign-up", signUp)).toContain('data-numerals="urdu"');
    const tasks = await browser.follow("/tasks", {
      intent: "add",
      title: "12 انڈے",
      date: "2031-05-03",
    });
    expect(textOf(tasks)).toContain("۳ مئی ۲۰۳۱");
    expect(tasks).toContain("12 انڈے");
    const refused = await browser.send("/tasks", { intent: "add", title: " " });
    expect(await refused.text()).toContain("۲۰۰");
    const file = JSON.parse(await (await browser.open("/profile/export")).text());
    expect(file.account.numerals).toBe("urdu");
    for (const path of ["/tasks", "/trash", "/tasks/files", "/profile", "/chatbot"]) {
      const page = await (await browser.open(path)).text();
      const ours = textOf(page).replaceAll(/12 انڈے|Asia\/\w+|HeadlessChrome[^ ]*|node|123/g, "");
      expect(ours.match(/.{0,20}[0-9].{0,20}/)?.[0], path).toBeUndefined();
    }
  });
});
