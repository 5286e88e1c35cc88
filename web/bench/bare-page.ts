// What the tasks page is compared with: Remix alone, which renders the same routes to the same markup
// from data that it read once, without a session, a database, headers or anything else of Karlo.
import path from "node:path";
import { serve } from "@hono/node-server";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";

const web = path.resolve(import.meta.dirname, "..");
const built = await import(path.join(web, "build/server/index.js"));
const build = (await built.pages()) as ServerBuild;

const { karlo, close } = await built.serve({ ...process.env, PORT: "0" }, web);
const request = new Request(`${process.env.PUBLIC_URL}/tasks`, {
  headers: { cookie: process.env.COOKIE ?? "" },
});
const routes = { ...build.routes };
for (const id of ["root", "routes/tasks"]) {
  const route = build.routes[id];
  if (!route) throw new Error(`There is no route ${id}.`);
  const answer = await route.module.loader?.({
    request,
    params: {},
    context: { karlo, requestId: "", nonce: "" },
  });
  routes[id] = { ...route, module: { ...route.module, loader: () => answer as object } };
}
await close();

const handle = createRequestHandler({ ...build, routes }, "production");
serve({
  fetch: (request) =>
    new URL(request.url).pathname === "/"
      ? new Response("ok")
      : handle(request, { nonce: "bare", karlo } as never),
  port: Number(process.env.PORT),
  hostname: "127.0.0.1",
});
