// The second half of `npm run screenshots`: the built app, somebody with a list and a conversation
// with the assistant, and a picture of every page on a desktop and a phone, in both languages.
// Names of pages as arguments take those alone.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launch, openPage } from "../web/e2e/browser.ts";
import { pages, see } from "../web/e2e/pages.ts";
import { keepTasks, signUp } from "../web/e2e/sample-person.ts";
import { findBrowser } from "./browser.ts";
import { ensureBuild } from "./build.ts";
import { startPostgres } from "./embedded-postgres.ts";
import { freePort } from "./free-port.ts";

const root = path.resolve(import.meta.dirname, "..");
const web = path.join(root, "web");
const folder = path.join(root, "docs/screenshots");
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
/** Those that are shown in the dark as well. */
const DARK = ["landing", "tasks", "task", "chat", "design"];

const wanted = process.argv.slice(2);
const taken = pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
process.env.CHROMIUM = await findBrowser();
await ensureBuild();
const data = mkdtempSync(path.join(tmpdir(), "karlo-screenshots-"));
const postgres = await startPostgres({ folder: data, volatile: true });
const environment = {
  DATABASE_URL: postgres.url("postgres"),
  BETTER_AUTH_SECRET: "for pictures only, of enough characters",
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
  if (wanted.length === 0) {
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
  }
  for (const language of ["en", "ur"] as const) await takeAll(language);
} finally {
  await browser.close();
  await served.close();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
  process.disconnect?.();
}

/** Takes every page in a language. */
async function takeAll(language: "en" | "ur"): Promise<void> {
  const locale = language === "ur" ? "ur-PK" : "en-GB";
  const open = () => openPage(browser, served.karlo.config.PUBLIC_URL, { locale });
  const [nobody, newcomer, keeper] = [await open(), await open(), await open()];
  await signUp(newcomer.context, language);
  await signUp(keeper.context, language);
  await keepTasks(keeper.context, language);
  const people = { nobody, newcomer, keeper };
  for (const seen of taken) {
    const { page } = people[seen.who];
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        if (colorScheme === "dark" && !DARK.includes(seen.name)) continue;
        await page.emulateMedia({ colorScheme });
        await see(page, seen);
        // What slides in or is scrolled to has come to rest.
        await page.waitForTimeout(300);
        const dark = colorScheme === "dark" ? "-dark" : "";
        const name = `${seen.name}-${size}-${language}${dark}.png`;
        await page.screenshot({ path: path.join(folder, name) });
      }
    }
  }
  for (const { context } of Object.values(people)) await context.close();
}
