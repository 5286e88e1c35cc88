import { describe, expect, it } from "vitest";
import { createTurns, type Turns } from "./turns";

const later = () => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { work: () => promise, resolve, reject };
};
/** Works without an input. */
const take = <T>(turns: Turns, id: string, work: () => Promise<T>, signal?: AbortSignal) =>
  turns.take(id, { read: async () => null, work }, signal);
const READING = { readers: 8, readBytes: 1_000 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("turns", () => {
  it("run a few at a time and one of each person, the others in their order", async () => {
    const turns = createTurns({ slots: 1, waiting: 2, waitMs: 10_000, ...READING });
    const order: string[] = [];
    const first = later();
    const running = take(turns, "amna", first.work);
    await expect(take(turns, "amna", async () => "again")).rejects.toMatchObject({
      code: "transfer_running",
      status: 429,
      values: { retryAfter: expect.any(Number) },
    });
    const waiting = ["bilal", "sara"].map((id) => take(turns, id, async () => order.push(id)));
    await expect(take(turns, "omar", async () => "no")).rejects.toMatchObject({
      code: "busy",
      status: 503,
    });
    await settled();
    expect(order).toEqual([]);
    first.resolve("done");
    expect(await running).toBe("done");
    await Promise.all(waiting);
    expect(order).toEqual(["bilal", "sara"]);
    expect(await take(turns, "amna", async () => "again")).toBe("again");
  });

  it("go on after a failure, a cancelled wait and one that took too long", async () => {
    const turns = createTurns({ slots: 1, waiting: 5, waitMs: 50, ...READING });
    const first = later();
    const running = take(turns, "amna", first.work);
    const abort = new AbortController();
    const cancelled = take(turns, "bilal", async () => "no", abort.signal);
    const late = take(turns, "sara", async () => "no");
    abort.abort(new Error("gone"));
    await expect(cancelled).rejects.toThrow("gone");
    await expect(late).rejects.toMatchObject({ code: "busy", status: 503 });
    first.reject(new Error("broken"));
    await expect(running).rejects.toThrow("broken");
    for (const id of ["amna", "bilal", "sara"])
      expect(await take(turns, id, async () => id)).toBe(id);
  });

  it("read what is sent without a slot, so that a slow sender keeps nobody from theirs", async () => {
    const turns = createTurns({ slots: 1, waiting: 1, waitMs: 50, ...READING });
    const slow = later();
    const sending = turns.take("amna", { read: () => slow.work(), work: async (input) => input });
    expect(await take(turns, "bilal", async () => "done")).toBe("done");
    slow.resolve("a file");
    expect(await sending).toBe("a file");
  });

  it("keep a bounded number of bytes of a bounded number of senders in memory", async () => {
    const turns = createTurns({ slots: 1, waiting: 5, waitMs: 10_000, readers: 2, readBytes: 100 });
    const reading = later();
    const send = (id: string, bytes: number, wait?: Promise<string>) =>
      turns.take(id, {
        read: async (count) => {
          count(bytes);
          return wait;
        },
        work: async () => id,
      });
    const busy = { code: "busy", status: 503, values: { retryAfter: expect.any(Number) } };
    const first = send("amna", 60, reading.work());
    await expect(send("bilal", 60)).rejects.toMatchObject(busy);
    expect(await send("bilal", 40)).toBe("bilal");
    const second = send("sara", 1, reading.work());
    await expect(send("omar", 1)).rejects.toMatchObject(busy);
    reading.resolve("");
    expect(await Promise.all([first, second])).toEqual(["amna", "sara"]);
    expect(await send("omar", 100)).toBe("omar");
  });

  it("count nothing after a reading was given up", async () => {
    const turns = createTurns({ slots: 1, waiting: 5, waitMs: 10_000, ...READING });
    let counts = (_: number) => {};
    const failed = turns.take("amna", {
      read: async (count) => {
        counts = count;
        throw new Error("too slow");
      },
      work: async () => "no",
    });
    await expect(failed).rejects.toThrow("too slow");
    expect(() => counts(1)).toThrow(expect.objectContaining({ code: "busy" }));
  });
});
