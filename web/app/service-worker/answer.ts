import {
  isOurs,
  KEEP_NOTHING_HEADER,
  KEEPING_HEADER,
  KEPT_HEADER,
  PASSING_HEADER,
} from "#app/offline/pages/headers";
import { dataAddress, isKeptPage, isPlace, OFFLINE_PAGE } from "#app/offline/pages/kept-pages";
import { START_PAGE } from "#app/platform/start-page";
import { findKept, forgetPerson, type Kind, keep, keptAddresses, learnOwner } from "./kept";

/** How long after a kept page was shown, or something was changed, the page is kept anew. */
const RENEW_MS = 5_000;
/** How many documents, and how many data, are kept anew after a change. */
const RENEWED_MAX = 6;
/** How long it may take where something older could be shown. */
const PATIENCE_MS = 3_000;
/** How long it may take at all. */
const TIMEOUT_MS = 10_000;
/** How long after a change pages are asked of the server first. */
const FRESH_MS = 15_000;

let changedAt = 0;

/** Notes that something is being changed: what is kept may be of before. */
export function noteChange(): void {
  changedAt = Date.now();
}

/**
 * Keeps the places anew once what was changed is in them: the next start shows them as they were left.
 * The first page comes first, then those that were kept last; one after the other, since nobody waits.
 */
export async function renewAfterChange(): Promise<void> {
  const noted = changedAt;
  await wait(RENEW_MS);
  for (const [kind, address] of await placesToRenew()) {
    // A later change renews all of them.
    if (changedAt !== noted) return;
    await keepInBackground(kind, address);
  }
}

async function placesToRenew(): Promise<[Kind, string][]> {
  const of = async (kind: Kind): Promise<[Kind, string][]> => {
    const places = (await keptAddresses(kind)).filter(isPlace).reverse().slice(0, RENEWED_MAX);
    return places.map((address) => [kind, address]);
  };
  const places = [...(await of("documents")), ...(await of("data"))];
  const isFirst = ([kind, address]: [Kind, string]) =>
    kind === "documents" && address === START_PAGE;
  return [...places.filter(isFirst), ...places.filter((place) => !isFirst(place))];
}

/** The server was not reached, or what answered in its place is not Karlo. */
class NotReached extends Error {
  readonly response: Response | undefined;

  constructor(response?: Response) {
    super("not reached");
    this.response = response;
  }
}

/**
 * Answers the request for a page. A kept one is shown when the server does not answer at once; the
 * page itself then asks for what is new. Without either, the frame of the app says so.
 *
 * @param afterwards is done when the page is kept: of a new person, nothing else is
 */
export async function answerPage(
  event: FetchEvent,
  afterwards: () => Promise<void>,
): Promise<Response> {
  const { request } = event;
  const url = new URL(request.url);
  const address = url.pathname + url.search;
  const kept = await findKept("documents", address);
  const keepIt = async (response: Response) => {
    await keepPage(address, response);
    await afterwards();
  };
  // A person who reloads, or who has just changed something, wants to see what is now.
  const patient = request.cache !== "default" || Date.now() - changedAt < FRESH_MS;
  if (kept && !patient) {
    // The page asks for its data anew; the document has time until everything is shown.
    event.waitUntil(wait(RENEW_MS).then(() => renewPage(address, afterwards)));
    return kept;
  }
  try {
    return await askForPage(event, keepIt, kept ? PATIENCE_MS : TIMEOUT_MS);
  } catch (error) {
    if (kept) return kept;
    const { response } = error as NotReached;
    if (response && isOurs(response)) return response;
    return toFrame(address);
  }
}

async function renewPage(address: string, afterwards: () => Promise<void>): Promise<void> {
  await keepInBackground("documents", address);
  await afterwards();
}

/** Leads to the frame, which shows the page from its data where those are kept. */
async function toFrame(address: string): Promise<Response> {
  if (!(await findKept("documents", OFFLINE_PAGE))) return Response.error();
  const to = address === "/" ? START_PAGE : address;
  return Response.redirect(`${OFFLINE_PAGE}?${new URLSearchParams({ to })}`);
}

async function askForPage(
  event: FetchEvent,
  keepIt: (response: Response) => Promise<void>,
  patience: number,
): Promise<Response> {
  const response = await within(patience, () => fetch(event.request));
  if (response.type === "opaqueredirect" || !isHtml(response)) return response;
  if (!isOurs(response) || response.status >= 500) throw new NotReached(response);
  if (response.ok) {
    const copy = response.clone();
    event.waitUntil(keepIt(copy));
  }
  return response;
}

async function keepPage(address: string, response: Response): Promise<void> {
  const { pathname } = new URL(address, location.origin);
  if (!(await learnOwner(response)) || !isKeptPage(pathname)) return;
  if (response.headers.has(PASSING_HEADER)) await keepInBackground("documents", address);
  else await keep("documents", address, response);
  await keepInBackground("data", dataAddress(address));
}

/**
 * Answers a form that loads a page, such as the one that signs out. Where it cannot be sent, the frame
 * says so in place of the browser's error; who signs out is rid of what is kept here in any case.
 */
export async function answerForm({ request }: FetchEvent): Promise<Response> {
  noteChange();
  try {
    const response = await fetch(request);
    if (response.type === "opaqueredirect" || isOurs(response) || !isHtml(response))
      return response;
  } catch {
    // Said below.
  }
  const leaves = new URL(request.url).pathname === "/sign-out";
  if (leaves) await forgetPerson();
  const why = leaves ? "signed-out" : "unsent";
  if (!(await findKept("documents", OFFLINE_PAGE))) return Response.error();
  return Response.redirect(`${OFFLINE_PAGE}?${new URLSearchParams({ why })}`, 303);
}

/**
 * Answers the request for the data of a page, or of the chat's window: from the server, or as they are
 * kept, with their time.
 *
 * @param afterwards is done when they are kept: who signs in without a page load has nothing else yet
 */
export async function answerData(
  event: FetchEvent,
  afterwards: () => Promise<void>,
): Promise<Response> {
  const { pathname, search, searchParams } = new URL(event.request.url);
  const address = pathname + search;
  const kept = (await findKept("data", address)) ?? (await findWhole(address));
  try {
    const asked = ask(event.request);
    event.waitUntil(asked.catch(() => {}));
    const response = await within(kept ? PATIENCE_MS : TIMEOUT_MS, () => asked);
    if (!isOurs(response) || response.status >= 500) throw new NotReached(response);
    // A part of a page's data may say nothing of who is signed in.
    const whole = !searchParams.has("_routes");
    const mayKeep = whole
      ? response.ok && (await learnOwner(response))
      : response.ok && !response.headers.has(KEEP_NOTHING_HEADER);
    if (mayKeep && isKeptData(pathname)) {
      const passes = response.headers.has(PASSING_HEADER);
      const copy = response.clone();
      if (whole) event.waitUntil(afterwards());
      event.waitUntil(passes ? keepInBackground("data", address) : keep("data", address, copy));
    }
    return response;
  } catch (error) {
    return kept ?? (error as NotReached).response ?? Response.error();
  }
}

/**
 * The kept data of a whole page, where a part of them is asked for; or those of a list, where a task of
 * it is: the page opens it from there.
 */
async function findWhole(address: string): Promise<Response | undefined> {
  const url = new URL(address, location.origin);
  for (const name of ["_routes", "task"]) {
    url.searchParams.delete(name);
    const kept = await findKept("data", url.pathname + url.search);
    if (kept) return kept;
  }
  return undefined;
}

/** Fetches an answer with all of its body: a connection may end in the middle of it. */
async function ask(request: Request | string, init?: RequestInit): Promise<Response> {
  const response = await fetch(request, init);
  const { status, headers } = response;
  if (status === 204 || status === 205) return response;
  return new Response(await response.arrayBuffer(), { status, headers });
}

/** Fetches and keeps an answer that nobody waits for; nothing happens where it cannot be had. */
export async function keepInBackground(kind: Kind, address: string): Promise<void> {
  try {
    const init = { headers: { [KEEPING_HEADER]: "true" }, signal: AbortSignal.timeout(TIMEOUT_MS) };
    const response = await ask(address, init);
    if (!isOurs(response) || !response.ok || response.redirected) return;
    const mayKeep = await learnOwner(response);
    if (mayKeep || address === OFFLINE_PAGE) await keep(kind, address, response);
  } catch {
    // The next visit keeps it.
  }
}

/** When an answer was kept, in milliseconds; 0 when it is not. */
export async function keptAt(kind: Kind, address: string): Promise<number> {
  const kept = await findKept(kind, address);
  return kept ? Date.parse(kept.headers.get(KEPT_HEADER) ?? "") : 0;
}

/** Whether the data at a path are kept: of a page, or a conversation of the chat's window. */
export const isKeptData = (pathname: string): boolean =>
  (pathname.endsWith(".data") && isKeptPage(pathname)) || isConversation(pathname);

const isConversation = (pathname: string): boolean =>
  /^\/api\/v1\/conversations\/\d+$/.test(pathname);

const isHtml = ({ headers }: Response): boolean =>
  headers.get("content-type")?.startsWith("text/html") ?? false;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const late = wait(ms).then(() => {
    throw new NotReached();
  });
  return Promise.race([work(), late]);
}
