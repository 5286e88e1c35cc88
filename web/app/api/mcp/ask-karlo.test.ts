import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "#app/accounts/apps/scopes";
import { createToken } from "#app/accounts/tokens/create-token.server";
import { createTestApi, TEST_PASSWORD, type TestApi, type TestPerson } from "#testing/test-app";
import { connectClient, type Said } from "./testing/connect-client";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

interface Answer {
  isError?: boolean;
  content: { text: string }[];
  structuredContent?: {
    conversation_id: number;
    status: string;
    answer: string;
    approval_required?: { approval_token: string; changes: string[]; total: number };
  };
}

async function tokenOf(person: TestPerson, scopes: Scope[]): Promise<string> {
  const request = new Request("http://localhost:3000/profile/apps", {
    headers: { cookie: person.cookie },
  });
  const form = { name: "client", scopes, days: 30, current: TEST_PASSWORD };
  return createToken(api.app, request, person.id, form);
}

/** A client with a token; one that can ask gives these answers. */
async function connect(token: string, says?: Said[]) {
  const { client, asked } = await connectClient(api, token, says);
  const ask = async (args: Record<string, unknown>) =>
    (await client.callTool({ name: "ask_karlo", arguments: args })) as unknown as Answer;
  return { client, ask, asked };
}

/** A person with three tasks, and the token of a client that may chat. */
async function personWithTasks() {
  const person = await api.signUp();
  for (const title of ["milk", "bread", "eggs"])
    await person.call("POST", "/api/v1/tasks", { title });
  const open = async () => {
    const { tasks } = (await (await person.call("GET", "/api/v1/tasks?status=open")).json()) as {
      tasks: { title: string }[];
    };
    return tasks.length;
  };
  return { person, token: await tokenOf(person, ["chat"]), open };
}

describe("the tool that asks Karlo", () => {
  it("is there for those who may chat, and goes on with a conversation", async () => {
    const { person, token, open } = await personWithTasks();
    const tasksOnly = await connect(await tokenOf(person, ["tasks:read", "tasks:write"]));
    const { tools } = await tasksOnly.client.listTools();
    expect(tools.map(({ name }) => name)).not.toContain("ask_karlo");
    const { client, ask } = await connect(token);
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain("ask_karlo");
    const first = await ask({ message: "add call Sara tomorrow", conversation_id: null });
    expect(first.structuredContent).toMatchObject({ status: "completed" });
    expect(await open()).toBe(4);
    const conversation_id = first.structuredContent?.conversation_id;
    const urdu = await ask({ message: "اسے مکمل کر دو", conversation_id });
    expect(urdu.structuredContent).toMatchObject({ conversation_id, status: "completed" });
    expect(await open()).toBe(3);
    const listed = await client.callTool({ name: "list_tasks", arguments: {} }).catch((e) => e);
    expect(String(listed)).toMatch(/scope|403/i);
    const nowhere = await ask({ message: "hello", conversation_id: 999 });
    expect(nowhere.isError).toBe(true);
    expect(nowhere.content[0]?.text).toContain("conversation_not_found");
  });

  it("asks for a second call with a token, and takes no message for a yes", async () => {
    const { person, token, open } = await personWithTasks();
    const { ask } = await connect(token);
    const asked = (await ask({ message: "delete all my tasks" })).structuredContent;
    expect(asked).toMatchObject({
      status: "awaiting_approval",
      approval_required: { total: 3, changes: expect.arrayContaining(["#1 “milk” → trash"]) },
    });
    const conversation_id = asked?.conversation_id;
    const approval_token = asked?.approval_required?.approval_token;
    for (const message of ["yes", "yes, delete them", "ہاں", "haan kar do"]) {
      await ask({ message, conversation_id });
      expect(await open(), message).toBe(3);
    }
    const late = await ask({ message: "delete all my tasks", conversation_id, approval_token });
    expect(late.content[0]?.text).toContain("approval_expired");
    const again = (await ask({ message: "delete all my tasks" })).structuredContent;
    const sent = {
      message: "delete all my tasks",
      approval_token: again?.approval_required?.approval_token,
    };
    const other = await connect(await tokenOf(person, ["chat"]));
    expect((await other.ask(sent)).isError).toBe(true);
    const stranger = await connect((await personWithTasks()).token);
    expect((await stranger.ask(sent)).isError).toBe(true);
    expect((await ask({ ...sent, approval_token: "x" })).isError).toBe(true);
    expect(await open()).toBe(3);
    expect((await ask(sent)).structuredContent).toMatchObject({ status: "completed" });
    expect(await open()).toBe(0);
  });

  it("has a client that can ask its person do so", async () => {
    const { token, open } = await personWithTasks();
    const { ask, asked } = await connect(token, ["decline", "accept"]);
    const refused = await ask({ message: "delete all my tasks" });
    expect(refused.structuredContent).toMatchObject({ status: "completed" });
    expect([asked.length, await open()]).toEqual([1, 3]);
    expect(asked[0]).toContain("“milk” → trash");
    await ask({ message: "delete all my tasks" });
    expect(await open()).toBe(0);
  });
});
