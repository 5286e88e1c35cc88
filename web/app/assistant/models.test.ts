import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { respondInSequence, type Script, startFakeProvider } from "./testing/fake-provider";
import type { ProviderResponse } from "./testing/provider-messages";
import { signatureOf } from "./testing/wire-formats";

const providers = [
  { provider: "openai", format: "responses", key: "OPENAI_API_KEY", model: "gpt-5.6-luna" },
  { provider: "gemini", format: "gemini", key: "GEMINI_API_KEY", model: "gemini-flash-latest" },
  { provider: "mimo", format: "mimo", key: "XIAOMI_API_KEY", model: "mimo-v2.6-flash" },
  {
    provider: "anthropic",
    format: "anthropic",
    key: "ANTHROPIC_API_KEY",
    model: "claude-haiku-4-5",
  },
  { provider: "custom", format: "chat", key: "MODEL_API_KEY", model: "some-model" },
] as const;

const milk: ProviderResponse = {
  calls: [
    { name: "create_task", arguments: { title: "buy milk" } },
    { name: "create_task", arguments: { title: "call Ali" } },
  ],
};

/** Failures by the message that triggers each, with the resulting error code. */
const failures: Record<string, { code: string; answer: ProviderResponse; attempts: number }> = {
  busy: { code: "model_busy", answer: { status: 429 }, attempts: 3 },
  "busy for long": { code: "model_busy", answer: { status: 429, retryAfter: 90 }, attempts: 1 },
  broken: { code: "model_failed", answer: { status: 500 }, attempts: 3 },
  forbidden: { code: "model_key_refused", answer: { status: 401, body: "sk-canary" }, attempts: 1 },
  garbage: { code: "model_failed", answer: { garbage: "data: {no json\n\n" }, attempts: 3 },
  page: { code: "model_failed", answer: { garbage: "<html>Bad gateway</html>" }, attempts: 3 },
  empty: { code: "model_failed", answer: { text: "" }, attempts: 3 },
  "cut at once": {
    code: "model_failed",
    answer: { text: "Well", cut: { after: 0, how: "broken" } },
    attempts: 3,
  },
  "cut midway": {
    code: "model_failed",
    answer: { text: "Well well well well", cut: { after: 3, how: "broken" } },
    attempts: 1,
  },
  "ended midway": {
    code: "model_failed",
    answer: { text: "Well well well well", cut: { after: 3, how: "ended" } },
    attempts: 1,
  },
  refusal: { code: "model_refused", answer: { refusal: "I cannot." }, attempts: 1 },
  filter: {
    code: "model_refused",
    answer: { text: "Well", finish: "content_filter" },
    attempts: 1,
  },
  slow: { code: "model_slow", answer: { text: "At last.", delayMs: 3_000 }, attempts: 1 },
};

describe.each(providers)("$provider", ({ provider, format, key, model }) => {
  let script: Script;
  let fake: Awaited<ReturnType<typeof startFakeProvider>>;
  let api: TestApi;
  let person: TestPerson;

  beforeAll(async () => {
    fake = await startFakeProvider(format, (asked) => script(asked));
    api = await createTestApi({
      MODEL_PROVIDER: provider,
      MODEL_BASE_URL: fake.url,
      ...(provider === "custom" && { MODEL_NAME: model }),
      [key]: "sk-canary",
      MODEL_SILENCE_SECONDS: "1",
      LOG_LEVEL: "silent",
    });
    person = await api.signUp();
  });
  afterAll(async () => {
    await api.close();
    await fake.close();
  });

  const chat = async (message: string, conversation_id?: number) => {
    const response = await person.call("POST", "/chat", { message, conversation_id });
    return (await response.json()) as Record<string, never>;
  };
  const titles = async (who = person) => {
    const response = await who.call("GET", "/api/v1/tasks");
    const { tasks } = (await response.json()) as { tasks: { title: string }[] };
    return tasks.map(({ title }) => title).sort();
  };

  it("answers through the same agents and tools, and reports its usage", async () => {
    person = await api.signUp();
    const before = fake.requests.length;
    script = respondInSequence(milk, { text: "Added #1 buy milk and #2 call Ali." });
    const answer = await chat("add buy milk and call Ali");
    expect(answer).toMatchObject({
      status: "completed",
      agent: "orchestrator",
      response: "Added #1 buy milk and #2 call Ali.",
      tool_calls: [
        { name: "create_task", result: { task: { id: 1, title: "buy milk" } } },
        { name: "create_task", result: { task: { id: 2, title: "call Ali" } } },
      ],
      model,
      usage: { input_tokens: 200, output_tokens: 20 },
    });
    const [first, second] = fake.requests.slice(before);
    expect(first?.headers.authorization).toBe("Bearer sk-canary");
    expect(first?.body).toMatchObject({ model, stream: true });
    expect(first?.body.tool_choice).toBeUndefined();
    expect(JSON.stringify(first?.body.tools)).toContain("delete_task");
    expect(second?.path).toBe(format === "responses" ? "/v1/responses" : "/v1/chat/completions");
    if (format === "gemini") {
      const calls = second?.body.messages?.flatMap(({ tool_calls }) => tool_calls ?? []);
      expect(calls?.map(signatureOf)).toEqual(["signed==", undefined]);
    }
    if (format === "mimo") {
      const thoughts = second?.body.messages?.map(({ reasoning_content }) => reasoning_content);
      expect(thoughts).toContain("They want something.");
    }
    if (format === "responses") {
      expect(second?.body.store).toBe(false);
      const sealed = second?.body.input?.map(({ encrypted_content }) => encrypted_content);
      expect(sealed).toContain("sealed");
    }
  });

  it("hands off to the Urdu specialist, with an event for the change of agent", async () => {
    script = respondInSequence({ text: "آپ کا کوئی کام باقی نہیں۔" });
    const before = fake.requests.length;
    const answer = await chat("میرے کام دکھاؤ");
    expect(answer).toMatchObject({ agent: "urdu_specialist", language: "ur" });
    const asked = fake.requests.slice(before);
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked[0]?.body)).toContain("Urdu script");
    expect(JSON.stringify(asked[0]?.body)).not.toContain("transfer_to");
    const events = await api.app.db.runEvent.findMany({
      where: { runId: answer.run_id, type: "agent.changed" },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ data }) => data)).toEqual([
      { agent: "orchestrator" },
      { agent: "urdu_specialist" },
    ]);
  });

  it("asks for approval before it deletes, and resumes where it paused", async () => {
    person = await api.signUp();
    script = respondInSequence(
      milk,
      { text: "Added." },
      { text: "Let me see.", calls: [{ name: "delete_task", arguments: { id: 1 } }] },
      { text: "Deleted." },
    );
    const { conversation_id } = await chat("add buy milk and call Ali");
    const asked = await chat("buy milk delete kar do", conversation_id);
    expect(asked).toMatchObject({ status: "awaiting_approval", agent: "urdu_specialist" });
    expect(await titles()).toEqual(["buy milk", "call Ali"]);
    expect(await chat("haan", conversation_id)).toMatchObject({
      response: "Deleted.",
      run_id: asked.run_id,
      usage: { input_tokens: 200, output_tokens: 20 },
    });
    expect(await titles()).toEqual(["call Ali"]);
    const userMessage = JSON.stringify(fake.requests.at(-1)?.body);
    expect(userMessage.split("add buy milk and call Ali")).toHaveLength(2);
    expect(userMessage).toMatch(/add buy milk.*Added\..*delete kar do.*Let me see\./);
  });

  it("fails with one plain sentence, keeps the message, and answers the next one", async () => {
    person = await api.signUp();
    script = ({ userMessage }) =>
      failures[userMessage.replace("مجھے بتاؤ: ", "")]?.answer ?? { text: "Here." };
    await Promise.all(
      Object.entries(failures).map(async ([how, { code, attempts }], index) => {
        const urdu = index % 2 === 1;
        const message = urdu ? `مجھے بتاؤ: ${how}` : how;
        const failed = await chat(message);
        expect(failed, how).toMatchObject({ status: "failed", error: { code } });
        const { detail } = failed.error as unknown as { detail: string };
        expect(detail, how).toMatch(urdu ? /^[\u0600-\u06ff \d،۔]+$/ : /^[A-Z][\w ,.]+\.$/);
        expect(JSON.stringify(failed)).not.toContain("canary");
        const kept = await api.app.db.message.findMany({ where: { runId: failed.run_id } });
        expect(kept.map(({ role }) => role).sort()).toEqual(["assistant", "user"]);
        const asked = fake.requests.filter(({ userMessage }) => userMessage === message);
        expect(asked, how).toHaveLength(attempts);
        const again = await chat("again", failed.conversation_id);
        expect(again, how).toMatchObject({ status: "completed", response: "Here." });
      }),
    );
  });

  it("is retried after a transient failure without running a tool twice", async () => {
    person = await api.signUp();
    script = ({ step, attempt }) => {
      if (attempt === 1) return { status: 503, retryAfter: 1 };
      if (step === 0) return milk;
      return attempt === 2 ? { text: "", cut: { after: 0, how: "broken" } } : { text: "Added." };
    };
    expect(await chat("add both")).toMatchObject({ status: "completed", response: "Added." });
    expect(await titles()).toEqual(["buy milk", "call Ali"]);

    script = ({ userMessage, step }) => {
      if (userMessage === "try again") return { text: "It is there already." };
      return step === 0 ? milk : { text: "It is well done", cut: { after: 3, how: "broken" } };
    };
    const failed = await chat("add both again");
    expect(failed).toMatchObject({ status: "failed", tool_calls: [{}, {}] });
    expect(await chat("try again", failed.conversation_id)).toMatchObject({ status: "completed" });
    expect(JSON.stringify(fake.requests.at(-1)?.body)).toContain("buy milk");
    expect(await titles()).toHaveLength(4);
  });

  it("stops after too many steps", async () => {
    script = () => ({ calls: [{ name: "get_stats", arguments: {} }] });
    expect(await chat("go on")).toMatchObject({
      status: "failed",
      error: { code: "too_many_steps" },
    });
  });
});

describe("any provider", () => {
  it("has a deadline for the whole answer, can be stopped at any point, and has estimated usage where it reports none", async () => {
    const fake = await startFakeProvider("chat", ({ userMessage }) =>
      userMessage === "uncounted"
        ? { text: "Here it is.", withoutUsage: true }
        : { text: "on and on and ".repeat(50), intervalMs: 100 },
    );
    const api = await createTestApi({
      MODEL_PROVIDER: "custom",
      MODEL_NAME: "some-model",
      MODEL_BASE_URL: fake.url,
      MODEL_RUN_SECONDS: "1",
      LOG_LEVEL: "silent",
    });
    const person = await api.signUp();
    const say = async (message: string, headers = {}) => {
      const response = await person.call("POST", "/chat", { message }, headers);
      return (await response.json()) as Record<string, never>;
    };
    const slow = say("on and on");
    const counted = await say("uncounted");
    expect(counted.status).toBe("completed");
    const { input_tokens, output_tokens } = counted.usage as unknown as Record<string, number>;
    expect(input_tokens).toBeGreaterThan(500);
    expect(output_tokens).toBeGreaterThan(2);

    const { run_id } = await say("on and on", { prefer: "respond-async" });
    await person.call("POST", `/api/v1/runs/${run_id}/stop`, {});
    const events = await person.call("GET", `/api/v1/runs/${run_id}/events`);
    expect(await events.text()).toContain("run.cancelled");

    expect(await slow).toMatchObject({ status: "failed", error: { code: "model_slow" } });
    await api.close();
    await fake.close();
  });
});
