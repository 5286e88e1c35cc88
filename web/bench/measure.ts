// How the benches load an address: as hard as it goes, in turns with another, or evenly.
import http from "node:http";
import autocannon from "autocannon";

const ROUNDS = Number(process.env.BENCH_ROUNDS) || 3;
const SECONDS = 3;
const CONNECTIONS = 16;

/** A request that is sent again and again. */
export interface Load {
  at: string;
  headers: Record<string, string>;
  /** A body makes it a POST. */
  body?: string;
}

/** A request of the API, by a token. */
export function asProgram(at: string, token: string, input?: object): Load {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return { at, headers, ...(input && { body: JSON.stringify(input) }) };
}

/** Sends as much as is answered, for some seconds or a number of times. */
export async function press(
  { at, headers, body }: Load,
  options: Partial<autocannon.Options> = {},
) {
  const pressed = await autocannon({
    url: at,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers,
    ...(body && { method: "POST", body }),
    ...options,
  });
  if (pressed.non2xx > 0) throw new Error(`${at}: ${pressed.non2xx} answers were errors`);
  return pressed;
}

/** Requests a second of each, in turns; the medians. */
export async function pair(one: Load, two: Load): Promise<[number, number]> {
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, which] of [one, two].entries()) {
      const { requests } = await press(which);
      // The first of each warms up.
      if (round > 0) rates[index]?.push(requests.average);
    }
  }
  return [median(rates[0]), median(rates[1])];
}

/**
 * Sends at an even pace, whether answers come or not: requests that wait do not hold back others, as
 * people do not. (autocannon's own rates send each second's share at once.)
 *
 * @param rate requests a second
 * @returns milliseconds from sending to the end of each answer, in the order of their ends
 */
export async function pace(load: Load, rate: number, seconds = 10): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });
  const times: number[] = [];
  const open = new Set<Promise<void>>();
  const start = performance.now();
  for (let sent = 0; sent < rate * seconds; ) {
    const due = ((performance.now() - start) / 1_000) * rate;
    for (; sent < due; sent += 1) {
      const asked = performance.now();
      const answered = ask(load, agent).then(() => {
        // The first second warms up.
        if (asked - start > 1_000) times.push(performance.now() - asked);
        open.delete(answered);
      });
      open.add(answered);
    }
    await new Promise((next) => setTimeout(next, 1));
  }
  await Promise.all(open);
  agent.destroy();
  return times;
}

function ask({ at, headers, body }: Load, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      at,
      { agent, method: body ? "POST" : "GET", headers },
      (response) => {
        response.resume().on("end", () => {
          if ((response.statusCode ?? 500) < 400) resolve();
          else reject(new Error(`${at}: ${response.statusCode}`));
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** Prints how even answers come at 70 % of the highest load. */
export async function showEvenness(what: string, load: Load, highest: number): Promise<void> {
  const times = await pace(load, highest * 0.7);
  const third = Math.floor(times.length / 3);
  // Where answers come later and later, there is no latency to speak of, and no ratio of it.
  const keptUp = median(times.slice(-third)) < 5 * median(times.slice(0, third));
  const sorted = times.sort((a, b) => a - b);
  const [p50, p99] = [share(sorted, 0.5), share(sorted, 0.99)];
  const pace70 = `${Math.round(highest * 0.7)} a second`;
  const detail = keptUp
    ? `${p50.toFixed(1)} and ${p99.toFixed(1)} ms at ${pace70}`
    : `${pace70} were not kept up with: the machine has other work`;
  show(`p99 of p50, ${what}`, keptUp ? p99 / p50 : Number.NaN, "at most 4", detail);
}

export function share(sorted: number[], part: number): number {
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

export function median(values: number[]): number {
  return share(
    values.sort((a, b) => a - b),
    0.5,
  );
}

export function show(what: string, value: number, bar: string, detail: string): void {
  console.log(`${what.padEnd(40)} ${value.toFixed(2)} (bar: ${bar})  ${detail}`);
}
