// `npm run test:postgres -- VERSION [--pool] [files]`, on the required Node, with the programs of that version in
// KARLO_TEST_POSTGRES.
import { spawnSync } from "node:child_process";
import { runTests } from "../run-vitest.ts";

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

await runTests(() => {
  const args = process.argv.slice(2);
  if (args.includes("--pool")) process.env.KARLO_TEST_PGBOUNCER = findPool();
  const files = args.filter((argument) => argument !== "--pool");
  return ["--project", "@karlo/web", ...(files.length > 0 ? files : DEFAULT_TESTS)];
});
