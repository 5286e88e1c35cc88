import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readRun, sendMessage, type WireRun } from "#app/conversations/testing/chat-reader";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  amna = await api.signUp();
});

async function add(...titles: string[]): Promise<void> {
  for (const title of titles) {
    const answer = await amna.call("POST", "/api/v1/tasks", { title, priority: "high" });
    expect(answer.status).toBe(201);
  }
}

async function tasks(): Promise<{ id: number; title: string; completed: boolean }[]> {
  const answer = await amna.call("GET", "/api/v1/tasks?status=all&sort=number");
  return ((await answer.json()) as { tasks: never[] }).tasks;
}

const completed = async () => (await tasks()).flatMap((task) => (task.completed ? [task.id] : []));

async function answer(run: WireRun, approve: string[], reject: string[] = [], person = amna) {
  const path = `/api/v1/runs/${run.run_id}/approvals`;
  const response = await person.call("POST", path, { approve, reject });
  return { status: response.status, run: (await response.json()) as WireRun };
}

const completeAll = () => sendMessage(amna, "complete all high priority tasks");

describe("a bulk change", () => {
  it("awaits approval and previews each task before and after", async () => {
    await add("a", "b", "c");
    const run = await completeAll();
    expect(run.status).toBe("awaiting_approval");
    expect(run.approvals).toMatchObject([
      {
        tool: "bulk_update",
        before: [1, 2, 3].map((id) => ({ id, completed: false })),
        after: [1, 2, 3].map((id) => ({ id, completed: true })),
      },
    ]);
    expect(run.response).toMatch(/^Complete #1 a, #2 b and #3 c\?/);
    expect(await completed()).toEqual([]);
    const yes = await sendMessage(amna, "yes", run.conversation_id);
    expect(yes).toMatchObject({ status: "completed", run_id: run.run_id });
    expect(await completed()).toEqual([1, 2, 3]);
    // One undo reverts the whole run.
    await amna.call("POST", `/api/v1/runs/${run.run_id}/undo`, {});
    expect(await completed()).toEqual([]);
  });

  it("changes only the approved tasks", async () => {
    await add("a", "b", "c", "d");
    const run = await completeAll();
    const [call = ""] = run.approvals.map(({ id }) => id);
    expect((await answer(run, [`${call}#1`, `${call}#3`])).status).toBe(422);
    expect((await answer(run, [call, `${call}#1`])).status).toBe(422);
    expect((await answer(run, [`${call}#9`], [call])).status).toBe(422);
    const some = await answer(run, [`${call}#1`, `${call}#3`], [`${call}#2`, `${call}#4`]);
    expect(some.run).toMatchObject({ status: "completed", tool_calls: [{ name: "bulk_update" }] });
    expect(await completed()).toEqual([1, 3]);
    const rest = await completeAll();
    expect(rest.approvals[0]?.before).toMatchObject([{ id: 2 }, { id: 4 }]);
    const none = await answer(rest, [], [rest.approvals[0]?.id ?? ""]);
    expect(none.run).toMatchObject({ status: "completed", tool_calls: [{ result: null }] });
    expect(await completed()).toEqual([1, 3]);
  });

  it("asks again about a task that changed meanwhile, and does not include added tasks", async () => {
    await add("a", "b");
    const run = await completeAll();
    const [call = ""] = run.approvals.map(({ id }) => id);
    await amna.call("PATCH", "/api/v1/tasks/2", { title: "b, but later" });
    await add("c");
    const again = await answer(run, [call]);
    expect(again.run.status).toBe("awaiting_approval");
    expect(again.run.response).toMatch(/#2 b\u2069 changed in the meantime/);
    expect(await completed()).toEqual([]);
    const [shown] = again.run.approvals;
    expect(shown?.before.map(({ title }) => title)).toEqual(["a", "b, but later", "c"]);
    const rows = [1, 2].map((id) => `${call}#${id}`);
    await answer(run, rows, [`${call}#3`]);
    expect(await completed()).toEqual([1, 2]);
  });

  it("ignores a change to a rejected task", async () => {
    await add("a", "b");
    const run = await completeAll();
    const [call = ""] = run.approvals.map(({ id }) => id);
    await amna.call("PATCH", "/api/v1/tasks/2", { title: "mine" });
    const some = await answer(run, [`${call}#1`], [`${call}#2`]);
    expect(some.run.status).toBe("completed");
    expect(await tasks()).toMatchObject([{ completed: true }, { title: "mine", completed: false }]);
  });

  it("needs no approval when no task matches", async () => {
    const run = await completeAll();
    expect(run).toMatchObject({ status: "completed", approvals: [] });
  });
});

describe("an approval", () => {
  it("can be given days later, on another device and in another process", async () => {
    await add("buy milk", "call Ali");
    const first = await api.openReplica();
    const run = await sendMessage(first.as(amna), "delete buy milk");
    expect(run.status).toBe("awaiting_approval");
    await first.close();
    const days = new Date(Date.now() - 9 * 86_400_000);
    await api.app.db.run.updateMany({
      where: { id: run.run_id },
      data: { createdAt: days, updatedAt: days },
    });
    const restarted = await api.openReplica();
    const shown = await readRun(restarted.as(amna), run.run_id);
    const ids = shown.approvals.map(({ id }) => id);
    const { run: done } = await answer(run, ids, [], restarted.as(amna));
    expect(done.status).toBe("completed");
    expect((await tasks()).map(({ id }) => id)).toEqual([2]);
    await restarted.close();
  });

  it("answers several calls separately", async () => {
    await add("a", "b", "c");
    const run = await sendMessage(amna, "delete tasks 1, 2 and 3");
    expect(run.approvals.map(({ tool }) => tool)).toEqual(Array(3).fill("delete_task"));
    const [one = "", two = "", three = ""] = run.approvals.map(({ id }) => id);
    const { run: done } = await answer(run, [one, three], [two]);
    expect(done.status).toBe("completed");
    expect((await tasks()).map(({ id }) => id)).toEqual([2]);
    const results = done.tool_calls.map(({ id, result }) => [id, result !== null]);
    expect(new Map(results as [string, boolean][])).toEqual(
      new Map([
        [one, true],
        [two, false],
        [three, true],
      ]),
    );
  });
});
