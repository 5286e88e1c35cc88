// How long the built-in model takes to its first streamed token, and what the process weighs idle.
// The server is a process of its own, begun as the image begins it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const web = path.resolve(import.meta.dirname, "..");
const RUNS = 60;
const WARM_UP = 10;

/** What the image begins Node with. */
const FLAGS = /ENTRYPOINT \["node", (.*)\]/
  .exec(readFileSync(path.join(web, "Dockerfile"), "utf8"))?.[1]
  ?.split(", ")
  .map((flag) => JSON.parse(flag) as string);

const url = process.env.PUBLIC_URL ?? "";
await begin("migrate").ended;
const server = begin("serve");
while (!(await fetch(`${url}/ready`).catch(() => null))?.ok) await pause(50);
await (await fetch(`${url}/sign-in`)).text();
await pause(3_000);
const idle = memory(server.pid);

const authorization = `Bearer ${await token()}`;
const baseline = await sample(() => fetch(`${url}/health`).then((response) => response.text()));
const first = await sample(firstToken);
const used = memory(server.pid);
server.stop();
await server.ended;

console.log(`idle memory           ${idle} MiB (bar: 200); after the runs below ${used} MiB`);
console.log(`first streamed token  ${show(first)} ms (bar: 100)`);
console.log(`GET /health           ${show(baseline)} ms (baseline of the same run)`);

function begin(command: string) {
  const child = spawn(process.execPath, [...(FLAGS ?? []), command], {
    cwd: web,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  return { pid: child.pid, ended, stop: () => child.kill("SIGTERM") };
}

/** Resident memory of a process in MiB; NaN where the system does not tell. */
function memory(pid: number | undefined): number {
  if (process.platform !== "linux") return Number.NaN;
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function token(): Promise<string> {
  const signUp = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
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
