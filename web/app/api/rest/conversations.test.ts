import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

interface Conversation {
  id: number;
  title: string;
  messages: { id: string; role: string; parts: { type: string; text?: string }[] }[];
  active_run: { id: string; status: string } | null;
}

async function say(person: TestPerson, message: string, more: object = {}) {
  const response = await person.call("POST", "/api/v1/chat", { message, ...more });
  expect(response.status).toBe(200);
  return (await response.json()) as { conversation_id: number; run_id: string; status: string };
}

async function read(person: TestPerson, id: number): Promise<Conversation> {
  const response = await person.call("GET", `/api/v1/conversations/${id}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Conversation;
}

async function list(person: TestPerson, query = "") {
  const response = await person.call("GET", `/api/v1/conversations${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as { conversations: Conversation[]; next_cursor: number | null };
}

const titles = async (person: TestPerson, query = "") =>
  (await list(person, query)).conversations.map(({ title }) => title);

describe("conversations", () => {
  it("can be paged, searched by title and content, renamed and deleted", async () => {
    const amna = await api.signUp();
    await say(amna, "add buy milk");
    await say(amna, "کام شامل کرو: بجلی کا بل");
    await say(amna, "add feed the cat");
    expect(await titles(amna)).toEqual([
      "add feed the cat",
      "کام شامل کرو: بجلی کا بل",
      "add buy milk",
    ]);

    const first = await list(amna, "?limit=2");
    expect(first.conversations).toHaveLength(2);
    expect(await titles(amna, `?limit=2&cursor=${first.next_cursor}`)).toEqual(["add buy milk"]);

    // Arabic letters match Urdu ones; words of answers match, tool names do not.
    expect(await titles(amna, `?search=${encodeURIComponent("بجلي كا")}`)).toHaveLength(1);
    expect(await titles(amna, "?search=MILK%20add")).toEqual(["add buy milk"]);
    expect(await titles(amna, "?search=create_task")).toEqual([]);
    expect(await titles(amna, "?search=%25")).toEqual([]);

    const renamed = await amna.call("PATCH", "/api/v1/conversations/1", { title: " Groceries " });
    expect(await renamed.json()).toMatchObject({ id: 1, title: "Groceries" });
    expect(await titles(amna)).toEqual([
      "add feed the cat",
      "کام شامل کرو: بجلی کا بل",
      "Groceries",
    ]);
    expect(await titles(amna, "?search=milk")).toEqual(["Groceries"]);
    for (const title of ["  ", "x".repeat(121)]) {
      const refused = await amna.call("PATCH", "/api/v1/conversations/1", { title });
      expect(refused.status).toBe(422);
    }

    const path = `/api/${amna.id}/conversations/1`;
    expect((await amna.call("DELETE", path)).status).toBe(204);
    expect((await amna.call("GET", path)).status).toBe(404);
    expect((await amna.call("DELETE", path)).status).toBe(404);
    expect(await titles(amna)).toHaveLength(2);
    // The tasks remain.
    expect((await amna.call("GET", "/api/v1/tasks/1")).status).toBe(200);
  });

  it("are not accessible to other users", async () => {
    const [amna, bilal] = [await api.signUp(), await api.signUp()];
    await say(amna, "add buy milk");
    for (const path of ["/api/v1/conversations/1", `/api/${amna.id}/conversations/1`]) {
      expect((await bilal.call("GET", path)).status).toBe(404);
      expect((await bilal.call("PATCH", path, { title: "mine" })).status).toBe(404);
      expect((await bilal.call("DELETE", path)).status).toBe(404);
    }
    expect((await bilal.call("GET", `/api/${amna.id}/conversations`)).status).toBe(404);
    expect(await titles(bilal, "?search=milk")).toEqual([]);
    expect(await titles(amna)).toEqual(["add buy milk"]);
    for (const id of ["0", "x", "1.5", "99999999999"]) {
      expect((await amna.call("GET", `/api/v1/conversations/${id}`)).status).toBe(404);
    }
  });
});

describe("an edited message", () => {
  it("supersedes all later messages, which stay stored", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await say(amna, "add buy milk");
    await say(amna, "add call the bank", { conversation_id });
    const before = await read(amna, conversation_id);
    const second = before.messages[2];
    expect(second).toMatchObject({ role: "user", parts: [{ text: "add call the bank" }] });

    await say(amna, "add call the plumber", { conversation_id, replaces: second?.id });
    const { messages, title } = await read(amna, conversation_id);
    expect(messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
    expect(messages[2]).toMatchObject({ parts: [{ text: "add call the plumber" }] });
    expect(title).toBe("add buy milk");
    expect(await titles(amna, "?search=plumber")).toHaveLength(1);
    expect(await titles(amna, "?search=bank")).toEqual([]);
    expect(await api.app.db.message.count({ where: { userId: amna.id } })).toBe(6);
    // The task of the superseded message remains.
    expect((await amna.call("GET", "/api/v1/tasks/2")).status).toBe(200);

    await say(amna, "add feed the cat", { conversation_id, replaces: messages[0]?.id });
    expect(await read(amna, conversation_id)).toMatchObject({
      title: "add feed the cat",
      messages: [{ role: "user" }, { role: "assistant" }],
    });
  });

  it("cancels a superseded approval request, and must replace an own message", async () => {
    const [amna, bilal] = [await api.signUp(), await api.signUp()];
    const { conversation_id } = await say(amna, "add buy milk");
    const asked = await say(amna, "delete buy milk", { conversation_id });
    expect(asked.status).toBe("awaiting_approval");
    const { messages } = await read(amna, conversation_id);
    const [, answer, question] = messages;

    for (const [who, more] of [
      [amna, { conversation_id, replaces: answer?.id }],
      [amna, { conversation_id, replaces: "0" }],
      [amna, { conversation_id, replaces: "x" }],
      [amna, { replaces: question?.id }],
      [bilal, { replaces: question?.id }],
    ] as const) {
      const refused = await who.call("POST", "/api/v1/chat", { message: "hi", ...more });
      expect(refused.status).toBe(404);
      expect(await refused.json()).toMatchObject({ code: "message_not_found" });
    }

    await say(amna, "show my tasks", { conversation_id, replaces: question?.id });
    expect((await read(amna, conversation_id)).active_run).toBeNull();
    const run = await amna.call("GET", `/api/v1/runs/${asked.run_id}`);
    expect(await run.json()).toMatchObject({ status: "cancelled" });
    expect((await amna.call("GET", "/api/v1/tasks/1")).status).toBe(200);
  });
});
