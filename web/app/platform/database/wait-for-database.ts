import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { TEMPORARY_CODES } from "./database-errors";

const PAUSE_MS = 500;
const CONNECT_TIMEOUT_MS = 5_000;

/** Thrown when the database has not responded in time. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

/**
 * Waits until a database accepts connections.
 *
 * @param waitMs timeout
 * @param say receives one line with the host when it has to wait; never the URL: it has a password
 * @throws DatabaseUnavailable on timeout; other errors, such as a wrong password, immediately
 */
export async function waitForDatabase(
  url: string,
  waitMs: number,
  say: (line: string) => void,
): Promise<void> {
  const { host } = new URL(url);
  const deadline = performance.now() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    // connect() rejects with the same error.
    client.on("error", () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      // The driver reports a timeout or a closed connection without a code.
      const temporary = code ? TEMPORARY_CODES.has(code) : /timeout|terminated/i.test(message);
      if (!temporary) throw error;
      if (performance.now() >= deadline)
        throw new DatabaseUnavailable(
          `The database at ${host} did not answer within ${Math.round(waitMs / 1_000)} s (${code ?? message}).`,
        );
      if (attempt === 1)
        say(`Waiting for the database at ${host}, ${Math.round(waitMs / 1_000)} s at most.`);
      await pause(PAUSE_MS);
    } finally {
      // The connection may already be closed.
      await client.end().catch(() => {});
    }
  }
}
