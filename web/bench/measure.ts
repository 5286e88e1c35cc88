// How the benches load an address: as hard as it goes, in turns with another, or evenly; and how
// they say what came out. A bar is met or missed; what has none is said for its own sake.
import http from "node:http";
import autocannon from "autocannon";

const ROUNDS = Number(process.env.BENCH_ROUNDS) || 4;
const SECONDS = 2;
const CONNECTIONS = 16;

/** A request that is sent again and again. */
export interface Load {
  at: string;
  headers: Record<string, string>;
  /** A body makes it a POST. */
  body?: string;
  /** What else connections send, one after another: requests of several people. */
  others?: Record<string, string>[];
}

/** A request of the API, by the tokens of one or several people. */
export function asProgram(at: string, tokens: string[], input?: object): Load {
  const [headers = {}, ...others] = tokens.map((token) => ({
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
  }));
  return { at, headers, others, ...(input && { body: JSON.stringify(input) }) };
}

/** The headers of the request that is sent as the `index`th. */
function headersOf({ headers, others = [] }: Load, index: number): Record<string, string> {
  return [headers, ...others][index % (others.length + 1)] ?? headers;
}

/** Sends as much as is answered, for some seconds or a number of times. */
export async function press(load: Load, options: Partial<autocannon.Options> = {}) {
  const { at, headers, body } = load;
  let connection = 0;
  const pressed = await autocannon({
    url: at,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers,
    setupClient: (client) => client.setHeaders(headersOf(load, connection++)),
    ...(body && { method: "POST", body }),
    ...options,
  });
  if (pressed.non2xx > 0) throw new Error(`${at}: ${pressed.non2xx} answers were errors`);
  return pressed;
}

/** Requests a second of each, in turns, so that other work on the machine hits both; the medians. */
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

/** Sends requests and gives how many milliseconds each took, until told to stop. */
interface Sender {
  ask(index: number): Promise<number>;
  close(): void;
}

function openSender(load: Load): Sender {
  const { at, body } = load;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const method = body ? "POST" : "GET";
  const ask = (index: number, asked = performance.now()): Promise<number> =>
    new Promise<number>((resolve, reject) => {
      const headers = headersOf(load, index);
      const request = http.request(at, { agent, method, headers }, (response) => {
        response.resume().on("end", () => {
          if ((response.statusCode ?? 500) < 400) resolve(performance.now() - asked);
          else reject(new Error(`${at}: ${response.statusCode}`));
        });
      });
      // A connection that lay idle may be closed by the server as it is taken up again.
      request.on("error", (error) => {
        if (request.reusedSocket) resolve(ask(index, asked));
        else reject(error);
      });
      request.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** Requests a second where each connection sends as soon as it is answered. */
async function highest(sender: Sender): Promise<number> {
  const begun = performance.now();
  let sent = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < begun + 1_000) await sender.ask(sent++);
    }),
  );
  return (sent / (performance.now() - begun)) * 1_000;
}

/**
 * Sends at an even pace, whether answers come or not: requests that wait do not hold back others, as
 * people do not. (autocannon's own rates send each second's share at once.)
 *
 * @param rate requests a second
 * @returns milliseconds of each from when it was due to the end of its answer
 */
async function pace(sender: Sender, rate: number, seconds: number): Promise<number[]> {
  const open: Promise<number>[] = [];
  const start = performance.now();
  for (let sent = 0; sent < rate * seconds; ) {
    const now = performance.now() - start;
    for (let due = 0; ; sent += 1) {
      due = (sent / rate) * 1_000;
      if (due > now) break;
      const late = now - due;
      open.push(sender.ask(sent).then((took) => took + late));
    }
    await new Promise((next) => setTimeout(next, 1));
  }
  return Promise.all(open);
}

/**
 * Many short windows, since a virtual machine's processor is taken away now and again, for up to
 * 50 ms: a long window tells of such a hole alone, and of many short ones few have one.
 */
const WINDOWS = 15;
/** A window is long enough for so many answers, within limits in seconds. */
const ANSWERS = 500;
const SHORTEST = 0.7;
const LONGEST = 12;
/** All windows together take about so many seconds; there are three at least. */
const TOGETHER = 30;

/**
 * Says how even answers come at 70 % of the highest load. Both are found by the same sender, which
 * shares the machine with what it measures: another would have another highest. Of several windows
 * the median counts, each begun with a new look at the highest.
 */
export async function showEvenness(what: string, load: Load): Promise<void> {
  const sender = openSender(load);
  const first = (await highest(sender)) * 0.7;
  const seconds = Math.min(Math.max(ANSWERS / first, SHORTEST), LONGEST);
  const wanted = Math.min(Math.max(Math.round(TOGETHER / (seconds + 1)), 3), WINDOWS);
  const windows: { ratio: number; detail: string }[] = [];
  for (let window = 0; window < wanted; window += 1) {
    const rate = (await highest(sender)) * 0.7;
    const times = await pace(sender, rate, seconds);
    const third = Math.floor(times.length / 3);
    // Where answers come later and later, there is no latency to speak of, and no ratio of it.
    if (median(times.slice(-third)) > 5 * median(times.slice(0, third))) continue;
    const [p50, p99] = [median(times), share(times, 0.99)];
    const detail = `${p50.toFixed(1)} and ${p99.toFixed(1)} ms at ${Math.round(rate)} a second`;
    windows.push({ ratio: p99 / p50, detail });
  }
  sender.close();
  windows.sort((a, b) => a.ratio - b.ratio);
  const middle = windows[Math.floor(windows.length / 2)];
  const kept = `${windows.length} of ${wanted} windows kept up with`;
  show(`p99 of p50, ${what}`, middle?.ratio ?? Number.NaN, {
    most: 4,
    detail: [middle?.detail, kept].filter(Boolean).join("; "),
  });
}

/** The value below which `part` of the values lie. */
export function share(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

export function median(values: number[]): number {
  return share(values, 0.5);
}

/** What a figure must be, what it is counted in, and what else there is to know of it. */
interface Figure {
  most?: number;
  least?: number;
  unit?: string;
  detail?: string;
}

/** Prints a figure, and whether it meets its bar. */
export function show(what: string, value: number, { most, least, unit, detail }: Figure): void {
  const met = value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? 0);
  const bar =
    most !== undefined ? `at most ${most}` : least !== undefined ? `at least ${least}` : "";
  const verdict = !bar ? "    " : met ? "pass" : "MISS";
  const figure = `${value.toFixed(2)}${unit ? ` ${unit}` : ""}`;
  const against = bar && ` (bar: ${bar})`;
  console.log(`${verdict} ${what.padEnd(44)} ${figure}${against}${detail ? `  ${detail}` : ""}`);
}
