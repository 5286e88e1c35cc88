// What a command installs, and no more: a fresh clone that is only to be run keeps PostgreSQL and the
// build, since the server is bundled with everything that it needs. No dependency, no TypeScript.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fail, lastLine, npm, root } from "./npm.mjs";

/** Groups of dependencies, and the flags that select them; "build" is "web" for as long as it takes. */
const GROUPS = {
  run: ["--workspace=@karlo/local"],
  build: ["--workspace=@karlo/web"],
  web: ["--workspace=@karlo/web"],
  deploy: ["--workspace=@karlo/pulumi"],
  tools: ["--include-workspace-root"],
};
const LASTING = ["run", "web", "deploy", "tools"];

const modules = path.join(root, "node_modules");
/** The hash of the lockfile and the groups that were installed by it, line by line. */
const stamp = path.join(modules, ".karlo-installed");
/** Written by npm itself, each time that it is done. */
const ownList = path.join(modules, ".package-lock.json");

/**
 * Installs groups of dependencies, once for each lockfile, and keeps those that are there.
 *
 * @param {(keyof typeof GROUPS)[]} groups
 */
export function ensureDependencies(groups) {
  const lock = hashLock();
  const have = readInstalled();
  const current = have.lock === lock;
  if (current && groups.every((group) => have.groups.includes(group))) return;
  console.error(
    "karlo: installing what the lockfile names; the first time takes a minute or two ...",
  );
  const wanted = [...new Set([...have.groups, ...groups])];
  // Adding to what is there is quicker than beginning anew.
  const command = current ? ["install", "--no-save"] : ["ci"];
  const installed = npm([...command, ...flagsOf(wanted)], root);
  if (installed.status !== 0) {
    fail(
      /ENOSPC/.test(installed.stderr)
        ? "The disk is full; free about 2 GB and try again."
        : `npm could not install the dependencies (${lastLine(installed)}). Check the network and try again.`,
    );
  }
  writeStamp(modules, lock, wanted);
}

/**
 * Installs what runs Karlo, and builds the app unless the build of these sources is there. What
 * only this build needed is removed after it.
 *
 * @param {string} node path of the Node that Karlo runs on
 */
export function ensureBuild(node) {
  const build = (...args) =>
    spawnSync(node, [path.join(root, "scripts/build.ts"), ...args], {
      cwd: root,
      // Standard output is the caller's: it may carry a protocol.
      stdio: ["ignore", "ignore", "inherit"],
    });
  if (build("--check").status === 0) {
    ensureDependencies(["run"]);
  } else {
    ensureDependencies(readInstalled().groups.includes("web") ? ["run"] : ["run", "build"]);
    if (build().status !== 0) process.exit(1);
  }
  removeBuildTools();
}

/** Leaves what lasting groups need. Where that fails, everything stays as it is. */
function removeBuildTools() {
  const { lock, groups } = readInstalled();
  const kept = groups.filter((group) => group !== "build");
  if (kept.length === groups.length) return;
  // Made beside what is there and exchanged for it, so that no command finds half of it.
  const staging = path.join(root, ".karlo", "installing");
  rmSync(staging, { recursive: true, force: true });
  const manifests = ["pulumi", "web", "web/local", "."].map((name) => `${name}/package.json`);
  for (const file of [...manifests, "package-lock.json", ".npmrc"]) {
    const from = path.join(root, file);
    if (existsSync(from)) cpSync(from, path.join(staging, file), { recursive: true });
  }
  mkdirSync(staging, { recursive: true });
  const installed = npm(["ci", "--prefer-offline", "--fetch-retries=0", ...flagsOf(kept)], staging);
  if (installed.status === 0) {
    writeStamp(path.join(staging, "node_modules"), lock, kept);
    renameSync(modules, path.join(staging, "replaced"));
    renameSync(path.join(staging, "node_modules"), modules);
    if (!kept.includes("web"))
      rmSync(path.join(root, "web/node_modules"), { recursive: true, force: true });
  }
  rmSync(staging, { recursive: true, force: true });
}

function flagsOf(groups) {
  return [...new Set(groups.flatMap((group) => GROUPS[group] ?? []))];
}

function hashLock() {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

/** @returns {{ lock: string | undefined, groups: string[] }} what is installed, and by which lockfile */
function readInstalled() {
  const [lock, ...groups] = existsSync(stamp) ? readFileSync(stamp, "utf8").split("\n") : [];
  // What somebody installed by npm itself, or an earlier Karlo, is not taken away.
  const unknown = modified(ownList) > modified(stamp) || groups.some((name) => !(name in GROUPS));
  return { lock, groups: unknown ? LASTING : groups };
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function writeStamp(folder, lock, groups) {
  writeFileSync(path.join(folder, ".karlo-installed"), [lock, ...groups].join("\n"));
}
