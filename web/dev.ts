// `npm run dev`: the app behind Vite, on the embedded database. Changes to pages are hot-reloaded;
// after a change to the server the next request creates a new app.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { createServer as createVite } from "vite";
import { buildServiceWorker } from "./build-service-worker.ts";
import { buildWorker } from "./build-worker.ts";
import { generateClient } from "./local/build.ts";
import { lockData } from "./local/data-lock.ts";
import { dataFolder, environmentOf } from "./local/local-environment.ts";
import { sharePostgres } from "./local/shared-postgres.ts";

const web = import.meta.dirname;
const serviceWorker = path.join(web, "build/client/service-worker.js");

interface App {
  app: { close(graceMs: number): Promise<void> };
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
await (await load("platform/database/migrate")).migrate(
  environment.DIRECT_DATABASE_URL || environment.DATABASE_URL,
  path.join(web, "prisma/migrations"),
);

let app: Promise<App> | undefined;
let createdBy: unknown;

/** Returns the app for the current sources; closes the previous one after a change. */
async function currentApp(): Promise<App> {
  const { createHttp } = await load("process/http.server");
  if (app && createdBy === createHttp) return app;
  createdBy = createHttp;
  const previous = app;
  app = (async () => {
    await (await previous)?.app.close(1_000);
    const [{ createAppContext }, { readEnvironment }] = await Promise.all([
      load("process/create-app-context.server"),
      load("platform/environment"),
    ]);
    await Promise.all([
      buildWorker(path.join(web, "build/server/worker.js")),
      buildServiceWorker(serviceWorker),
    ]);
    const app = await createAppContext(readEnvironment(environment), web);
    const pages = () => vite.ssrLoadModule("virtual:remix/server-build");
    return { app, http: createHttp(app, pages, { mode: "development" }) };
  })();
  return app;
}

function load(module: string) {
  return vite.ssrLoadModule(`/app/${module}.ts`);
}

const listener = getRequestListener(async (request) => (await currentApp()).http.fetch(request));
const port = Number(process.env.PORT || 3000);
const server = createServer((request, response) => {
  if (request.url === "/service-worker.js") {
    response.setHeader("content-type", "text/javascript");
    createReadStream(serviceWorker).pipe(response);
  } else vite.middlewares(request, response, () => listener(request, response));
});
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
  await (await app)?.app.close(1_000);
  await postgres?.stop();
  lock.release();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
process.on("disconnect", () => stop(0));
