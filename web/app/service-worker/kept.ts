import { CacheExpiration } from "workbox-expiration";
import {
  KEEP_NOTHING_HEADER,
  KEPT_HEADER,
  NOBODY,
  PERSON_HEADER,
} from "#app/offline/pages/headers";
import { keptAddress, OFFLINE_PAGE } from "#app/offline/pages/kept-pages";

declare const BUILD: string;

/** A kind of answers that are kept. */
export type Kind = "documents" | "data";

const DAY = 86_400;
const PREFIX = "karlo-documents-";
/** Documents name the scripts of their version; data are of none. */
const NAMES: Record<Kind, string> = { documents: PREFIX + BUILD, data: "karlo-data" };
const OWNER = "karlo-owner";

const limits = { maxAgeSeconds: 30 * DAY, matchOptions: { ignoreVary: true } };
const expirations: Record<Kind, CacheExpiration> = {
  documents: new CacheExpiration(NAMES.documents, { ...limits, maxEntries: 30 }),
  data: new CacheExpiration(NAMES.data, { ...limits, maxEntries: 150 }),
};

/** Whose answers are kept: the person who is signed in, and who was signed in last. */
interface Owner {
  now: string;
  last: string;
}

const NO_OWNER: Owner = { now: NOBODY, last: NOBODY };

let known: Promise<Owner> | undefined;

function owner(): Promise<Owner> {
  known ??= (async () => {
    const stored = await caches.match("/", { cacheName: OWNER });
    return stored ? stored.json() : NO_OWNER;
  })();
  return known;
}

/**
 * Learns from an answer of the server who is signed in. What is kept of another person is deleted
 * before anything else is kept or shown.
 *
 * @returns whether the answer may be kept
 */
export async function learnOwner({ headers }: Response): Promise<boolean> {
  const before = await owner();
  if (headers.has(KEEP_NOTHING_HEADER)) {
    if (before.now !== NOBODY) await forgetAnswers();
    known = Promise.resolve(NO_OWNER);
    await caches.delete(OWNER);
    return false;
  }
  const person = headers.get(PERSON_HEADER) ?? NOBODY;
  if (person !== before.now) {
    const last = person === NOBODY ? before.last : person;
    known = Promise.resolve({ now: person, last });
    await forgetAnswers();
    // What waits to be sent outlives a session that has ended, not another person's sign-in.
    if (before.last !== NOBODY && last !== before.last) await forgetDatabases();
    await (await caches.open(OWNER)).put("/", Response.json(await known));
  }
  return person !== NOBODY;
}

/** Whether the last answer of the server was for a person, of whom something may be kept. */
export const isSignedIn = async (): Promise<boolean> => (await owner()).now !== NOBODY;

/** Keeps an answer, with the time it is of. */
export async function keep(kind: Kind, address: string, response: Response): Promise<void> {
  const headers = new Headers(response.headers);
  const now = new Date().toISOString();
  headers.set(KEPT_HEADER, now);
  const body =
    kind === "documents" ? asKept(await response.text(), now) : await response.arrayBuffer();
  if (headers.get(PERSON_HEADER) !== (await owner()).now) return;
  const { status } = response;
  const key = keptAddress(address);
  try {
    await (await caches.open(NAMES[kind])).put(key, new Response(body, { status, headers }));
    if (await isForgotten()) return await forgetAll();
    await expirations[kind].updateTimestamp(new URL(key, location.origin).href);
    await expirations[kind].expireEntries();
    if (await isForgotten()) await forgetAll();
  } catch {
    // The device is full: what is kept makes room, and the page works as without it.
    await forgetAnswers();
  }
}

/** A page that was told to keep nothing has deleted all of it, the owner's name included. */
const isForgotten = async (): Promise<boolean> => !(await caches.has(OWNER));

/** Deletes what was kept while a page was deleting all of it. */
async function forgetAll(): Promise<void> {
  for (const name of Object.values(NAMES)) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
}

/**
 * A document as it is kept. It says how old it is; and it does not ask for its scripts ahead of its first
 * paint, which fifty files from this device would hold up more than they would hasten what follows.
 */
const asKept = (html: string, now: string): string =>
  html
    .replace("<html ", `<html data-kept="${now}" `)
    // The elements stay, since hydration finds them.
    .replaceAll('rel="modulepreload"', 'rel="later"');

/** The kept answer to an address; undefined when there is none of the person who is signed in. */
export async function findKept(kind: Kind, address: string): Promise<Response | undefined> {
  const options = { cacheName: NAMES[kind], ignoreVary: true };
  // At once: a worker that has just started reads both from the disk.
  const [found, { now }] = await Promise.all([
    caches.match(keptAddress(address), options),
    owner(),
  ]);
  return found?.headers.get(PERSON_HEADER) === now ? found : undefined;
}

/** The addresses of what is kept, the one that was kept last at the end. */
export async function keptAddresses(kind: Kind): Promise<string[]> {
  // To open one that is not there would make it.
  if (!(await caches.has(NAMES[kind]))) return [];
  const requests = await (await caches.open(NAMES[kind])).keys();
  return requests.map(({ url }) => {
    const { pathname, search } = new URL(url);
    return pathname + search;
  });
}

/** Deletes all kept answers. */
async function forgetAnswers(): Promise<void> {
  for (const kind of Object.keys(NAMES) as Kind[]) {
    await caches.delete(NAMES[kind]);
    // Addresses hold words of the person too.
    await expirations[kind].delete();
  }
  await forgetOtherVersions();
}

/** Deletes documents of other versions of the app. */
export async function forgetOtherVersions(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== NAMES.documents) await caches.delete(name);
}

/**
 * Deletes everything of the person who signs out without network, but the frame: the session goes on at
 * the server, and only there.
 */
export async function forgetPerson(): Promise<void> {
  await caches.delete(NAMES.data);
  const documents = await caches.open(NAMES.documents);
  for (const { url } of await documents.keys())
    if (new URL(url).pathname !== OFFLINE_PAGE) await documents.delete(url);
  for (const expiration of Object.values(expirations)) await expiration.delete();
  await forgetDatabases();
}

async function forgetDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    if (name && !name.startsWith("workbox-")) indexedDB.deleteDatabase(name);
}
