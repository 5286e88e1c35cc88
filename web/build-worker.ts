import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { escapeBundle } from "./escape-bundle.ts";

/**
 * Bundles `worker.ts`, which the worker threads run. It is a file of its own, small beside the
 * server's, since each thread loads it anew.
 *
 * @param outfile path of the bundle
 */
export async function buildWorker(outfile: string): Promise<void> {
  await bundle("worker.ts", outfile);
}

/**
 * Bundles what `npm run train` and `npm run explain` run.
 *
 * @param outfile path of the bundle
 */
export async function buildLearning(outfile: string): Promise<void> {
  await bundle("app/assistant/learning/main.ts", outfile);
}

async function bundle(entry: string, outfile: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, entry)],
    tsconfig: path.join(import.meta.dirname, "tsconfig.json"),
    bundle: true,
    platform: "node",
    target: "node22",
    format: "esm",
    // Packages in CommonJS ask for Node's modules by `require`.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    minifySyntax: true,
    minifyWhitespace: true,
    outfile,
    write: false,
    logLevel: "warning",
  });
  // Tests build it where nothing was built before.
  await mkdir(path.dirname(outfile), { recursive: true });
  for (const { path: file, text } of outputFiles) await writeFile(file, escapeBundle(text));
}
