import { Worker } from "node:worker_threads";
import { AppError } from "../errors";
import { inSpan } from "../tracing/span";
import { type JobError, type JobReply, type JobRequest, LOADED } from "./messages";

/** How often a job's use of the processor is compared with its deadline. */
const WATCH_MS = 100;
/** On a machine that gives a job no processor, it ends after this many times its deadline. */
const WALL_FACTOR = 10;
/** What `Retry-After` says when the queue is full, in seconds. */
const RETRY_AFTER = 5;
/** Each thread takes tens of megabytes: another one starts for a job that has waited this long. */
const PATIENCE_MS = 500;
/** How long a thread that is not kept waits for its next job. */
const IDLE_MS = 30_000;
/** Most memory of what a worker has just made, in MiB: jobs make little at a time. */
const YOUNG_MEMORY = 12;

export interface PoolOptions {
  /** The bundle that every worker runs; it calls `serveJobs`. */
  file: string | URL;
  /** Jobs that run at a time. */
  threads: number;
  /** Threads that stay when there is nothing to do; 0 by default. */
  kept?: number;
  /** Jobs that may wait; one more is refused. */
  queue: number;
  /** Jobs of one key that may wait beside the one that runs. */
  queuePerKey: number;
  /** Most memory of a worker's heap, in MiB; a job that needs more ends its worker. */
  memory: number;
  /** How long a thread that is not kept waits for its next job, in milliseconds. */
  idleMs?: number;
}

/** How one job is run. */
interface JobOptions {
  /** Whose job it is, a user's id: one job of a key runs at a time, so that nobody fills the pool. */
  key: string;
  /** Processor time that the job may use, in milliseconds. */
  deadlineMs: number;
  /** Cancels the job, waiting or running. */
  signal?: AbortSignal;
  /** Called with each report of the job, such as its progress. */
  onReport?: (value: unknown) => void;
}

/** A job used up its processor time or its memory. */
export class JobTooLarge extends Error {
  readonly job: string;

  constructor(job: string, reason: "time" | "memory") {
    super(`job ${job} used up its ${reason}`);
    this.name = "JobTooLarge";
    this.job = job;
  }
}

/** Threads for work that would hold up the event loop. */
export interface WorkerPool {
  /**
   * Runs a job in a worker thread and gives its result.
   *
   * @param input what structured clone takes
   * @throws AppError `busy` (503, with `retryAfter`) when the queue is full; {@link JobTooLarge};
   *   the signal's reason; what the job threw, an AppError as it was
   */
  run<Result>(job: string, input: unknown, options: JobOptions): Promise<Result>;
  /** Jobs that run or wait. */
  readonly size: number;
  /** Threads that are there. */
  readonly threads: number;
  /** Ends the workers; jobs that run or wait fail. */
  close(): Promise<void>;
}

interface Task extends JobOptions {
  request: JobRequest;
  /** When it began to wait. */
  since: number;
  resolve(value: never): void;
  reject(error: unknown): void;
}

interface Thread {
  worker: Worker;
  /** Resolves when the worker has loaded its jobs, which is not counted against the first one. */
  loaded: Promise<void>;
  task?: Task;
  /** Ends the watch on the task that runs. */
  settle?: () => void;
  /** Ends the thread unless a job comes before. */
  retiring?: NodeJS.Timeout;
}

/**
 * Makes a pool. Workers start when jobs would wait, and end when there are none for a while; one that
 * a job broke is replaced. Waiting jobs run in their order, but for those whose key has one running.
 */
export function createWorkerPool({
  file,
  threads: max,
  kept = 0,
  queue,
  queuePerKey,
  memory,
  idleMs = IDLE_MS,
}: PoolOptions): WorkerPool {
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let lastId = 0;
  let closed = false;
  let growing: NodeJS.Timeout | undefined;

  function startThread(): Thread {
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG_MEMORY },
      // What a job prints would reach the log as text; a job reports by its result.
      stdout: true,
      stderr: true,
    });
    worker.unref();
    const { promise: loaded, resolve: onLoaded } = Promise.withResolvers<void>();
    const thread: Thread = { worker, loaded };
    worker.on("message", (reply: JobReply) => {
      if (reply.id === LOADED) onLoaded();
      else onReply(thread, reply);
    });
    worker.on("error", (error: NodeJS.ErrnoException) => onBroken(thread, error));
    worker.on("exit", () => onBroken(thread, new Error("worker exited")));
    threads.add(thread);
    return thread;
  }

  function onReply(thread: Thread, reply: JobReply): void {
    const { task } = thread;
    if (!task || reply.id !== task.request.id) return;
    if ("report" in reply) {
      task.onReport?.(reply.report);
      return;
    }
    release(thread);
    if ("error" in reply) task.reject(toError(reply.error));
    else task.resolve(reply.result as never);
    next();
  }

  function onBroken(thread: Thread, error: NodeJS.ErrnoException): void {
    if (!threads.delete(thread)) return;
    const { task } = thread;
    release(thread);
    if (task) {
      const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      task.reject(outOfMemory ? new JobTooLarge(task.request.job, "memory") : error);
    }
    next();
  }

  function release(thread: Thread): void {
    thread.settle?.();
    thread.worker.unref();
    thread.task = undefined;
    thread.settle = undefined;
    thread.retiring = setTimeout(() => retire(thread), idleMs).unref();
  }

  /** Ends a thread that had nothing to do for a while. */
  function retire(thread: Thread): void {
    if (threads.size <= kept || !threads.delete(thread)) return;
    void thread.worker.terminate();
  }

  /** Ends a job that runs, with its worker: nothing else stops a loop. */
  function stop(thread: Thread, reason: unknown): void {
    const { task } = thread;
    threads.delete(thread);
    release(thread);
    void thread.worker.terminate();
    task?.reject(reason);
    // The next job should not have to wait until a worker has loaded.
    if (!closed && threads.size < kept) startThread();
    next();
  }

  function start(thread: Thread, task: Task): void {
    let started = Number.POSITIVE_INFINITY;
    const usedBefore = thread.loaded.then(() => {
      started = performance.now();
      return cpuOf(thread.worker);
    });
    const watch = setInterval(async () => {
      const wall = performance.now() - started;
      if (wall < task.deadlineMs) return;
      const used = (await cpuOf(thread.worker)) - (await usedBefore);
      if (thread.task !== task) return;
      if (used >= task.deadlineMs || wall >= task.deadlineMs * WALL_FACTOR)
        stop(thread, new JobTooLarge(task.request.job, "time"));
    }, WATCH_MS);
    const onAbort = () => stop(thread, task.signal?.reason);
    task.signal?.addEventListener("abort", onAbort, { once: true });
    clearTimeout(thread.retiring);
    thread.task = task;
    thread.settle = () => {
      clearInterval(watch);
      task.signal?.removeEventListener("abort", onAbort);
    };
    thread.worker.ref();
    thread.worker.postMessage(task.request);
  }

  function next(): void {
    if (closed) return;
    const running = new Set([...threads].flatMap(({ task }) => task?.key ?? []));
    const at = waiting.findIndex(({ key }) => !running.has(key));
    const task = waiting[at];
    if (!task) return;
    const thread = threadFor(task);
    if (!thread) return;
    waiting.splice(at, 1);
    start(thread, task);
    next();
  }

  /**
   * The thread for a job. One that is not kept is for jobs that have waited long, also when it is there:
   * it would never have nothing to do otherwise, and never end.
   */
  function threadFor(task: Task): Thread | undefined {
    const all = [...threads];
    const free = all.find((one, at) => !one.task && (kept === 0 || at < kept));
    if (free) return free;
    const other = all.find((one) => !one.task);
    if (!other && threads.size >= max) return undefined;
    const patience = threads.size === 0 ? 0 : task.since + PATIENCE_MS - performance.now();
    if (patience <= 0) return other ?? startThread();
    clearTimeout(growing);
    growing = setTimeout(next, patience);
    return undefined;
  }

  return {
    run: (job, input, options) =>
      inSpan(`job ${job}`, {}, () => {
        const { promise, resolve, reject } = Promise.withResolvers<never>();
        if (options.signal?.aborted) throw options.signal.reason;
        const same = waiting.filter(({ key }) => key === options.key).length;
        if (closed || waiting.length >= queue || same >= queuePerKey)
          throw new AppError("busy", 503, { values: { retryAfter: RETRY_AFTER } });
        const request = { id: ++lastId, job, input };
        const since = performance.now();
        const task: Task = { ...options, request, since, resolve, reject };
        const onAbort = () => {
          const at = waiting.indexOf(task);
          if (at < 0) return;
          waiting.splice(at, 1);
          reject(options.signal?.reason);
        };
        options.signal?.addEventListener("abort", onAbort, { once: true });
        waiting.push(task);
        next();
        return promise.finally(() => options.signal?.removeEventListener("abort", onAbort));
      }),
    get threads() {
      return threads.size;
    },
    get size() {
      return waiting.length + [...threads].filter(({ task }) => task).length;
    },
    async close() {
      closed = true;
      clearTimeout(growing);
      const error = new AppError("busy", 503, { values: { retryAfter: RETRY_AFTER } });
      for (const { reject } of waiting.splice(0)) reject(error);
      const workers = [...threads];
      threads.clear();
      for (const thread of workers) {
        thread.task?.reject(error);
        release(thread);
      }
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Processor time of a worker so far, in milliseconds; 0 once it has ended. */
async function cpuOf(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1_000;
  } catch {
    return 0;
  }
}

function toError({ message, stack, app }: JobError): Error {
  if (app) return new AppError(app.code as never, app.status, app);
  return Object.assign(new Error(message), stack ? { stack } : {});
}
