// How much of bare Hono and pg Karlo keeps, each pair measured in turns; how even it answers under
// load; whether its memory stays flat; what a long list costs. Ratios compare between machines.
import autocannon from "autocannon";
import pg from "pg";
import { beginBare, beginKarlo, memory, signUp, url } from "./process.ts";

const ROUNDS = Number(process.env.BENCH_ROUNDS) || 3;
const SECONDS = 3;
const CONNECTIONS = 16;
const BARE_PORT = Number(process.env.PORT) + 1;
const bare = `http://127.0.0.1:${BARE_PORT}`;

const karlo = await beginKarlo();
const few = await signUp("few");
const many = await signUp("many");
const adder = await signUp("adder");
const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
await database.connect();
for (const [{ id }, count] of [
  [few, 100],
  [many, 10_000],
] as const) {
  await database.query(
    `INSERT INTO task (user_id, number, title, description, due_at)
     SELECT $1, n, 'task number ' || n, 'what there is to say about it',
       CASE WHEN n % 3 > 0 THEN '2026-11-01'::timestamptz + n * interval '1 hour' END
     FROM generate_series(1, $2::integer) AS n`,
    [id, count],
  );
  await database.query('UPDATE "user" SET last_task_number = $2 WHERE id = $1', [id, count]);
}
await database.query("VACUUM ANALYZE task");
const other = await beginBare(BARE_PORT);

interface Load {
  at: string;
  token: string;
  create?: boolean;
}

/** Loads an address for some seconds. */
function load({ at, token, create }: Load, options: Partial<autocannon.Options> = {}) {
  return autocannon({
    url: at,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(create && { method: "POST", body: JSON.stringify({ title: "one more task to do" }) }),
    ...options,
  });
}

/** Requests a second of each, in turns; the medians. */
async function pair(one: Load, two: Load): Promise<[number, number]> {
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, which] of [one, two].entries()) {
      const { requests, non2xx } = await load(which);
      if (non2xx > 0) throw new Error(`${which.at}: ${non2xx} answers were errors`);
      // The first of each warms up.
      if (round > 0) rates[index]?.push(requests.average);
    }
  }
  return [median(rates[0]), median(rates[1])];
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function show(what: string, ratio: number, bar: string, detail: string): void {
  console.log(`${what.padEnd(34)} ${ratio.toFixed(2)} (bar: ${bar})  ${detail}`);
}

const list = "/tasks?limit=20";
const ratios: [name: string, path: string, who: typeof few, create?: boolean][] = [
  ["list of 20, of bare Hono + pg", list, few],
  ["one task, of bare Hono + pg", "/tasks/7", few],
  ["create, of bare Hono + pg", "/tasks", adder, true],
];
let highest = 0;
for (const [name, path, { token }, create] of ratios) {
  const [ours, theirs] = await pair(
    { at: `${url}/api/v1${path}`, token, create },
    { at: bare + path, token, create },
  );
  if (path === list) highest = ours;
  show(name, ours / theirs, "0.5", `${Math.round(ours)} and ${Math.round(theirs)} a second`);
}

const [hundred, tenThousand] = await pair(
  { at: `${url}/api/v1${list}`, token: few.token },
  { at: `${url}/api/v1${list}`, token: many.token },
);
show("first page of 10,000, of 100", hundred / tenThousand, "at most 1.3", "");

const steady = await load(
  { at: `${url}/api/v1${list}`, token: few.token },
  { overallRate: Math.round(highest * 0.7), duration: 10 },
);
const { p50, p99 } = steady.latency;
show("p99 of p50 at 70 % of the load", p99 / Math.max(p50, 1), "at most 4", `${p50} and ${p99} ms`);

const weights: number[] = [];
for (let turn = 0; turn < 5; turn += 1) {
  await load({ at: `${url}/api/v1${list}`, token: few.token }, { amount: 5_000 });
  weights.push(memory(karlo.pid));
}
const [begin = Number.NaN, end = Number.NaN] = [weights[0], weights.at(-1)];
show("memory after 20,000 requests more", end / begin, "at most 1.1", `${weights.join(", ")} MiB`);

await database.end();
for (const server of [karlo, other]) {
  server.stop();
  await server.ended;
}
