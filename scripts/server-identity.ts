import { execFile, execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { StartError } from "./start-error.ts";

const run = promisify(execFile);

/** Who the server runs as. PostgreSQL refuses root. */
export interface Identity {
  uid?: number;
  gid?: number;
  /** Words before the command, where the user alone could not reach the folder. */
  prefix: string[];
}

/**
 * As whom the server of a data folder runs: this user, or, for root, `postgres`, made if need be.
 *
 * @throws StartError when there is no such user and none can be made
 */
export function serverIdentity(data: string, binary: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const [uid, gid] = postgresUser();
  if ([data, binary].every((place) => canEnter(path.resolve(place), uid, gid))) {
    return { uid, gid, prefix: [] };
  }
  // A clone in /root or a private temporary folder: the user keeps root's right to pass through.
  const right = "+dac_override";
  const prefix = [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    `--inh-caps=${right}`,
    `--ambient-caps=${right}`,
  ];
  return { prefix, uid, gid };
}

function postgresUser(): [uid: number, gid: number] {
  const ids = () =>
    ["-u", "-g"].map((flag) =>
      Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" })),
    ) as [number, number];
  try {
    return ids();
  } catch {
    try {
      execFileSync(
        "useradd",
        [
          "--system",
          "--no-create-home",
          "--shell",
          "/usr/sbin/nologin",
          "--user-group",
          "postgres",
        ],
        { stdio: "pipe" },
      );
      return ids();
    } catch {
      throw new StartError(
        "PostgreSQL does not run as root, and a user `postgres` could not be made; run as another user, or set DATABASE_URL.",
      );
    }
  }
}

function canEnter(place: string, uid: number, gid: number): boolean {
  for (let folder = path.dirname(place); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid: owner, gid: group } = statSync(folder);
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === path.dirname(folder)) return true;
  }
}

/** Runs a program as somebody. */
export function command({ prefix, uid, gid }: Identity, file: string, args: string[]) {
  const [first = file, ...rest] = [...prefix, file, ...args];
  const drop = prefix.length === 0 ? { uid, gid } : {};
  // A folder of root's own is no place to start from.
  return run(first, rest, { ...drop, cwd: path.parse(file).root });
}
