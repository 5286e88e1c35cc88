// What Karlo adds to the first token of a model: the message is kept, its limits are counted, the
// conversation is read, and what the model says is in the database before anybody sees it. Then
// what a person waits for with the built-in model, how many of its turns there are in a second, and
// what the process weighs idle. The server is a process of its own, begun as the image begins it.
import { median, share, show } from "./measure.ts";
import { signUp } from "./people.ts";
import { beginKarlo, memory, pause, url } from "./process.ts";
import { beginTalkingModel } from "./talking-model.ts";

const TIMES = 150;
/** Until V8 has compiled what a turn runs through: a server that has just begun is slower by a third. */
const WARM_UP = 400;
/** Each conversation goes on for so many messages. */
const LONG = 20;
const TURNS_MS = 5_000;
const AT_ONCE = 8;

const model = await beginTalkingModel(50);
const talking = await beginKarlo({
  MODEL_PROVIDER: "custom",
  MODEL_NAME: "words",
  MODEL_BASE_URL: model.url,
});
let authorization = `Bearer ${(await signUp("talker")).token}`;
let conversation: number | undefined;
const begins = { own: [] as number[], ours: [] as number[] };
const goesOn = { own: [] as number[], ours: [] as number[] };
for (let time = -WARM_UP; time < TIMES; time += 1) {
  // In turns, and only when the last turn is over: other work on the machine hits all alike.
  const begun = await firstToken("one word");
  const ownBegun = await wordOfModel();
  conversation = time % LONG === 0 ? begun.conversation : conversation;
  const going = await firstToken("one word", conversation);
  const ownGoing = await wordOfModel();
  if (time < 0) continue;
  begins.own.push(ownBegun);
  begins.ours.push(begun.ms);
  goesOn.own.push(ownGoing);
  goesOn.ours.push(going.ms);
}
talking.stop();
await talking.ended;
model.stop();
for (const [what, { own, ours }] of [
  ["first token over the model's own", begins],
  ["the same in a conversation that goes on", goesOn],
] as const) {
  const p95 = (share(ours, 0.95) - share(own, 0.95)).toFixed(1);
  show(what, median(ours) - median(own), {
    most: 5,
    unit: "ms",
    detail: `p50 ${median(own).toFixed(1)} ms of the model itself; over it at p95 ${p95} ms`,
  });
}

const builtin = await beginKarlo();
await (await fetch(`${url}/sign-in`)).text();
await pause(3_000);
show("memory, idle after one page", memory(builtin.pid), { most: 200, unit: "MiB" });
authorization = `Bearer ${(await signUp("adder")).token}`;
const waits: number[] = [];
for (let time = -10; time < 50; time += 1) {
  const { ms } = await firstToken("add buy milk tomorrow at 5pm");
  if (time >= 0) waits.push(ms);
}
show("first token of the built-in model", median(waits), {
  most: 100,
  unit: "ms",
  detail: `p95 ${share(waits, 0.95).toFixed(1)} ms, after the task is added`,
});
const ends = performance.now() + TURNS_MS;
let turns = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (; performance.now() < ends; turns += 1) {
      await (await chat("add buy milk tomorrow at 5pm", { prefer: "wait" })).text();
    }
  }),
);
show("turns of the built-in model", (turns / TURNS_MS) * 1_000, {
  unit: "a second",
  detail: `${AT_ONCE} at once, each adds a task`,
});
builtin.stop();
await builtin.ended;

async function chat(message: string, headers: Record<string, string>, conversation_id?: number) {
  const answer = await fetch(`${url}/api/v1/chat`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", ...headers },
    body: JSON.stringify({ message, conversation_id }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

/** How long the model takes when it is asked the same by itself. */
async function wordOfModel(): Promise<number> {
  const asked = performance.now();
  const answer = await fetch(`${model.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: model.asked(),
  });
  return (await until(answer, '"content"')).at - asked;
}

/** Sends a message; milliseconds to the first piece of the answer's text. */
async function firstToken(
  message: string,
  conversation?: number,
): Promise<{ ms: number; conversation: number }> {
  const asked = performance.now();
  const answer = await chat(message, { accept: "text/event-stream" }, conversation);
  const { at, text } = await until(answer, "event: message.delta");
  const [, number] = /"conversation_id":(\d+)/.exec(text) ?? [];
  return { ms: at - asked, conversation: Number(number) };
}

/** Reads an answer to its end; when it first held `piece`. */
async function until(answer: Response, piece: string): Promise<{ at: number; text: string }> {
  let at: number | undefined;
  let text = "";
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    text += part.value;
    if (at === undefined && text.includes(piece)) at = performance.now();
  }
  if (at === undefined) throw new Error(`It never came:\n${text}`);
  return { at, text };
}
