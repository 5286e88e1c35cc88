// A process replaces another one under load, as in a rolling update: new connections go to the new
// process and the old one receives SIGTERM, without an error for any client.
import { Agent, request } from "node:http";
import { connect, createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startFakeProvider } from "#app/assistant/testing/fake-provider";
import { chromiumPath, launch, openPage } from "#testing/browser";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";
import { freePort } from "../local/free-port";

const STREAMS = 20;
/** Milliseconds between the words of the model, for requests before and after the SIGTERM. */
const EVERY_MS = { before: 20, after: 4 };
const PHRASE = "nothing is lost of it";
const WORDS = `It is on your list now, with all that you said about it, and ${PHRASE}. `;

let database: TestDatabase;
let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let older: ServerProcess;
let newer: ServerProcess;
let newest: ServerProcess | undefined;
let service: Server;
let backend: string;
let port: number;
let token: string;
let intervalMs = EVERY_MS.before;
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

function start(): Promise<ServerProcess> {
  return startServer({
    DATABASE_URL: database.url,
    BETTER_AUTH_SECRET: "a secret for tests, of enough characters",
    PUBLIC_URL: `http://localhost:${port}`,
    MESSAGES_PER_MINUTE: "1000",
    RUNS_AT_ONCE: "100",
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
  });
}

/** Emulates a Kubernetes Service: a connection stays with the pod that it was opened to. */
function serveService(): Promise<Server> {
  const server = createServer((socket) => {
    const pod = connect(Number(new URL(backend).port), "127.0.0.1");
    socket.pipe(pod).pipe(socket);
    socket.on("error", () => pod.destroy());
    pod.on("error", () => socket.destroy());
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

interface Answer {
  status: number;
  body: string;
}

/** Sends a request, on a keep-alive connection by default. */
function call(
  method: string,
  path: string,
  json?: unknown,
  { headers = {}, onData = (_: string) => {}, agent: by = agent as Agent | undefined } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...headers,
    };
    const options = { host: "127.0.0.1", port, method, path, headers: all, agent: by };
    const asked = request(options, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        body += piece;
        onData(piece);
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(json === undefined ? undefined : JSON.stringify(json));
  });
}

interface Read {
  events: { seq: number; type: string; data: { text?: string } }[];
  connections: number;
}

/** Follows a run as a browser does: reconnects when a stream ends, with the id of its last event. */
async function follow(runId: string): Promise<Read> {
  const read: Read = { events: [], connections: 0 };
  for (;;) {
    const last = read.events.at(-1);
    if (last && /^run\.(completed|failed|cancelled)$/.test(last.type)) return read;
    read.connections += 1;
    let rest = "";
    let retry = 3_000;
    const onData = (piece: string) => {
      const blocks = (rest + piece).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        retry = Number(/^retry: (\d+)$/m.exec(block)?.[1] ?? retry);
        const [, type] = /^event: (.*)$/m.exec(block) ?? [];
        if (!type) continue;
        const data = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "{}");
        read.events.push({ seq: Number(/^id: (.*)$/m.exec(block)?.[1]), type, data });
      }
    };
    const headers = { "last-event-id": String(last?.seq ?? 0) };
    const path = `/api/v1/runs/${runId}/events`;
    const { status } = await call("GET", path, undefined, { headers, onData, agent: undefined });
    expect(status).toBe(200);
    await pause(retry / 10);
  }
}

const textOf = ({ events }: Read): string =>
  events.map(({ type, data }) => (type === "message.delta" ? (data.text ?? "") : "")).join("");

beforeAll(async () => {
  database = await createTestDatabase();
  const answer = (times: number) => ({ text: WORDS.repeat(times).trim(), intervalMs });
  provider = await startFakeProvider("chat", ({ userMessage }) =>
    answer(userMessage.includes("long") ? 60 : 12),
  );
  port = await freePort();
  older = await start();
  backend = older.url;
  service = await serveService();
  const person = { name: "Amna", email: "amna@example.com", password: "correct horse battery" };
  token = "";
  token = JSON.parse((await call("POST", "/api/v1/auth/signup", person)).body).token;
});
afterAll(async () => {
  agent.destroy();
  await older?.kill();
  await newer?.kill();
  await newest?.kill();
  service?.close();
  await provider?.close();
  await database?.drop();
});

it("fails no request and neither loses nor repeats an event", async () => {
  const failures: string[] = [];
  let answered = 0;
  let loading = true;
  const ask = async (n: number) => {
    try {
      const { status } = await (n % 5 === 0
        ? call("POST", "/api/v1/tasks", { title: `task ${n}` })
        : call("GET", "/api/v1/tasks?limit=5"));
      answered += 1;
      if (status >= 300) failures.push(`${n}: ${status}`);
    } catch (error) {
      failures.push(`${n}: ${(error as Error).message}`);
    }
  };
  const load = (async () => {
    const asked: Promise<void>[] = [];
    for (let n = 0; loading; n += 1) {
      asked.push(ask(n));
      await pause(20);
    }
    await Promise.all(asked);
  })();

  const begin = async (message: string) => {
    const headers = { prefer: "respond-async" };
    const { body } = await call("POST", "/api/v1/chat", { message }, { headers });
    return JSON.parse(body).run_id as string;
  };
  const runs: string[] = [];
  for (let n = 0; n < STREAMS; n += 1) runs.push(await begin(n < 2 ? `long ${n}` : `hello ${n}`));
  const reading = Promise.all(runs.map(follow));
  const waiting = call("POST", "/api/v1/chat", { message: "long answer" }, { agent: undefined });

  newer = await start();
  backend = newer.url;
  intervalMs = EVERY_MS.after;
  const exit = await older.terminate();
  const reads = await reading;
  const waited = await waiting;
  await pause(500);
  loading = false;
  await load;

  expect(exit).toBe(0);
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(100);
  for (const { events } of reads) {
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.type).toBe("run.completed");
  }
  const texts = reads.map(textOf);
  expect(new Set(texts.slice(0, 2))).toEqual(new Set([WORDS.repeat(60).trim()]));
  expect(new Set(texts.slice(2))).toEqual(new Set([WORDS.repeat(12).trim()]));
  // Some runs were in progress at the SIGTERM.
  expect(reads.filter(({ connections }) => connections > 1).length).toBeGreaterThan(1);
  expect(waited.status).toBe(200);
  expect(JSON.parse(waited.body)).toMatchObject({ status: "completed" });
});

/** Runs in the page: records how often {@link PHRASE} is shown after each change. */
const watch = (phrase: string) => {
  const seen: number[] = [];
  const missed: string[] = [];
  Object.assign(window, { seen, missed });
  new MutationObserver(() => {
    const text = document.querySelector("[role=log]")?.textContent ?? "";
    const count = text.split(phrase).length - 1;
    if (count !== seen.at(-1)) seen.push(count);
    if (text.includes("connection was lost")) missed.push(text);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
};

it.skipIf(!chromiumPath)("keeps streaming the answer in a browser without flicker", async () => {
  const browser = await launch();
  const { page, noise } = await openPage(browser, `http://localhost:${port}`);
  await page.goto("/sign-up");
  await page.fill("[name=name]", "Sana");
  await page.fill("[name=email]", "sana@example.com");
  await page.fill("[name=password]", "correct horse battery");
  await page.click("main form button[type=submit]");
  await page.waitForURL("**/today");
  await page.goto("/chatbot");
  await page.evaluate(watch, PHRASE);
  intervalMs = EVERY_MS.before;
  await page.locator("main textarea").last().fill("a long story");
  await page.locator("main textarea").last().press("Enter");
  await page.getByRole("log").getByText(PHRASE).first().waitFor();

  newest = await start();
  backend = newest.url;
  intervalMs = EVERY_MS.after;
  expect(await newer.terminate()).toBe(0);
  await page.locator("[role=log][aria-busy=false]").waitFor();
  const { seen, missed } = (await page.evaluate("({ seen, missed })")) as {
    seen: number[];
    missed: string[];
  };
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(60);
  expect(missed).toEqual([]);
  expect(noise).toEqual([]);
  await browser.close();
});
