import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { replyFailure } from "#app/i18n/reply-failure";
import { createWorkerPool, type WorkerPool } from "#app/platform/workers/worker-pool";
import { answerRequest, type BuiltinRequest } from "./builtin/answer-request";
import { answerInWorker } from "./builtin-in-worker.server";

const workers = createWorkerPool({
  file: path.join(import.meta.dirname, "../../build/server/worker.js"),
  threads: 1,
  memory: 96,
  queue: 8,
  queuePerKey: 2,
});

/** Workers whose model takes for ever for a message that says so, and answers all others. */
let spinning: WorkerPool;
const folder = mkdtempSync(path.join(os.tmpdir(), "karlo-spin-"));
beforeAll(async () => {
  const file = path.join(folder, "worker.mjs");
  const entryPoints = [path.join(import.meta.dirname, "../platform/workers/testing/job-worker.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "esm", outfile: file });
  spinning = createWorkerPool({ file, threads: 1, memory: 64, queue: 8, queuePerKey: 2 });
});
afterAll(async () => {
  await Promise.all([workers.close(), spinning.close()]);
  rmSync(folder, { recursive: true });
});

const request = (content: string): BuiltinRequest => ({
  input: [{ role: "user", content }],
  handoffs: [],
  now: Date.parse("2026-11-21T04:00:00Z"),
  timeZone: "Asia/Karachi",
});
const answer = (content: string) =>
  answerInWorker(workers, "amna")(request(content), AbortSignal.timeout(60_000));

it("gives what the model gives in the thread of the caller", async () => {
  for (const text of ["add buy milk tomorrow at 5pm", "میرے کام دکھاؤ", "kal doodh lana hai"]) {
    const [call] = answerRequest(request(text)).output;
    const { name, arguments: args } = call as { name: string; arguments: string };
    expect((await answer(text)).output).toMatchObject([{ name, arguments: args }]);
  }
});

it.each([
  ["en", /^This was too much .*, so nothing was changed: .*\.$/],
  ["ur", /^یہ ایک ساتھ بہت زیادہ تھا اور کچھ نہیں بدلا گیا، .*۔$/],
  ["ur-Latn", /^Ye ek sath bohat zyada tha aur kuch nahi badla gaya, .*\.$/],
] as const)("ends at its deadline in one sentence of the language: %s", async (language, says) => {
  let last = performance.now();
  let longest = 0;
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const respond = answerInWorker(spinning, "amna");
  const error = await respond(request("spin")).catch((thrown) => thrown);
  clearInterval(watch);
  expect(error).toMatchObject({ code: "message_too_complex", values: { begun: false } });
  expect(replyFailure(error.code, language, error.values)).toMatch(says);
  expect(longest).toBeLessThan(250);
  // The next message is answered, by a worker that is started for it.
  expect(await answerInWorker(spinning, "amna")(request("stop"))).toMatchObject({ output: [] });
});

it("says so once it has begun, and counts all responses to one message", async () => {
  const begun: BuiltinRequest = {
    ...request("spin"),
    input: [
      { role: "user", content: "spin" },
      {
        type: "function_call",
        callId: "1",
        name: "create_task",
        status: "completed",
        arguments: "{}",
      },
      {
        type: "function_call_result",
        callId: "1",
        name: "create_task",
        status: "completed",
        output: { type: "text", text: JSON.stringify({ task: { id: 1, title: "buy milk" } }) },
      },
    ],
  };
  const respond = answerInWorker(spinning, "amna");
  const error = await respond(begun).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "message_too_complex", values: { begun: true } });
});

it("fails with a plain reason when too many wait, and answers those that do", async () => {
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => answer("add buy milk")));
  const refused = all.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const reason of refused) expect(reason).toMatchObject({ code: "busy", status: 503 });
  expect(all.length - refused.length).toBeGreaterThan(1);
});
