// 500 readers of 25 runs whose model says 20 words a second: how late the words come, and what the
// process weighs. Then what a run adds to its model's first word, and how many turns of the
// built-in model there are in a second.
import http from "node:http";
import { signUp } from "./people.ts";
import { beginKarlo, memory, pause, url } from "./process.ts";
import { agesOf, beginTalkingModel } from "./talking-model.ts";

const RUNS = 25;
const READERS = 20;
const WORD_MS = 50;
const WARM_UP_MS = 4_000;
const MEASURED_MS = 10_000;
const FIRST_WORDS = 100;
const TURNS_MS = 5_000;
const AT_ONCE = 8;

const model = await beginTalkingModel(WORD_MS);
const talking = await beginKarlo({
  MODEL_PROVIDER: "custom",
  MODEL_NAME: "words",
  MODEL_BASE_URL: model.url,
});
const talker = await signUp("talker");
const authorization = `Bearer ${talker.token}`;

const firstWords: number[] = [];
for (let time = -10; time < FIRST_WORDS; time += 1) {
  const asked = performance.now();
  await firstWord();
  if (time >= 0) firstWords.push(performance.now() - asked);
}
show("first word, over the model's own", `${at(firstWords)} ms (bar: 5)`);

let measuring = false;
const ages: number[] = [];
const runs = await Promise.all(Array.from({ length: RUNS }, () => say("talk", "respond-async")));
const readers = runs.flatMap(({ run_id }) =>
  Array.from({ length: READERS }, () => read(`${url}/api/v1/runs/${run_id}/events`)),
);
await pause(WARM_UP_MS);
measuring = true;
await pause(MEASURED_MS);
measuring = false;
const weight = memory(talking.pid);
const events = Math.round((ages.length / MEASURED_MS) * 1_000);
show("delay of a word to a reader", `${at(ages)} ms (bar of p99: 100), ${events} a second`);
show("memory with all readers", `${weight} MiB (bar: 400)`);
for (const { run_id } of runs) await post(`/api/v1/runs/${run_id}/stop`, {});
for (const reader of readers) reader.destroy();
talking.stop();
await talking.ended;
model.stop();

const builtin = await beginKarlo();
const ends = performance.now() + TURNS_MS;
let turns = 0;
await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
show("turns of the built-in model", `${Math.round((turns / TURNS_MS) * 1_000)} a second`);
builtin.stop();
await builtin.ended;

async function takeTurns(): Promise<void> {
  while (performance.now() < ends) {
    await say("add buy milk tomorrow at 5pm");
    turns += 1;
  }
}

async function post(path: string, body: object, more: Record<string, string> = {}) {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", ...more },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}

async function say(message: string, prefer = "wait"): Promise<{ run_id: string }> {
  const answer = await post("/api/v1/chat", { message }, { prefer });
  return (await answer.json()) as { run_id: string };
}

async function firstWord(): Promise<void> {
  const accept = { accept: "text/event-stream" };
  const answer = await post("/api/v1/chat", { message: "one word" }, accept);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    if (part.value.includes("event: message.delta")) return reader?.cancel();
  }
  throw new Error("No word came.");
}

/** A reader of a run's events, on a connection of its own. */
function read(address: string): http.ClientRequest {
  return http
    .get(address, { headers: { authorization }, agent: false }, (response) => {
      response.setEncoding("utf8").on("data", (text: string) => {
        if (measuring) ages.push(...agesOf(text));
      });
      response.on("error", () => {});
    })
    .on("error", () => {});
}

function at(times: number[]): string {
  const sorted = times.sort((a, b) => a - b);
  const of = (share: number) =>
    (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  return `p50 ${of(0.5)}, p95 ${of(0.95)}, p99 ${of(0.99)}`;
}

function show(what: string, figures: string): void {
  console.log(`${what.padEnd(34)} ${figures}`);
}
