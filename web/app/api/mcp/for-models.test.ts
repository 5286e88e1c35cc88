import { readFileSync } from "node:fs";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;
let client: Client;
beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp();
  client = new Client({ name: "test", version: "1" });
  await client.connect(
    new StreamableHTTPClientTransport(new URL("http://localhost:3000/mcp"), {
      fetch: (url, init) => api.fetch(String(url), init),
      requestInit: { headers: { authorization: `Bearer ${amna.token}` } },
    }),
  );
});
afterAll(async () => {
  await client.close();
  await api.close();
});

async function call(name: string, args: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: args });
  const [{ text = "" } = {}] = result.content as { text?: string }[];
  const structured = result.structuredContent as Record<string, never> | undefined;
  return { isError: result.isError === true, text, ...structured } as {
    isError: boolean;
    text: string;
    task: { id: number; category: string | null; due_at: string | null };
    tasks: Record<string, unknown>[];
    [name: string]: unknown;
  };
}

describe("tools for any model", () => {
  it("are those that the chart's agent may call, and what writes asks a person there", async () => {
    const file = new URL("../../../../pulumi/charts/karlo/files/agents.json", import.meta.url);
    const agent = JSON.parse(readFileSync(file, "utf8")).tasks;
    const { tools } = await client.listTools();
    const named = (reads: boolean) =>
      tools
        .filter(({ annotations }) => (annotations?.readOnlyHint ?? false) === reads)
        .map(({ name }) => name)
        .sort();
    expect({ reads: named(true), writes: named(false) }).toEqual(agent);
  });

  it("take null for what is left out, and numbers as text", async () => {
    const { task } = await call("create_task", {
      title: "dentist",
      priority: null,
      due_at: "2030-11-22T17:00",
      category: "Health",
      recurrence: null,
    });
    expect(task).toMatchObject({ due_at: "2030-11-22T12:00:00Z" });
    for (const id of [task.id, String(task.id), `#${task.id}`])
      expect((await call("get_task", { id })).task.id).toBe(task.id);
    // Null that means something still does.
    const cleared = await call("update_task", { id: "1", category: null, title: null });
    expect(cleared.task).toMatchObject({ title: "dentist", category: null });
    const local = await call("list_tasks", {
      due_from: "2030-11-22T16:00",
      due_to: "2030-11-22T18:00",
      status: null,
      cursor: null,
    });
    expect(local.tasks).toMatchObject([{ id: 1, due_at: "2030-11-22T17:00+05:00" }]);
    expect((await call("create_task", { title: null })).isError).toBe(true);
    expect((await call("get_task", { id: "1; DROP" })).isError).toBe(true);
  });

  it("complete, reopen and delete several at once, and the same twice", async () => {
    const ids = [];
    for (const title of ["a", "b"]) ids.push((await call("create_task", { title })).task.id);
    for (let n = 0; n < 2; n += 1) {
      const done = await call("complete_task", { ids: ids.map(String) });
      expect(done.tasks.map(({ completed }) => completed)).toEqual([true, true]);
    }
    expect((await call("reopen_task", { ids: ids[0] })).tasks).toMatchObject([{ id: ids[0] }]);
    const none = await call("complete_task", { ids: [...ids, 999] });
    expect(none.isError).toBe(true);
    const asked = await call("delete_tasks", { ids });
    const { approval_token } = asked.approval_required as { approval_token: string };
    expect((await call("delete_tasks", { ids, approval_token })).tasks).toHaveLength(2);
    const again = await call("delete_tasks", { ids, approval_token });
    expect(JSON.parse(again.text).error.hint).toContain("restore_task");
  });

  it("say where things stand", async () => {
    const context = await call("get_context");
    expect(context).toMatchObject({ time_zone: "Asia/Karachi", overdue: 0 });
    expect(context.now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+05:00$/);
  });

  it("list many tasks in little text, whatever stands in their notes", async () => {
    const other = await api.signUp();
    await api.app.db.task.createMany({
      data: Array.from({ length: 50 }, (_, n) => ({
        userId: other.id,
        number: n + 1,
        title: `task ${n + 1}`,
        description: "x".repeat(5_000),
      })),
    });
    const answer = await api.fetch("/mcp", {
      method: "POST",
      headers: {
        authorization: `Bearer ${other.token}`,
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "tools/call",
        params: { name: "list_tasks", arguments: { limit: 50 } },
      }),
    });
    const text = await answer.text();
    expect(text).toContain("has_notes");
    // Twice: as text and as structured content.
    expect(text.length).toBeLessThan(20_000);
  });

  it("are described in few words", async () => {
    const { tools } = await client.listTools();
    for (const { name, description = "" } of tools)
      expect(description.length, name).toBeLessThan(180);
  });
});
