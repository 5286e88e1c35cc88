import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** Sends a message in a new conversation; returns the types of the parts of its answer. */
async function answerTo(person: TestPerson, message: string): Promise<string[]> {
  const sent = await person.call("POST", "/api/v1/chat", { message });
  const { conversation_id: id } = (await sent.json()) as { conversation_id: number };
  const read = await person.call("GET", `/api/v1/conversations/${id}`);
  const { messages } = (await read.json()) as { messages: { parts: { type: string }[] }[] };
  return (messages.at(-1)?.parts ?? []).map(({ type }) => type);
}

describe("the hint that reminders reach a person on the pages only", () => {
  it("is given once, to who asks to be reminded of what rings", async () => {
    const person = await api.signUp();
    for (const message of ["add call Ali tomorrow at 5pm", "remind me to buy milk"])
      expect(await answerTo(person, message)).not.toContain("hint");
    const asked = await answerTo(person, "remind me to call Amna tomorrow at 5pm");
    expect(asked.at(-1)).toBe("hint");
    expect(await answerTo(person, "remind me to pay the rent on friday")).not.toContain("hint");
  });

  it.each(["kal 5 baje doodh lana yaad dila dena", "کل پانچ بجے دودھ لانا یاد دلا دینا"])(
    "is given to who asks in %s",
    async (message) => {
      expect(await answerTo(await api.signUp(), message)).toContain("hint");
    },
  );

  it("is not given to who has a browser that takes pushes", async () => {
    const person = await api.signUp();
    await api.app.db.pushSubscription.create({
      data: { userId: person.id, endpoint: "https://push.example/1", p256dh: "x", auth: "x" },
    });
    const message = "remind me to call Amna tomorrow at 5pm";
    expect(await answerTo(person, message)).not.toContain("hint");
  });
});
