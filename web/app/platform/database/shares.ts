/** What one person has of something that there are few of. */
interface Share {
  held: number;
  waiting: (() => void)[];
}

/** Lets nobody hold more than a few of something at a time. */
export interface Shares<Thing extends object> {
  /** Takes one without a wait; false when the person has as many as they may. */
  takeNow(person: string): boolean;
  /**
   * Takes one, after those that the person asked for before.
   *
   * @throws Error `timeout exceeded when trying to connect`, as the pool itself says it
   */
  take(person: string): Promise<void>;
  /** Notes which thing it was, so that {@link released} knows whose it is. */
  holds(thing: Thing, person: string): void;
  /** Gives back what a person took and got nothing for. */
  give(person: string): void;
  /** Gives back a thing; does nothing for one that nobody holds. */
  released(thing: Thing): void;
}

/**
 * Makes the shares of a pool.
 *
 * @param max of one person
 * @param waitMs longest wait of a person for themselves; 0 for none
 */
export function createShares<Thing extends object>(max: number, waitMs: number): Shares<Thing> {
  const people = new Map<string, Share>();
  const holders = new WeakMap<Thing, string>();

  function takeNow(person: string): boolean {
    const share = people.get(person);
    if (!share) people.set(person, { held: 1, waiting: [] });
    else if (share.held >= max) return false;
    else share.held += 1;
    return true;
  }

  async function take(person: string): Promise<void> {
    if (takeNow(person)) return;
    const waiting = people.get(person)?.waiting ?? [];
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push(resolve);
    const timer =
      waitMs > 0 &&
      setTimeout(() => {
        const at = waiting.indexOf(resolve);
        if (at < 0) return;
        waiting.splice(at, 1);
        reject(new Error("timeout exceeded when trying to connect"));
      }, waitMs);
    try {
      await promise;
    } finally {
      if (timer) clearTimeout(timer);
    }
  }

  function give(person: string): void {
    const share = people.get(person);
    if (!share) return;
    const next = share.waiting.shift();
    if (next) next();
    else if (share.held > 1) share.held -= 1;
    else people.delete(person);
  }

  return {
    takeNow,
    take,
    give,
    holds(thing, person) {
      holders.set(thing, person);
    },
    released(thing) {
      const person = holders.get(thing);
      if (person === undefined) return;
      holders.delete(thing);
      give(person);
    },
  };
}
