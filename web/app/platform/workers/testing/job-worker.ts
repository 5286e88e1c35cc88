import { AppError } from "../../errors";
import { serveJobs } from "../serve-jobs";

/** Jobs that behave in every way that the pool has to handle. */
serveJobs({
  double: (n: number) => n * 2,
  wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, ms)),
  spin: () => {
    for (;;);
  },
  eat: () => {
    const all: number[][] = [];
    for (;;) all.push(new Array(100_000).fill(all.length));
  },
  count: (to: number, report) => {
    for (let n = 1; n <= to; n += 1) report(n);
    return to;
  },
  refuse: () => {
    throw new AppError("not_found", 404, { field: "id", values: { id: 7 } });
  },
  fail: () => {
    throw new TypeError("broken");
  },
  exit: () => process.exit(3),
  /** As the built-in model's job: takes for ever where the message says "spin". */
  answer_request: (request: unknown) => {
    while (JSON.stringify(request).includes("spin"));
    return { output: [], inputTokens: 0, outputTokens: 0, processorMs: 1 };
  },
});
