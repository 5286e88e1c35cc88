import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createWorkerPool, JobTooLarge, type WorkerPool } from "./worker-pool";

const folder = mkdtempSync(path.join(tmpdir(), "karlo-workers-"));
const file = path.join(folder, "worker.mjs");
let pool: WorkerPool;

beforeAll(async () => {
  const entryPoints = [path.join(import.meta.dirname, "testing/job-worker.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "esm", outfile: file });
});
afterEach(() => pool.close());
afterAll(() => rmSync(folder, { recursive: true }));

const open = (options: Partial<Parameters<typeof createWorkerPool>[0]> = {}) => {
  pool = createWorkerPool({ file, threads: 2, queue: 4, queuePerKey: 2, memory: 64, ...options });
  return pool;
};
const job = (key = "amna", deadlineMs = 2_000) => ({ key, deadlineMs });

describe("a worker pool", () => {
  it("gives a job's result, and its errors as they were", async () => {
    const { run } = open();
    expect(await run("double", 21, job())).toBe(42);
    await expect(run("refuse", null, job())).rejects.toMatchObject({
      name: "AppError",
      code: "not_found",
      status: 404,
      field: "id",
      values: { id: 7 },
    });
    await expect(run("fail", null, job())).rejects.toThrow("broken");
    await expect(run("unknown", null, job())).rejects.toThrow("There is no job unknown.");
  });

  it("ends a job that uses up its processor time, and goes on with the next one", async () => {
    const { run } = open({ threads: 1 });
    const endless = run("spin", null, job("amna", 200));
    const after = run("double", 1, job("bilal"));
    await expect(endless).rejects.toBeInstanceOf(JobTooLarge);
    expect(await after).toBe(2);
  });

  it("ends a job that needs too much memory, and goes on with the next one", async () => {
    const { run } = open({ threads: 1 });
    await expect(run("eat", null, job("amna", 20_000))).rejects.toBeInstanceOf(JobTooLarge);
    expect(await run("double", 4, job())).toBe(8);
  });

  it("fails the job whose worker exits, and goes on with the next one", async () => {
    const { run } = open({ threads: 1 });
    await expect(run("exit", null, job())).rejects.toThrow("worker exited");
    expect(await run("double", 4, job())).toBe(8);
  });

  it("does not count waiting as use of the processor", async () => {
    expect(await open().run("wait", 500, job("amna", 200))).toBe(500);
  });

  it("runs one job of a key at a time, so that one person leaves threads to others", async () => {
    const { run } = open();
    const ended: string[] = [];
    const ends = (name: string) => () => ended.push(name);
    await Promise.all([
      run("wait", 300, job("amna")).then(ends("first")),
      run("wait", 300, job("amna")).then(ends("second")),
      run("double", 3, job("bilal")).then(ends("other")),
    ]);
    expect(ended.indexOf("other")).toBeLessThan(ended.indexOf("second"));
  });

  it("starts another thread for a job that waits long, not for one that waits a moment", async () => {
    const pool = open();
    await Promise.all(["amna", "bilal", "sara"].map((key) => pool.run("double", 1, job(key))));
    expect(pool.threads).toBe(1);
    const abort = new AbortController();
    const long = pool.run("spin", null, { ...job("amna", 60_000), signal: abort.signal });
    expect(await pool.run("double", 3, job("bilal"))).toBe(6);
    expect(pool.threads).toBe(2);
    abort.abort(new Error("cancelled"));
    await expect(long).rejects.toThrow("cancelled");
  });

  it("ends threads that have nothing to do, but for those that it keeps", async () => {
    const pool = open({ kept: 1, idleMs: 200 });
    const abort = new AbortController();
    const long = pool.run("spin", null, { ...job("amna", 60_000), signal: abort.signal });
    await pool.run("double", 3, job("bilal"));
    expect(pool.threads).toBe(2);
    abort.abort(new Error("cancelled"));
    await expect(long).rejects.toThrow("cancelled");
    await pool.run("double", 3, job("bilal"));
    await expect.poll(() => pool.threads).toBe(1);
    await pool.close();
    const none = open({ idleMs: 200 });
    expect(await none.run("double", 3, job())).toBe(6);
    await expect.poll(() => none.threads).toBe(0);
    expect(await none.run("double", 4, job())).toBe(8);
  });

  it("gives short jobs to the threads that it keeps, so that another one ends among them", async () => {
    const pool = open({ kept: 1, idleMs: 1_000, queue: 64 });
    const long = pool.run("wait", 1_500, { ...job("amna", 60_000) });
    await pool.run("double", 3, job("bilal"));
    expect(pool.threads).toBe(2);
    await long;
    const until = performance.now() + 2_500;
    while (performance.now() < until)
      await Promise.all(["amna", "bilal", "sara"].map((key) => pool.run("wait", 20, job(key))));
    expect(pool.threads).toBe(1);
  });

  it("refuses with 503 what does not fit the queue, of one person before all", async () => {
    const { run } = open({ threads: 1 });
    const busy = { code: "busy", status: 503, values: { retryAfter: expect.any(Number) } };
    const running = run("wait", 200, job("amna"));
    const waiting = [run("double", 1, job("amna")), run("double", 2, job("amna"))];
    await expect(run("double", 3, job("amna"))).rejects.toMatchObject(busy);
    const others = [run("double", 4, job("bilal")), run("double", 5, job("sara"))];
    await expect(run("double", 6, job("omar"))).rejects.toMatchObject(busy);
    expect(await Promise.all([running, ...waiting, ...others])).toEqual([200, 2, 4, 8, 10]);
  });

  it("cancels a job that waits and one that runs", async () => {
    const { run } = open({ threads: 1 });
    const abort = new AbortController();
    const running = run("spin", null, { ...job("amna", 60_000), signal: abort.signal });
    const waiting = run("double", 1, { ...job("bilal"), signal: abort.signal });
    const other = run("double", 2, job("sara"));
    abort.abort(new Error("cancelled"));
    await expect(running).rejects.toThrow("cancelled");
    await expect(waiting).rejects.toThrow("cancelled");
    expect(await other).toBe(4);
  });

  it("passes on reports, in their order", async () => {
    const seen: unknown[] = [];
    const options = { ...job(), onReport: (value: unknown) => seen.push(value) };
    expect(await open().run("count", 3, options)).toBe(3);
    expect(seen).toEqual([1, 2, 3]);
  });
});
