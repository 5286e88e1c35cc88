// How long the built-in model takes to its first streamed token, and what the process weighs idle.
import path from "node:path";
import { pathToFileURL } from "node:url";

const web = path.resolve(import.meta.dirname, "..");
const RUNS = 60;
const WARM_UP = 10;

const { serve, applyMigrations } = await import(
  pathToFileURL(path.join(web, "build/server/index.js")).href
);
await applyMigrations(process.env, web);
const { url, close } = await serve(process.env, web);
await (await fetch(`${url}/sign-in`)).text();
await new Promise((resolve) => setTimeout(resolve, 3_000));
const idle = process.memoryUsage().rss / 2 ** 20;

const authorization = `Bearer ${await token()}`;
const baseline = await sample(() => fetch(`${url}/health`).then((response) => response.text()));
const first = await sample(firstToken);
await close();

console.log(`idle memory           ${idle.toFixed(0)} MiB (bar: 200)`);
console.log(`first streamed token  ${show(first)} ms (bar: 100)`);
console.log(`GET /health           ${show(baseline)} ms (baseline of the same run)`);
process.exit(0);

async function token(): Promise<string> {
  const origin = process.env.PUBLIC_URL ?? "http://localhost:0";
  const signUp = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ name: "Bench", email: "bench@example.com", password: "password123" }),
  });
  const cookie = signUp.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const issued = await fetch(`${url}/api/auth/token`, { headers: { cookie } });
  return ((await issued.json()) as { token: string }).token;
}

/** Sends a message and waits for the first piece of the answer's text. */
async function firstToken(): Promise<void> {
  const response = await fetch(`${url}/chat`, {
    method: "POST",
    headers: { authorization, accept: "text/event-stream", "content-type": "application/json" },
    body: JSON.stringify({ message: "add buy milk tomorrow at 5pm" }),
  });
  const decoder = new TextDecoder();
  let text = "";
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.includes("event: message.delta")) return reader?.cancel();
  }
  throw new Error(`No text came:\n${text}`);
}

async function sample(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const start = performance.now();
    await work();
    if (run >= WARM_UP) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function show(sorted: number[]): string {
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}`;
}
