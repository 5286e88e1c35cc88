import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "#app/platform/log";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import type { WireTask } from "#app/tasks/task";
import { createToolServer } from "./server";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
});
afterAll(() => api.close());

async function connect({ id: userId }: TestPerson): Promise<Client> {
  const actor = { userId, by: "mcp", timeZone: "Asia/Karachi" } as const;
  const server = createToolServer({ db: api.karlo.db, actor }, createLogger("silent"));
  const client = new Client({ name: "test", version: "1" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  return client;
}

async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const answer = (await client.callTool({ name, arguments: given })) as CallToolResult;
  const [content] = answer.content;
  return { ...answer, text: content?.type === "text" ? content.text : "" };
}

const taskOf = (answer: Awaited<ReturnType<typeof call>>) =>
  (answer.structuredContent as { task: WireTask }).task;

describe("the MCP tools", () => {
  it("are these, with schemas and annotations, and none takes a user", async () => {
    const { tools } = await (await connect(amna)).listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "create_task",
      "list_tasks",
      "get_task",
      "update_task",
      "delete_task",
      "toggle_complete",
      "get_stats",
      "search_tasks",
      "bulk_update",
      "restore_task",
      "undo_last",
    ]);
    const destructive = ["delete_task", "bulk_update"];
    for (const { name, inputSchema, outputSchema, annotations } of tools) {
      expect(outputSchema?.type, name).toBe("object");
      expect(annotations?.destructiveHint ?? false, name).toBe(destructive.includes(name));
      expect(Object.keys(inputSchema.properties ?? {}).join(" "), name).not.toMatch(/user|owner/i);
    }
  });

  it("do what they say, with structured results that fit their schemas", async () => {
    const client = await connect(amna);
    const created = await call(client, "create_task", {
      title: "buy milk",
      due_at: "2026-11-22T17:00",
    });
    // A moment without an offset is the person's own: Karachi is five hours ahead.
    expect(taskOf(created)).toMatchObject({ title: "buy milk", due_at: "2026-11-22T12:00:00Z" });
    expect(JSON.parse(created.text)).toEqual(created.structuredContent);
    const { id } = taskOf(created);

    const listed = await call(client, "list_tasks", { search: "milk" });
    expect(listed.structuredContent).toMatchObject({ tasks: [{ id }], total: 1 });
    expect(taskOf(await call(client, "get_task", { id }))).toMatchObject({ id });
    const edited = await call(client, "update_task", { id, priority: "high", due_at: null });
    expect(taskOf(edited)).toMatchObject({ priority: "high", due_at: null });
    const done = await call(client, "toggle_complete", { id, completed: true });
    expect(taskOf(done)).toMatchObject({ completed: true });
    const again = await call(client, "toggle_complete", { id, completed: true });
    expect(taskOf(again)).toEqual(taskOf(done));
    expect((await call(client, "get_stats")).structuredContent).toMatchObject({ completed: 1 });
    await call(client, "delete_task", { id });
    expect((await call(client, "get_task", { id })).isError).toBe(true);
  });

  it("keep who did it", async () => {
    const changes = await api.karlo.db.taskChange.findMany({ where: { userId: amna.id } });
    expect(new Set(changes.map(({ actor }) => actor))).toEqual(new Set(["mcp"]));
    expect(changes.map(({ action }) => action)).toContain("deleted");
  });

  it("refuse what they do not take, in words, and change nothing", async () => {
    const client = await connect(amna);
    const before = await api.karlo.db.task.count();
    for (const [name, given] of [
      ["create_task", {}],
      ["create_task", { title: "x", user_id: "somebody" }],
      ["create_task", { title: "x", due_at: "soon" }],
      ["update_task", { id: "3" }],
      ["delete_task", {}],
    ] as const) {
      const answer = await call(client, name, given).catch((error) => error as Error);
      const refused = answer instanceof Error || answer.isError === true;
      expect(refused, `${name} ${JSON.stringify(given)}`).toBe(true);
    }
    const unknown = await call(client, "get_task", { id: 4321 });
    expect(JSON.parse(unknown.text)).toEqual({
      error: { code: "task_not_found", detail: expect.stringContaining("4321") },
    });
    expect(await api.karlo.db.task.count()).toBe(before);
  });

  it("never reach another person's task", async () => {
    const bilal = await api.signUp("Bilal");
    const { id } = taskOf(await call(await connect(bilal), "create_task", { title: "private" }));
    const client = await connect(amna);
    const own = await call(client, "get_task", { id });
    if (!own.isError) expect(taskOf(own).title).not.toBe("private");
    const found = await call(client, "list_tasks", { status: "all", search: "private" });
    expect(found.structuredContent).toMatchObject({ tasks: [] });
  });
});
