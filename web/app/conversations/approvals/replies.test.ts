import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Script, startFakeProvider } from "#app/assistant/testing/fake-provider";
import { readRun, sendMessage, startRun } from "#app/conversations/testing/chat-reader";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

// The model of these tests deletes what it is told to delete, and knows nothing of consent.
const obey: Script = ({ userMessage, step }) => {
  if (step > 0) return { text: "Done." };
  const ids = /\bdelete ([\d ]+)/.exec(userMessage)?.[1]?.trim().split(" ") ?? [];
  if (ids.length > 0)
    return { calls: ids.map((id) => ({ name: "delete_task", arguments: { id: Number(id) } })) };
  const title = /\badd (.+)/.exec(userMessage)?.[1];
  if (title) return { calls: [{ name: "create_task", arguments: { title } }] };
  return { text: "As you say.", ...(userMessage === "think" && { delayMs: 300 }) };
};

let api: TestApi;
let fake: Awaited<ReturnType<typeof startFakeProvider>>;
let amna: TestPerson;
let conversation: number | undefined;

beforeAll(async () => {
  fake = await startFakeProvider("chat", obey);
  api = await createTestApi({
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "obedient",
    MODEL_BASE_URL: fake.url,
    LOG_LEVEL: "silent",
  });
});
afterAll(async () => {
  await api.close();
  await fake.close();
});
beforeEach(async () => {
  amna = await api.signUp();
  conversation = undefined;
});

async function say(message: string) {
  const run = await sendMessage(amna, message, conversation);
  conversation = run.conversation_id;
  return run;
}

async function add(...titles: string[]): Promise<void> {
  for (const title of titles) await amna.call("POST", "/api/v1/tasks", { title });
}

async function left(): Promise<number[]> {
  const answer = await amna.call("GET", "/api/v1/tasks?status=all&sort=number");
  return ((await answer.json()) as { tasks: { id: number }[] }).tasks.map(({ id }) => id);
}

async function parts(): Promise<
  { role: string; parts: { type: string; withdrawn?: boolean }[] }[]
> {
  const answer = await amna.call("GET", `/api/v1/conversations/${conversation}`);
  return ((await answer.json()) as { messages: never[] }).messages;
}

describe("a question that waits", () => {
  it("is withdrawn by a message that is no answer, and the answer says so first", async () => {
    await add("wax the skis", "air the cellar");
    const asked = await say("delete 1");
    expect(asked.status).toBe("awaiting_approval");
    const next = await say("what is due today?");
    expect(next).toMatchObject({
      status: "completed",
      response: "I did not delete #1 wax the skis.\n\nAs you say.",
    });
    expect(await readRun(amna, asked.run_id)).toMatchObject({ status: "cancelled", approvals: [] });
    const answers = (await parts()).filter(({ role }) => role === "assistant");
    expect(answers[0]?.parts).toMatchObject([{ type: "approval", withdrawn: true }, {}]);
    // The model is told what became of its call.
    expect(JSON.stringify(fake.requests.at(-1)?.body)).toContain("went on without a yes");

    const late = await say("yes");
    expect(late).toMatchObject({ status: "completed", response: "As you say." });
    expect(await left()).toEqual([1, 2]);
    const path = `/api/v1/runs/${asked.run_id}/approvals`;
    const { id = "" } = asked.approvals[0] ?? {};
    expect((await amna.call("POST", path, { approve: [id] })).status).toBe(409);
    expect(await left()).toEqual([1, 2]);
  });

  it("is withdrawn by a no with more, which is heard", async () => {
    await add("wax the skis", "air the cellar");
    await say("delete 1");
    const other = await say("no, delete 2");
    expect(other).toMatchObject({ status: "awaiting_approval" });
    expect(other.response).toMatch(/^I did not delete #1 wax the skis\.\n\nDelete #2 air the cel/);
    expect(await say("yes")).toMatchObject({ status: "completed", response: "Done." });
    expect(await say("yes")).toMatchObject({ status: "completed", response: "As you say." });
    expect(await left()).toEqual([1]);
  });

  it("is answered by a no alone, which the model hears as the end of its call", async () => {
    await add("wax the skis");
    const asked = await say("delete 1");
    expect(await say("hmm, wait")).toMatchObject({ run_id: asked.run_id, response: "Done." });
    expect(await left()).toEqual([1]);
  });

  it("is answered by a yes that an order of its own follows, which is done after it", async () => {
    await add("wax the skis", "air the cellar");
    await say("delete 1");
    const next = await say("yes, and also add oil the hinges");
    expect(next).toMatchObject({ status: "completed", response: "Done." });
    expect(await left()).toEqual([2, 3]);
    const texts = (await parts()).map((message) => JSON.stringify(message.parts));
    expect(texts[2]).toContain('"yes"');
    expect(texts[3]).toContain("Done.");
    expect(texts[4]).toContain('"add oil the hinges"');
  });

  it("says in the language of the message what was not done", async () => {
    await add("wax the skis");
    await say("delete 1");
    expect((await say("آج کیا کرنا ہے")).response).toMatch(
      /^میں نے \u2068#1 wax the skis\u2069 کو حذف نہیں کیا۔/,
    );
    await say("delete 1");
    expect((await say("mere kaam dikhao")).response).toMatch(
      /^Main ne #1 wax the skis ko delete nahi kiya\./,
    );
  });

  it("is not answered by a yes that was sent before it was asked", async () => {
    await add("wax the skis");
    await say("hello");
    const thinking = startRun(amna, "think", conversation);
    await thinking;
    const asked = await startRun(amna, "delete 1", conversation);
    const yes = await say("yes");
    expect(yes.response).toMatch(/^I did not delete #1 wax the skis\./);
    expect(await readRun(amna, asked.run_id)).toMatchObject({ status: "cancelled" });
    expect(await left()).toEqual([1]);
  });
});

/** Conversations with the built-in model; what ends in `!` is a yes. */
const dialogues = [
  ["delete prune the roses", "no wait, the other one", "yes!"],
  ["delete all my tasks", "no, only renew the visa", "yes!"],
  [
    "delete all my tasks",
    "hmm hold on",
    "what is due this week?",
    "how many tasks are there?",
    "ok!",
  ],
  ["delete prune the roses", "delete renew the visa", "yes!", "yes!"],
  ["delete prune the roses", "actually no", "yes!"],
  ["delete prune the roses", "not that one", "yes!"],
  ["delete prune the roses", "I meant the visa", "yes!"],
  ["delete prune the roses", "hmm", "ok!"],
  ["prune the roses delete kar do", "nahi, visa wala", "haan!"],
  ["prune the roses delete kar do", "nahi rehne do", "theek hai!"],
  ["سب کام حذف کر دو", "نہیں، دوسرا والا", "ہاں!"],
  ["سب کام حذف کر دو", "رہنے دو", "ٹھیک ہے!"],
  ["delete prune the roses", "yes but not today", "ok!"],
  ["complete all high priority tasks", "wait", "delete renew the visa", "no thanks", "yes!"],
];

describe("the built-in model", () => {
  let builtin: TestApi;
  beforeAll(async () => {
    builtin = await createTestApi();
  });
  afterAll(() => builtin.close());

  it.each(dialogues.map((lines) => [lines.join(" · "), lines]))(
    "loses nothing without a yes: %s",
    async (_text, lines) => {
      amna = await builtin.signUp();
      await add("prune the roses", "renew the visa", "check the tyres");
      let question: number[] = [];
      for (const line of lines as string[]) {
        const alive = await left();
        const run = await say(line.replace(/!$/, ""));
        const lost = line.endsWith("!") ? question : [];
        expect(await left()).toEqual(
          expect.arrayContaining(alive.filter((id) => !lost.includes(id))),
        );
        question = run.approvals.flatMap(({ before }) => before.map(({ id }) => id));
      }
    },
  );
});

const YES = ["yes", "Yes, delete it", "haan", "ہاں", "ok", "go ahead please", "ji haan kar do"];
const NO = ["no", "hmm wait", "nahi", "رہنے دو", "never mind", "no thanks", "actually no"];
const NEITHER = [
  ...["no, the other one", "nahi, doosra wala", "نہیں دوسرا والا", "not that one, the first"],
  ...["yes?", "yes but not that", "haan lekin kal", "ہاں مگر صرف پہلا", "ok, show my tasks"],
  ...["what is due today?", "how many are there", "add sweep the stairs", "I meant the big one"],
];

const taskIn = (calls: { result: Record<string, unknown> | null }[]): number =>
  Number(Object(calls[0]?.result?.task).id);

type Said = { yes: string } | { no: string } | { other: string } | { order: number[] };
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom(...YES).map((yes) => ({ yes })),
  fc.constantFrom(...NO).map((no) => ({ no })),
  fc.constantFrom(...NEITHER).map((other) => ({ other })),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 })
    .map((order) => ({ order })),
);

describe("whatever is said", () => {
  it("loses no task without a yes to the question that named it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 4, maxLength: 10 }), async (turns) => {
        amna = await api.signUp();
        conversation = undefined;
        await add("one", "two", "three", "four", "five", "six");
        let alive = await left();
        let question: number[] = [];
        for (const turn of turns) {
          const [text = ""] = "order" in turn ? [] : Object.values(turn);
          const run = await say("order" in turn ? `delete ${turn.order.join(" ")}` : text);
          if ("yes" in turn) alive = alive.filter((id) => !question.includes(id));
          if (text.startsWith("add")) alive.push(taskIn(run.tool_calls));
          expect(await left()).toEqual(alive);
          const waits = "yes" in turn || "no" in turn ? [] : question;
          const [first = ""] = run.response.split("\n\n");
          for (const id of waits) expect(first).toContain(`#${id} `);
          question = run.approvals.flatMap(({ before }) => before.map(({ id }) => id));
          if ("order" in turn)
            expect(question).toEqual(turn.order.filter((id) => alive.includes(id)));
          else expect(question).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});
