// The baseline of the tasks page: Remix only. Renders the same routes to the same markup from data that
// was loaded once, without sessions, database, headers or other parts of Karlo.
import path from "node:path";
import { serve } from "@hono/node-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";

const web = path.resolve(import.meta.dirname, "..");
const built = await import(path.join(web, "build/server/index.js"));
const build = (await built.pages()) as ServerBuild;

const { app, close } = await built.serve({ ...process.env, PORT: "0" }, web);
const request = new Request(`${process.env.PUBLIC_URL}/tasks`, {
  headers: { cookie: process.env.COOKIE ?? "" },
});
const routes = { ...build.routes };
for (const id of ["root", "routes/tasks"]) {
  const route = build.routes[id];
  if (!route) throw new Error(`There is no route ${id}.`);
  const data = await route.module.loader?.({
    request,
    params: {},
    context: { app, requestId: "", nonce: "", responseHeaders: new Headers() },
  });
  routes[id] = { ...route, module: { ...route.module, loader: () => data as object } };
}
await close();

const handle = createRequestHandler({ ...build, routes }, "production");
serve({
  fetch: (request) =>
    new URL(request.url).pathname === "/"
      ? new Response("ok")
      : handle(request, { nonce: "bare", app } as never),
  port: Number(process.env.PORT),
  hostname: "127.0.0.1",
});
