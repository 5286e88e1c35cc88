// The second half of `npm start`, on the right Node: database, build, migrations, server.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureBuild } from "./build.ts";
import {
  type EmbeddedPostgres,
  EmbeddedPostgresError,
  startPostgres,
} from "./embedded-postgres.ts";

const root = path.resolve(import.meta.dirname, "..");
const web = path.join(root, "web");
const folder = path.resolve(process.env.KARLO_DATA || path.join(root, ".karlo"));

let postgres: EmbeddedPostgres | undefined;
let stopping = false;
let close = async () => {};

try {
  await main();
} catch (error) {
  await postgres?.stop().catch(() => {});
  console.error(`karlo: ${explain(error as NodeJS.ErrnoException)}`);
  process.exit(1);
}

async function main(): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
  mkdirSync(folder, { recursive: true });
  const own = !process.env.DATABASE_URL;
  [postgres] = await Promise.all([own ? startPostgres({ folder }) : undefined, ensureBuild()]);
  const environment = {
    ...process.env,
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || keptSecret(),
    ...(postgres && { DATABASE_URL: postgres.url("postgres"), DIRECT_DATABASE_URL: undefined }),
  };
  process.env.NODE_ENV ??= "production";
  const app = await import(path.join(web, "build/server/index.js"));
  await app.applyMigrations(environment, web);
  const served = await app.serve(environment, web);
  close = served.close;
  console.log(
    `\n  Karlo is at ${served.karlo.config.PUBLIC_URL}\n  Ctrl-C stops it; your data stays in ${path.relative(process.cwd(), folder) || "."}.\n`,
  );
}

/** Stops once, however often it is told to. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await close();
  await postgres?.stop();
  process.exit(0);
}

/** The secret that signs sessions, made once for this data folder. */
function keptSecret(): string {
  const file = path.join(folder, "auth-secret");
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function explain(error: NodeJS.ErrnoException): string {
  if (error instanceof EmbeddedPostgresError || error.name === "EnvironmentError")
    return error.message;
  if (error.code === "EADDRINUSE") {
    const port = process.env.PORT || 3000;
    return `Port ${port} is taken, perhaps by another Karlo; stop that, or choose another: PORT=${Number(port) + 1} npm start.`;
  }
  if (error.code === "ENOSPC")
    return "The disk is full; free some space and start again. Nothing that was saved is lost.";
  if (error.code === "EACCES")
    return `${folder} cannot be written; give this user the right, or set KARLO_DATA to another folder.`;
  if (error.code === "ECONNREFUSED" || error.code === "ENOTFOUND")
    return "The database at DATABASE_URL does not answer; start it, or unset DATABASE_URL to use Karlo's own.";
  return error.message;
}
