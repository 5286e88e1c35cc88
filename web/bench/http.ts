// Throughput of the API relative to the baseline of Hono and pg, in alternating rounds; tail latency
// under load; growth of memory; cost of a long list. Ratios are comparable between machines.
import { apiLoad, compareRates, report, reportTailLatency, saturate } from "./measure.ts";
import { signUp, signUpWithTasks } from "./people.ts";
import { memory, startBaseline, startKarlo, url } from "./process.ts";

const BASELINE_PORT = Number(process.env.BARE_PORT);
const CREATORS = 16;

const karlo = await startKarlo();
const few = await signUpWithTasks("few", 100);
const many = await signUpWithTasks("many", 10_000);
const creators: string[] = [];
while (creators.length < CREATORS) creators.push((await signUp("creator")).token);
const baseline = await startBaseline("baseline-api.ts", BASELINE_PORT);

const list = "/tasks?limit=20";
const task = { title: "one more task to do" };
const ratios: [name: string, path: string, tokens: string[], input?: object][] = [
  ["list of 20", list, [few.token]],
  ["one task", "/tasks/7", [few.token]],
  ["create", "/tasks", creators, task],
  // The numbers of one user are assigned sequentially, in both.
  ["create by one person", "/tasks", creators.slice(0, 1), task],
];
for (const [name, path, tokens, input] of ratios) {
  const karloLoad = apiLoad(`${url}/api/v1${path}`, tokens, input);
  const baselineLoad = apiLoad(baseline.url + path, tokens, input);
  const [rate, baselineRate] = await compareRates(karloLoad, baselineLoad);
  const detail = `${Math.round(rate)} and ${Math.round(baselineRate)} a second`;
  report(`${name}, of bare Hono + pg`, rate / baselineRate, { min: 0.5, detail });
  if (!name.endsWith("person")) await reportTailLatency(name, karloLoad, baselineLoad);
}

const first = ({ token }: typeof few) => apiLoad(`${url}/api/v1${list}`, [token]);
const [hundred, tenThousand] = await compareRates(first(few), first(many));
const detail = `${Math.round(hundred)} and ${Math.round(tenThousand)} a second`;
report("first 20 of 100, of 10,000", hundred / tenThousand, { max: 1.3, detail });

const memories: number[] = [];
for (let round = 0; round < 5; round += 1) {
  await saturate(first(few), { amount: 5_000 });
  memories.push(memory(karlo.pid));
}
const [begin = Number.NaN, end = Number.NaN] = [memories[0], memories.at(-1)];
report("memory after 20,000 requests more", end / begin, {
  max: 1.1,
  detail: `${memories.join(", ")} MiB`,
});

for (const server of [karlo, baseline]) {
  server.stop();
  await server.exited;
}
