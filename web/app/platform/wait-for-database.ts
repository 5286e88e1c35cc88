import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const PAUSE_MS = 500;
const ANSWER_MS = 5_000;

/** The server is not there, starts, stops, or has no room: it may be otherwise in a moment. */
const NOT_YET = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EPIPE"],
  ...["ENOTFOUND", "EAI_AGAIN"],
  // cannot_connect_now, admin_shutdown, crash_shutdown, too_many_connections
  ...["57P03", "57P01", "57P02", "53300"],
]);

/** Thrown when the database has not answered in time. */
export class DatabaseSilent extends Error {
  override name = "DatabaseSilent";
}

/**
 * Waits until a database takes connections.
 *
 * @param waitMs how long at most
 * @param say told once that it waits, and for whom; never the URL, which has a password
 * @throws DatabaseSilent; at once what waiting does not mend, such as a wrong password
 */
export async function waitForDatabase(
  url: string,
  waitMs: number,
  say: (line: string) => void,
): Promise<void> {
  const { host } = new URL(url);
  const end = performance.now() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_MS });
    client.on("error", () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      // The driver's own words when a server takes too long, or hangs up.
      const yet = code ? NOT_YET.has(code) : /timeout|terminated/i.test(message);
      if (!yet) throw error;
      if (performance.now() >= end)
        throw new DatabaseSilent(
          `The database at ${host} did not answer within ${Math.round(waitMs / 1_000)} s (${code ?? message}).`,
        );
      if (attempt === 1)
        say(`Waiting for the database at ${host}, ${Math.round(waitMs / 1_000)} s at most.`);
      await pause(PAUSE_MS);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
