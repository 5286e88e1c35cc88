// The overhead of Karlo on a model's first token: storing the message, counting limits, reading the
// conversation, and storing the response before it is sent. Then the latency and throughput of the
// built-in model, and the memory of the idle process. The server runs in a process as in the image.
import { median, percentile, report } from "./measure.ts";
import { signUp } from "./people.ts";
import { memory, pause, startKarlo, url } from "./process.ts";
import { startStreamingModel } from "./streaming-model.ts";

const TIMES = 150;
/** Requests until V8 has optimised the code: a fresh server is slower by a third. */
const WARM_UP = 400;
/** Messages per conversation. */
const CONVERSATION_LENGTH = 20;
const TURNS_MS = 5_000;
const CONCURRENCY = 8;

const model = await startStreamingModel(50);
const karlo = await startKarlo({
  MODEL_PROVIDER: "custom",
  MODEL_NAME: "words",
  MODEL_BASE_URL: model.url,
});
let authorization = `Bearer ${(await signUp("talker")).token}`;
let conversation: number | undefined;
const newConversation = { model: [] as number[], karlo: [] as number[] };
const longConversation = { model: [] as number[], karlo: [] as number[] };
for (let time = -WARM_UP; time < TIMES; time += 1) {
  // Alternating and sequential, so that other load on the machine affects all equally.
  const first = await firstToken("one word");
  const modelFirst = await modelFirstToken();
  conversation = time % CONVERSATION_LENGTH === 0 ? first.conversation : conversation;
  const next = await firstToken("one word", conversation);
  const modelNext = await modelFirstToken();
  if (time < 0) continue;
  newConversation.model.push(modelFirst);
  newConversation.karlo.push(first.ms);
  longConversation.model.push(modelNext);
  longConversation.karlo.push(next.ms);
}
karlo.stop();
await karlo.exited;
model.stop();
for (const [what, times] of [
  ["first token over the model's own", newConversation],
  ["the same in a conversation that goes on", longConversation],
] as const) {
  const p95 = (percentile(times.karlo, 0.95) - percentile(times.model, 0.95)).toFixed(1);
  report(what, median(times.karlo) - median(times.model), {
    max: 5,
    unit: "ms",
    detail: `p50 ${median(times.model).toFixed(1)} ms of the model itself; over it at p95 ${p95} ms`,
  });
}

const builtin = await startKarlo();
await (await fetch(`${url}/sign-in`)).text();
await pause(3_000);
report("memory, idle after one page", memory(builtin.pid), { max: 200, unit: "MiB" });
authorization = `Bearer ${(await signUp("adder")).token}`;
const latencies: number[] = [];
for (let time = -10; time < 50; time += 1) {
  const { ms } = await firstToken("add buy milk tomorrow at 5pm");
  if (time >= 0) latencies.push(ms);
}
report("first token of the built-in model", median(latencies), {
  max: 100,
  unit: "ms",
  detail: `p95 ${percentile(latencies, 0.95).toFixed(1)} ms, after the task is added`,
});
const end = performance.now() + TURNS_MS;
let turns = 0;
await Promise.all(
  Array.from({ length: CONCURRENCY }, async () => {
    for (; performance.now() < end; turns += 1) {
      await (await chat("add buy milk tomorrow at 5pm", { prefer: "wait" })).text();
    }
  }),
);
report("turns of the built-in model", (turns / TURNS_MS) * 1_000, {
  unit: "a second",
  detail: `${CONCURRENCY} at once, each adds a task`,
});
builtin.stop();
await builtin.exited;

async function chat(message: string, headers: Record<string, string>, conversation_id?: number) {
  const answer = await fetch(`${url}/api/v1/chat`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", ...headers },
    body: JSON.stringify({ message, conversation_id }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

/** Milliseconds to the first token of the model for the same request, without Karlo. */
async function modelFirstToken(): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`${model.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: model.lastRequest(),
  });
  return (await readUntil(answer, '"content"')).at - start;
}

/** Sends a message; returns the milliseconds to the first text of the answer. */
async function firstToken(
  message: string,
  conversation?: number,
): Promise<{ ms: number; conversation: number }> {
  const start = performance.now();
  const answer = await chat(message, { accept: "text/event-stream" }, conversation);
  const { at, text } = await readUntil(answer, "event: message.delta");
  const [, number] = /"conversation_id":(\d+)/.exec(text) ?? [];
  return { ms: at - start, conversation: Number(number) };
}

/** Reads a response to its end; returns when it first contained `marker`. */
async function readUntil(
  response: Response,
  marker: string,
): Promise<{ at: number; text: string }> {
  let at: number | undefined;
  let text = "";
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    text += part.value;
    if (at === undefined && text.includes(marker)) at = performance.now();
  }
  if (at === undefined) throw new Error(`The response has no ${marker}:\n${text}`);
  return { at, text };
}
