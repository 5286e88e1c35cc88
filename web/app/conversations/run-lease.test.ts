import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi } from "#app/platform/testing/test-app";
import { appendEvents } from "./run-events.server";
import { failInterruptedRuns } from "./run-lease.server";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

it("a run whose process died is failed once, by name, and its message stays", async () => {
  const { db } = api.karlo;
  const person = await api.signUp();
  const conversation = { userId: person.id, number: 1 };
  await db.conversation.create({ data: conversation });
  const run = {
    userId: person.id,
    conversationNumber: 1,
    status: "running",
    model: "builtin",
    leaseOwner: "a process that is gone",
  };
  const [dead, alive] = [randomUUID(), randomUUID()];
  await db.run.create({ data: { ...run, id: dead, leaseUntil: new Date(Date.now() - 1_000) } });
  await db.run.create({ data: { ...run, id: alive, leaseUntil: new Date(Date.now() + 60_000) } });
  const data = { run_id: dead, conversation_id: 1 };
  await appendEvents(db, dead, [{ type: "run.started", data }]);

  await Promise.all([failInterruptedRuns(db), failInterruptedRuns(db)]);

  const answer = await person.call("GET", `/api/v1/runs/${dead}`);
  expect(await answer.json()).toMatchObject({
    status: "failed",
    error: { code: "run_interrupted", detail: expect.stringContaining("kept") },
  });
  const events = await db.runEvent.findMany({ where: { runId: dead }, orderBy: { seq: "asc" } });
  expect(events.map(({ type }) => type)).toEqual(["run.started", "run.failed"]);
  expect(await db.run.findUnique({ where: { id: alive } })).toMatchObject({ status: "running" });
});
