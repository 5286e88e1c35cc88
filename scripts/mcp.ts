// `npm run mcp`, on the required Node. Uses the database of DATABASE_URL, else the embedded one, whether
// Karlo is running or not. Standard output carries the protocol, so messages go to standard error.
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { EmbeddedPostgres } from "../web/local/embedded-postgres.ts";
import { dataFolder, environmentOf } from "../web/local/local-environment.ts";
import { joinPostgres } from "../web/local/shared-postgres.ts";

const web = path.resolve(import.meta.dirname, "../web");

/** The exports of the build that are used here. */
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
  const app = await import(pathToFileURL(path.join(web, "build/server/index.js")).href);
  const environment = environmentOf(postgres);
  // A database at DATABASE_URL is migrated by its operator.
  if (postgres) await app.applyMigrations(environment, web);
  const served: Served = await app.serveMcp(environment);
  close = served.close;
  if (stopped) await close();
  else await served.closed;
} catch (error) {
  console.error(`karlo: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await postgres?.stop().catch((error) => console.error(`karlo: ${(error as Error).message}`));
  process.exit();
}
