import path from "node:path";
import { inspect } from "node:util";
import { migrate } from "#app/platform/database/migrate";
import { DatabaseUnavailable, waitForDatabase } from "#app/platform/database/wait-for-database";
import { readMigrationEnvironment } from "#app/platform/environment";
import { EnvironmentError } from "#app/platform/environment/error";
import type { Logger } from "#app/platform/log";
import { version } from "../../package.json";
import { captureConsole, resetAccountPassword, serve, serveMcp } from "./serve";

/** How long a stopped server accepts connections: proxies stop routing to it with a delay. */
const LINGER_MS = 3_000;

/**
 * Runs `node build/server/index.js [serve|migrate|mcp|reset-password EMAIL]`, the entry point of the
 * image. On failure prints the error and exits with 2 for an invalid environment, 3 for an
 * unavailable database, 1 otherwise.
 *
 * @param root the folder with `build` and `prisma`
 * @param args the arguments after the program's name
 */
export async function runCommandLine(root: string, args: string[]): Promise<void> {
  const [command = "serve", argument = ""] = args;
  try {
    await run(root, command, argument);
  } catch (error) {
    // Not the console, which is captured: this is for whoever ran the command.
    process.stderr.write(`${toOutput(error as Error, command)}\n`);
    process.exit(exitCode(error as Error));
  }
}

async function run(root: string, command: string, argument: string): Promise<void> {
  exitOnSignal();
  if (command === "migrate") return runMigrations(root);
  if (command === "reset-password") {
    const password = await resetAccountPassword(process.env, root, argument);
    console.log(password ?? "There is no account with this address.");
    return;
  }
  if (command === "mcp") {
    const served = await serveMcp(process.env);
    closeOnSignal(served);
    return served.closed;
  }
  if (command !== "serve")
    throw new EnvironmentError(
      `Unknown command "${command}"; it takes: serve, migrate, mcp, reset-password EMAIL.`,
    );
  captureConsole(process.env);
  const served = await serve(process.env, root);
  const { log } = served.app;
  logCrashes(log);
  log.info({ url: served.url, version }, "listening");
  closeOnSignal({
    async close(signal) {
      log.info({ signal }, "draining");
      await served.close(signal === "SIGTERM" ? LINGER_MS : 0);
      log.info("closed");
    },
  });
}

/** Logs an uncaught exception as JSON before the process exits. */
function logCrashes(log: Logger): void {
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "crashed");
    process.exit(1);
  });
}

/** Waits for the database, migrates it and prints each step. */
async function runMigrations(root: string): Promise<void> {
  const { url, role, waitMs } = readMigrationEnvironment(process.env);
  const say = (line: string) => console.log(`migrate: ${line}`);
  await waitForDatabase(url, waitMs, say);
  const applied = await migrate(url, path.join(root, "prisma/migrations"), { role, say });
  say(applied.length > 0 ? `Done: ${applied.join(", ")}.` : "Nothing to do.");
}

function exitCode(error: Error): number {
  if (error instanceof EnvironmentError) return 2;
  return error instanceof DatabaseUnavailable ? 3 : 1;
}

/** The message of an error that the operator can fix; the whole error otherwise. */
function toOutput(error: Error, command: string): string {
  if (error instanceof EnvironmentError || error instanceof DatabaseUnavailable)
    return error.message;
  return command === "migrate" ? `migrate: ${error.message}` : inspect(error);
}

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof SIGNALS;
const signals = Object.keys(SIGNALS) as Signal[];

/**
 * Exits on a signal until something is served: the first process of a container ignores signals
 * without a handler. The server rolls a migration back when its connection closes.
 */
function exitOnSignal(): void {
  for (const signal of signals) process.on(signal, () => process.exit(128 + SIGNALS[signal]));
}

/** Closes gracefully on the first signal and exits immediately on the second. */
function closeOnSignal(served: { close(signal: Signal): Promise<void> }): void {
  let closing = false;
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, async () => {
      if (closing) process.exit(1);
      closing = true;
      await served.close(signal);
      process.exit(0);
    });
  }
}
