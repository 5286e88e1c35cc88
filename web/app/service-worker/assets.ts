import { ExpirationPlugin } from "workbox-expiration";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";

declare const ASSETS: string[];

const FILES = "karlo-files";

// Names hold a hash of the content: a file of an earlier version goes on working for the pages that
// are still of that version, whatever the server has by now.
const files = new CacheFirst({
  cacheName: FILES,
  matchOptions: { ignoreVary: true },
  plugins: [
    new ExpirationPlugin({
      maxEntries: 800,
      maxAgeSeconds: 60 * 86_400,
      purgeOnQuotaError: true,
    }),
  ],
});

/** Answers requests for files of the build. */
export function serveAssets(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && isAsset(url.pathname),
    async (request) => (await findFile(request.request)) ?? files.handle(request),
  );
}

/**
 * Without the strategy: it writes down each use of a file, fifty of them for a page that is to be shown
 * at once.
 */
const findFile = (request: Request): Promise<Response | undefined> =>
  caches.match(request, { cacheName: FILES, ignoreVary: true });

/** Fetches all files that the pages of this version may ask for. */
export const keepAssets = (event: ExtendableEvent): Promise<void> => keepFiles(ASSETS, event);

/** Fetches files of the build that are not kept yet. */
export async function keepFiles(paths: string[], event: ExtendableEvent): Promise<void> {
  const wanted = paths.filter(isAsset);
  // A few at a time: the page that is open needs the connection too.
  while (wanted.length > 0) {
    const some = wanted.splice(0, 6);
    await Promise.all(some.map((path) => files.handle({ event, request: new Request(path) })));
  }
}

const isAsset = (path: string): boolean => /^\/(assets|icons)\/|^\/icon\.svg$/.test(path);
