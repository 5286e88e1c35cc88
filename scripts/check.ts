// The second half of `npm run check` and `npm run validate`. Stops at the first failure.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { generateClient } from "../web/local/build.ts";

const root = path.resolve(import.meta.dirname, "..");

type Step = [what: string, script: string, ...args: string[]];

const CHECKS: Step[] = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
  ["types of web", "node_modules/typescript/bin/tsc", "-p", "web"],
  [
    "types of the service worker",
    "node_modules/typescript/bin/tsc",
    "-p",
    "web/app/service-worker",
  ],
  ["types of pulumi", "node_modules/typescript/bin/tsc", "-p", "pulumi"],
  ["types of scripts", "node_modules/typescript/bin/tsc", "-p", "scripts"],
  [
    "imports between rooms",
    "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
    "web",
    "scripts",
    "pulumi",
  ],
  ["unused code", "node_modules/knip/bin/knip.js"],
];

const TESTS: Step = ["tests", "scripts/test.ts"];

const steps = process.argv.includes("--with-tests") ? [...CHECKS, TESTS] : CHECKS;
await generateClient();
for (const [what, script, ...args] of steps) {
  console.log(`\n${what}`);
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error(`karlo: stopped at: ${what}.`);
    process.exit(1);
  }
}
process.exit(0);
