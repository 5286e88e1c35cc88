// Load on a deployment while it changes, run in the cluster with the app's image: requests at a constant
// rate, and users who each stream one answer of the assistant after another. It also is the model of
// these answers, slow and in the wire format of Chat Completions.
// `GET :8080/report` returns the results since the last report; `GET :8080/rate/N` makes it N requests a second.
import { createServer } from "node:http";

const target = process.env.TARGET;
const USERS = Number(process.env.USERS ?? 20);
let rate = Number(process.env.RATE ?? 50);
const WORDS = Number(process.env.WORDS ?? 40);
const WORD_MS = Number(process.env.WORD_MS ?? 200);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const wordsOf = (turn) => Array.from({ length: WORDS }, (_, at) => `${turn}-${at}`).join(" ");

let report = emptyReport();

function emptyReport() {
  return {
    since: Date.now(),
    requests: 0,
    latencies: [],
    failures: [],
    answers: 0,
    events: 0,
    reconnections: 0,
    restarts: 0,
    faults: [],
  };
}

const fail = (what, why) => report.failures.push({ at: Date.now(), what, why: String(why) });

// --- the model ---------------------------------------------------------------------------------

function chunk(delta, finish = null) {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  const data = { id: "c", object: "chat.completion.chunk", created: 1, model: "words", choices };
  return `data: ${JSON.stringify(data)}\n\n`;
}

async function streamAnswer(body, response) {
  const turn = [...body.matchAll(/turn-\d+-\d+/g)].at(-1)?.[0] ?? "nothing";
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const [at, word] of wordsOf(turn).split(" ").entries()) {
    if (response.destroyed) return;
    response.write(chunk({ role: "assistant", content: at === 0 ? word : ` ${word}` }));
    await sleep(WORD_MS);
  }
  response.end(`${chunk({}, "stop")}data: [DONE]\n\n`);
}

createServer((request, response) => {
  const [, wanted] = /^\/rate\/(\d+)$/.exec(request.url) ?? [];
  if (wanted) {
    rate = Number(wanted);
    response.end();
    return;
  }
  if (request.url.startsWith("/report")) {
    const sorted = report.latencies.sort((a, b) => a - b);
    const at = (part) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
    const { latencies: _, ...rest } = report;
    response.end(
      JSON.stringify({
        ...rest,
        seconds: (Date.now() - report.since) / 1000,
        p50: at(0.5),
        p99: at(0.99),
      }),
    );
    report = emptyReport();
    return;
  }
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => streamAnswer(Buffer.concat(chunks).toString(), response));
}).listen(8080);

// --- the users ---------------------------------------------------------------------------------

async function call(token, method, path, body, headers = {}) {
  const answer = await fetch(target + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
      ...headers,
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
  return text === "" ? null : JSON.parse(text);
}

async function signUp(number) {
  const email = `load-${number}-${Date.now()}@example.com`;
  const password = "a horse that carries a load";
  const { token, expires_at, refresh_token } = await call("", "POST", "/api/v1/auth/signup", {
    name: `Load ${number}`,
    email,
    password,
  });
  const user = { number, token, refresh: refresh_token, turn: 0 };
  scheduleRefresh(user, expires_at);
  return user;
}

/** Refreshes a token after two thirds of its lifetime. */
function scheduleRefresh(user, expiresAt) {
  const lifetime = Date.parse(expiresAt) - Date.now();
  setTimeout(async () => {
    const again = await retry(() =>
      call("", "POST", "/api/v1/auth/refresh", { refresh_token: user.refresh }),
    );
    Object.assign(user, { token: again.token, refresh: again.refresh_token });
    scheduleRefresh(user, again.expires_at);
  }, lifetime * 0.66).unref();
}

/** How long it is tried again, as an app does while a database is away. */
const PATIENCE_MS = 180_000;

async function retry(job) {
  const began = Date.now();
  for (;;) {
    try {
      return await job();
    } catch (error) {
      if (Date.now() - began > PATIENCE_MS) throw error;
      await sleep(500);
    }
  }
}

const REQUESTS = [
  ["list", (user) => call(user.token, "GET", "/api/v1/tasks?limit=20")],
  ["create", (user) => call(user.token, "POST", "/api/v1/tasks", { title: "carry water" })],
  ["list", (user) => call(user.token, "GET", "/api/v1/tasks?status=open&limit=20")],
  ["stats", (user) => call(user.token, "GET", "/api/v1/stats")],
  ["by id", (user) => call(user.token, "GET", "/api/v1/tasks/1")],
];

async function request(user, count) {
  const [what, send] = REQUESTS[count % REQUESTS.length];
  const start = Date.now();
  report.requests += 1;
  try {
    await send(user);
    report.latencies.push(Date.now() - start);
  } catch (error) {
    fail(what, error.cause?.code ?? error.cause?.message ?? error.message);
  }
}

/** Sends a message, streams the answer with reconnections, and compares it with what the model sent. */
async function converse(user) {
  user.turn += 1;
  const turn = `turn-${user.number}-${user.turn}`;
  const body = { message: turn };
  const headers = { prefer: "respond-async", "idempotency-key": turn };
  let run;
  report.requests += 1;
  try {
    run = await call(user.token, "POST", "/api/v1/chat", body, headers);
  } catch (error) {
    fail("say", error.cause?.code ?? error.message);
    run = await retry(() => call(user.token, "POST", "/api/v1/chat", body, headers));
  }
  const seen = { last: 0, text: "", ended: "" };
  const began = Date.now();
  for (let attempt = 0; !seen.ended; attempt += 1) {
    if (attempt > 0) report.reconnections += 1;
    try {
      await follow(user, run.run_id, seen);
    } catch (error) {
      // Reconnects, as a browser does.
      if (Date.now() - began > PATIENCE_MS) throw error;
      await sleep(500);
    }
    if (!seen.ended) await sleep(100);
  }
  report.answers += 1;
  if (seen.ended !== "run.completed") report.faults.push(`${turn}: ended with ${seen.ended}`);
  else if (seen.text !== wordsOf(turn))
    report.faults.push(`${turn}: came as "${seen.text.slice(-200)}"`);
}

async function follow(user, runId, seen) {
  const answer = await fetch(`${target}/api/v1/runs/${runId}/events`, {
    headers: {
      authorization: `Bearer ${user.token}`,
      accept: "text/event-stream",
      ...(seen.last && { "last-event-id": String(seen.last) }),
    },
  });
  if (!answer.ok) throw new Error(`events: ${answer.status}`);
  let rest = "";
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) read(block, runId, seen);
  }
}

function read(block, runId, seen) {
  const field = (name) => block.match(new RegExp(`^${name}: ?(.*)$`, "m"))?.[1];
  const id = Number(field("id"));
  if (!id) return;
  report.events += 1;
  if (id !== seen.last + 1) report.faults.push(`run ${runId}: event ${id} came after ${seen.last}`);
  seen.last = id;
  const type = field("event");
  const data = JSON.parse(field("data") ?? "{}");
  if (type === "message.restarted") {
    report.restarts += 1;
    seen.text = "";
  }
  if (type === "message.delta") seen.text += data.text ?? data.delta ?? "";
  if (/^run\.(completed|failed|cancelled)$/.test(type)) seen.ended = type;
}

const users = await retry(async () => {
  const all = [];
  for (let number = 1; number <= USERS; number += 1) all.push(await signUp(number));
  for (const { token } of all) await call(token, "POST", "/api/v1/tasks", { title: "the first" });
  return all;
});
report = emptyReport();
console.log(`${users.length} users signed up`);
process.once("SIGTERM", () => process.exit(0));

let count = 0;
function next() {
  count += 1;
  request(users[count % users.length], count);
  setTimeout(next, 1000 / rate);
}
next();
// Where the app's model is not this one, its answers cannot be compared.
const speakers = process.env.CONVERSES === "no" ? [] : users;
await Promise.all(
  speakers.map(async (user) => {
    for (;;) {
      await converse(user).catch((error) => {
        report.faults.push(`user ${user.number}: ${error.message}`);
        return sleep(1000);
      });
    }
  }),
);
