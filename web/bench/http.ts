// How much of bare Hono and pg the API keeps, each pair measured in turns; how even it answers under
// load; whether its memory stays flat; what a long list costs. Ratios compare between machines.
import { asProgram, pair, press, show, showEvenness } from "./measure.ts";
import { signUp, signUpWithTasks } from "./people.ts";
import { beginBare, beginKarlo, memory, url } from "./process.ts";

const BARE_PORT = Number(process.env.BARE_PORT);
const ADDERS = 16;

const karlo = await beginKarlo();
const few = await signUpWithTasks("few", 100);
const many = await signUpWithTasks("many", 10_000);
const adders: string[] = [];
while (adders.length < ADDERS) adders.push((await signUp("adder")).token);
const bare = await beginBare("bare.ts", BARE_PORT);

const list = "/tasks?limit=20";
const task = { title: "one more task to do" };
const ratios: [name: string, path: string, tokens: string[], input?: object][] = [
  ["list of 20", list, [few.token]],
  ["one task", "/tasks/7", [few.token]],
  ["create", "/tasks", adders, task],
  // The numbers of one person are given one after another, by both.
  ["create by one person", "/tasks", adders.slice(0, 1), task],
];
for (const [name, path, tokens, input] of ratios) {
  const ours = asProgram(`${url}/api/v1${path}`, tokens, input);
  const theirs = asProgram(bare.url + path, tokens, input);
  const [rate, bareRate] = await pair(ours, theirs);
  const detail = `${Math.round(rate)} and ${Math.round(bareRate)} a second`;
  show(`${name}, of bare Hono + pg`, rate / bareRate, { least: 0.5, detail });
  if (!name.endsWith("person")) await showEvenness(name, ours, theirs);
}

const first = ({ token }: typeof few) => asProgram(`${url}/api/v1${list}`, [token]);
const [hundred, tenThousand] = await pair(first(few), first(many));
const detail = `${Math.round(hundred)} and ${Math.round(tenThousand)} a second`;
show("first 20 of 100, of 10,000", hundred / tenThousand, { most: 1.3, detail });

const weights: number[] = [];
for (let turn = 0; turn < 5; turn += 1) {
  await press(first(few), { amount: 5_000 });
  weights.push(memory(karlo.pid));
}
const [begin = Number.NaN, end = Number.NaN] = [weights[0], weights.at(-1)];
show("memory after 20,000 requests more", end / begin, {
  most: 1.1,
  detail: `${weights.join(", ")} MiB`,
});

for (const server of [karlo, bare]) {
  server.stop();
  await server.ended;
}
