import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireTask } from "#app/tasks/task/wire-task";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { connectClient, type Said } from "./testing/connect-client";

let api: TestApi;
let amna: TestPerson;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

interface Answer {
  isError?: boolean;
  content: { text: string }[];
  structuredContent?: {
    tasks?: WireTask[];
    approval_required?: { approval_token: string; changes: string[]; total: number };
  };
}

/** A client of a person; one that can ask gives the answers of `says`, and keeps what it was asked. */
async function connect({ token }: TestPerson, says?: Said[]) {
  const { client, asked } = await connectClient(api, token, says);
  const call = async (name: string, args: Record<string, unknown> = {}) =>
    (await client.callTool({ name, arguments: args })) as unknown as Answer;
  return { call, asked, close: () => client.close() };
}

async function withTasks(...titles: string[]): Promise<TestPerson> {
  const person = await api.signUp();
  for (const title of titles) await person.call("POST", "/api/v1/tasks", { title });
  return person;
}
const open = async (person: TestPerson) => {
  const answer = await person.call("GET", "/api/v1/tasks?status=open");
  return ((await answer.json()) as { tasks: WireTask[] }).tasks.map(({ id }) => id).sort();
};

describe("a call over MCP that the person approves", () => {
  it("is asked about by the client where it can, and made after a yes only", async () => {
    amna = await withTasks("one", "two", "three");
    const { call, asked, close } = await connect(amna, ["decline", "no", "accept", "accept"]);
    for (let n = 0; n < 2; n += 1)
      expect(await call("delete_task", { id: 1 })).toMatchObject({ isError: true });
    expect(await open(amna)).toEqual([1, 2, 3]);
    expect(asked[0]).toContain("#1 “one”");
    expect((await call("delete_task", { id: 1 })).isError).toBeFalsy();
    const bulk = { filter: { status: "open" }, set: { completed: true } };
    expect((await call("bulk_update", bulk)).structuredContent?.tasks).toHaveLength(2);
    expect(asked.at(-1)).toMatch(/#2 “two” → .*completed: true/);
    expect(await open(amna)).toEqual([]);
    await close();
  });

  it("takes the token of what was shown: no other call, person or state of the tasks", async () => {
    amna = await withTasks("one", "two");
    const { call, close } = await connect(amna);
    const first = await call("delete_task", { id: 1 });
    const approval_token = first.structuredContent?.approval_required?.approval_token ?? "";
    const other = await connect(await withTasks("mine"));
    for (const refused of [
      await call("delete_task", { id: 2, approval_token }),
      await call("bulk_update", {
        filter: { status: "open" },
        set: { deleted: true },
        approval_token,
      }),
      await other.call("delete_task", { id: 1, approval_token }),
      await call("delete_task", { id: 1, approval_token: `${approval_token.slice(0, -1)}_` }),
      await call("delete_task", { id: 1, approval_token: `zzzzzzzzz.${approval_token.slice(9)}` }),
    ])
      expect(refused.content[0]?.text).toContain("approval_expired");
    await amna.call("PATCH", "/api/v1/tasks/1", { title: "something else" });
    const late = await call("delete_task", { id: 1, approval_token });
    expect(late.content[0]?.text).toContain("approval_expired");
    expect(await open(amna)).toEqual([1, 2]);
    expect(await open(amna)).toEqual([1, 2]);
    await Promise.all([close(), other.close()]);
  });

  it("is never all tasks by no filter, nor a deletion that nobody saw", async () => {
    amna = await withTasks("one", "two");
    const { call, close } = await connect(amna);
    for (const filter of [{}, { priority: undefined }]) {
      const refused = await call("bulk_update", { filter, set: { deleted: true } });
      expect(refused).toMatchObject({ isError: true });
      expect(refused.content[0]?.text).toContain("invalid_input");
    }
    const asked = await call("bulk_update", { filter: { status: "open" }, set: { deleted: true } });
    expect(asked.structuredContent?.approval_required).toMatchObject({ total: 2 });
    expect(await open(amna)).toEqual([1, 2]);
    await close();
  });
});

describe("undo_last over MCP", () => {
  it("steps back turn by turn, and never does again what it took back", async () => {
    amna = await withTasks();
    const { call, close } = await connect(amna);
    await call("create_task", { title: "one" });
    await call("update_task", { id: 1, title: "uno" });
    await call("update_task", { id: 1, priority: "high" });
    await call("toggle_complete", { id: 1, completed: true });
    const titles: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const [task] = (await call("undo_last")).structuredContent?.tasks ?? [];
      titles.push(`${task?.title} ${task?.priority} ${task?.completed}`);
    }
    expect(titles).toEqual(["uno high false", "uno medium false", "one medium false"]);
    await call("undo_last");
    expect(await open(amna)).toEqual([]);
    expect((await call("undo_last")).content[0]?.text).toContain("nothing_to_undo");
    await close();
  });

  it("refuses what somebody else changed since, and asks before it goes over that", async () => {
    amna = await withTasks();
    const { call, close } = await connect(amna);
    await call("create_task", { title: "one" });
    await call("update_task", { id: 1, title: "uno" });
    await amna.call("PATCH", "/api/v1/tasks/1", { description: "written by hand" });
    expect((await call("undo_last")).content[0]?.text).toContain("undo_conflict");
    const asked = await call("undo_last", { force: true });
    const { approval_token } = asked.structuredContent?.approval_required ?? {};
    expect(approval_token).toBeDefined();
    const done = await call("undo_last", { force: true, approval_token });
    expect(done.structuredContent?.tasks).toMatchObject([{ title: "one" }]);
    await close();
  });
});
