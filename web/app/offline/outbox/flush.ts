import {
  dependsOn,
  type FormOperation,
  isAboutSame,
  numbersGiven,
  type Operation,
  withNumbers,
} from "./operation";
import { baseAsSaved } from "./seen-base";
import { type Sendable, send, type Unsent } from "./send";
import { settled } from "./settle";
import { change, readOperations } from "./store";

/** What a flush has come to. */
export interface Flushed {
  /** How many operations were sent or refused. */
  settled: number;
  /** Why it stopped before the end; null when nothing is left that can be sent. */
  stopped: Unsent | null;
  /** Milliseconds that the server asks to wait. */
  retryAfter: number;
}

/** The tag under which Background Sync wakes the service worker. */
export const SYNC_TAG = "karlo-outbox";

const LOCK = "karlo-outbox";

/** The flush before, where the browser has no locks: on HTTP other than of this machine. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Sends what waits, in its order, one by one; of all tabs and the service worker one sends at a time.
 * What is refused holds up only what depends on it. A network that fails ends it, to be called again.
 */
export async function flushOutbox(): Promise<Flushed> {
  // The type of the lock's result is a promise of a promise.
  if ("locks" in navigator) return await navigator.locks.request(LOCK, sendAll);
  const flushed = last.then(sendAll);
  last = flushed.catch(() => {});
  return await flushed;
}

/** How many operations may fail before it is taken for the server's failure and not for theirs. */
const FAILURES_MAX = 3;

async function sendAll(): Promise<Flushed> {
  const held = new Set<string>();
  const failed = new Set<string>();
  const signedOut = new Set<string>();
  let count = 0;
  for (;;) {
    const all = await readOperations();
    const operation = nextOf(all, held, failed, signedOut);
    if (!operation) {
      const stopped = signedOut.size > 0 ? "session" : failed.size > 0 ? "failed" : null;
      return { settled: count, stopped, retryAfter: 0 };
    }
    const request = requestOf(operation, all);
    if (request === null) {
      held.add(operation.key);
      continue;
    }
    const { key } = operation;
    if (request === "nothing") {
      await change([key], (one) => ({ ...one, state: "sent", doneAt: one.madeAt }));
      continue;
    }
    // Before it goes out: an answer may be lost.
    await change([key], (one) => ({ ...one, attempts: one.attempts + 1 }));
    const sending = await send(operation, request);
    if (sending.kind === "unsent") {
      if (sending.reason === "session") {
        signedOut.add(operation.person);
        continue;
      }
      if (sending.reason === "failed" && failed.size + 1 < FAILURES_MAX) {
        failed.add(key);
        continue;
      }
      return { settled: count, stopped: sending.reason, retryAfter: sending.retryAfter };
    }
    count += 1;
    await change([key], (one) => {
      if (sending.kind === "refused") return { ...one, state: "refused", refusal: sending.refusal };
      return settled(one, sending.answer as Operation["answer"], sending.doneAt, all);
    });
  }
}

/** The first operation that can be sent. */
function nextOf(
  all: readonly Operation[],
  held: ReadonlySet<string>,
  failed: ReadonlySet<string>,
  signedOut: ReadonlySet<string>,
): Operation | undefined {
  const stuck: Operation[] = [];
  const numbers = numbersGiven(all);
  for (const operation of all) {
    if (operation.state === "sent" || signedOut.has(operation.person)) continue;
    const waits =
      operation.state === "refused" || held.has(operation.key) || failed.has(operation.key);
    const isBehind = (earlier: Operation) =>
      dependsOn(operation, earlier) ||
      // It is tried again, and must not take effect after what was pressed later.
      (failed.has(earlier.key) && isAboutSame(operation, earlier, numbers));
    if (!waits && !stuck.some(isBehind)) return operation;
    stuck.push(operation);
  }
  return undefined;
}

/** The request of an operation; null while it cannot be made, "nothing" where there is none to make. */
function requestOf(operation: Operation, all: readonly Operation[]): Sendable | null | "nothing" {
  if (operation.kind === "message") {
    const before = all.find(({ key }) => key === operation.after);
    if (before?.kind !== "message") return { path: "/chat", body: operation.body };
    const { conversation_id } = before.answer ?? {};
    return conversation_id === undefined
      ? null
      : { path: "/chat", body: { ...operation.body, conversation_id } };
  }
  const numbers = numbersGiven(all);
  const form = withNumbers(operation.form, (id) => numbers.get(id));
  if (!form) return null;
  if (operation.undoOf) {
    const undone = all.find(({ key }) => key === operation.undoOf) as FormOperation | undefined;
    if (undone && undone.state !== "sent") return null;
    const changes = undone?.answer?.undo?.fields.changes;
    if (!changes) return "nothing";
    form.changes = changes;
  }
  if (form.intent === "many" && form.base) form.base = baseAsSaved(operation, all);
  // A version that stands for a change which waited, see `effectOf`.
  if (form.version?.includes(".")) form.version = String(versionOf(Number(form.id), all, form));
  return { path: "/tasks/forms", body: { form, said_at: operation.madeAt } };
}

/** The version that a task has after what was sent from here. */
function versionOf(id: number, all: readonly Operation[], form: Record<string, string>): number {
  const versions = all.flatMap((one) =>
    one.kind === "form"
      ? (one.answer?.tasks ?? []).filter((task) => task.id === id).map(({ version }) => version)
      : [],
  );
  return Math.max(Math.floor(Number(form.version)), ...versions);
}
