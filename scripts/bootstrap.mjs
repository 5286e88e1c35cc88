// What every command does first, on any Node from 20 on and with nothing installed: find or fetch
// the Node that Karlo runs on, and install what the lockfile names. No dependency, no TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The Node that Karlo is built, tested and shipped with. */
const NODE_VERSION = "26.10.0";
const NODE_MAJOR = 26;
const windows = process.platform === "win32";

/** Says one sentence and ends with code 1. */
export function fail(sentence) {
  console.error(`karlo: ${sentence}`);
  process.exit(1);
}

/**
 * A Node that is new enough: this one, or one from the npm registry, kept in `.karlo/`.
 * @returns {string} path of its binary
 */
export function ensureNode() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20)
    fail(`Node ${process.versions.node} is too old even to begin; install Node 20 or later.`);
  if (major >= NODE_MAJOR) return process.execPath;
  const folder = path.join(root, ".karlo", `node-${NODE_VERSION}`);
  const name = `node-${windows ? "win" : process.platform}-${process.arch}`;
  const binary = path.join(folder, "node_modules", name, "bin", windows ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  console.error(
    `karlo: Node ${process.versions.node} is here, Node ${NODE_VERSION} is needed; fetching it into .karlo/ ...`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{"private":true}\n');
  const installed = npm(
    ["install", "--no-save", "--no-package-lock", `${name}@${NODE_VERSION}`],
    folder,
  );
  if (installed.status !== 0 || !existsSync(binary)) {
    rmSync(folder, { recursive: true, force: true });
    fail(
      `Node ${NODE_VERSION} could not be fetched (${lastLine(installed)}). Check the network and try again, or install Node ${NODE_MAJOR} yourself.`,
    );
  }
  return binary;
}

/** Installs the workspaces named, once for each lockfile. */
export function ensureDependencies(workspaces) {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  const stamp = path.join(root, "node_modules", ".karlo-installed");
  const have = existsSync(stamp) ? readFileSync(stamp, "utf8").split("\n") : [];
  if (have[0] === lock && workspaces.every((name) => have.includes(name))) return;
  const wanted = [...new Set([...(have[0] === lock ? have.slice(1) : []), ...workspaces])].filter(
    Boolean,
  );
  console.error(
    "karlo: installing what the lockfile names; the first time takes a minute or two ...",
  );
  const flags = wanted.flatMap((name) => ["--workspace", name]);
  const installed = npm(["ci", "--include-workspace-root", ...flags], root);
  if (installed.status !== 0) {
    fail(
      /ENOSPC/.test(installed.stderr)
        ? "The disk is full; free about 2 GB and try again."
        : `npm could not install the dependencies (${lastLine(installed)}). Check the network and try again.`,
    );
  }
  writeFileSync(stamp, [lock, ...wanted].join("\n"));
}

/**
 * Runs a TypeScript file of this folder with the right Node and passes on signals and exit code.
 * The child also ends when this process is gone, however it went.
 */
export function runScript(node, file, args = []) {
  const child = spawn(
    node,
    [
      "--disable-warning=ExperimentalWarning",
      "--max-semi-space-size=8",
      "--heap-growing-percent=100",
      path.join(root, "scripts", file),
      ...args,
    ],
    {
      cwd: root,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
    },
  );
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to the child as well.
  process.on("SIGINT", () => {});
  watchParent(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

/** Calls `gone` when npm, which began this process, was killed. */
function watchParent(gone) {
  if (windows || !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || gone(), 1_000).unref();
}

function npm(args, cwd) {
  // Under npm, npm says where it is; else it is on the PATH.
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith(".js")
    ? [process.execPath, [cli]]
    : [windows ? "npm.cmd" : "npm", []];
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier"];
  const env = { ...process.env, PRISMA_SKIP_POSTINSTALL_GENERATE: "1" };
  return spawnSync(command, [...first, ...args, ...quiet], {
    cwd,
    env,
    encoding: "utf8",
    shell: windows && first.length === 0,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function lastLine({ stderr = "", error }) {
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
