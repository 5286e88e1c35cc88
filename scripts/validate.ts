// The second half of `npm run validate`. Stops at the first thing that is wrong.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { generateClient } from "./build.ts";

const root = path.resolve(import.meta.dirname, "..");

const STEPS: [what: string, script: string, ...args: string[]][] = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
  ["types of web", "node_modules/typescript/bin/tsc", "-p", "web"],
  ["types of pulumi", "node_modules/typescript/bin/tsc", "-p", "pulumi"],
  ["types of scripts", "node_modules/typescript/bin/tsc", "-p", "scripts"],
  ["unused code", "node_modules/knip/bin/knip.js"],
  ["tests", "scripts/test.ts"],
];

await generateClient();
for (const [what, script, ...args] of STEPS) {
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
