// 500 subscribers of 25 runs with 20 words per second each: latency of the words and memory of the
// process.
import http from "node:http";
import { percentile, report } from "./measure.ts";
import { signUp } from "./people.ts";
import { memory, pause, startKarlo, url } from "./process.ts";
import { startStreamingModel, wordAges } from "./streaming-model.ts";

const RUNS = 25;
const READERS_PER_RUN = 20;
const WORD_MS = 50;
const WARM_UP_MS = 4_000;
const MEASURED_MS = 10_000;

const model = await startStreamingModel(WORD_MS);
const karlo = await startKarlo({
  MODEL_PROVIDER: "custom",
  MODEL_NAME: "words",
  MODEL_BASE_URL: model.url,
});
const user = await signUp("user");
const authorization = `Bearer ${user.token}`;

let measuring = false;
const ages: number[] = [];
const runs = await Promise.all(Array.from({ length: RUNS }, () => startRun("talk")));
const readers = runs.flatMap(({ run_id }) =>
  Array.from({ length: READERS_PER_RUN }, () => subscribe(`${url}/api/v1/runs/${run_id}/events`)),
);
await pause(WARM_UP_MS);
measuring = true;
await pause(MEASURED_MS);
measuring = false;
const memoryMiB = memory(karlo.pid);
const events = Math.round((ages.length / MEASURED_MS) * 1_000);
const delays = [0.5, 0.95].map((quantile) => percentile(ages, quantile).toFixed(1)).join(" / ");
report("delay of a word to a reader, p99", percentile(ages, 0.99), {
  max: 100,
  unit: "ms",
  detail: `p50 / p95 ${delays} ms; ${events} a second`,
});
report("memory with all readers", memoryMiB, { max: 400, unit: "MiB" });
for (const { run_id } of runs) await post(`/api/v1/runs/${run_id}/stop`, {});
for (const reader of readers) reader.destroy();
karlo.stop();
await karlo.exited;
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

async function startRun(message: string): Promise<{ run_id: string }> {
  const answer = await post("/api/v1/chat", { message }, { prefer: "respond-async" });
  return (await answer.json()) as { run_id: string };
}

/** Subscribes to the events of a run on a connection of its own. */
function subscribe(address: string): http.ClientRequest {
  return http
    .get(address, { headers: { authorization }, agent: false }, (response) => {
      response.setEncoding("utf8").on("data", (text: string) => {
        if (measuring) ages.push(...wordAges(text));
      });
      // Destroyed at the end of the benchmark.
      response.on("error", () => {});
    })
    .on("error", () => {});
}
