// Runs in two processes on one database: handed over, taken up, stopped, queued and read anywhere.
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  inOrder,
  type ProviderAnswer,
  type Script,
  startFakeProvider,
} from "#app/assistant/testing/fake-provider";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import { begin, follow, readRun, say, textOf } from "./testing/chat-reader";

let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let script: Script;
let here: TestApi;
let there: TestApi;
let amna: TestPerson;
let client: pg.Client;

beforeEach(async () => {
  provider = await startFakeProvider("chat", (asked) => script(asked));
  here = await createTestApi({
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
    LOG_LEVEL: "silent",
  });
  there = await here.another();
  amna = await here.signUp();
  client = new pg.Client({ connectionString: here.databaseUrl });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  provider.release();
  await provider.close();
  await there.close();
  await here.close();
});

const held = (text: string, after: number): ProviderAnswer => ({
  text,
  cut: { after, how: "held" },
});
const asked = (times: number) => vi.waitFor(() => expect(provider.requests).toHaveLength(times));
const isDelta = ({ type }: { type: string }) => type === "message.delta";
const typesOf = (events: { type: string }[]) => events.map(({ type }) => type);

async function titles(): Promise<string[]> {
  const tasks = await here.karlo.db.task.findMany({ orderBy: { number: "asc" } });
  return tasks.map(({ title }) => title);
}

async function saidIn(conversation: number): Promise<string[]> {
  const answer = await amna.call("GET", `/api/v1/conversations/${conversation}`);
  const { messages } = (await answer.json()) as {
    messages: { parts: { type: string; text?: string }[] }[];
  };
  return messages.map(({ parts }) => parts.find(({ type }) => type === "text")?.text ?? "");
}

describe("a process that is told to end", () => {
  it("hands its run over, and readers see one text", async () => {
    const text = "It is on your list now.";
    script = inOrder(held(text, 3), { text });
    const { run_id } = await begin(there.as(amna), "hello");
    const reading = follow(amna, run_id);
    await follow(amna, run_id, { until: isDelta });
    await there.karlo.runs.close(0);
    const events = await reading;
    expect(textOf(events)).toBe(text);
    expect(typesOf(events)).not.toContain("message.restarted");
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(await readRun(amna, run_id)).toMatchObject({ status: "completed", response: text });
  });

  it("takes back what a model says otherwise the second time", async () => {
    script = inOrder(held("It is on your list.", 3), { text: "Done." });
    const { run_id } = await begin(there.as(amna), "hello");
    await follow(amna, run_id, { until: isDelta });
    await there.karlo.runs.close(0);
    const events = await follow(amna, run_id);
    expect(textOf(events)).toBe("Done.");
    expect(typesOf(events)).toContain("message.restarted");
    expect(await readRun(amna, run_id)).toMatchObject({ response: "Done." });
  });

  it("does not do again what a tool has done", async () => {
    script = ({ step, attempt }) =>
      step === 0
        ? { calls: [{ name: "create_task", arguments: { title: "buy milk" } }] }
        : attempt === 1
          ? held("Added.", 0)
          : { text: "Added." };
    const { run_id } = await begin(there.as(amna), "add buy milk");
    await asked(2);
    await there.karlo.runs.close(0);
    const events = await follow(amna, run_id);
    expect(typesOf(events).filter((type) => type === "tool.completed")).toHaveLength(1);
    expect(await titles()).toEqual(["buy milk"]);
    expect(provider.requests).toHaveLength(3);
    expect(await readRun(amna, run_id)).toMatchObject({
      status: "completed",
      tool_calls: [{ name: "create_task", result: { task: { id: 1 } } }],
      // Three answers of the model, of which one was heard by nobody.
      usage: { input_tokens: 200, output_tokens: 20 },
    });
  });
});

it.each([
  ["as it is written", "TRIGGER refuse BEFORE INSERT ON message"],
  [
    "as it is committed",
    "CONSTRAINT TRIGGER refuse AFTER INSERT ON message DEFERRABLE INITIALLY DEFERRED",
  ],
])(
  "does nothing for a message that is refused %s, though its model was asked",
  async (_, trigger) => {
    script = ({ step }) =>
      step === 0
        ? { calls: [{ name: "create_task", arguments: { title: "buy milk" } }] }
        : { text: "Added." };
    await client.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(0.3); RAISE EXCEPTION ''refused''; END';
    CREATE ${trigger} FOR EACH ROW EXECUTE FUNCTION refuse()`);
    const answer = await amna.call("POST", "/api/v1/chat", { message: "add buy milk" });
    expect(answer.status).toBe(500);
    await asked(1);
    const { db } = here.karlo;
    for (const table of [db.conversation, db.message, db.run, db.runEvent, db.modelResponse]) {
      expect(await (table as typeof db.run).count()).toBe(0);
    }
    expect(await titles()).toEqual([]);
    await client.query("DROP TRIGGER refuse ON message; DROP FUNCTION refuse");
    expect(await say(amna, "add buy milk")).toMatchObject({ status: "completed" });
    expect(await titles()).toEqual(["buy milk"]);
  },
);

describe("a process that has lost its run", () => {
  it("writes nothing more, whatever its model and its tools still do", async () => {
    const calls = [{ name: "create_task", arguments: { title: "buy milk" } }];
    script = inOrder({ calls, cut: { after: 0, how: "held" } }, { text: "Nothing done." });
    const { run_id } = await begin(there.as(amna), "add buy milk");
    await asked(1);
    // It was paused for so long that another took the run up.
    const lease = "lease_owner = 'another', lease_until = now()";
    await client.query(`UPDATE run SET ${lease} + interval '1 minute'`);
    const before = await here.karlo.db.runEvent.count();
    provider.release();
    await vi.waitFor(() => expect(there.karlo.runs.size).toBe(0));
    expect(await here.karlo.db.runEvent.count()).toBe(before);
    expect(await titles()).toEqual([]);
    await client.query(`UPDATE run SET ${lease}`);
    await follow(amna, run_id);
    expect(await readRun(amna, run_id)).toMatchObject({ response: "Nothing done." });
  });

  it("takes back what a tool is at when the run is stopped from elsewhere", async () => {
    script = inOrder(
      { calls: [{ name: "create_task", arguments: { title: "buy milk" } }] },
      { text: "Added." },
    );
    await client.query("BEGIN; LOCK TABLE task IN SHARE MODE");
    const { run_id } = await begin(there.as(amna), "add buy milk");
    await follow(amna, run_id, { until: ({ type }) => type === "tool.started" });
    expect((await amna.call("POST", `/api/v1/runs/${run_id}/stop`)).status).toBe(202);
    expect(await readRun(amna, run_id)).toMatchObject({ status: "cancelled", tool_calls: [] });
    expect(typesOf(await follow(amna, run_id)).at(-1)).toBe("run.cancelled");
    await client.query("COMMIT");
    await vi.waitFor(() => expect(there.karlo.runs.size).toBe(0));
    expect(await titles()).toEqual([]);
  });
});

describe("stop", () => {
  it("keeps what was said until then, and frees the process that waits for the model", async () => {
    script = inOrder(held("It is on your list.", 3));
    const { run_id, conversation_id } = await begin(there.as(amna), "hello");
    const [, , ...events] = await follow(amna, run_id, { until: isDelta });
    await amna.call("POST", `/api/v1/runs/${run_id}/stop`);
    await vi.waitFor(() => expect(there.karlo.runs.size).toBe(0));
    const { status, response } = await readRun(amna, run_id);
    expect(status).toBe("cancelled");
    expect(response.startsWith(textOf(events))).toBe(true);
    expect(await saidIn(conversation_id)).toEqual(["hello", response]);
    const again = await amna.call("POST", `/api/v1/runs/${run_id}/stop`);
    expect(again.status).toBe(202);
  });

  it("drops a run that waits for its turn, or for the person", async () => {
    script = ({ said }) =>
      said === "delete it"
        ? { calls: [{ name: "delete_task", arguments: { id: 1 } }] }
        : held("One moment.", 1);
    await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
    const waits = await say(amna, "delete it");
    const conversation = waits.conversation_id;
    expect(waits.status).toBe("awaiting_approval");
    await there.as(amna).call("POST", `/api/v1/runs/${waits.run_id}/stop`);
    expect(await readRun(amna, waits.run_id)).toMatchObject({ status: "cancelled", approvals: [] });
    const first = await begin(amna, "first", conversation);
    const second = await begin(amna, "second", conversation);
    await there.as(amna).call("POST", `/api/v1/runs/${second.run_id}/stop`);
    expect(await readRun(amna, second.run_id)).toMatchObject({ status: "cancelled" });
    expect(await readRun(amna, first.run_id)).toMatchObject({ status: "running" });
    await amna.call("POST", `/api/v1/runs/${first.run_id}/stop`);
    expect(await titles()).toEqual(["buy milk"]);
  });
});

describe("messages that are sent while a run works", () => {
  it("are answered one after another, whichever process took them", async () => {
    script = ({ said }) => (said === "one" ? held("1 done", 1) : { text: `${said} done` });
    const one = await begin(there.as(amna), "one");
    const conversation = one.conversation_id;
    await asked(1);
    const two = await begin(amna, "two", conversation);
    const three = await begin(there.as(amna), "three", conversation);
    expect(await saidIn(conversation)).toEqual(["one", "two", "three"]);
    expect(await readRun(amna, two.run_id)).toMatchObject({ status: "running" });
    provider.release();
    await follow(amna, three.run_id);
    expect(provider.requests.map(({ said }) => said)).toEqual(["one", "two", "three"]);
    // The last request holds all that was said before it, in its order.
    const { messages = [] } = provider.requests[2]?.body ?? {};
    const told = messages.flatMap(({ role, content }) => (role === "system" ? [] : [content]));
    expect(JSON.stringify(told)).toMatch(/one.*1 done.*two.*two done.*three/);
    const all = ["one", "1 done", "two", "two done", "three", "three done"];
    expect(await saidIn(conversation)).toEqual(all);
  });

  it("go on when the one before them is stopped", async () => {
    script = ({ said }) => (said === "one" ? held("1 done", 1) : { text: `${said} done` });
    const one = await begin(there.as(amna), "one");
    await asked(1);
    const two = await begin(amna, "two", one.conversation_id);
    await amna.call("POST", `/api/v1/runs/${one.run_id}/stop`);
    await follow(amna, two.run_id);
    expect(await readRun(amna, two.run_id)).toMatchObject({ response: "two done" });
  });

  it("go on when the process of the one before them is gone", async () => {
    script = ({ said, attempt }) =>
      said === "one" && attempt === 1 ? held("one done", 1) : { text: `${said} done` };
    const one = await begin(there.as(amna), "one");
    await asked(1);
    const two = await begin(there.as(amna), "two", one.conversation_id);
    await there.karlo.runs.close(0);
    await follow(amna, two.run_id);
    expect(provider.requests.map(({ said }) => said)).toEqual(["one", "one", "two"]);
  });
});

describe("calls", () => {
  it("are told apart where a provider gives the same id again", async () => {
    script = ({ step }) =>
      step < 2
        ? { calls: [{ name: "create_task", arguments: { title: `task ${step}` } }] }
        : { text: "Added both." };
    const { tool_calls } = await say(amna, "add two");
    expect(new Set(tool_calls.map(({ id }) => id)).size).toBe(2);
    expect(await titles()).toEqual(["task 0", "task 1"]);
  });
});

describe("a stream", () => {
  it("goes on from any event in another process, nothing twice and nothing missing", async () => {
    script = inOrder(held("It is on your list now.", 3));
    const { run_id } = await begin(there.as(amna), "hello");
    const first = await follow(amna, run_id, { until: isDelta });
    provider.release();
    const rest = await follow(there.as(amna), run_id, { after: first.length });
    const all = await follow(amna, run_id);
    expect([...first, ...rest]).toEqual(all);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  });

  it("misses nothing when the one listening connection is lost", async () => {
    script = inOrder(held("It is on your list now.", 3));
    const { run_id } = await begin(there.as(amna), "hello");
    const reading = follow(amna, run_id);
    await follow(amna, run_id, { until: isDelta });
    const listening = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    const { rowCount } = await client.query(`SELECT pg_terminate_backend(pid) ${listening}`);
    // One for each process, however many read.
    expect(rowCount).toBe(2);
    provider.release();
    const events = await reading;
    expect(typesOf(events).at(-1)).toBe("run.completed");
    expect(textOf(events)).toBe("It is on your list now.");
  });
});
