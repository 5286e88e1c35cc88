// kill -9 of a real server at the points of a run where it hurts: whoever takes the run up loses
// nothing and does nothing twice. The process is held at a point by its model, or by a trigger in
// the database that waits for a lock.
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import {
  type ProviderAnswer,
  type Script,
  startFakeProvider,
} from "#app/assistant/testing/fake-provider";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import { begin, follow, readRun, textOf } from "./testing/chat-reader";
import { type ServerProcess, startServer } from "./testing/server-process";

const LOCK = 4242;
const WAIT = { timeout: 15_000, interval: 20 };

let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let script: Script;
let api: TestApi;
let server: ServerProcess;
let starting: Promise<ServerProcess>;
let client: pg.Client;
let amna: TestPerson;

function start(): Promise<ServerProcess> {
  return startServer({
    DATABASE_URL: api.databaseUrl,
    BETTER_AUTH_SECRET: api.karlo.config.BETTER_AUTH_SECRET,
    PUBLIC_URL: api.karlo.config.PUBLIC_URL,
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
    LOG_LEVEL: "error",
  });
}

beforeAll(async () => {
  provider = await startFakeProvider("chat", (asked) => script(asked));
  api = await createTestApi({
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
    LOG_LEVEL: "silent",
  });
  client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query(`
    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_advisory_xact_lock(${LOCK}); RETURN NEW; END'`);
  starting = start();
});
afterAll(async () => {
  await (await starting).kill();
  await client.end();
  await provider.close();
  await api.close();
});
beforeEach(async () => {
  amna = await api.signUp();
  provider.forget();
  server = await starting;
  // The next one starts while this one is watched.
  starting = start();
});
afterEach(() => server.kill());

type Trigger = "before insert" | "before update" | "commit of insert" | "commit of update";

/** Holds whoever does this to such a row, until `passOn`. */
async function hold(when: Trigger, table: string, row: string): Promise<void> {
  const what = when.split(" ").at(-1);
  const kind = when.startsWith("commit")
    ? `CONSTRAINT TRIGGER hold AFTER ${what} ON ${table} DEFERRABLE INITIALLY DEFERRED`
    : `TRIGGER hold BEFORE ${what} ON ${table}`;
  await client.query(`CREATE ${kind} FOR EACH ROW WHEN (${row}) EXECUTE FUNCTION hold()`);
  await client.query(`SELECT pg_advisory_lock(${LOCK})`);
  onEnd = async () => {
    await client.query(`DROP TRIGGER IF EXISTS hold ON ${table}`);
  };
}
let onEnd = async () => {};
afterEach(async () => {
  await client.query("SELECT pg_advisory_unlock_all()");
  await onEnd();
  onEnd = async () => {};
});

/** Waits until the server is held in the database, kills it there, and lets the database go on. */
async function killHeld(): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    expect((await client.query(waiting)).rowCount).toBe(1);
  }, WAIT);
  await server.kill();
  await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
  await endLeases();
}

async function killAtRequest(number: number): Promise<void> {
  await vi.waitFor(() => expect(provider.requests).toHaveLength(number), WAIT);
  await kill();
}

async function kill(): Promise<void> {
  await server.kill();
  await endLeases();
}

/** Lets the time pass in which the server would have renewed them. */
async function endLeases(): Promise<void> {
  await client.query("UPDATE run SET lease_until = now() WHERE lease_until IS NOT NULL");
}

const create = (title: string) => ({ name: "create_task", arguments: { title } });
const silent: ProviderAnswer = { text: "", cut: { after: 0, how: "held" } };

/** Two tasks in one answer, then a sentence; `first` may change what is said the first time. */
const addTwo =
  (first: Partial<Record<number, ProviderAnswer>> = {}): Script =>
  ({ step, attempt }) => {
    const special = attempt === 1 ? first[step] : undefined;
    if (special) return special;
    if (step === 0) return { calls: [create("first"), create("second")] };
    return { text: "Both are on your list now." };
  };

/** What must be true of a turn that added two tasks, whatever happened meanwhile. */
async function expectBothAdded(runId: string): Promise<void> {
  const events = await follow(amna, runId);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)?.type).toBe("run.completed");
  expect(textOf(events)).toBe("Both are on your list now.");
  const run = await readRun(amna, runId);
  expect(run).toMatchObject({ status: "completed", response: "Both are on your list now." });
  expect(run.tool_calls.map(({ result }) => result)).toMatchObject([
    { task: { id: 1, title: "first" } },
    { task: { id: 2, title: "second" } },
  ]);
  const { db } = api.karlo;
  const where = { userId: amna.id };
  expect((await db.task.findMany({ where })).map(({ title }) => title).sort()).toEqual([
    "first",
    "second",
  ]);
  expect(await db.taskChange.count({ where })).toBe(2);
  const messages = await db.message.findMany({ where, orderBy: { id: "asc" } });
  expect(messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
  expect(await db.modelResponse.count({ where: { run: where } })).toBe(0);
}

const add = () => begin(server.as(amna), "add two");

it("before the model has said anything", async () => {
  script = addTwo({ 0: silent });
  const { run_id } = await add();
  await killAtRequest(1);
  await expectBothAdded(run_id);
});

it("when the model has answered, before anything of it is done", async () => {
  script = addTwo();
  await hold("commit of insert", "model_response", "true");
  const { run_id } = await add();
  await killHeld();
  await expectBothAdded(run_id);
  expect(provider.requests).toHaveLength(2);
});

it("within the transaction of a call", async () => {
  script = addTwo();
  await hold("before insert", "task_change", "true");
  const { run_id } = await add();
  await killHeld();
  await expectBothAdded(run_id);
});

it("at the commit of a call, which nobody heard of", async () => {
  script = addTwo();
  await hold("commit of insert", "task", "NEW.title = 'first'");
  const { run_id } = await add();
  await killHeld();
  await expectBothAdded(run_id);
});

it("between two calls", async () => {
  script = addTwo();
  const second = "NEW.type = 'tool.started' AND NEW.data #>> '{arguments,title}' = 'second'";
  await hold("before insert", "run_event", second);
  const { run_id } = await add();
  await killHeld();
  await expectBothAdded(run_id);
});

it("when all is done and the model has not said so", async () => {
  script = addTwo({ 2: silent });
  const { run_id } = await add();
  await killAtRequest(2);
  await expectBothAdded(run_id);
  expect(provider.requests).toHaveLength(3);
});

it("in the middle of a sentence, until its lease ends by itself", async () => {
  const text = "Both are on your list now.";
  script = addTwo({ 2: { text, cut: { after: 4, how: "held" } } });
  const { run_id } = await add();
  await follow(server.as(amna), run_id, { until: ({ type }) => type === "message.delta" });
  await server.kill();
  await expectBothAdded(run_id);
});

it("at the end, before it is kept", async () => {
  script = addTwo();
  await hold("before insert", "message", "NEW.role = 'assistant'");
  const { run_id } = await add();
  await killHeld();
  await expectBothAdded(run_id);
});

it("at the commit of the end", async () => {
  script = addTwo();
  await hold("commit of insert", "message", "NEW.role = 'assistant'");
  const { run_id } = await add();
  await killHeld();
  await expectBothAdded(run_id);
});

const deleteIt: Script = ({ step }) =>
  step === 0
    ? { calls: [{ name: "delete_task", arguments: { id: 1 } }] }
    : { text: "It is in the trash." };

/** A run that waits for a yes to a deletion. */
async function askForDeletion() {
  await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
  script = deleteIt;
  const { run_id } = await begin(server.as(amna), "delete it");
  const asks = ({ type }: { type: string }) => type === "approval.required";
  await follow(server.as(amna), run_id, { until: asks });
  const { approvals } = await readRun(amna, run_id);
  return { runId: run_id, answer: { approve: approvals.map(({ id }) => id) } };
}

async function expectDeletedOnce(runId: string): Promise<void> {
  await follow(amna, runId);
  expect(await readRun(amna, runId)).toMatchObject({
    status: "completed",
    response: "It is in the trash.",
    tool_calls: [{ name: "delete_task", result: { task: { id: 1 } } }],
  });
  const where = { userId: amna.id };
  const changes = await api.karlo.db.taskChange.findMany({ where, orderBy: { id: "asc" } });
  expect(changes.map(({ action }) => action)).toEqual(["created", "deleted"]);
}

it("while it waits for a yes", async () => {
  const { runId, answer } = await askForDeletion();
  await kill();
  expect(await readRun(amna, runId)).toMatchObject({ status: "awaiting_approval" });
  await amna.call("POST", `/api/v1/runs/${runId}/approvals`, answer);
  await expectDeletedOnce(runId);
});

it("at the commit of the yes", async () => {
  const { runId, answer } = await askForDeletion();
  await hold("commit of update", "run", "NEW.approved IS NOT NULL AND OLD.approved IS NULL");
  const answering = server.as(amna).call("POST", `/api/v1/runs/${runId}/approvals`, answer);
  answering.catch(() => {});
  await killHeld();
  await expectDeletedOnce(runId);
});

it("within what was said yes to, and at its commit", async () => {
  for (const when of ["before update", "commit of update"] as const) {
    amna = await api.signUp();
    const { runId, answer } = await askForDeletion();
    await hold(when, "task", "NEW.deleted_at IS NOT NULL");
    const answering = server.as(amna).call("POST", `/api/v1/runs/${runId}/approvals`, answer);
    answering.catch(() => {});
    await killHeld();
    await expectDeletedOnce(runId);
    await onEnd();
    if (when === "before update") server = await start();
  }
});
