// 500 readers of 25 runs whose model says 20 words a second: how late the words come, and what the
// process weighs.
import http from "node:http";
import { share, show } from "./measure.ts";
import { signUp } from "./people.ts";
import { beginKarlo, memory, pause, url } from "./process.ts";
import { agesOf, beginTalkingModel } from "./talking-model.ts";

const RUNS = 25;
const READERS = 20;
const WORD_MS = 50;
const WARM_UP_MS = 4_000;
const MEASURED_MS = 10_000;

const model = await beginTalkingModel(WORD_MS);
const talking = await beginKarlo({
  MODEL_PROVIDER: "custom",
  MODEL_NAME: "words",
  MODEL_BASE_URL: model.url,
});
const talker = await signUp("talker");
const authorization = `Bearer ${talker.token}`;

let measuring = false;
const ages: number[] = [];
const runs = await Promise.all(Array.from({ length: RUNS }, () => begin("talk")));
const readers = runs.flatMap(({ run_id }) =>
  Array.from({ length: READERS }, () => read(`${url}/api/v1/runs/${run_id}/events`)),
);
await pause(WARM_UP_MS);
measuring = true;
await pause(MEASURED_MS);
measuring = false;
const weight = memory(talking.pid);
const events = Math.round((ages.length / MEASURED_MS) * 1_000);
const delays = [0.5, 0.95].map((part) => share(ages, part).toFixed(1)).join(" / ");
show("delay of a word to a reader, p99", share(ages, 0.99), {
  most: 100,
  unit: "ms",
  detail: `p50 / p95 ${delays} ms; ${events} a second`,
});
show("memory with all readers", weight, { most: 400, unit: "MiB" });
for (const { run_id } of runs) await post(`/api/v1/runs/${run_id}/stop`, {});
for (const reader of readers) reader.destroy();
talking.stop();
await talking.ended;
model.stop();

async function post(path: string, body: object, more: Record<string, string> = {}) {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", ...more },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}

async function begin(message: string): Promise<{ run_id: string }> {
  const answer = await post("/api/v1/chat", { message }, { prefer: "respond-async" });
  return (await answer.json()) as { run_id: string };
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
