import { type Flushed, flushOutbox, SYNC_TAG } from "./flush";
import type { Operation } from "./operation";
import { MARK, outbox } from "./state";
import { CHANNEL, change, enqueue, forgetSent, readOperations } from "./store";

let watching: BroadcastChannel | undefined;

/** Reads the outbox of the person who is signed in, and follows what other tabs do to it. */
export async function openOutbox(): Promise<void> {
  if (!watching) {
    watching = new BroadcastChannel(CHANNEL);
    watching.onmessage = () => void refresh().catch(() => {});
    await forgetSent();
    // What an earlier page has left behind waits for nobody's answer.
    const all = await readOperations();
    const left = all.filter(({ state, late }) => state === "waiting" && !late);
    if (left.length > 0) await markLate(left.map(({ key }) => key));
  }
  await refresh();
}

let reading: Promise<void> | undefined;
let stale = false;

/** Shows what the store has now; of several calls at once the last one counts for all. */
export async function refresh(): Promise<void> {
  stale = true;
  reading ??= readAnew();
  await reading;
}

async function readAnew(): Promise<void> {
  try {
    while (stale) {
      stale = false;
      const owner = outbox.owner();
      const all = owner ? await readOperations() : [];
      const operations = all.filter(({ person }) => person === owner?.id);
      outbox.set({ ...outbox.get(), operations });
      mark(all.some(({ state }) => state !== "sent"));
    }
  } finally {
    reading = undefined;
  }
}

function mark(waits: boolean): void {
  try {
    if (waits) localStorage.setItem(MARK, "1");
    else localStorage.removeItem(MARK);
  } catch {
    // The next page looks when somebody does something.
  }
}

/** Sends what waits. */
export async function flush(): Promise<Flushed> {
  const flushed = await flushOutbox();
  await refresh();
  const signedOut = flushed.stopped === "session";
  if (outbox.get().signedOut !== signedOut) outbox.set({ ...outbox.get(), signedOut });
  if (flushed.stopped) await askForSync();
  return flushed;
}

/** Asks the browser to wake the service worker when there is a network, also without a page. */
export async function askForSync(): Promise<void> {
  try {
    const worker = await navigator.serviceWorker?.getRegistration();
    const sync = (worker as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync;
    await sync?.register(SYNC_TAG);
  } catch {
    // The page sends it when it is looked at again.
  }
}

/** Marks operations as waiting for more than their answer. */
export const markLate = (keys: string[]) => change(keys, (one) => ({ ...one, late: true }));

/** What is kept before: forms are kept in the order in which they were pressed. */
let kept: Promise<unknown> = Promise.resolve();

/** Keeps an operation behind those that were pressed before it. */
export function keepInTurn<Kind extends Operation>(
  make: () => (seq: number) => Kind,
): Promise<Kind> {
  const next = kept.then(async () => {
    await openOutbox();
    const operation = await enqueue(make());
    mark(true);
    return operation;
  });
  kept = next.catch(() => {});
  return next;
}
