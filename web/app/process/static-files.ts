import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

/**
 * Serves the files of the build, compressed when the client accepts it. Files with a content hash
 * in their name are cached for a year. API requests skip the disk access.
 *
 * @param folder `build/client`
 */
export function staticFiles(folder: string): MiddlewareHandler {
  const root = path.relative(process.cwd(), folder) || ".";
  const serveFile = serveStatic({ root, precompressed: true });
  return async (c, next) => {
    if (c.req.path.startsWith("/api/")) return next();
    const file = await serveFile(c, async () => {});
    if (!file) return next();
    c.set("route", "files");
    file.headers.set("vary", "Accept-Encoding");
    file.headers.set("x-content-type-options", "nosniff");
    if (c.req.path.startsWith("/assets/"))
      file.headers.set("cache-control", "public, max-age=31536000, immutable");
    // Browsers ask for a new version each time.
    else if (c.req.path === "/service-worker.js") file.headers.set("cache-control", "no-cache");
    return file;
  };
}
