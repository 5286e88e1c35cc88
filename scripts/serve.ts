// The second half of `npm start`, on the right Node: database, migrations, server.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type DataLock, lockData } from "../web/local/data-lock.ts";
import type { EmbeddedPostgres } from "../web/local/embedded-postgres.ts";
import { dataFolder, environmentOf } from "../web/local/local-environment.ts";
import { sharePostgres } from "../web/local/shared-postgres.ts";
import { StartError } from "../web/local/start-error.ts";

const root = path.resolve(import.meta.dirname, "..");
const web = path.join(root, "web");

let starting: Promise<EmbeddedPostgres | undefined> = Promise.resolve(undefined);
let lock: DataLock | undefined;
let stopping = false;
let close = async () => {};
/** The log of the server, once it runs. */
let log: { warn(details: object, message: string): void } | undefined;

try {
  await main();
} catch (error) {
  await stopDatabase();
  process.stderr.write(`karlo: ${explain(error as NodeJS.ErrnoException)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
  lock = await lockData(dataFolder);
  if (!process.env.DATABASE_URL) starting = sharePostgres(dataFolder, reportDatabase);
  const postgres = await starting;
  const environment = environmentOf(postgres);
  process.env.NODE_ENV ??= "production";
  const app = await import(pathToFileURL(path.join(web, "build/server/index.js")).href);
  await app.applyMigrations(environment, web);
  app.captureConsole(environment);
  const served = await app.serve(environment, web);
  log = served.app.log;
  close = served.close;
  process.stdout.write(
    `\n  Karlo is at ${served.app.config.PUBLIC_URL}\n  Ctrl-C stops it; your data stays in ${placesOfData(postgres)}.\n\n`,
  );
}

/** Says what became of the database; whoever reads the log sees why requests failed meanwhile. */
function reportDatabase(event: string, error?: Error): void {
  log?.warn({ ...(error && { reason: error.message }) }, `database: ${event}`);
}

function placesOfData(postgres: EmbeddedPostgres | undefined): string {
  const folder = path.relative(process.cwd(), dataFolder) || ".";
  const outside = postgres && path.relative(dataFolder, postgres.data).startsWith("..");
  return outside ? `${folder} and ${path.dirname(postgres.data)}` : folder;
}

/** Stops once, however often it is told to. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  lock?.ending();
  await close();
  await stopDatabase();
  process.exit(0);
}

/** Stops the database, also one that is only starting. */
async function stopDatabase(): Promise<void> {
  const postgres = await starting.catch(() => undefined);
  await postgres?.stop().catch(() => {});
  lock?.release();
}

function explain(error: NodeJS.ErrnoException): string {
  if (error instanceof StartError || error.name === "EnvironmentError") return error.message;
  if (error.code === "EADDRINUSE") {
    const port = process.env.PORT || 3000;
    return `Port ${port} is taken, perhaps by another Karlo; stop that, or choose another: PORT=${Number(port) + 1} npm start.`;
  }
  if (error.code === "ENOSPC")
    return "The disk is full; free some space and start again. Nothing that was saved is lost.";
  if (error.code === "EACCES")
    return `${dataFolder} cannot be written; give this user the right, or set KARLO_DATA to another folder.`;
  if (error.code === "ECONNREFUSED" || error.code === "ENOTFOUND")
    return "The database at DATABASE_URL does not answer; start it, or unset DATABASE_URL to use Karlo's own.";
  return error.message;
}
