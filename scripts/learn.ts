// The second half of `npm run train` and `npm run explain`: bundles the built-in model's learning,
// since its modules are written for a bundler, and runs it.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { buildLearning } from "../web/build-worker.ts";

const root = path.resolve(import.meta.dirname, "..");
const outfile = path.join(root, ".karlo", "learn.mjs");

await buildLearning(outfile);
const [command = "train", ...rest] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [outfile, command, root, ...rest], {
  stdio: "inherit",
});
process.exit(status ?? 1);
