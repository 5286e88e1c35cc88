import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "#app/platform/log";
import type { WireTask } from "#app/tasks/task/wire-task";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
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
  const server = createToolServer({ db: api.app.db, actor }, createLogger("silent"));
  const client = new Client({ name: "test", version: "1" });
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(serverSide), client.connect(clientSide)]);
  return client;
}

async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult;
  const [content] = result.content;
  return { ...result, text: content?.type === "text" ? content.text : "" };
}

const taskOf = (result: Awaited<ReturnType<typeof call>>) =>
  (result.structuredContent as { task: WireTask }).task;

describe("the MCP tools", () => {
  it("have schemas and annotations, and none takes a user", async () => {
    const { tools } = await (await connect(amna)).listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "create_task",
      "list_tasks",
      "get_task",
      "update_task",
      "delete_task",
      "toggle_complete",
      "skip_task",
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

  it("change and read tasks, with structured results that match their schemas", async () => {
    const client = await connect(amna);
    const created = await call(client, "create_task", {
      title: "buy milk",
      due_at: "2026-11-22T17:00",
    });
    // An instant without an offset is in the person's zone: Karachi is five hours ahead.
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

  it("take reminders, and say what one is where they cannot", async () => {
    const client = await connect(amna);
    const clinic = { title: "clinic", due_at: "2099-05-01T09:00" };
    const at = { at: "2099-04-30T20:00" };
    const created = await call(client, "create_task", {
      ...clinic,
      reminders: [{ minutes_before: 30 }, at],
    });
    // Without an offset it is where the person is.
    const kept = [{ minutes_before: 30 }, { at: "2099-04-30T15:00:00Z" }];
    expect(taskOf(created).reminders).toEqual(kept);
    const { id } = taskOf(created);
    for (const wrong of [[{ minutes_before: -5 }], [{ at: "soon" }], ["30m"], "30m"]) {
      const refused = await call(client, "update_task", { id, reminders: wrong });
      expect(refused.isError).toBe(true);
      expect(refused.text).toMatch(/reminders/);
      expect(refused.text).toMatch(/minutes_before|at most 10 reminders/);
    }
    expect(taskOf(await call(client, "get_task", { id })).reminders).toEqual(kept);
    const none = await call(client, "update_task", { id, reminders: [] });
    expect(taskOf(none).reminders).toEqual([]);
  });

  it("record the channel of each change", async () => {
    const changes = await api.app.db.taskChange.findMany({ where: { userId: amna.id } });
    expect(new Set(changes.map(({ actor }) => actor))).toEqual(new Set(["mcp"]));
    expect(changes.map(({ action }) => action)).toContain("deleted");
  });

  it("reject invalid arguments and unknown tasks, and change nothing", async () => {
    const client = await connect(amna);
    const before = await api.app.db.task.count();
    for (const [name, args] of [
      ["create_task", {}],
      ["create_task", { title: "x", user_id: "somebody" }],
      ["create_task", { title: "x", due_at: "soon" }],
      ["update_task", { id: "3" }],
      ["delete_task", {}],
    ] as const) {
      const result = await call(client, name, args).catch((error) => error as Error);
      const rejected = result instanceof Error || result.isError === true;
      expect(rejected, `${name} ${JSON.stringify(args)}`).toBe(true);
    }
    const unknown = await call(client, "get_task", { id: 4321 });
    expect(JSON.parse(unknown.text)).toEqual({
      error: { code: "task_not_found", detail: expect.stringContaining("4321") },
    });
    expect(await api.app.db.task.count()).toBe(before);
  });

  it("do not reach another person's task", async () => {
    const bilal = await api.signUp("Bilal");
    const { id } = taskOf(await call(await connect(bilal), "create_task", { title: "private" }));
    const client = await connect(amna);
    const own = await call(client, "get_task", { id });
    if (!own.isError) expect(taskOf(own).title).not.toBe("private");
    const found = await call(client, "list_tasks", { status: "all", search: "private" });
    expect(found.structuredContent).toMatchObject({ tasks: [] });
  });
});
