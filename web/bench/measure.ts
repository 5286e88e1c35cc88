// How the benches load an address: as hard as it goes, in turns with another, or evenly; and how
// they say what came out. A bar is met or missed; what has none is said for its own sake.
import autocannon from "autocannon";
import { Pool } from "undici";

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

/**
 * Sends requests one at a time or many at once. It shares the processors with what it measures, so
 * it does little for each: no promise, and nothing that lives longer than the request.
 */
interface Sender {
  /** Sends a request; `answered` is called when the answer is there whole. */
  ask(index: number, answered: () => void): void;
  /** Rejects with the first answer that is an error. */
  failed: Promise<never>;
  close(): Promise<void>;
}

function openSender(load: Load): Sender {
  const { at, body } = load;
  const { origin, pathname, search } = new URL(at);
  const pool = new Pool(origin, { connections: 64, pipelining: 1 });
  const method = body ? "POST" : "GET";
  const { promise: failed, reject: fail } = Promise.withResolvers<never>();
  const ask: Sender["ask"] = (index, answered) => {
    const headers = headersOf(load, index);
    pool.dispatch(
      { path: pathname + search, method, headers, body },
      {
        onConnect() {},
        onHeaders(status) {
          if (status >= 400) fail(new Error(`${at}: ${status}`));
          return true;
        },
        onData: () => true,
        onComplete: answered,
        onError: fail,
      },
    );
  };
  return { ask, failed, close: () => pool.destroy() };
}

/** Requests a second where each connection sends as soon as it is answered. */
async function highest({ ask, failed }: Sender): Promise<number> {
  const begun = performance.now();
  let sent = 0;
  const connection = () =>
    new Promise<void>((resolve) => {
      const next = () => {
        if (performance.now() < begun + 1_000) ask(sent++, next);
        else resolve();
      };
      next();
    });
  await Promise.race([failed, Promise.all(Array.from({ length: CONNECTIONS }, connection))]);
  return (sent / (performance.now() - begun)) * 1_000;
}

/**
 * Sends at an even pace, whether answers come or not: requests that wait do not hold back others, as
 * people do not. (autocannon's own rates send each second's share at once.)
 *
 * @param rate requests a second
 * @returns milliseconds of each from when it was due to the end of its answer
 */
async function pace({ ask, failed }: Sender, rate: number, seconds: number) {
  const times = new Float64Array(Math.ceil(rate * seconds));
  const start = performance.now();
  const allAnswered = new Promise<void>((resolve) => {
    let sent = 0;
    let open = times.length;
    const send = () => {
      for (; sent < times.length; sent += 1) {
        const index = sent;
        const due = start + (index / rate) * 1_000;
        if (due > performance.now()) break;
        ask(index, () => {
          times[index] = performance.now() - due;
          open -= 1;
          if (open === 0) resolve();
        });
      }
      if (sent < times.length) setTimeout(send, 1);
    };
    send();
  });
  await Promise.race([failed, allAnswered]);
  return times;
}

/**
 * Many short windows, since a virtual machine's processor is taken away now and again, for up to
 * 50 ms: a long window tells of such a hole alone, and of many short ones few have one.
 */
const WINDOWS = 21;
/** A window is long enough for so many answers, within limits in seconds. */
const ANSWERS = 500;
const SHORTEST = 0.4;
const LONGEST = 12;
/** All windows of one address together take about so many seconds; there are three at least. */
const TOGETHER = 30;

interface Window {
  p50: number;
  p99: number;
  rate: number;
}

/**
 * Says how even answers come at 70 % of the highest load. Both are found by the same sender, which
 * shares the machine with what it measures: another would have another highest. Of several windows
 * the median counts, each begun with a new look at the highest. The other address has its windows
 * in turns with these: how even the machine itself lets a server be at that moment.
 */
export async function showEvenness(what: string, load: Load, bare: Load): Promise<void> {
  const senders = [openSender(load), openSender(bare)];
  const slowest = Math.min(...(await inTurn(senders, highest))) * 0.7;
  const seconds = Math.min(Math.max(ANSWERS / slowest, SHORTEST), LONGEST);
  const wanted = Math.min(Math.max(Math.round(TOGETHER / (seconds + 1)), 3), WINDOWS);
  const windows: Window[][] = [[], []];
  for (let turn = 0; turn < wanted; turn += 1) {
    const turns = await inTurn(senders, (sender) => window(sender, seconds));
    for (const [index, seen] of turns.entries()) if (seen) windows[index]?.push(seen);
  }
  for (const sender of senders) await sender.close();
  const [ours, theirs] = windows.map(middle);
  const kept = `${windows[0]?.length} of ${wanted} windows kept up with`;
  const detail = [ours && said(ours), kept, theirs && `bare: ${evenness(theirs).toFixed(2)}`];
  show(`p99 of p50, ${what}`, ours ? evenness(ours) : Number.NaN, {
    most: 4,
    detail: detail.filter(Boolean).join("; "),
  });
}

const evenness = ({ p50, p99 }: Window): number => p99 / p50;
const said = ({ p50, p99, rate }: Window): string =>
  `${p50.toFixed(1)} and ${p99.toFixed(1)} ms at ${Math.round(rate)} a second`;

/** The window of median evenness. */
function middle(windows: Window[]): Window | undefined {
  const sorted = windows.toSorted((a, b) => evenness(a) - evenness(b));
  return sorted[Math.floor(sorted.length / 2)];
}

/** One window, or null where answers come later and later: there is no latency to speak of then. */
async function window(sender: Sender, seconds: number): Promise<Window | null> {
  const rate = (await highest(sender)) * 0.7;
  const times = await pace(sender, rate, seconds);
  const third = Math.floor(times.length / 3);
  if (median(times.slice(-third)) > 5 * median(times.slice(0, third))) return null;
  return { p50: median(times), p99: share(times, 0.99), rate };
}

async function inTurn<In, Out>(all: In[], act: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (const one of all) done.push(await act(one));
  return done;
}

/** The value below which `part` of the values lie. */
export function share(values: ArrayLike<number>, part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

export function median(values: ArrayLike<number>): number {
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
