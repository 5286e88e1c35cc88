import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * Makes `server.ts` the entry of the server build, so that pages, API and process are one
 * bundle with one copy of every module. Remix would otherwise bundle its pages alone.
 */
function oneServerBundle(): Plugin {
  return {
    name: "karlo:one-server-bundle",
    enforce: "post",
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? {
            build: {
              // One file, so that it knows whether it is what Node was told to run.
              rollupOptions: { input: "./server.ts", output: { inlineDynamicImports: true } },
            },
          }
        : undefined,
  };
}

const COMPRESSED = { br: promisify(brotliCompress), gz: promisify(gzip) };
/** Below this, a compressed file saves no packet. */
const WORTH_BYTES = 1_000;

/**
 * Puts compressed copies beside the text files that browsers are sent, once here so that no request
 * waits for it. Fonts are compressed already.
 */
function precompressed(): Plugin {
  return {
    name: "karlo:precompressed",
    apply: "build",
    enforce: "post",
    // After the server's build, which comes last and adds files of its own.
    applyToEnvironment: ({ config }) => Boolean(config.build.ssr),
    async closeBundle() {
      const folder = path.join(import.meta.dirname, "build/client");
      const files = await readdir(folder, { recursive: true });
      await Promise.all(
        files
          .filter((name) => /\.(js|css|svg|json|txt|html)$/.test(name))
          .map(async (name) => {
            const file = path.join(folder, name);
            const text = await readFile(file);
            if (text.length < WORTH_BYTES) return;
            for (const [ending, compress] of Object.entries(COMPRESSED)) {
              await writeFile(`${file}.${ending}`, await compress(text));
            }
          }),
      );
    },
  };
}

/** `#app/…` is `web/app/…`, everywhere. */
const alias = [{ find: /^#app\//, replacement: `${import.meta.dirname}/app/` }];

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix({
      ignoredRouteFiles: ["**/*.test.*"],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    oneServerBundle(),
    precompressed(),
  ],
  resolve: { alias },
  // React's development builds stay out of the server's bundle.
  define: isSsrBuild ? { "process.env.NODE_ENV": JSON.stringify("production") } : {},
  // The image carries no node_modules: everything the server needs is in its bundle.
  ssr: command === "build" ? { noExternal: true } : {},
  // The server's bundle is made small too: it costs memory for as long as the process lives.
  build: { target: "es2023", minify: true, chunkSizeWarningLimit: 1500 },
  // Names stay, so that a stack in the log can be read. As they are: short ones beside which the
  // long ones are kept (`keepNames`) are put back by a call for each closure, whenever one is made.
  esbuild: isSsrBuild
    ? { minifyIdentifiers: false, minifySyntax: true, minifyWhitespace: true }
    : {},
  server: { hmr: { port: 24678 } },
}));
