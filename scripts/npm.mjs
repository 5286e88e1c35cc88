// npm, as every command runs it before anything is installed. No dependency, no TypeScript.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const windows = process.platform === "win32";

/** Says one sentence and ends with code 1. */
export function fail(sentence) {
  console.error(`karlo: ${sentence}`);
  process.exit(1);
}

/** What npm says of a cache that it cannot use: it is in a home that is full, read-only or not there. */
const NO_CACHE = /\bE(NOSPC|ROFS|ACCES|PERM|DQUOT|NOTDIR|NOENT|XIST)\b/;

/**
 * Runs npm with the caller's own settings; once more with a cache in `.karlo/` if its own fails.
 *
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const first = runNpm(args, cwd);
  if (first.status === 0 || !NO_CACHE.test(first.stderr)) return first;
  const cache = path.join(root, ".karlo", "npm-cache");
  const second = runNpm([...args, `--cache=${cache}`], cwd);
  rmSync(cache, { recursive: true, force: true });
  return second;
}

function runNpm(args, cwd) {
  // Under npm, npm says where it is; else it is on the PATH.
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith(".js")
    ? [process.execPath, [cli]]
    : [windows ? "npm.cmd" : "npm", []];
  const flags = [
    "--loglevel=error",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    // Karlo needs all of these, whatever NODE_ENV and the settings of the machine leave out.
    "--include=dev",
    "--include=optional",
    "--include=peer",
    // What is installed is run by another Node than the one that runs npm.
    "--engine-strict=false",
    // No package needs its script, and some report to their makers by it.
    "--ignore-scripts",
  ];
  return spawnSync(command, [...first, ...args, ...flags], {
    cwd,
    encoding: "utf8",
    shell: windows && first.length === 0,
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 2 ** 26,
  });
}

/**
 * The line of npm's errors that says most.
 *
 * @param {{ stderr?: string, error?: Error }} result
 */
export function lastLine({ stderr = "", error }) {
  const lines = stderr
    .split("\n")
    .filter((line) => /npm (error|ERR!)/.test(line) && !/complete log|debug-0/.test(line));
  return (
    error?.message ??
    lines.find((line) => /code|network|404|ENO/.test(line)) ??
    lines[0] ??
    "no reason given"
  );
}
