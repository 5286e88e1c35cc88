import { AppError } from "./errors";

/** What `Retry-After` says to a person who has one already, and when all are taken; in seconds. */
const RETRY_AFTER = 5;

interface TurnOptions {
  /** Works that run at a time, of all people. */
  slots: number;
  /** Works that may wait for a slot. */
  waiting: number;
  /** Longest wait for a slot, in milliseconds. */
  waitMs: number;
  /** Works that may read their input at a time, and most bytes of it in memory, of all people. */
  readers: number;
  readBytes: number;
}

/** Counts bytes that were read into memory; throws `busy` (503) when all people together have too many. */
export type CountBytes = (bytes: number) => void;

/** A heavy work with an input that somebody sends. */
interface ReadWork<Input, Result> {
  /** Reads the input. It takes no slot: whoever sends slowly keeps nobody from theirs. */
  read(count: CountBytes): Promise<Input>;
  work(input: Input): Promise<Result>;
}

/** Runs heavy work, such as imports: few at a time, and one of each person. */
export interface Turns {
  /**
   * Reads the input, then works once there is a slot. Neither a slot nor the wait for one takes a
   * connection.
   *
   * @param signal ends the wait
   * @throws AppError `transfer_running` (429) while the person has one; `busy` (503) when too many
   *   read or wait, or it took too long; both with `retryAfter`
   */
  take<Input, Result>(
    userId: string,
    work: ReadWork<Input, Result>,
    signal?: AbortSignal,
  ): Promise<Result>;
}

/** Makes the turns of a process. */
export function createTurns(options: TurnOptions): Turns {
  const { slots, waiting: waitingMax, waitMs, readers: readersMax, readBytes: readMax } = options;
  const people = new Set<string>();
  const waiting: (() => void)[] = [];
  let free = slots;
  let readers = 0;
  let inMemory = 0;

  /** Reads an input, whose bytes count until `done` is called. */
  async function readInput<Input>(read: ReadWork<Input, unknown>["read"]) {
    if (readers >= readersMax) throw busy();
    let counted = 0;
    let open = true;
    const done = () => {
      open = false;
      inMemory -= counted;
      counted = 0;
    };
    readers += 1;
    try {
      const input = await read((bytes) => {
        // What goes on arriving after its deadline is not kept either.
        if (!open || inMemory + bytes > readMax) throw busy();
        counted += bytes;
        inMemory += bytes;
      });
      return { input, done };
    } catch (error) {
      done();
      throw error;
    } finally {
      readers -= 1;
    }
  }

  async function waitForSlot(signal?: AbortSignal): Promise<void> {
    // Whoever sent the input may have gone meanwhile.
    signal?.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    if (waiting.length >= waitingMax) throw busy();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push(resolve);
    const leave = (reason: unknown) => {
      const at = waiting.indexOf(resolve);
      if (at < 0) return;
      waiting.splice(at, 1);
      reject(reason);
    };
    const timer = setTimeout(() => leave(busy()), waitMs);
    const onAbort = () => leave(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    }
  }

  function releaseSlot(): void {
    // Handed on to who waits longest.
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async take(userId, { read, work }, signal) {
      signal?.throwIfAborted();
      if (people.has(userId))
        throw new AppError("transfer_running", 429, { values: { retryAfter: RETRY_AFTER } });
      people.add(userId);
      try {
        const { input, done } = await readInput(read);
        try {
          await waitForSlot(signal);
          try {
            return await work(input);
          } finally {
            releaseSlot();
          }
        } finally {
          done();
        }
      } finally {
        people.delete(userId);
      }
    },
  };
}

const busy = () => new AppError("busy", 503, { values: { retryAfter: RETRY_AFTER } });
