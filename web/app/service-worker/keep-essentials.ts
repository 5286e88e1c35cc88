import { dataAddress, OFFLINE_PAGE } from "#app/offline/pages/kept-pages";
import { START_PAGE } from "#app/platform/start-page";
import { groupHref } from "#app/tasks/groups/group-href";
import { keepInBackground, keptAt } from "./answer";
import { isSignedIn, type Kind } from "./kept";

const HOUR_MS = 3_600_000;
/** How many of the last conversations are kept without having been opened here. */
const CONVERSATIONS = 5;
/** The same of the first lists, in the person's order. */
const LISTS = 8;

const PAGES = [START_PAGE, "/upcoming", "/calendar", "/tasks", "/lists", "/chatbot", "/reminders"];

/** Keeps the frame, in which what is not kept says so, and the list, at which the app starts. */
export async function keepFrames(): Promise<void> {
  await keepOnce("documents", OFFLINE_PAGE);
  await keepOnce("documents", START_PAGE);
}

/**
 * Keeps what a person expects to find without network though they did not open it on this device: the
 * first pages, the first lists and the last conversations. Done at most every hour.
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
  const { lists = [] } = await read<{ lists: { name: string; archived: boolean }[] }>("/lists");
  for (const { name } of lists.filter(({ archived }) => !archived).slice(0, LISTS))
    await keepOnce("data", dataAddress(groupHref("list", name)));
  const recent = `/conversations?limit=${CONVERSATIONS}`;
  const { conversations = [] } = await read<{ conversations: { id: number }[] }>(recent);
  for (const { id } of conversations) await keepOnce("data", dataAddress(`/chatbot?c=${id}`));
}

/** Reads from the API; nothing where it cannot be had. */
async function read<Answer>(path: string): Promise<Partial<Answer>> {
  try {
    const response = await fetch(`/api/v1${path}`);
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}

async function keepOnce(kind: Kind, address: string): Promise<void> {
  if (!isFresh(await keptAt(kind, address))) await keepInBackground(kind, address);
}

const isFresh = (time: number): boolean => Date.now() - time < HOUR_MS;
