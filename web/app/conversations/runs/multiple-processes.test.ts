// Runs in two processes on one database: released, claimed, stopped, queued and read in either.
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  respondInSequence,
  type Script,
  startFakeProvider,
} from "#app/assistant/testing/fake-provider";
import type { ProviderAnswer } from "#app/assistant/testing/provider-messages";
import {
  readEvents,
  readRun,
  sendMessage,
  startRun,
  textOf,
} from "#app/conversations/testing/chat-reader";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let script: Script;
let here: TestApi;
let there: TestApi;
let amna: TestPerson;
let client: pg.Client;

beforeEach(async () => {
  provider = await startFakeProvider("chat", (request) => script(request));
  here = await createTestApi({
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
    LOG_LEVEL: "silent",
  });
  there = await here.openReplica();
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
const create = (title: string) => ({ calls: [{ name: "create_task", arguments: { title } }] });
const waitForRequests = (times: number) => expect.poll(() => provider.requests).toHaveLength(times);
const isDelta = ({ type }: { type: string }) => type === "message.delta";
const typesOf = (events: { type: string }[]) => events.map(({ type }) => type);

async function titles(): Promise<string[]> {
  const tasks = await here.app.db.task.findMany({ orderBy: { number: "asc" } });
  return tasks.map(({ title }) => title);
}

async function saidIn(conversation: number): Promise<string[]> {
  const answer = await amna.call("GET", `/api/v1/conversations/${conversation}`);
  const { messages } = (await answer.json()) as {
    messages: { parts: { type: string; text?: string }[] }[];
  };
  return messages.map(({ parts }) => parts.find(({ type }) => type === "text")?.text ?? "");
}

describe("a process that shuts down", () => {
  it("releases its run, and readers see one text", async () => {
    const text = "It is on your list now.";
    script = respondInSequence(held(text, 3), { text });
    const { run_id } = await startRun(there.as(amna), "hello");
    const reading = readEvents(amna, run_id);
    await readEvents(amna, run_id, { until: isDelta });
    await there.app.runs.close(0);
    const events = await reading;
    expect(textOf(events)).toBe(text);
    expect(typesOf(events)).not.toContain("message.restarted");
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(await readRun(amna, run_id)).toMatchObject({ status: "completed", response: text });
  });

  it("restarts the text if the model gives another one the second time", async () => {
    script = respondInSequence(held("It is on your list.", 3), { text: "Done." });
    const { run_id } = await startRun(there.as(amna), "hello");
    await readEvents(amna, run_id, { until: isDelta });
    await there.app.runs.close(0);
    const events = await readEvents(amna, run_id);
    expect(textOf(events)).toBe("Done.");
    expect(typesOf(events)).toContain("message.restarted");
    expect(await readRun(amna, run_id)).toMatchObject({ response: "Done." });
  });

  it("does not repeat a completed tool call", async () => {
    script = ({ step, attempt }) =>
      step === 0 ? create("buy milk") : attempt === 1 ? held("Added.", 0) : { text: "Added." };
    const { run_id } = await startRun(there.as(amna), "add buy milk");
    await waitForRequests(2);
    await there.app.runs.close(0);
    const events = await readEvents(amna, run_id);
    expect(typesOf(events).filter((type) => type === "tool.completed")).toHaveLength(1);
    expect(await titles()).toEqual(["buy milk"]);
    expect(provider.requests).toHaveLength(3);
    expect(await readRun(amna, run_id)).toMatchObject({
      status: "completed",
      tool_calls: [{ name: "create_task", result: { task: { id: 1 } } }],
      // Of the three responses, the one that was interrupted is not counted.
      usage: { input_tokens: 200, output_tokens: 20 },
    });
  });
});

it.each([
  ["on insert", "TRIGGER refuse BEFORE INSERT ON message"],
  ["on commit", "CONSTRAINT TRIGGER refuse AFTER INSERT ON message DEFERRABLE INITIALLY DEFERRED"],
])("executes nothing for a message that is refused %s", async (_, trigger) => {
  script = ({ step }) => (step === 0 ? create("buy milk") : { text: "Added." });
  await client.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(0.3); RAISE EXCEPTION ''refused''; END';
    CREATE ${trigger} FOR EACH ROW EXECUTE FUNCTION refuse()`);
  const answer = await amna.call("POST", "/api/v1/chat", { message: "add buy milk" });
  expect(answer.status).toBe(500);
  await waitForRequests(1);
  const { db } = here.app;
  for (const table of [db.conversation, db.message, db.run, db.runEvent, db.modelResponse]) {
    expect(await (table as typeof db.run).count()).toBe(0);
  }
  expect(await titles()).toEqual([]);
  await client.query("DROP TRIGGER refuse ON message; DROP FUNCTION refuse");
  expect(await sendMessage(amna, "add buy milk")).toMatchObject({ status: "completed" });
  expect(await titles()).toEqual(["buy milk"]);
});

describe("a process that has lost its lease", () => {
  it("writes nothing, even if its model still responds", async () => {
    script = respondInSequence(
      { ...create("buy milk"), cut: { after: 0, how: "held" } },
      { text: "Nothing done." },
    );
    const { run_id } = await startRun(there.as(amna), "add buy milk");
    await waitForRequests(1);
    // As after a long pause, during which another process claimed the run.
    const lease = "lease_owner = 'another', lease_until = now()";
    await client.query(`UPDATE run SET ${lease} + interval '1 minute'`);
    const before = await here.app.db.runEvent.count();
    provider.release();
    await expect.poll(() => there.app.runs.active).toBe(0);
    expect(await here.app.db.runEvent.count()).toBe(before);
    expect(await titles()).toEqual([]);
    await client.query(`UPDATE run SET ${lease}`);
    await readEvents(amna, run_id);
    expect(await readRun(amna, run_id)).toMatchObject({ response: "Nothing done." });
  });

  it("rolls back a running tool call when another process stops the run", async () => {
    script = respondInSequence(create("buy milk"), { text: "Added." });
    await client.query("BEGIN; LOCK TABLE task IN SHARE MODE");
    const { run_id } = await startRun(there.as(amna), "add buy milk");
    await readEvents(amna, run_id, { until: ({ type }) => type === "tool.started" });
    expect((await amna.call("POST", `/api/v1/runs/${run_id}/stop`)).status).toBe(202);
    expect(await readRun(amna, run_id)).toMatchObject({ status: "cancelled", tool_calls: [] });
    expect(typesOf(await readEvents(amna, run_id)).at(-1)).toBe("run.cancelled");
    await client.query("COMMIT");
    await expect.poll(() => there.app.runs.active).toBe(0);
    expect(await titles()).toEqual([]);
  });
});

describe("stop", () => {
  it("keeps the text so far, and aborts the model request", async () => {
    script = respondInSequence(held("It is on your list.", 3));
    const { run_id, conversation_id } = await startRun(there.as(amna), "hello");
    const [, , ...events] = await readEvents(amna, run_id, { until: isDelta });
    await amna.call("POST", `/api/v1/runs/${run_id}/stop`);
    await expect.poll(() => there.app.runs.active).toBe(0);
    const { status, response } = await readRun(amna, run_id);
    expect(status).toBe("cancelled");
    expect(response.startsWith(textOf(events))).toBe(true);
    expect(await saidIn(conversation_id)).toEqual(["hello", response]);
    const again = await amna.call("POST", `/api/v1/runs/${run_id}/stop`);
    expect(again.status).toBe(202);
  });

  it("cancels a run that is queued or awaits approval", async () => {
    script = ({ userMessage }) =>
      userMessage === "delete it"
        ? { calls: [{ name: "delete_task", arguments: { id: 1 } }] }
        : held("One moment.", 1);
    await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
    const waits = await sendMessage(amna, "delete it");
    const conversation = waits.conversation_id;
    expect(waits.status).toBe("awaiting_approval");
    await there.as(amna).call("POST", `/api/v1/runs/${waits.run_id}/stop`);
    expect(await readRun(amna, waits.run_id)).toMatchObject({ status: "cancelled", approvals: [] });
    const first = await startRun(amna, "first", conversation);
    const second = await startRun(amna, "second", conversation);
    await there.as(amna).call("POST", `/api/v1/runs/${second.run_id}/stop`);
    expect(await readRun(amna, second.run_id)).toMatchObject({ status: "cancelled" });
    expect(await readRun(amna, first.run_id)).toMatchObject({ status: "running" });
    await amna.call("POST", `/api/v1/runs/${first.run_id}/stop`);
    expect(await titles()).toEqual(["buy milk"]);
  });
});

describe("messages that are sent while a run is running", () => {
  it("are answered in order, whichever process received them", async () => {
    script = ({ userMessage }) =>
      userMessage === "one" ? held("1 done", 1) : { text: `${userMessage} done` };
    const one = await startRun(there.as(amna), "one");
    const conversation = one.conversation_id;
    await waitForRequests(1);
    const two = await startRun(amna, "two", conversation);
    const three = await startRun(there.as(amna), "three", conversation);
    expect(await saidIn(conversation)).toEqual(["one", "two", "three"]);
    expect(await readRun(amna, two.run_id)).toMatchObject({ status: "running" });
    provider.release();
    await readEvents(amna, three.run_id);
    expect(provider.requests.map(({ userMessage }) => userMessage)).toEqual([
      "one",
      "two",
      "three",
    ]);
    // The history of the last request has everything before it, in order.
    const { messages = [] } = provider.requests[2]?.body ?? {};
    const history = messages.flatMap(({ role, content }) => (role === "system" ? [] : [content]));
    expect(JSON.stringify(history)).toMatch(/one.*1 done.*two.*two done.*three/);
    const all = ["one", "1 done", "two", "two done", "three", "three done"];
    expect(await saidIn(conversation)).toEqual(all);
  });

  it("start when the run before them is stopped", async () => {
    script = ({ userMessage }) =>
      userMessage === "one" ? held("1 done", 1) : { text: `${userMessage} done` };
    const one = await startRun(there.as(amna), "one");
    await waitForRequests(1);
    const two = await startRun(amna, "two", one.conversation_id);
    await amna.call("POST", `/api/v1/runs/${one.run_id}/stop`);
    await readEvents(amna, two.run_id);
    expect(await readRun(amna, two.run_id)).toMatchObject({ response: "two done" });
  });

  it("start after a takeover when the process of the run before them has exited", async () => {
    script = ({ userMessage, attempt }) =>
      userMessage === "one" && attempt === 1
        ? held("one done", 1)
        : { text: `${userMessage} done` };
    const one = await startRun(there.as(amna), "one");
    await waitForRequests(1);
    const two = await startRun(there.as(amna), "two", one.conversation_id);
    await there.app.runs.close(0);
    await readEvents(amna, two.run_id);
    expect(provider.requests.map(({ userMessage }) => userMessage)).toEqual(["one", "one", "two"]);
  });
});

describe("tool calls", () => {
  it("get unique ids when a provider reuses one", async () => {
    script = ({ step }) => (step < 2 ? create(`task ${step}`) : { text: "Added both." });
    const { tool_calls } = await sendMessage(amna, "add soap");
    expect(new Set(tool_calls.map(({ id }) => id)).size).toBe(2);
    expect(await titles()).toEqual(["task 0", "task 1"]);
  });
});

describe("an event stream", () => {
  it("continues after any event in another process, without gaps or duplicates", async () => {
    script = respondInSequence(held("It is on your list now.", 3));
    const { run_id } = await startRun(there.as(amna), "hello");
    const first = await readEvents(amna, run_id, { until: isDelta });
    provider.release();
    const rest = await readEvents(there.as(amna), run_id, { after: first.length });
    const all = await readEvents(amna, run_id);
    expect([...first, ...rest]).toEqual(all);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  });

  it("misses no event when the listening connection is lost", async () => {
    script = respondInSequence(held("It is on your list now.", 3));
    const { run_id } = await startRun(there.as(amna), "hello");
    const reading = readEvents(amna, run_id);
    await readEvents(amna, run_id, { until: isDelta });
    const listening = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    const { rowCount } = await client.query(`SELECT pg_terminate_backend(pid) ${listening}`);
    // One per process, however many readers.
    expect(rowCount).toBe(2);
    provider.release();
    const events = await reading;
    expect(typesOf(events).at(-1)).toBe("run.completed");
    expect(textOf(events)).toBe("It is on your list now.");
  });
});
