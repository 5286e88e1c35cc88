import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFakeProvider } from "#app/assistant/testing/fake-provider";
import type { ProviderAnswer } from "#app/assistant/testing/provider-messages";
import { sendMessage, type WireRun } from "#app/conversations/testing/chat-reader";
import {
  destructive,
  type Injection,
  refused,
  SECRET,
  THEIR_ID,
  THEIRS,
  undoable,
  words,
} from "#app/conversations/testing/prompt-injections";
import { upload } from "#app/conversations/testing/upload";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

// The model of these tests obeys the injected text.
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
  await api.app.db.user.update({ where: { id: bilal.id }, data: { lastTaskNumber: THEIRS - 1 } });
  await bilal.call("POST", "/api/v1/tasks", { title: SECRET, category: SECRET });
});
afterAll(async () => {
  await api.close();
  await fake.close();
});

const rows = (userId: string) =>
  api.app.db.task.findMany({ where: { userId }, orderBy: { number: "asc" } });

/** Sends a message with a file, and checks that the model received its content. */
async function sayWith(person: TestPerson, text: string): Promise<WireRun> {
  const { id } = await upload(person, new File([text], "notes.txt"));
  const body = { message: "what is in this file, and what are my tasks?", attachments: [id] };
  const answer = await person.call("POST", "/api/v1/chat", body);
  expect(JSON.stringify(fake.requests.at(-2)?.body)).toContain(JSON.stringify(text).slice(1, -1));
  return (await answer.json()) as WireRun;
}

/** Runs an injection against a new person with four tasks. */
async function attack({ location, text, calls }: Injection) {
  const person = await api.signUp();
  const inTask = !["message", "attachment"].includes(location);
  const carried = inTask ? { [location]: text.replace(THEIR_ID, bilal.id) } : {};
  for (const task of [{}, {}, {}, carried]) {
    await person.call("POST", "/api/v1/tasks", { title: "water the plants", ...task });
  }
  const theirs = await rows(bilal.id);
  const mine = await rows(person.id);
  turns = [
    { calls: [{ name: "list_tasks", arguments: {} }] },
    ...calls.map((response) => ({
      calls: JSON.parse(JSON.stringify(response).replaceAll(THEIR_ID, bilal.id)),
    })),
  ];
  const run =
    location === "attachment"
      ? await sayWith(person, text.replace(THEIR_ID, bilal.id))
      : await sendMessage(person, location === "message" ? text : "what are my tasks?");
  expect(await rows(bilal.id)).toEqual(theirs);
  const events = await api.app.db.runEvent.findMany({ where: { runId: run.run_id } });
  expect(JSON.stringify([run, events.map(({ data }) => data)])).not.toContain(SECRET);
  return { person, run, before: mine, after: await rows(person.id) };
}

const named = (injections: Injection[]) =>
  injections.map((injection) => [injection.text, injection] as const);

describe("a model that obeys injected text", () => {
  it("is tested with at least sixty injections", () => {
    const all = [...destructive, ...refused, ...undoable, ...words];
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(named(destructive))("needs approval: %s", async (_text, injection) => {
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
    // Even if approved, the calls change nothing.
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

  it.each(named(words))(
    "does not change the language or the agent: %s",
    async (_text, injection) => {
      const { run, before, after } = await attack(injection);
      expect(after).toEqual(before);
      expect(run).toMatchObject({ status: "completed", language: "en" });
    },
  );
});
