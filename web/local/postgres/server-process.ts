import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const lockOf = (data: string) => path.join(data, "postmaster.pid");

/** The process of the server that uses a data folder, where one does. */
export function liveServer(data: string): number | undefined {
  const file = lockOf(data);
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return isPostgres(pid) ? pid : undefined;
}

/**
 * Removes the lock of a server that is dead, where the system can tell: after a restart its
 * number may belong to another process, which PostgreSQL would take for it for ever.
 */
export function forgetDeadServer(data: string): void {
  if (process.platform === "linux" && !liveServer(data)) rmSync(lockOf(data), { force: true });
}

function isPostgres(pid: number): boolean {
  if (process.platform === "linux") {
    const status = `/proc/${pid}/status`;
    const running = existsSync(status) ? readFileSync(status, "utf8") : "";
    return /^Name:\s+postgres$/m.test(running) && !/^State:\s+Z/m.test(running);
  }
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
