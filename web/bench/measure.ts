// Load generation for the benchmarks: saturation, alternating comparison, and a constant rate; and the
// report of results against their bounds.
import autocannon from "autocannon";
import { Pool } from "undici";

const ROUNDS = Number(process.env.BENCH_ROUNDS) || 4;
const SECONDS = 2;
const CONNECTIONS = 16;

/** A request that is sent repeatedly. */
export interface Load {
  at: string;
  headers: Record<string, string>;
  /** Sent with POST; without a body the request is a GET. */
  body?: string;
  /** Headers of further users; connections rotate through them. */
  others?: Record<string, string>[];
}

/** Returns the load of an API request with the tokens of one or several users. */
export function apiLoad(at: string, tokens: string[], input?: object): Load {
  const [headers = {}, ...others] = tokens.map((token) => ({
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
  }));
  return { at, headers, others, ...(input && { body: JSON.stringify(input) }) };
}

/** The headers of the request with this index. */
function headersOf({ headers, others = [] }: Load, index: number): Record<string, string> {
  return [headers, ...others][index % (others.length + 1)] ?? headers;
}

/** Sends requests at the maximum rate, by default for {@link SECONDS}. Throws on error responses. */
export async function saturate(load: Load, options: Partial<autocannon.Options> = {}) {
  const { at, headers, body } = load;
  let connection = 0;
  const result = await autocannon({
    url: at,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers,
    setupClient: (client) => client.setHeaders(headersOf(load, connection++)),
    ...(body && { method: "POST", body }),
    ...options,
  });
  if (result.non2xx > 0) throw new Error(`${at}: ${result.non2xx} answers were errors`);
  return result;
}

/**
 * Measures two loads in alternating rounds, so that other load on the machine affects both.
 *
 * @returns median requests per second of each
 */
export async function compareRates(one: Load, two: Load): Promise<[number, number]> {
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, load] of [one, two].entries()) {
      const { requests } = await saturate(load);
      // The first round warms up.
      if (round > 0) rates[index]?.push(requests.average);
    }
  }
  return [median(rates[0]), median(rates[1])];
}

/**
 * Sends requests with minimal overhead, since it shares the CPU with the measured server: no promise
 * and no long-lived object per request.
 */
interface Sender {
  /** Sends a request; calls `onResponse` when the response is complete. */
  send(index: number, onResponse: () => void): void;
  /** Rejects on the first error response. */
  failed: Promise<never>;
  close(): Promise<void>;
}

function openSender(load: Load): Sender {
  const { at, body } = load;
  const { origin, pathname, search } = new URL(at);
  const pool = new Pool(origin, { connections: 64, pipelining: 1 });
  const method = body ? "POST" : "GET";
  const { promise: failed, reject: fail } = Promise.withResolvers<never>();
  const send: Sender["send"] = (index, onResponse) => {
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
        onComplete: onResponse,
        onError: fail,
      },
    );
  };
  return { send, failed, close: () => pool.destroy() };
}

/** Requests per second when each connection sends after its previous response. */
async function measureCapacity({ send, failed }: Sender): Promise<number> {
  const start = performance.now();
  let sent = 0;
  const connection = () =>
    new Promise<void>((resolve) => {
      const next = () => {
        if (performance.now() < start + 1_000) send(sent++, next);
        else resolve();
      };
      next();
    });
  await Promise.race([failed, Promise.all(Array.from({ length: CONNECTIONS }, connection))]);
  return (sent / (performance.now() - start)) * 1_000;
}

/**
 * Sends requests at a constant rate, independent of responses (open loop). autocannon's rates send the
 * share of each second at once.
 *
 * @param rate requests per second
 * @returns milliseconds from the due time of each request to the end of its response
 */
async function sendAtRate({ send: sendRequest, failed }: Sender, rate: number, seconds: number) {
  const times = new Float64Array(Math.ceil(rate * seconds));
  const start = performance.now();
  const allDone = new Promise<void>((resolve) => {
    let sent = 0;
    let open = times.length;
    const send = () => {
      for (; sent < times.length; sent += 1) {
        const index = sent;
        const due = start + (index / rate) * 1_000;
        if (due > performance.now()) break;
        sendRequest(index, () => {
          times[index] = performance.now() - due;
          open -= 1;
          if (open === 0) resolve();
        });
      }
      if (sent < times.length) setTimeout(send, 1);
    };
    send();
  });
  await Promise.race([failed, allDone]);
  return times;
}

/**
 * Number of windows. Short ones, since a virtual machine loses its CPU for up to 50 ms now and then:
 * a long window would measure that, of many short ones few are affected.
 */
const WINDOWS = 21;
/** Minimum number of responses in a window, within limits in seconds. */
const WINDOW_RESPONSES = 500;
const WINDOW_MIN = 0.4;
const WINDOW_MAX = 12;
/** Approximate seconds for all windows of a load; there are at least three windows. */
const TOTAL_SECONDS = 30;

interface Window {
  p50: number;
  p99: number;
  rate: number;
}

/**
 * Reports the tail latency (p99 / p50) at 70 % of the capacity, as the median of several windows.
 * Capacity is measured before each window by the same sender, whose overhead affects it. The windows
 * of the baseline alternate with these and show what the machine permits at the moment.
 */
export async function reportTailLatency(what: string, load: Load, baseline: Load): Promise<void> {
  const senders = [openSender(load), openSender(baseline)];
  const slowest = Math.min(...(await sequentially(senders, measureCapacity))) * 0.7;
  const seconds = Math.min(Math.max(WINDOW_RESPONSES / slowest, WINDOW_MIN), WINDOW_MAX);
  const count = Math.min(Math.max(Math.round(TOTAL_SECONDS / (seconds + 1)), 3), WINDOWS);
  const windows: Window[][] = [[], []];
  for (let round = 0; round < count; round += 1) {
    const measured = await sequentially(senders, (sender) => measureWindow(sender, seconds));
    for (const [index, result] of measured.entries()) if (result) windows[index]?.push(result);
  }
  for (const sender of senders) await sender.close();
  const [karlo, bare] = windows.map(medianWindow);
  const kept = `${windows[0]?.length} of ${count} windows kept up with`;
  const detail = [karlo && describe(karlo), kept, bare && `bare: ${tailRatio(bare).toFixed(2)}`];
  report(`p99 of p50, ${what}`, karlo ? tailRatio(karlo) : Number.NaN, {
    max: 4,
    detail: detail.filter(Boolean).join("; "),
  });
}

const tailRatio = ({ p50, p99 }: Window): number => p99 / p50;
const describe = ({ p50, p99, rate }: Window): string =>
  `${p50.toFixed(1)} and ${p99.toFixed(1)} ms at ${Math.round(rate)} a second`;

/** The window with the median ratio. */
function medianWindow(windows: Window[]): Window | undefined {
  const sorted = windows.toSorted((a, b) => tailRatio(a) - tailRatio(b));
  return sorted[Math.floor(sorted.length / 2)];
}

/** Measures a window; null when the server cannot keep up with the rate. */
async function measureWindow(sender: Sender, seconds: number): Promise<Window | null> {
  const rate = (await measureCapacity(sender)) * 0.7;
  const times = await sendAtRate(sender, rate, seconds);
  const third = Math.floor(times.length / 3);
  if (median(times.slice(-third)) > 5 * median(times.slice(0, third))) return null;
  return { p50: median(times), p99: percentile(times, 0.99), rate };
}

async function sequentially<In, Out>(all: In[], act: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (const one of all) done.push(await act(one));
  return done;
}

/** Returns a quantile (0 to 1) of the values. */
export function percentile(values: ArrayLike<number>, quantile: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length * quantile)] ?? Number.NaN;
}

/** Returns the median of the values. */
export function median(values: ArrayLike<number>): number {
  return percentile(values, 0.5);
}

/** The bounds of a figure, its unit and further information. */
interface Figure {
  max?: number;
  min?: number;
  unit?: string;
  detail?: string;
}

/** Prints a figure and whether it is within its bounds. */
export function report(what: string, value: number, { max, min, unit, detail }: Figure): void {
  const met = value <= (max ?? Number.POSITIVE_INFINITY) && value >= (min ?? 0);
  const bar = max !== undefined ? `at most ${max}` : min !== undefined ? `at least ${min}` : "";
  const verdict = !bar ? "    " : met ? "pass" : "MISS";
  const figure = `${value.toFixed(2)}${unit ? ` ${unit}` : ""}`;
  const against = bar && ` (bar: ${bar})`;
  console.log(`${verdict} ${what.padEnd(44)} ${figure}${against}${detail ? `  ${detail}` : ""}`);
}
