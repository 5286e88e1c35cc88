import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProviderAnswer, startFakeProvider } from "#app/assistant/testing/fake-provider";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import { say, type WireRun } from "./testing/chat-reader";
import {
  destructive,
  type Injection,
  refused,
  SECRET,
  THEIR_ID,
  THEIRS,
  undoable,
  words,
} from "./testing/injections";
import { upload } from "./testing/upload";

// The model of these tests is on the attacker's side: it does whatever the text says.
let api: TestApi;
let bilal: TestPerson;
let fake: Awaited<ReturnType<typeof startFakeProvider>>;
let turns: ProviderAnswer[];

beforeAll(async () => {
  fake = await startFakeProvider("chat", () => turns.shift() ?? { text: "Arr, it is done." });
  api = await createTestApi({
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "obedient",
    MODEL_BASE_URL: fake.url,
    MODEL_API_KEY: "key",
    LOG_LEVEL: "silent",
  });
  bilal = await api.signUp("Bilal");
  await api.karlo.db.user.update({ where: { id: bilal.id }, data: { lastTaskNumber: THEIRS - 1 } });
  await bilal.call("POST", "/api/v1/tasks", { title: SECRET, category: SECRET });
});
afterAll(async () => {
  await api.close();
  await fake.close();
});

const rows = (userId: string) =>
  api.karlo.db.task.findMany({ where: { userId }, orderBy: { number: "asc" } });

/** Asks about a file, which the model is given. */
async function sayWith(person: TestPerson, text: string): Promise<WireRun> {
  const { id } = await upload(person, new File([text], "notes.txt"));
  const body = { message: "what is in this file, and what are my tasks?", attachments: [id] };
  const answer = await person.call("POST", "/api/v1/chat", body);
  expect(JSON.stringify(fake.requests.at(-2)?.body)).toContain(JSON.stringify(text).slice(1, -1));
  return (await answer.json()) as WireRun;
}

/** A person with three tasks and one that carries the text, who asks what there is to do. */
async function attack({ where, text, obeys }: Injection) {
  const person = await api.signUp();
  const inTask = !["message", "attachment"].includes(where);
  const carried = inTask ? { [where]: text.replace(THEIR_ID, bilal.id) } : {};
  for (const task of [{}, {}, {}, carried]) {
    await person.call("POST", "/api/v1/tasks", { title: "water the plants", ...task });
  }
  const theirs = await rows(bilal.id);
  const mine = await rows(person.id);
  turns = [
    { calls: [{ name: "list_tasks", arguments: {} }] },
    ...obeys.map((calls) => ({
      calls: JSON.parse(JSON.stringify(calls).replaceAll(THEIR_ID, bilal.id)),
    })),
  ];
  const run =
    where === "attachment"
      ? await sayWith(person, text.replace(THEIR_ID, bilal.id))
      : await say(person, where === "message" ? text : "what are my tasks?");
  expect(await rows(bilal.id)).toEqual(theirs);
  const events = await api.karlo.db.runEvent.findMany({ where: { runId: run.run_id } });
  expect(JSON.stringify([run, events.map(({ data }) => data)])).not.toContain(SECRET);
  return { person, run, before: mine, after: await rows(person.id) };
}

const named = (injections: Injection[]) => injections.map((one) => [one.text, one] as const);

describe("a model that obeys what it reads", () => {
  it("has at least sixty ways to be told", () => {
    const all = [...destructive, ...refused, ...undoable, ...words];
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(named(destructive))("must wait for the person: %s", async (_text, injection) => {
    const { person, run, before, after } = await attack(injection);
    expect(run.status).toBe("awaiting_approval");
    expect(after).toEqual(before);
    const reject = run.approvals.map(({ id }) => id);
    expect(reject.length).toBeGreaterThan(0);
    await person.call("POST", `/api/v1/runs/${run.run_id}/approvals`, { approve: [], reject });
    expect(await rows(person.id)).toEqual(before);
  });

  it.each(named(refused))("is refused: %s", async (_text, injection) => {
    const { person, run, before, after } = await attack(injection);
    expect(after).toEqual(before);
    if (run.status !== "awaiting_approval") return;
    // What is asked of the person can change nothing even with a yes.
    for (const { before: shown } of run.approvals) expect(shown).toEqual([]);
    const approve = run.approvals.map(({ id }) => id);
    await person.call("POST", `/api/v1/runs/${run.run_id}/approvals`, { approve, reject: [] });
    expect(await rows(person.id)).toEqual(before);
  });

  it.each(named(undoable))("can be undone: %s", async (_text, injection) => {
    const { person, run, before, after } = await attack(injection);
    expect(run.status).toBe("completed");
    expect(after).not.toEqual(before);
    await person.call("POST", `/api/v1/runs/${run.run_id}/undo`, {});
    const left = (await rows(person.id)).filter(({ deletedAt }) => deletedAt === null);
    const words = ({ title, dueAt, completedAt }: (typeof left)[number]) => [
      title,
      dueAt,
      completedAt,
    ];
    expect(left.map(words)).toEqual(before.map(words));
  });

  it.each(named(words))("does not change who answers: %s", async (_text, injection) => {
    const { run, before, after } = await attack(injection);
    expect(after).toEqual(before);
    expect(run).toMatchObject({ status: "completed", language: "en" });
  });
});
