// SIGKILL of a real server at critical points of a run: the process that takes over loses nothing
// and repeats nothing. The server is blocked at the point by its model, or by a database trigger
// that waits for an advisory lock.
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Script, startFakeProvider } from "#app/assistant/testing/fake-provider";
import type { ProviderAnswer } from "#app/assistant/testing/provider-messages";
import { readEvents, readRun, startRun, textOf } from "#app/conversations/testing/chat-reader";
import { type ServerProcess, startServer } from "#testing/server-process";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

const LOCK = 4242;

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
    BETTER_AUTH_SECRET: api.app.config.BETTER_AUTH_SECRET,
    PUBLIC_URL: api.app.config.PUBLIC_URL,
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
    LOG_LEVEL: "error",
  });
}

beforeAll(async () => {
  provider = await startFakeProvider("chat", (request) => script(request));
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
  provider.reset();
  server = await starting;
  // Start the next test's server during this test.
  starting = start();
});
afterEach(() => server.kill());

type Trigger = "before insert" | "before update" | "commit of insert" | "commit of update";

/** Blocks transactions that do this to a matching row until {@link killBlocked} unlocks them. */
async function block(when: Trigger, table: string, row: string): Promise<void> {
  const what = when.split(" ").at(-1);
  const kind = when.startsWith("commit")
    ? `CONSTRAINT TRIGGER hold AFTER ${what} ON ${table} DEFERRABLE INITIALLY DEFERRED`
    : `TRIGGER hold BEFORE ${what} ON ${table}`;
  await client.query(`CREATE ${kind} FOR EACH ROW WHEN (${row}) EXECUTE FUNCTION hold()`);
  await client.query(`SELECT pg_advisory_lock(${LOCK})`);
  cleanUp = async () => {
    await client.query(`DROP TRIGGER IF EXISTS hold ON ${table}`);
  };
}
let cleanUp = async () => {};
afterEach(async () => {
  await client.query("SELECT pg_advisory_unlock_all()");
  await cleanUp();
  cleanUp = async () => {};
});

/** Waits until the server is blocked in the database, kills it, and unblocks its transaction. */
async function killBlocked(): Promise<void> {
  const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
  await expect.poll(async () => (await client.query(waiting)).rowCount).toBe(1);
  await server.kill();
  await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
  await expireLeases();
}

async function killAtRequest(number: number): Promise<void> {
  await expect.poll(() => provider.requests).toHaveLength(number);
  await kill();
}

async function kill(): Promise<void> {
  await server.kill();
  await expireLeases();
}

/** Expires all leases. */
async function expireLeases(): Promise<void> {
  await client.query("UPDATE run SET lease_until = now() WHERE lease_until IS NOT NULL");
}

const create = (title: string) => ({ name: "create_task", arguments: { title } });
const silent: ProviderAnswer = { text: "", cut: { after: 0, how: "held" } };

/** Two tool calls in one response, then a text; `first` overrides responses of the first attempt. */
const addTwo =
  (first: Partial<Record<number, ProviderAnswer>> = {}): Script =>
  ({ step, attempt }) => {
    const special = attempt === 1 ? first[step] : undefined;
    if (special) return special;
    if (step === 0) return { calls: [create("first"), create("second")] };
    return { text: "Both are on your list now." };
  };

/** Expects the same result of a run that adds two tasks, wherever it was interrupted. */
async function expectBothAdded(runId: string): Promise<void> {
  const events = await readEvents(amna, runId);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)?.type).toBe("run.completed");
  expect(textOf(events)).toBe("Both are on your list now.");
  const run = await readRun(amna, runId);
  expect(run).toMatchObject({ status: "completed", response: "Both are on your list now." });
  expect(run.tool_calls.map(({ result }) => result)).toMatchObject([
    { task: { id: 1, title: "first" } },
    { task: { id: 2, title: "second" } },
  ]);
  const { db } = api.app;
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

const add = () => startRun(server.as(amna), "add soap");

it("before the first response of the model", async () => {
  script = addTwo({ 0: silent });
  const { run_id } = await add();
  await killAtRequest(1);
  await expectBothAdded(run_id);
});

it("at the commit of a model response, before its calls are executed", async () => {
  script = addTwo();
  await block("commit of insert", "model_response", "true");
  const { run_id } = await add();
  await killBlocked();
  await expectBothAdded(run_id);
  expect(provider.requests).toHaveLength(2);
});

it("within the transaction of a tool call", async () => {
  script = addTwo();
  await block("before insert", "task_change", "true");
  const { run_id } = await add();
  await killBlocked();
  await expectBothAdded(run_id);
});

it("at the commit of a tool call", async () => {
  script = addTwo();
  await block("commit of insert", "task", "NEW.title = 'first'");
  const { run_id } = await add();
  await killBlocked();
  await expectBothAdded(run_id);
});

it("between two tool calls", async () => {
  script = addTwo();
  const second = "NEW.type = 'tool.started' AND NEW.data #>> '{arguments,title}' = 'second'";
  await block("before insert", "run_event", second);
  const { run_id } = await add();
  await killBlocked();
  await expectBothAdded(run_id);
});

it("after the tool calls, before the final response", async () => {
  script = addTwo({ 2: silent });
  const { run_id } = await add();
  await killAtRequest(2);
  await expectBothAdded(run_id);
  expect(provider.requests).toHaveLength(3);
});

it("in the middle of a text, with a takeover after the lease expires", async () => {
  const text = "Both are on your list now.";
  script = addTwo({ 2: { text, cut: { after: 4, how: "held" } } });
  const { run_id } = await add();
  await readEvents(server.as(amna), run_id, { until: ({ type }) => type === "message.delta" });
  await server.kill();
  await expectBothAdded(run_id);
});

it("before the answer is inserted", async () => {
  script = addTwo();
  await block("before insert", "message", "NEW.role = 'assistant'");
  const { run_id } = await add();
  await killBlocked();
  await expectBothAdded(run_id);
});

it("at the commit of the answer", async () => {
  script = addTwo();
  await block("commit of insert", "message", "NEW.role = 'assistant'");
  const { run_id } = await add();
  await killBlocked();
  await expectBothAdded(run_id);
});

const deleteIt: Script = ({ step }) =>
  step === 0
    ? { calls: [{ name: "delete_task", arguments: { id: 1 } }] }
    : { text: "It is in the trash." };

/** Starts a run that awaits approval of a deletion. */
async function startDeletion() {
  await amna.call("POST", "/api/v1/tasks", { title: "buy milk" });
  script = deleteIt;
  const { run_id } = await startRun(server.as(amna), "delete it");
  const asks = ({ type }: { type: string }) => type === "approval.required";
  await readEvents(server.as(amna), run_id, { until: asks });
  const { approvals } = await readRun(amna, run_id);
  return { runId: run_id, answer: { approve: approvals.map(({ id }) => id) } };
}

async function expectDeletedOnce(runId: string): Promise<void> {
  await readEvents(amna, runId);
  expect(await readRun(amna, runId)).toMatchObject({
    status: "completed",
    response: "It is in the trash.",
    tool_calls: [{ name: "delete_task", result: { task: { id: 1 } } }],
  });
  const where = { userId: amna.id };
  const changes = await api.app.db.taskChange.findMany({ where, orderBy: { id: "asc" } });
  expect(changes.map(({ action }) => action)).toEqual(["created", "deleted"]);
}

it("while it awaits approval", async () => {
  const { runId, answer } = await startDeletion();
  await kill();
  expect(await readRun(amna, runId)).toMatchObject({ status: "awaiting_approval" });
  await amna.call("POST", `/api/v1/runs/${runId}/approvals`, answer);
  await expectDeletedOnce(runId);
});

it("at the commit of the approval", async () => {
  const { runId, answer } = await startDeletion();
  await block("commit of update", "run", "NEW.approved IS NOT NULL AND OLD.approved IS NULL");
  const answering = server.as(amna).call("POST", `/api/v1/runs/${runId}/approvals`, answer);
  // Rejects when the server is killed.
  answering.catch(() => {});
  await killBlocked();
  await expectDeletedOnce(runId);
});

it.each([
  ["within", "before update"],
  ["at the commit of", "commit of update"],
] as const)("%s an approved call", async (_, when) => {
  const { runId, answer } = await startDeletion();
  await block(when, "task", "NEW.deleted_at IS NOT NULL");
  const answering = server.as(amna).call("POST", `/api/v1/runs/${runId}/approvals`, answer);
  // Rejects when the server is killed.
  answering.catch(() => {});
  await killBlocked();
  await expectDeletedOnce(runId);
});
