import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChatAnswer, chat, tasksOf } from "#app/api/testing/chat";
import { createTestApi, type TestApi } from "#testing/test-app";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

describe("undo", () => {
  it("reverts a turn by message, asks first when a task changed since, and can be undone", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add buy milk, then add call Ali");
    const undone = await chat(amna, "undo that", conversation_id);
    expect(undone.tool_calls).toMatchObject([{ name: "undo_last" }]);
    expect(await tasksOf(amna)).toEqual([]);
    await chat(amna, "undo", conversation_id);
    expect(await tasksOf(amna)).toMatchObject([{ id: 1 }, { id: 2 }]);

    await chat(amna, "make buy milk high priority", conversation_id);
    await amna.call("PATCH", "/api/v1/tasks/1", { title: "buy oat milk" });
    const asked = await chat(amna, "undo", conversation_id);
    expect(asked).toMatchObject({
      status: "awaiting_approval",
      response: expect.stringContaining("#1 buy oat milk"),
      approvals: [
        {
          tool: "undo_last",
          before: [{ title: "buy oat milk", priority: "high" }],
          after: [{ title: "buy milk", priority: "medium" }],
        },
      ],
    });
    expect((await chat(amna, "no", conversation_id)).status).toBe("completed");
    expect(await tasksOf(amna)).toMatchObject([{ title: "buy oat milk", priority: "high" }, {}]);
    expect((await chat(amna, "undo", conversation_id)).status).toBe("awaiting_approval");
    await chat(amna, "yes", conversation_id);
    expect(await tasksOf(amna)).toMatchObject([{ title: "buy milk", priority: "medium" }, {}]);
  });

  it("reverts the completion of a recurring task and removes its next occurrence", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add water the plants every day");
    await chat(amna, "complete task 1", conversation_id);
    expect(await tasksOf(amna)).toHaveLength(2);
    await chat(amna, "undo", conversation_id);
    expect(await tasksOf(amna)).toMatchObject([{ id: 1, completed: false }]);
  });

  it("reverts an approved deletion by its run id", async () => {
    const amna = await api.signUp();
    const { conversation_id } = await chat(amna, "add buy milk");
    await chat(amna, "delete buy milk", conversation_id);
    const { run_id } = await chat(amna, "yes", conversation_id);
    const undone = await amna.call("POST", `/api/v1/runs/${run_id}/undo`, {});
    expect(undone.status).toBe(200);
    expect(await tasksOf(amna)).toMatchObject([{ id: 1, title: "buy milk" }]);
    // The undo is a run that can be undone.
    const undo = (await undone.json()) as ChatAnswer;
    const redone = await amna.call("POST", `/api/v1/runs/${undo.run_id}/undo`, {});
    expect(redone.status).toBe(200);
    expect(await tasksOf(amna)).toEqual([]);
    const bilal = await api.signUp("Bilal");
    expect((await bilal.call("POST", `/api/v1/runs/${run_id}/undo`, {})).status).toBe(404);
  });
});
