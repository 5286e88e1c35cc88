import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFakeProvider } from "#app/assistant/testing/fake-provider";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let fake: Awaited<ReturnType<typeof startFakeProvider>>;
let person: TestPerson;

beforeAll(async () => {
  fake = await startFakeProvider("chat", ({ userMessage }) => ({
    text: "Here.",
    delayMs: userMessage === "slowly" ? 400 : 0,
  }));
  api = await createTestApi({
    MODEL_PROVIDER: "custom",
    MODEL_NAME: "some-model",
    MODEL_BASE_URL: fake.url,
    MESSAGES_PER_MINUTE: "6",
    RUNS_AT_ONCE: "2",
    // An answer uses 110.
    TOKENS_PER_DAY: "700",
  });
});
afterAll(async () => {
  await api.close();
  await fake.close();
});

const say = (message: string, headers: Record<string, string> = {}) =>
  person.call("POST", "/api/v1/chat", { message }, headers);
const messages = () => api.app.db.message.count({ where: { userId: person.id, role: "user" } });
const expireWindow = (prefix: string) =>
  api.app.db.attempt.updateMany({
    where: { key: { startsWith: prefix } },
    data: { endsAt: new Date(0) },
  });

describe("the limits of one person", () => {
  it("refuse messages beyond the rate, concurrent ones too, before anything is stored", async () => {
    person = await api.signUp();
    // Messages that another limit refuses do not count: the transaction is rolled back.
    const prefer = "respond-async";
    await Promise.all(Array.from({ length: 12 }, () => say("at once", { prefer })));
    while ((await messages()) < 6) await say("one by one");
    for (const accept of ["application/json", "text/event-stream"]) {
      const refused = await say("once more", { accept, "accept-language": "ur" });
      expect(refused.status).toBe(429);
      const wait = Number(refused.headers.get("retry-after"));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
      expect(await refused.json()).toMatchObject({
        code: "rate_limited",
        detail: expect.stringContaining("سیکنڈ"),
      });
    }
    expect(await messages()).toBe(6);
  });

  it("bound the concurrent runs", async () => {
    person = await api.signUp();
    const started = await Promise.all(
      ["slowly", "slowly", "slowly"].map((message) => say(message)),
    );
    const statuses = started.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 429]);
    const refused = started.find(({ status }) => status === 429);
    expect(refused?.headers.get("retry-after")).toBe("5");
    expect(await refused?.json()).toMatchObject({ code: "too_many_runs" });
    expect((await say("now")).status).toBe(200);
  });

  it("bound the tokens per day, deleted conversations included", async () => {
    person = await api.signUp();
    for (const message of "1234567") {
      if (message === "5") await expireWindow("messages");
      expect((await say(message)).status).toBe(200);
    }
    await expireWindow("messages");
    await api.app.db.conversation.deleteMany({ where: { userId: person.id } });
    const refused = await say("four");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(86_000);
    expect(await refused.json()).toMatchObject({
      code: "daily_limit",
      detail: expect.stringContaining("24 hours"),
    });
    expect(await messages()).toBe(0);
    await expireWindow("tokens");
    expect((await say("four")).status).toBe(200);
    person = await api.signUp();
    expect((await say("another person")).status).toBe(200);
  });
});
