import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Operation } from "./operation";

const NAME = "karlo-outbox";

/** The version of what is stored; each has its step in `upgrade`, which keeps what waits. */
const VERSION = 1;

/** What was sent is kept for pages that were read before it, and for tasks that had no number. */
const SENT_DAYS = 3;
const SENT_MAX = 300;

interface Schema extends DBSchema {
  operations: { key: string; value: Operation };
  /** The last place in the order; places are not used again. */
  counters: { key: string; value: number };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore("operations", { keyPath: "key" });
        db.createObjectStore("counters");
      }
    },
    // A newer version of the app wants to upgrade: this page opens it again when it needs it.
    blocking: close,
    terminated: close,
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function close(): void {
  opened?.then((db) => db.close()).catch(() => {});
  opened = undefined;
}

/** Tells the pages and the service worker of this device that the queue has changed. */
export const CHANNEL = "karlo-outbox";
let channel: BroadcastChannel | undefined;

function tell(): void {
  channel ??= new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
}

/** All operations that are kept, in their order. */
export async function readOperations(): Promise<Operation[]> {
  const all = await (await open()).getAll("operations");
  return all.sort((a, b) => a.seq - b.seq);
}

/**
 * Puts an operation at the end of the queue, durably.
 *
 * @param make gets its place
 */
export async function enqueue<Kind extends Operation>(make: (seq: number) => Kind): Promise<Kind> {
  const tx = (await open()).transaction(["operations", "counters"], "readwrite");
  const counters = tx.objectStore("counters");
  const seq = ((await counters.get("seq")) ?? 0) + 1;
  const operation = make(seq);
  await Promise.all([counters.put(seq, "seq"), tx.objectStore("operations").put(operation)]);
  await tx.done;
  tell();
  return operation;
}

/** Puts an operation at a place of its own, such as right behind the one that it undoes. */
export async function put(operation: Operation): Promise<void> {
  await (await open()).put("operations", operation);
  tell();
}

/**
 * Changes operations, as they are now; those that are gone stay gone.
 *
 * @param edit gives what takes the place of one: several, or `null` for nothing
 */
export async function change(
  keys: readonly string[],
  edit: (operation: Operation) => Operation | Operation[] | null,
): Promise<void> {
  const tx = (await open()).transaction("operations", "readwrite");
  for (const key of keys) {
    const operation = await tx.store.get(key);
    if (!operation) continue;
    const edited = [edit(operation) ?? []].flat();
    if (!edited.some((one) => one.key === key)) await tx.store.delete(key);
    for (const one of edited) await tx.store.put(one);
  }
  await tx.done;
  tell();
}

/** Removes operations. */
export const remove = (keys: readonly string[]): Promise<void> => change(keys, () => null);

/** Removes what was sent long ago. */
export async function forgetSent(now = Date.now()): Promise<void> {
  const all = await readOperations();
  if (all.some(({ state }) => state !== "sent")) return;
  const oldest = now - SENT_DAYS * 86_400_000;
  const old = all.filter(
    ({ madeAt }, index) => Date.parse(madeAt) < oldest || index < all.length - SENT_MAX,
  );
  if (old.length > 0) await remove(old.map(({ key }) => key));
}

/** Removes everything of a person from this device: what waits is lost. */
export async function clearOutbox(person: string): Promise<void> {
  const own = (await readOperations()).filter((operation) => operation.person === person);
  await remove(own.map(({ key }) => key));
}
