// How long the built-in model takes to its first streamed token, and what the process weighs idle.
// The server is a process of its own, begun as the image begins it.
import { signUp } from "./people.ts";
import { beginKarlo, memory, pause, url } from "./process.ts";

const RUNS = 60;
const WARM_UP = 10;

const server = await beginKarlo();
await (await fetch(`${url}/sign-in`)).text();
await pause(3_000);
const idle = memory(server.pid);

const authorization = `Bearer ${(await signUp("talker")).token}`;
const baseline = await sample(() => fetch(`${url}/health`).then((response) => response.text()));
const first = await sample(firstToken);
const used = memory(server.pid);
server.stop();
await server.ended;

console.log(`idle memory           ${idle} MiB (bar: 200); after the runs below ${used} MiB`);
console.log(`first streamed token  ${show(first)} ms (bar: 100)`);
console.log(`GET /health           ${show(baseline)} ms (baseline of the same run)`);

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
