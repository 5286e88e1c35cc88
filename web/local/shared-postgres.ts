import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isKarlo } from "./data-lock.ts";
import { type EmbeddedPostgres, startPostgres } from "./embedded-postgres.ts";
import { StartError } from "./start-error.ts";
import { type ServerEvent, supervise } from "./supervise-postgres.ts";

/**
 * Karlo's own PostgreSQL for every process that works on a data folder: the server, an operator's
 * command, an MCP server of a program. Whoever comes first starts it, and whoever is the last to
 * leave stops it. Each of them starts it again when it is killed.
 *
 * @param report what became of the server meanwhile
 *
 * @throws StartError
 */
export async function sharePostgres(
  folder: string,
  report: (event: ServerEvent, error?: Error) => void = () => {},
): Promise<EmbeddedPostgres> {
  const users = path.join(folder, "postgres-users");
  mkdirSync(users, { recursive: true });
  const own = path.join(users, String(process.pid));
  writeFileSync(own, "");
  const leave = () => rmSync(own, { force: true });
  try {
    const postgres = await startPostgres({ folder });
    const endSupervision = supervise(postgres, report);
    return {
      ...postgres,
      stop: async () => {
        await endSupervision();
        leave();
        if (!isUsed(users)) await postgres.stop();
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

/**
 * The same where there must be data already: these are not the commands that begin a Karlo.
 *
 * @throws StartError
 */
export function joinPostgres(folder: string): Promise<EmbeddedPostgres> {
  if (existsSync(path.join(folder, "postgres", "PG_VERSION"))) return sharePostgres(folder);
  throw new StartError(`There is no Karlo in ${folder} yet; run npm start and sign up first.`);
}

/** Whether any process still works with it. One that was killed does not count. */
function isUsed(users: string): boolean {
  return readdirSync(users).some((pid) => {
    if (isKarlo(Number(pid))) return true;
    rmSync(path.join(users, pid), { force: true });
    return false;
  });
}
