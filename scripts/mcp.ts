// The second half of `npm run mcp`, on the right Node. It works on the database at DATABASE_URL,
// else on Karlo's own, beside a Karlo that runs or without one. Standard output is the protocol's.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuild } from "./build.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { dataFolder, environmentOf } from "./local-environment.ts";
import { joinPostgres } from "./shared-postgres.ts";

const web = path.resolve(import.meta.dirname, "../web");

interface Served {
  closed: Promise<void>;
  close(): Promise<void>;
}

let postgres: EmbeddedPostgres | undefined;
let stopped = false;
let close = async () => {};
const stop = () => {
  stopped = true;
  void close();
};
for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.on(event, stop);
try {
  if (!process.env.DATABASE_URL) postgres = await joinPostgres(dataFolder);
  await ensureBuild();
  const app = await import(pathToFileURL(path.join(web, "build/server/index.js")).href);
  const environment = environmentOf(postgres);
  // A database of somebody's own is migrated by whoever serves it.
  if (postgres) await app.applyMigrations(environment, web);
  const served: Served = await app.serveMcp(environment);
  close = served.close;
  if (stopped) await close();
  else await served.closed;
} catch (error) {
  console.error(`karlo: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await postgres?.stop().catch(() => {});
  process.exit();
}
