import { execFile, execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";

const run = promisify(execFile);

/** Who the server runs as: this user when empty. PostgreSQL refuses root. */
export interface Identity {
  uid?: number;
  gid?: number;
}

/**
 * As whom the server of a data folder runs: this user, or, for root, whoever owns the data, else
 * `postgres`, made if need be.
 *
 * @param data the folder of the database, there or not
 * @throws StartError when there is no such user, none can be made, or root may not become it
 */
export function serverIdentity(data: string): Identity {
  if (process.getuid?.() !== 0) return {};
  const identity = ownerOf(data) ?? postgresUser();
  const { status, error } = trial(identity, "true", []);
  if (status === 0) return identity;
  throw new StartError(
    `PostgreSQL does not run as root, and root may not become the user ${identity.uid} here (${error?.message ?? status}); run as another user, or set DATABASE_URL.`,
  );
}

function ownerOf(data: string): Identity | undefined {
  const owner = statSync(data, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

function postgresUser(): Identity {
  const ids = () => {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" })),
    );
    return { uid, gid };
  };
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

/** Whether somebody may enter a folder. It is tried: rights are more than mode bits. */
export function canEnter(identity: Identity, folder: string): boolean {
  return trial(identity, "sh", ["-c", 'cd -- "$1"', "sh", folder]).status === 0;
}

/** Runs a program as somebody and waits for it; never throws. */
export function trial(identity: Identity, file: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(file, args, { ...identity, cwd: "/", encoding: "utf8" });
}

/** Runs a program as somebody. */
export function command(identity: Identity, file: string, args: string[]) {
  // A folder of root's own is no place to start from.
  return run(file, args, { ...identity, cwd: path.parse(file).root });
}
