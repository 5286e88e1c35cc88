import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import pino from "pino";
import { findConfiguredUser } from "#app/accounts/session/find-configured-user.server";
import { openDatabase } from "#app/platform/database/open-database";
import type { Config } from "#app/platform/environment";
import { createLogger } from "#app/platform/log";
import { createToolServer } from "#app/tools/server";
import { countAnswers } from "./count-answers.server";

const STANDARD_ERROR = 2;

/** A single client sends few requests at a time. */
const POOL_SIZE = 4;

/** A running MCP server on stdio. */
export interface ServedMcp {
  /** Resolves after the client has closed standard input or {@link close} was called. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the MCP tools on standard input and output for the person in KARLO_USER. No authentication:
 * whoever has the database URL has access to every account anyway, and no message can change the
 * person. Standard output carries only the protocol; the log goes to standard error.
 *
 * @throws EnvironmentError when KARLO_USER does not identify one account; errors of the database
 */
export async function serveMcpOnStdio(config: Config): Promise<ServedMcp> {
  const log = createLogger(config.LOG_LEVEL, {
    secret: config.BETTER_AUTH_SECRET,
    destination: pino.destination(STANDARD_ERROR),
  });
  const { db, close: closeDatabase } = openDatabase(config.DATABASE_URL, POOL_SIZE);
  const findUser = () => findConfiguredUser(db, config.KARLO_USER);
  await findUser().catch(async (error) => {
    await closeDatabase();
    throw error;
  });
  const { input, counted } = countAnswers(process.stdin);
  const connection = serveStdio(
    async () => {
      // Read for each connection, since the time zone may have changed.
      const { id: userId, timeZone } = await findUser();
      const actor = { userId, by: "mcp", timeZone, client: "stdio" } as const;
      return createToolServer({ db, actor, approvalKey: config.BETTER_AUTH_SECRET }, log);
    },
    {
      transport: counted(new StdioServerTransport(input)),
      onerror: (error) => log.debug({ err: error }, "mcp: message refused"),
    },
  );
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  // What it has asked is answered first.
  input.once("finish", end);
  const closed = ended.then(() => connection.close()).then(closeDatabase);
  return {
    closed,
    close: () => {
      end();
      return closed;
    },
  };
}
