import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

/** Files of the build that no page of the app asks for: those of the API's documentation. */
const NOT_KEPT = /^(swagger-ui|docs-|reference-page|design-)/;

/**
 * Bundles the service worker. It has an address of its own without a hash, at which browsers look for
 * a new version, and is not a module: browsers of two years ago know no other. It knows the files of
 * the client's build, which therefore comes first.
 *
 * @param outfile path of the bundle, at the root of what is served: it rules what is below
 */
export async function buildServiceWorker(outfile: string): Promise<void> {
  const folder = path.join(import.meta.dirname, "app/service-worker");
  const names = await readdir(path.join(path.dirname(outfile), "assets")).catch(() => []);
  const assets = names
    .filter((name) => /\.(js|css)$/.test(name) && !NOT_KEPT.test(name))
    .map((name) => `/assets/${name}`)
    .sort();
  await build({
    entryPoints: [path.join(folder, "service-worker.ts")],
    tsconfig: path.join(folder, "tsconfig.json"),
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "iife",
    minify: true,
    outfile,
    logLevel: "warning",
    define: {
      ASSETS: JSON.stringify(assets),
      BUILD: JSON.stringify(hash(assets)),
      // Without it Workbox reports each request to the console.
      "process.env.NODE_ENV": '"production"',
    },
  });
}

/** Names a version of the app by its files. */
const hash = (assets: string[]): string =>
  createHash("sha256").update(assets.join()).digest("hex").slice(0, 12);
