// One person cannot hold up the others: while the built server is at work on what was made to be
// slow, another process asks it for its health, and a second person for an answer.
import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

/** Longest that anybody may wait for `/health`, in milliseconds. */
const HEALTH_MS = 250;
const MESSAGE = 600;

/** What one person sends to hold up the others. Another attack is another row. */
interface Attack {
  name: string;
  send(person: TestPerson): Promise<Response>;
  /** What the answer may be, by its status: never 500. */
  answers: Record<number, (body: Record<string, unknown>) => void>;
}

/** Every message is kept, and answered or refused in one sentence. */
const run: Attack["answers"][number] = ({ status, error, response }) => {
  expect(status).toMatch(/^(completed|awaiting_approval|failed)$/);
  if (status !== "failed") return expect(response).not.toBe("");
  expect(error).toMatchObject({ code: "message_too_complex", detail: expect.any(String) });
  expect((error as { detail: string }).detail.match(/[.۔]/g)).toHaveLength(1);
};

const chat = (unit: string, length = MESSAGE): Attack => ({
  name: `a message of ${length} characters of ${JSON.stringify(unit)}`,
  send: (person) =>
    person.call("POST", "/api/v1/chat", { message: unit.repeat(Math.floor(length / unit.length)) }),
  answers: { 200: run },
});

/** What has too many pieces is refused before anybody looks at them. */
const refused: Attack["answers"] = { 422: () => {} };
/** A page without a body that is looked at. */
const post = (path: string, type: string, body: string, cookie = "") =>
  fetch(server.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": type, cookie, accept: "application/json, text/event-stream" },
    body,
  });
const deep = "[".repeat(400_000) + "]".repeat(400_000);
const wide = `{${Array.from({ length: 80_000 }, (_, n) => `"k${n}":1`).join()}}`;
const parts = (count: number) =>
  `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(count)}--x--\r\n`;
const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=x";

/** Bodies of a million pieces, by what reads them. */
const bodies: readonly Attack[] = [
  ...Object.entries({ deep, wide }).flatMap(([name, body]): Attack[] => [
    {
      name: `JSON that is ${name}, as a task`,
      send: ({ token }) =>
        fetch(`${server.url}/api/v1/tasks`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body,
        }),
      answers: refused,
    },
    {
      name: `JSON that is ${name}, as a call of a tool`,
      send: ({ token }) =>
        fetch(`${server.url}/mcp`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${token}`,
            "content-type": "application/json",
            accept: "application/json, text/event-stream",
          },
          body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"create_task","arguments":${body}}}`,
        }),
      answers: refused,
    },
    {
      name: `JSON that is ${name}, of a stranger`,
      send: () => post("/api/v1/auth/login", "application/json", body),
      answers: refused,
    },
    {
      name: `JSON that is ${name}, of a stranger who signs in on a page`,
      send: () => post("/api/auth/sign-in/email", "application/json", body),
      answers: refused,
    },
  ]),
  {
    name: "a form of many fields",
    send: ({ cookie }) => post("/tasks.data", FORM, `intent=add${"&a=b".repeat(250_000)}`, cookie),
    answers: refused,
  },
  {
    name: "a form of many parts",
    send: ({ cookie }) => post("/tasks.data", MULTIPART, parts(15_000), cookie),
    answers: refused,
  },
  {
    name: "a form of many parts instead of an account",
    send: ({ cookie }) => post("/profile.data", MULTIPART, parts(400_000), cookie),
    answers: refused,
  },
  {
    name: "a form of many parts instead of a file",
    send: ({ cookie }) => post("/tasks/files.data", MULTIPART, parts(100_000), cookie),
    answers: refused,
  },
];

const attacks: readonly Attack[] = [
  ...bodies,
  ...["aur ", "also ", "and ", "اور ", "phir ", "then ", "1, ", "x or y ", "not x but y "].map(
    (unit) => chat(unit),
  ),
  ...["aur ", "اور ", "milk, ", "“‘«", "*a_", "isko kar do ", "a: "].map((unit) =>
    chat(unit, 10_000),
  ),
];

let api: TestApi;
let server: ServerProcess;

beforeAll(async () => {
  api = await createTestApi();
  server = await startServer({
    DATABASE_URL: api.databaseUrl,
    BETTER_AUTH_SECRET: api.app.config.BETTER_AUTH_SECRET,
    PUBLIC_URL: api.app.config.PUBLIC_URL,
    MESSAGES_PER_MINUTE: "10000",
    LOG_LEVEL: "error",
  });
  // The process in this one would take runs over, and hold up what measures.
  await api.app.runs.close(0);
});
afterAll(async () => {
  await server?.kill();
  await api?.close();
});

/** Asks for `/health` from a process of its own; gives the longest wait until it is stopped. */
async function watchHealth() {
  const script = path.join(import.meta.dirname, "../testing/watch-health.mjs");
  const watcher = fork(script, [`${server.url}/health`], { stdio: ["ignore", "ignore", 2, "ipc"] });
  await once(watcher, "message");
  return async (): Promise<number> => {
    const exited = once(watcher, "exit");
    const [[longest]] = await Promise.all([once(watcher, "message"), watcher.send("stop")]);
    await exited;
    return longest;
  };
}

it.each(attacks)("$name", { timeout: 60_000 }, async ({ send, answers }) => {
  const [amna, bilal] = [server.as(await api.signUp()), server.as(await api.signUp("Bilal"))];
  const stop = await watchHealth();
  const attack = send(amna);
  const other = await bilal.call("POST", "/api/v1/chat", { message: "add buy milk" });
  expect(await other.json()).toMatchObject({ status: "completed" });
  const response = await attack;
  const longest = await stop();
  const text = await response.text();
  // Pages answer in a form of their own.
  const body: Record<string, unknown> = text.startsWith("{") ? JSON.parse(text) : { text };
  expect(Object.keys(answers), JSON.stringify(body)).toContain(String(response.status));
  answers[response.status]?.(body);
  expect(longest).toBeLessThan(HEALTH_MS);
});

it("many of them at once", async () => {
  const people = await Promise.all(
    Array.from({ length: 4 }, async () => server.as(await api.signUp())),
  );
  const stop = await watchHealth();
  const responses = await Promise.all(people.map((person) => chat("aur ").send(person)));
  expect(responses.map(({ status }) => status)).toEqual(people.map(() => 200));
  expect(await stop()).toBeLessThan(HEALTH_MS);
});
