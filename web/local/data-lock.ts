import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartError } from "./start-error.ts";

/** The right to use a data folder; one process has it at a time. */
export interface DataLock {
  /** Says that this process is about to end, so that the next one waits for it. */
  ending(): void;
  release(): void;
}

const ENDING_MS = 40_000;
const RUNNING_MS = 2_000;
const POLL_MS = 100;

/**
 * Takes a data folder for this process. One that is just ending is waited for; one that was killed
 * is forgotten.
 *
 * @throws StartError when another process uses the folder and does not end
 */
export async function lockData(folder: string): Promise<DataLock> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "karlo.pid");
  for (let waited = 0; ; waited += POLL_MS) {
    const holder = readHolder(file);
    if (!holder) break;
    if (waited >= (holder.ending ? ENDING_MS : RUNNING_MS)) {
      throw new StartError(
        `Karlo is already running with the data in ${folder} (process ${holder.pid}); stop it first, or set KARLO_DATA to another folder.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  writeFileSync(file, `${process.pid}\n`);
  return {
    ending: () => writeFileSync(file, `${process.pid}\nending\n`),
    release: () => rmSync(file, { force: true }),
  };
}

function readHolder(file: string): { pid: number; ending: boolean } | null {
  try {
    const [pid, state] = readFileSync(file, "utf8").split("\n");
    return isKarlo(Number(pid)) ? { pid: Number(pid), ending: state === "ending" } : null;
  } catch {
    return null;
  }
}

/**
 * True while another process of Karlo has this number, and not one that got it after a restart.
 */
export function isKarlo(pid: number): boolean {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== "linux") return true;
  try {
    // A killed process that nobody has collected yet has no command line any more.
    return /(scripts\/(serve|account|mcp)|web\/dev)\.ts/.test(
      readFileSync(`/proc/${pid}/cmdline`, "utf8"),
    );
  } catch {
    return false;
  }
}
