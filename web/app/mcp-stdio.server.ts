import { serveStdio } from "@modelcontextprotocol/server/stdio";
import pino from "pino";
import { findPerson } from "./accounts/find-person.server";
import { openDatabase } from "./platform/database";
import type { Config } from "./platform/environment";
import { createLogger } from "./platform/log";
import { createToolServer } from "./tools/server";

const STANDARD_ERROR = 2;

/** One program asks for one thing at a time, or a few. */
const POOL_SIZE = 4;

/** Karlo's tools while they are served over stdio. */
export interface ServedMcp {
  /** Resolves when the program has closed our standard input, or {@link close} was called. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the MCP tools on standard input and output, to the program that began this process and
 * for the person whom the operator names in KARLO_USER: who holds the database may already be
 * anybody, and no message on the wire has a say in it. Standard output carries the protocol alone;
 * the log goes to standard error.
 *
 * @throws EnvironmentError when it is not clear who; what the database throws
 */
export async function serveMcpOnStdio(config: Config): Promise<ServedMcp> {
  const log = createLogger(config.LOG_LEVEL, {
    secret: config.BETTER_AUTH_SECRET,
    destination: pino.destination(STANDARD_ERROR),
  });
  const { db, close: closeDatabase } = openDatabase(config.DATABASE_URL, POOL_SIZE);
  const findOut = () => findPerson(db, config.KARLO_USER);
  await findOut().catch(async (error) => {
    await closeDatabase();
    throw error;
  });
  const connection = serveStdio(
    async () => {
      // Anew for each connection, since a time zone changes.
      const { id: userId, timeZone } = await findOut();
      return createToolServer({ db, actor: { userId, by: "mcp", timeZone } }, log);
    },
    { onerror: (error) => log.debug({ err: error }, "mcp: message refused") },
  );
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  for (const event of ["end", "close"]) process.stdin.once(event, leave);
  const closed = left.then(() => connection.close()).then(closeDatabase);
  return {
    closed,
    close: () => {
      leave();
      return closed;
    },
  };
}
