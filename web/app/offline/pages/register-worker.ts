import type { WorkerMessage } from "./worker-messages";

const ADDRESS = "/service-worker.js";
/** How often a page that stays open asks for a new version. */
const UPDATE_MS = 3_600_000;

/**
 * Registers the service worker, which keeps pages from then on. The page that is open was loaded without
 * it and is kept now.
 *
 * @param onUpdate called when a new version of the app waits to take over
 */
export async function registerWorker(
  onUpdate: (waiting: ServiceWorker) => void,
  signal: AbortSignal,
): Promise<void> {
  const { serviceWorker } = navigator;
  const hadWorker = serviceWorker.controller !== null;
  const registration = await serviceWorker.register(ADDRESS);
  if (signal.aborted) return;
  if (!hadWorker) await keepThisPage(registration);
  watchUpdates(registration, onUpdate, signal);
}

async function keepThisPage({ active }: ServiceWorkerRegistration): Promise<void> {
  const worker = active ?? (await navigator.serviceWorker.ready).active;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname);
  const page = location.pathname + location.search;
  worker?.postMessage({ type: "keep", page, files } satisfies WorkerMessage);
}

function watchUpdates(
  registration: ServiceWorkerRegistration,
  onUpdate: (waiting: ServiceWorker) => void,
  signal: AbortSignal,
): void {
  // The first worker of a browser takes over by itself and replaces nothing.
  const see = () => registration.active && registration.waiting && onUpdate(registration.waiting);
  const found = () => registration.installing?.addEventListener("statechange", see);
  see();
  found();
  registration.addEventListener("updatefound", found, { signal });
  let asked = Date.now();
  const ask = () => {
    if (document.hidden || Date.now() - asked < UPDATE_MS) return;
    asked = Date.now();
    // Without network there is no new version.
    void registration.update().catch(() => {});
  };
  const timer = window.setInterval(ask, UPDATE_MS);
  signal.addEventListener("abort", () => window.clearInterval(timer));
  document.addEventListener("visibilitychange", ask, { signal });
}

/** Lets the new version take over, and reloads the page once it has. */
export function takeUpdate(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  waiting.postMessage({ type: "take-over" } satisfies WorkerMessage);
}
