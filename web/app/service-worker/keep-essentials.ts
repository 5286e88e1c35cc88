import { dataAddress, OFFLINE_PAGE } from "#app/offline/pages/kept-pages";
import { START_PAGE } from "#app/platform/start-page";
import { keepInBackground, keptAt } from "./answer";
import { isSignedIn, type Kind } from "./kept";

const HOUR_MS = 3_600_000;
/** How many of the last conversations are kept without having been opened here. */
const CONVERSATIONS = 5;

const PAGES = [START_PAGE, "/upcoming", "/tasks", "/chatbot", "/reminders"];

/** Keeps the frame, in which what is not kept says so, and the list, at which the app starts. */
export async function keepFrames(): Promise<void> {
  await keepOnce("documents", OFFLINE_PAGE);
  await keepOnce("documents", START_PAGE);
}

/**
 * Keeps what a person expects to find without network though they did not open it on this device: the
 * first pages and the last conversations. Done at most every hour.
 */
export async function keepEssentials(): Promise<void> {
  if (!(await isSignedIn())) return;
  const ages = await Promise.all([
    keptAt("documents", OFFLINE_PAGE),
    ...PAGES.map((page) => keptAt("data", dataAddress(page))),
  ]);
  if (ages.every(isFresh)) return;
  await keepFrames();
  for (const page of PAGES) await keepOnce("data", dataAddress(page));
  const recent = `/api/v1/conversations?limit=${CONVERSATIONS}`;
  const response = await fetch(recent).catch(() => null);
  if (!response?.ok) return;
  const { conversations } = (await response.json()) as { conversations: { id: number }[] };
  for (const { id } of conversations) await keepOnce("data", dataAddress(`/chatbot?c=${id}`));
}

async function keepOnce(kind: Kind, address: string): Promise<void> {
  if (!isFresh(await keptAt(kind, address))) await keepInBackground(kind, address);
}

const isFresh = (time: number): boolean => Date.now() - time < HOUR_MS;
