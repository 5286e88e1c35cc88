import type { Page } from "playwright-core";

/** A page of Karlo, or a state of one, for tests and screenshots of all pages. */
export interface PageCase {
  name: string;
  path: string;
  user: "anonymous" | "newUser" | "userWithTasks";
  /** Brings the page into its state. */
  prepare?: (page: Page) => Promise<void>;
}

/** Opens a dialog by its keys. */
async function openDialog(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
  await page.locator("dialog[open]").waitFor();
}

const TODOIST = `TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG
task,Buy a new lamp @shop,"For the desk, warm light",1,1,Sana,,2030-12-05 17:30,en
task,Measure the desk,,4,2,Sana,,,
section,Errands,,,,,,,
task,Pay rent,,2,1,Sana,,every 3rd friday,en
task,خط لکھنا,,4,1,Sana,Bilal,12 Dec 2030,en
task,Call the bank,,4,1,Sana,,when the moon is blue,en
`;
const TABLE = `What;When;Done;Colour;Notes
Plant tulips;3/4/2030;no;red;deep
Rake leaves;5/4/2030;yes;;
`;

/** Chooses a file to import; resolves when its preview is there. */
async function lookAtFile(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.setInputFiles("input[type=file]", file);
  await page.locator("fieldset:not([disabled]) select").first().waitFor();
}

/** Writes the example of the quick-add field into it. */
async function writeExample(page: Page): Promise<void> {
  const field = page.locator("[data-quick-add]");
  await field.fill((await field.getAttribute("placeholder")) ?? "");
  await page.locator("[data-line-mark]").first().waitFor();
}

/** Adds a task that cannot be sent: from then on it waits, on every page of this browser. */
async function addWithoutConnection(page: Page): Promise<void> {
  await page.route("**/tasks/forms", (route) => route.fulfill({ status: 500 }));
  if ((await page.locator("[data-waiting]").count()) > 0) return;
  await writeExample(page);
  await page.locator("[data-add]").click();
  await page.locator("[data-waiting]").first().waitFor();
  await page.locator("[data-outbox]").waitFor();
}

/** The day after some days from today, of which there are sample tasks. */
const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** All pages except the error page. */
export const pages: PageCase[] = [
  { name: "landing", path: "/", user: "anonymous" },
  { name: "sign-in", path: "/sign-in", user: "anonymous" },
  { name: "sign-up", path: "/sign-up", user: "anonymous" },
  { name: "forgot-password", path: "/forgot-password", user: "anonymous" },
  { name: "reset-password", path: "/reset-password?token=none", user: "anonymous" },
  { name: "verify-email", path: "/verify-email?token=none", user: "anonymous" },
  { name: "not-found", path: "/nowhere", user: "anonymous" },
  {
    name: "api-docs",
    path: "/docs",
    user: "anonymous",
    prepare: (page) => page.locator(".opblock").first().waitFor(),
  },
  { name: "api-reading", path: "/redoc", user: "anonymous" },
  { name: "today-empty", path: "/today", user: "newUser" },
  { name: "today", path: "/today", user: "userWithTasks" },
  { name: "today-plan", path: "/today?plan=0", user: "userWithTasks" },
  { name: "today-task", path: "/today?task=2", user: "userWithTasks" },
  { name: "upcoming", path: "/upcoming", user: "userWithTasks" },
  { name: "upcoming-task", path: "/upcoming?task=5", user: "userWithTasks" },
  { name: "calendar", path: "/calendar", user: "userWithTasks" },
  { name: "calendar-day", path: `/calendar?day=${dayAfter(2)}`, user: "userWithTasks" },
  { name: "calendar-week", path: `/calendar?week=${dayAfter(0)}`, user: "userWithTasks" },
  { name: "tasks-empty", path: "/tasks", user: "newUser" },
  { name: "chat-empty", path: "/chatbot", user: "newUser" },
  { name: "tasks", path: "/tasks", user: "userWithTasks" },
  { name: "tasks-all", path: "/tasks?status=all", user: "userWithTasks" },
  {
    name: "tasks-filtered",
    path: "/tasks?status=all&search=milk&priority=low",
    user: "userWithTasks",
  },
  { name: "filter", path: "/tasks?priority=high", user: "userWithTasks" },
  { name: "tasks-nothing-found", path: "/tasks?search=submarine", user: "userWithTasks" },
  { name: "quick-add", path: "/tasks", user: "userWithTasks", prepare: writeExample },
  { name: "task", path: "/tasks?task=8", user: "userWithTasks" },
  {
    name: "steps",
    path: "/tasks",
    user: "userWithTasks",
    prepare: async (page) => {
      await page.locator("[data-steps] summary").first().click();
    },
  },
  { name: "lists", path: "/lists", user: "userWithTasks" },
  {
    name: "lists-edit",
    path: "/lists",
    user: "userWithTasks",
    prepare: (page) => page.locator("main details summary").first().click(),
  },
  { name: "lists-empty", path: "/lists", user: "newUser" },
  { name: "list", path: "/lists/home", user: "userWithTasks" },
  { name: "label", path: "/labels/waiting?sort=due&done=true", user: "userWithTasks" },
  {
    name: "palette",
    path: "/tasks",
    user: "userWithTasks",
    prepare: (page) => openDialog(page, "Control+k"),
  },
  {
    name: "shortcuts",
    path: "/tasks",
    user: "userWithTasks",
    prepare: (page) => openDialog(page, "?"),
  },
  { name: "chat", path: "/chatbot?c=1", user: "userWithTasks" },
  { name: "trash", path: "/trash", user: "userWithTasks" },
  { name: "files", path: "/tasks/files", user: "userWithTasks" },
  {
    name: "files-preview",
    path: "/tasks/files",
    user: "userWithTasks",
    prepare: (page) => lookAtFile(page, "Home [2203306141].csv", TODOIST),
  },
  {
    name: "files-table",
    path: "/tasks/files",
    user: "userWithTasks",
    prepare: (page) => lookAtFile(page, "garden.csv", TABLE),
  },
  { name: "reminders", path: "/reminders", user: "userWithTasks" },
  { name: "reminders-none", path: "/reminders", user: "newUser" },
  { name: "reminder-settings", path: "/reminders/settings", user: "userWithTasks" },
  { name: "profile", path: "/profile", user: "userWithTasks" },
  { name: "install", path: "/install", user: "userWithTasks" },
  { name: "offline", path: "/offline", user: "userWithTasks" },
  { name: "calendars", path: "/profile/calendars", user: "userWithTasks" },
  { name: "security", path: "/profile/security", user: "userWithTasks" },
  { name: "apps", path: "/profile/apps", user: "userWithTasks" },
  { name: "consent-failed", path: "/oauth/consent?error=invalid_client", user: "anonymous" },
  { name: "design", path: "/design", user: "anonymous" },
  // The last of its person: what waits is said on every page.
  { name: "waiting", path: "/tasks", user: "newUser", prepare: addWithoutConnection },
];

/** Opens a page in its state; resolves when its fonts are loaded. */
export async function openPageCase(page: Page, { path, prepare }: PageCase): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await prepare?.(page);
}
