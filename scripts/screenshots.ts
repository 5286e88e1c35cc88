// `npm run screenshots`, on the required Node: every page of the built app with sample data, in two sizes
// and two languages. Arguments select pages by name.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuild } from "../web/local/build.ts";
import { startPostgres } from "../web/local/embedded-postgres.ts";
import { freePort } from "../web/local/free-port.ts";
import { discardData } from "../web/local/postgres/data-place.ts";
import { launch, openPage } from "../web/testing/browser.ts";
import { findBrowser } from "../web/testing/find-browser.ts";
import { openPageCase, pages } from "../web/testing/pages.ts";
import { createSampleData, signUp } from "../web/testing/sample-person.ts";

const root = path.resolve(import.meta.dirname, "..");
const web = path.join(root, "web");
const folder = path.join(root, "docs/screenshots");
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
/** Pages that are also taken in the dark color scheme. */
const DARK = ["landing", "tasks", "task", "chat", "design"];

const names = process.argv.slice(2);
const selected = pages.filter(({ name }) => names.length === 0 || names.includes(name));
process.env.CHROMIUM = await findBrowser();
await ensureBuild();
const data = mkdtempSync(path.join(tmpdir(), "karlo-screenshots-"));
const postgres = await startPostgres({ folder: data, volatile: true });
const environment = {
  DATABASE_URL: postgres.url("postgres"),
  BETTER_AUTH_SECRET: "for pictures only, of enough characters",
  // A key of nobody: no browser subscribes here.
  VAPID_PRIVATE_KEY: `${"A".repeat(42)}E`,
  SIGN_UPS_PER_MINUTE: "10000",
  LOG_LEVEL: "error",
  HOST: "127.0.0.1",
  PORT: String(await freePort()),
};
process.env.NODE_ENV ??= "production";
const app = await import(pathToFileURL(path.join(web, "build/server/index.js")).href);
await app.applyMigrations(environment, web);
const served = await app.serve(environment, web);
const browser = await launch();
try {
  mkdirSync(folder, { recursive: true });
  if (names.length === 0) {
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
  }
  for (const language of ["en", "ur"] as const) await takeAll(language);
} finally {
  await browser.close();
  await served.close();
  await postgres.stop();
  discardData(data);
  process.disconnect?.();
}

/** Takes the selected pages in one language. */
async function takeAll(language: "en" | "ur"): Promise<void> {
  const locale = language === "ur" ? "ur-PK" : "en-GB";
  const open = () => openPage(browser, served.app.config.PUBLIC_URL, { locale });
  const [anonymous, newUser, userWithTasks] = [await open(), await open(), await open()];
  await signUp(newUser.context, language);
  await signUp(userWithTasks.context, language);
  await createSampleData(userWithTasks.context, language);
  const people = { anonymous, newUser, userWithTasks };
  for (const pageCase of selected) {
    const { page } = people[pageCase.user];
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        if (colorScheme === "dark" && !DARK.includes(pageCase.name)) continue;
        await page.emulateMedia({ colorScheme });
        await openPageCase(page, pageCase);
        // Transitions and smooth scrolling take less.
        await page.waitForTimeout(300);
        const dark = colorScheme === "dark" ? "-dark" : "";
        const name = `${pageCase.name}-${size}-${language}${dark}.png`;
        await page.screenshot({ path: path.join(folder, name) });
      }
    }
  }
  for (const { context } of Object.values(people)) await context.close();
}
