// What every command does first, on any Node from 20 on and with nothing installed: find or fetch
// the Node that Karlo runs on. No dependency, no TypeScript.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fail, lastLine, npm, root } from "./npm.mjs";

/** The Node that Karlo is built, tested and shipped with. */
const NODE_VERSION = "26.10.0";
const NODE_MAJOR = 26;
const windows = process.platform === "win32";

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
  const name = nodePackage();
  const fetched = path.join(folder, "node_modules", name);
  const binary = path.join(fetched, "bin", windows ? "node.exe" : "node");
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
  // Headers for native add-ons, of which there are none, are a third of the package.
  for (const unused of ["include", "share"])
    rmSync(path.join(fetched, unused), { recursive: true, force: true });
  return binary;
}

/** The npm package that holds nothing but Node's binary for this machine. */
function nodePackage() {
  const machine = `${windows ? "win" : process.platform}-${process.arch}`;
  return machine === "darwin-arm64" ? `node-bin-${machine}` : `node-${machine}`;
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
      "--max-semi-space-size=4",
      "--heap-growing-percent=20",
      path.join(root, "scripts", file),
      ...args,
    ],
    {
      cwd: root,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        // As in the image: see web/Dockerfile.
        MALLOC_ARENA_MAX: "2",
        MALLOC_MMAP_THRESHOLD_: "32768",
        ...process.env,
        PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
      },
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
