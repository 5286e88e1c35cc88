// `npm run dev`: Vite in front of the same app, on the embedded database.
// A change to a page is there at once; a change to the server makes it anew for the next request.
import { createServer } from "node:http";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { createServer as createVite } from "vite";
import { generateClient } from "../scripts/build.ts";
import { lockData } from "../scripts/data-lock.ts";
import { dataFolder, environmentOf } from "../scripts/local-environment.ts";
import { sharePostgres } from "../scripts/shared-postgres.ts";

const web = import.meta.dirname;

interface App {
  karlo: { close(graceMs: number): Promise<void> };
  http: Hono;
}

process.env.NODE_ENV = "development";
await generateClient();
const lock = await lockData(dataFolder);
const postgres = process.env.DATABASE_URL ? undefined : await sharePostgres(dataFolder);
const vite = await createVite({
  root: web,
  configFile: path.join(web, "vite.config.ts"),
  server: { middlewareMode: true },
});
const environment = environmentOf(postgres);
await (await load("platform/migrate")).migrate(
  environment.DIRECT_DATABASE_URL || environment.DATABASE_URL,
  path.join(web, "prisma/migrations"),
);

let app: Promise<App> | undefined;
let madeBy: unknown;

/** The app of the sources as they are now. */
async function current(): Promise<App> {
  const { createHttp } = await load("http.server");
  if (app && madeBy === createHttp) return app;
  madeBy = createHttp;
  const before = app;
  app = (async () => {
    await (await before)?.karlo.close(1_000);
    const [{ createKarlo }, { readEnvironment }] = await Promise.all([
      load("karlo.server"),
      load("platform/environment"),
    ]);
    const karlo = await createKarlo(readEnvironment(environment), web);
    const pages = () => vite.ssrLoadModule("virtual:remix/server-build");
    return { karlo, http: createHttp(karlo, pages, { mode: "development" }) };
  })();
  return app;
}

function load(module: string) {
  return vite.ssrLoadModule(`/app/${module}.ts`);
}

const answer = getRequestListener(async (request) => (await current()).http.fetch(request));
const port = Number(process.env.PORT || 3000);
const server = createServer((request, response) =>
  vite.middlewares(request, response, () => answer(request, response)),
);
server.listen(port, "127.0.0.1", () =>
  console.log(`\n  Karlo (development) is at http://localhost:${port}\n`),
);
server.on("error", (error) => {
  console.error(`karlo: ${error.message}`);
  void stop(1);
});

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  lock.ending();
  server.close();
  await vite.close();
  await (await app)?.karlo.close(1_000);
  await postgres?.stop();
  lock.release();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
process.on("disconnect", () => stop(0));
