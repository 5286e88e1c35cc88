import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");

const PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a Chromium for the browser tests: the one in `CHROMIUM`, an installed one, or one that it
 * installs.
 *
 * @returns path of its binary
 * @throws Error with instructions when none can be installed
 */
export async function findBrowser(): Promise<string> {
  const configured = process.env.CHROMIUM;
  if (configured) {
    if (existsSync(configured)) return configured;
    throw new Error(`CHROMIUM is ${configured}, where no browser is.`);
  }
  const { chromium } = await import("playwright-core");
  const find = () => [...PATHS, chromium.executablePath()].find((file) => existsSync(file));
  const existing = find();
  if (existing) return existing;
  console.log("karlo: installing a browser for the tests ...");
  for (const install of [installFromDebian, installFromPlaywright]) {
    await install().catch((error: Error) => console.log(`karlo: ${error.message.trim()}`));
    const installed = find();
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
