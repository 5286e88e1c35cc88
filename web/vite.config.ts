import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin, type Rollup } from "vite";
import { buildServiceWorker } from "./build-service-worker";
import { buildWorker } from "./build-worker";
import { escapeBundle } from "./escape-bundle.ts";

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

/** Where scripts are loaded late: for a page, by Remix; for a part of a page, by Vite. */
const LATE_SCRIPTS = [
  {
    file: /@remix-run\/react\/dist\/esm\/routeModules\.js$/,
    load: /import\( ?\/\* webpackIgnore: true \*\/ ?route\.module\)/,
    held: "(window.karloLoad ?? ((load) => load()))(() => import(/* @vite-ignore */ route.module))",
  },
  {
    file: /vite\/preload-helper/,
    load: /baseModule\(\)\.catch\(handlePreloadError\)/,
    held: "(window.karloLoad ?? ((load) => load()))(baseModule).catch(handlePreloadError)",
  },
];

/** Has late scripts loaded by `web/app/offline/connection/hold-scripts.ts`, which survives a bad network. */
function holdScripts(): Plugin {
  return {
    name: "karlo:hold-scripts",
    apply: "build",
    applyToEnvironment: ({ config }) => !config.build.ssr,
    transform(code, id) {
      const late = LATE_SCRIPTS.find(({ file }) => file.test(id));
      if (!late) return;
      if (!late.load.test(code)) this.error(`${id} loads scripts in a way that is not known.`);
      return { code: code.replace(late.load, late.held), map: null };
    },
  };
}

/** Makes the server's bundle take one byte for each letter in memory. */
function escapedServer(): Plugin {
  return {
    name: "karlo:escaped-server",
    apply: "build",
    enforce: "post",
    applyToEnvironment: ({ config }) => Boolean(config.build.ssr),
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk") file.code = escapeBundle(file.code);
    },
  };
}

/** Bundles the worker threads' entry beside the server. */
function workerBundle(): Plugin {
  return {
    name: "karlo:worker-bundle",
    apply: "build",
    applyToEnvironment: ({ config }) => Boolean(config.build.ssr),
    closeBundle: () => buildWorker(path.join(import.meta.dirname, "build/server/worker.js")),
  };
}

/** Bundles the service worker into the folder of the client's build. */
function serviceWorkerBundle(): Plugin {
  return {
    name: "karlo:service-worker-bundle",
    apply: "build",
    applyToEnvironment: ({ config }) => Boolean(config.build.ssr),
    closeBundle: () =>
      buildServiceWorker(path.join(import.meta.dirname, "build/client/service-worker.js")),
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
    closeBundle: {
      order: "post",
      // What the plugins before it are still writing is compressed too.
      sequential: true,
      handler: compressClient,
    },
  };
}

async function compressClient(): Promise<void> {
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
}

const LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|i18next|react-i18next)\//;

/**
 * Puts what every page loads, and what the lists of tasks share, into few files: many small ones
 * compress badly, and each costs a request. Libraries stay apart, as fewer releases change them.
 */
function sharedChunks(): Rollup.GetManualChunk {
  const app = path.join(import.meta.dirname, "app/");
  let frame: Set<string> | undefined;
  return (id, { getModuleInfo }) => {
    if (/node_modules\/lucide-react\//.test(id)) return "icons";
    if (LIBRARIES.test(id)) return "libraries";
    const loadedBy = (page: string): Set<string> => {
      const all = new Set([app + page]);
      // A set also iterates what is added meanwhile.
      for (const one of all)
        for (const next of getModuleInfo(one)?.importedIds ?? [])
          if (next.startsWith(app)) all.add(next);
      return all;
    };
    if (!frame) {
      const today = loadedBy("routes/today.tsx");
      const shared = [...loadedBy("routes/tasks.tsx")].filter((one) => today.has(one));
      frame = new Set([...loadedBy("root.tsx"), ...shared]);
    }
    return frame.has(id) ? "frame" : undefined;
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
    holdScripts(),
    escapedServer(),
    workerBundle(),
    serviceWorkerBundle(),
    precompressed(),
  ],
  resolve: { alias },
  // React's development builds stay out of the server's bundle.
  define: isSsrBuild ? { "process.env.NODE_ENV": JSON.stringify("production") } : {},
  // The image carries no node_modules: everything the server needs is in its bundle.
  ssr: command === "build" ? { noExternal: true } : {},
  // The server's bundle is made small too: it costs memory for as long as the process lives.
  build: {
    target: "es2023",
    minify: true,
    chunkSizeWarningLimit: 1500,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: sharedChunks() } },
  },
  // Names stay, so that a stack in the log can be read. As they are: short ones beside which the
  // long ones are kept (`keepNames`) are put back by a call for each closure, whenever one is made.
  esbuild: isSsrBuild
    ? { minifyIdentifiers: false, minifySyntax: true, minifyWhitespace: true }
    : {},
  server: { hmr: { port: 24678 } },
}));
