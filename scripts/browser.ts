import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..");

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium for the browser tests: the one that `CHROMIUM` names, one that is installed, or one
 * that is installed now.
 *
 * @returns path of its binary
 * @throws Error that says how to get one
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM is ${named}, where no browser is.`);
  }
  const { chromium } = await import("playwright-core");
  const found = () => [...PLACES, chromium.executablePath()].find((place) => existsSync(place));
  const here = found();
  if (here) return here;
  console.log("karlo: installing a browser for the tests ...");
  for (const install of [installFromDebian, installFromPlaywright]) {
    await install().catch(() => {});
    const installed = found();
    if (installed) return installed;
  }
  throw new Error(
    "No Chromium was found and none could be installed; install one, or set CHROMIUM to its path.",
  );
}

async function installFromDebian(): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 2 ** 26,
  };
  await run("apt-get", ["update"], options);
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
}

async function installFromPlaywright(): Promise<void> {
  const cli = path.join(root, "node_modules/playwright-core/cli.js");
  await run(process.execPath, [cli, "install", "chromium"], { maxBuffer: 2 ** 26 });
}
