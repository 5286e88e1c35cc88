// How often a run is tried again depends on how the processes lost it: by their end, or on purpose.
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Script, startFakeProvider } from "#app/assistant/testing/fake-provider";
import { readEvents, readRun, startRun } from "#app/conversations/testing/chat-reader";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let script: Script;
let api: TestApi;
let amna: TestPerson;
let client: pg.Client;

beforeEach(async () => {
  provider = await startFakeProvider("chat", (asked) => script(asked));
  api = await createTestApi({
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: provider.url,
    LOG_LEVEL: "silent",
  });
  amna = await api.signUp();
  client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  provider.release();
  await provider.close();
  await api.close();
});

/** Waits for a request to the model, then makes the run look as if its process had lost it. */
async function lose(attempt: number, owner: "a process that ended" | "released"): Promise<void> {
  await expect.poll(() => provider.requests).toHaveLength(attempt);
  await client.query("UPDATE run SET lease_owner = $1, lease_until = now()", [owner]);
}

const holds = { text: "", cut: { after: 0, how: "held" } } as const;
const heldUntil =
  (last: number): Script =>
  ({ attempt }) =>
    attempt < last ? holds : { text: "Here." };

it("goes on after the end of one process", async () => {
  script = heldUntil(2);
  const { run_id } = await startRun(amna, "hello");
  await lose(1, "a process that ended");
  await readEvents(amna, run_id);
  expect(await readRun(amna, run_id)).toMatchObject({ status: "completed", response: "Here." });
});

it("fails with a reason after the end of two, and keeps the message", async () => {
  script = heldUntil(9);
  const { run_id, conversation_id } = await startRun(amna, "اور اور");
  await lose(1, "a process that ended");
  await lose(2, "a process that ended");
  const events = await readEvents(amna, run_id);
  expect(events.at(-1)).toMatchObject({
    type: "run.failed",
    data: { code: "run_interrupted", detail: expect.stringMatching(/^[\u0600-\u06ff \d،۔]+$/) },
  });
  expect(provider.requests).toHaveLength(2);
  script = () => ({ text: "Here." });
  const next = await startRun(amna, "hello", conversation_id);
  await readEvents(amna, next.run_id);
  expect(await readRun(amna, next.run_id)).toMatchObject({ status: "completed" });
  const kept = await api.app.db.message.count({ where: { role: "user" } });
  expect(kept).toBe(2);
});

it("goes on however often processes hand it on, and after an end among them", async () => {
  script = heldUntil(9);
  const { run_id } = await startRun(amna, "hello");
  for (let attempt = 1; attempt < 9; attempt += 1)
    await lose(attempt, attempt === 4 ? "a process that ended" : "released");
  await readEvents(amna, run_id);
  expect(await readRun(amna, run_id)).toMatchObject({ status: "completed", response: "Here." });
});
