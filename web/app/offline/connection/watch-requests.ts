import { isOurs, KEPT_HEADER } from "#app/offline/pages/headers";
import { pathOfPage } from "#app/offline/pages/kept-pages";
import { type ConnectionProblem, connection, hold } from "./connection";
import { GivenUp, untilFormIsSentAgain, untilNextLoad } from "./retries";

/** A request without an answer after this time has failed: the connection may be half open. */
const TIMEOUT_MS = 10_000;
/** A file on a slow connection takes its time. */
const FORM_TIMEOUT_MS = 60_000;

type Attempt = { response: Response } | { problem: ConnectionProblem };

interface Manifest {
  routes: Record<string, { path?: string; hasClientAction: boolean }>;
}

/**
 * Watches the requests of this page, in one place for all of its pages. A load that fails, for whatever
 * reason, is held and tried again instead of failing: what is shown stays, and no error page takes its
 * place. A form that cannot be sent is held until the person decides, unless its page has a way of its
 * own. All other requests only tell whether the server answers.
 */
export function watchRequests(): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin) return send(request);
    if (!pathname.endsWith(".data")) return observe(send, request);
    if (request.method === "GET") return load(send, request);
    return handlesFailures(pathname) ? observe(send, request) : submit(send, request);
  };
}

/** Whether the page of a form says by itself that it could not be sent. */
function handlesFailures(pathname: string): boolean {
  const { routes } = (window as unknown as { __remixManifest: Manifest }).__remixManifest;
  const path = pathOfPage(pathname).slice(1);
  return Object.values(routes).some((route) => route.path === path && route.hasClientAction);
}

type Send = (request: Request) => Promise<Response>;

async function observe(send: Send, request: Request): Promise<Response> {
  try {
    const response = await send(request);
    note(request, problemOf(response), response);
    return response;
  } catch (error) {
    if (!request.signal.aborted) note(request, "network");
    throw error;
  }
}

async function load(send: Send, request: Request): Promise<Response> {
  const held = hold("loads");
  try {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await attemptOnce(send, request, TIMEOUT_MS);
      if ("response" in outcome) return outcome.response;
      held.begin();
      await untilNextLoad(attempt, request.signal);
    }
  } finally {
    held.end();
  }
}

async function submit(send: Send, request: Request): Promise<Response> {
  const held = hold("forms");
  try {
    for (;;) {
      const outcome = await attemptOnce(send, request, FORM_TIMEOUT_MS);
      if ("response" in outcome) return outcome.response;
      held.begin();
      await untilFormIsSentAgain(request.signal);
    }
  } catch (error) {
    // The router takes it for an answer without data, and the page is as before.
    if (error instanceof GivenUp) return new Response(null, { status: 204 });
    throw error;
  } finally {
    held.end();
  }
}

/** One attempt, with the whole body: a connection may end in the middle of it. */
async function attemptOnce(send: Send, request: Request, ms: number): Promise<Attempt> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), ms);
  try {
    const signal = AbortSignal.any([request.signal, timeout.signal]);
    const response = await send(new Request(request.clone(), { signal }));
    const problem = problemOf(response);
    const { status, headers } = response;
    const body = problem || status === 204 ? null : await response.arrayBuffer();
    note(request, problem, response);
    return problem ? { problem } : { response: new Response(body, { status, headers }) };
  } catch {
    request.signal.throwIfAborted();
    note(request, "network");
    return { problem: "network" };
  } finally {
    clearTimeout(timer);
  }
}

/** What is wrong with an answer; null for one of the app, which may say that it refuses. */
function problemOf(response: Response): ConnectionProblem | null {
  if (response.status >= 500 || response.status === 429) return "server";
  return isOurs(response) ? null : "captive";
}

/** Notes what an answer, or none, says of the connection and of what is shown. */
function note(request: Request, problem: ConnectionProblem | null, response?: Response): void {
  const kept = response?.headers.get(KEPT_HEADER);
  if (kept) {
    connection.set({ online: false, servedFrom: new Date(kept) });
  } else if (problem) {
    connection.set({ online: false, problem });
  } else {
    const { pathname, searchParams } = new URL(request.url);
    const isPage = pathname.endsWith(".data") && !searchParams.has("_routes");
    const fresh = isPage && { servedFrom: null, loadedAt: new Date() };
    connection.set({ online: true, problem: null, ...fresh });
  }
}
