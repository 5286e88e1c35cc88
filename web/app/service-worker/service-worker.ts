import { registerRoute } from "workbox-routing";
import { flushOutbox, SYNC_TAG } from "#app/offline/outbox/flush";
import { isKeptPage } from "#app/offline/pages/kept-pages";
import type { WorkerMessage } from "#app/offline/pages/worker-messages";
import {
  answerData,
  answerForm,
  answerPage,
  isKeptData,
  keepInBackground,
  noteChange,
  renewAfterChange,
} from "./answer";
import { keepAssets, keepFiles, serveAssets } from "./assets";
import { keepEssentials, keepFrames } from "./keep-essentials";
import { forgetOtherVersions } from "./kept";
import { pressNotification, sendKeptPresses } from "./press-notification";
import { showPush } from "./show-push";
import { subscribeAgain } from "./subscribe-again";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) =>
  event.waitUntil(Promise.all([keepAssets(event), keepFrames()])),
);

self.addEventListener("activate", (event) =>
  event.waitUntil(
    Promise.all([
      forgetOtherVersions(),
      // A version before this one has asked for it; kept pages are shown without it.
      self.registration.navigationPreload?.disable(),
      // The page that registered it is kept too.
      self.clients.claim(),
    ]),
  ),
);

self.addEventListener("message", (event) => {
  const message = event.data as WorkerMessage;
  if (message.type === "take-over") event.waitUntil(self.skipWaiting());
  if (message.type === "keep") event.waitUntil(keepOpenPage(message, event));
});

async function keepOpenPage(
  { page, files }: WorkerMessage & { type: "keep" },
  event: ExtendableEvent,
) {
  await keepFiles(files, event);
  await keepInBackground("documents", page);
  await keepEssentials();
}

// Before the routes: a change is noted whoever answers it.
self.addEventListener("fetch", (event) => {
  const { method } = event.request;
  if (method === "GET" || method === "HEAD") return;
  noteChange();
  event.waitUntil(renewAfterChange());
});

serveAssets();
registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === "navigate" && isPage(url),
  ({ event }) => answerPage(event as FetchEvent, afterLoad),
);
registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === "navigate" && isPage(url),
  ({ event }) => answerForm(event as FetchEvent),
  "POST",
);
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && (url.pathname.endsWith(".data") || isKeptData(url.pathname)),
  ({ event }) => answerData(event as FetchEvent, afterLoad),
);

/** Where there is no Background Sync, a page that was loaded tells that there is a network. */
async function afterLoad(): Promise<void> {
  await sendKeptPresses(self);
  await keepEssentials();
}

/** Background Sync, which TypeScript does not know: there is a network, and something waits for it. */
self.addEventListener("sync", (event) => {
  const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
  if (tag === SYNC_TAG) waitUntil.call(event, sendWaiting());
});

/** Fails while something waits: the browser then tries again. */
async function sendWaiting(): Promise<void> {
  const pressed = await sendKeptPresses(self);
  const { stopped } = await flushOutbox();
  if (!pressed) throw new Error("a press waits");
  if (stopped) throw new Error(`the outbox waits: ${stopped}`);
}

self.addEventListener("push", (event) => event.waitUntil(showPush(self, event.data)));

self.addEventListener("notificationclick", (event) =>
  event.waitUntil(pressNotification(self, event.notification, event.action)),
);

self.addEventListener("pushsubscriptionchange", (event) =>
  event.waitUntil(subscribeAgain(self, event as PushSubscriptionChangeEvent)),
);

/** What is not answered by a page of the app goes to the server as it is. */
function isPage({ pathname }: URL): boolean {
  // The name of a list may end like that of a file.
  if (isKeptPage(pathname)) return true;
  return !/^\/(api|mcp|docs|redoc|assets|\.well-known|profile\/export)(\/|$)|\.\w+$/.test(pathname);
}
