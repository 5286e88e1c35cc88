// `npm run test:postgres -- VERSION [--pool] [files]`, on the required Node, with the programs of that version in
// KARLO_TEST_POSTGRES.
import { spawnSync } from "node:child_process";
import { ensureBuild, generateClient } from "../../web/local/build.ts";
import { findBrowser } from "../../web/testing/find-browser.ts";
import { runVitest } from "../run-vitest.ts";

const DEFAULT_TESTS = [
  "web/app/platform/database",
  "web/app/tasks",
  "web/app/conversations",
  "web/app/tools",
  "web/app/reminders",
  "web/app/accounts",
  "web/app/archive",
];
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
  const files = args.filter((argument) => argument !== "--pool");
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
