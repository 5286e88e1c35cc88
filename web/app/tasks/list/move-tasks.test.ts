import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taskFormSchema } from "#app/tasks/edit/task-form";
import { createTask } from "#app/tasks/task/create-task.server";
import { getTask } from "#app/tasks/task/get-task.server";
import type { Actor } from "#app/tasks/task/task";
import type { NewTask } from "#app/tasks/task/task-input";
import { createTestApi, type TestApi } from "#testing/test-app";
import { actOnTasks } from "./act-on-tasks.server";

const timeZone = "Asia/Karachi";
let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function createUser(...tasks: NewTask[]) {
  const { id: userId } = await api.signUp();
  const { db } = api.app;
  const actor: Actor = { userId, by: "person", timeZone };
  for (const task of tasks) await createTask(db, actor, task);
  const act = (form: Record<string, string>) => actOnTasks(db, actor, taskFormSchema.parse(form));
  const get = (id: number) => getTask(db, userId, id);
  return {
    act,
    get,
    due: async (id: number) => (await get(id)).dueAt,
    move: (ids: number[], value: string) =>
      act({ intent: "many", ids: ids.join(), to: "when", value }),
  };
}

const day = { title: "pay rent", dueAt: "2035-12-01" };
const hour = { title: "call Ali", dueAt: "2035-12-01T05:00:00Z" };
const none = { title: "read" };

describe("tasks that are moved by words", () => {
  it("move by as much each, and undo together", async () => {
    const { act, due, move } = await createUser(day, hour);
    const moved = await move([1, 2], "two days later");
    expect(moved).toMatchObject({ ok: true, notice: "tasksUpdated" });
    expect([await due(1), await due(2)]).toEqual(["2035-12-03", "2035-12-03T05:00:00Z"]);
    await act((moved.ok && moved.undo?.fields) || {});
    expect([await due(1), await due(2)]).toEqual(["2035-12-01", "2035-12-01T05:00:00Z"]);
  });

  it("keep the hour or the day that is not said", async () => {
    const { due, move } = await createUser(day, hour, none);
    await move([1, 2, 3], "2035-12-05");
    expect([await due(1), await due(2), await due(3)]).toEqual([
      "2035-12-05",
      "2035-12-05T05:00:00Z",
      "2035-12-05",
    ]);
    await move([1, 2], "to 5pm");
    expect([await due(1), await due(2)]).toEqual(["2035-12-05T12:00:00Z", "2035-12-05T12:00:00Z"]);
    await move([1], "by an hour");
    expect(await due(1)).toBe("2035-12-05T13:00:00Z");
    await move([1, 2], "بغیر تاریخ");
    expect([await due(1), await due(2)]).toEqual([null, null]);
  });

  it("repeat, last and skip as they are told to", async () => {
    const { due, get, move } = await createUser(hour);
    await move([1], "every monday");
    expect(await get(1)).toMatchObject({ recurrence: "FREQ=WEEKLY;BYDAY=MO" });
    expect((await due(1))?.slice(11)).toBe("05:00:00Z");
    const before = await due(1);
    expect(await move([1], "skip")).toMatchObject({ notice: "tasksUpdated" });
    expect(Date.parse((await due(1)) ?? "")).toBe(Date.parse(before ?? "") + 7 * 86_400_000);
    await move([1], "2035-12-04 3-4pm");
    expect(await get(1)).toMatchObject({ dueAt: "2035-12-04T10:00:00Z", durationMinutes: 60 });
  });

  it("stay as they are where the words are no time, or not theirs", async () => {
    const { get, move } = await createUser(day);
    for (const words of [
      "someday maybe",
      "the 32nd",
      "monday or friday",
      "every 2 hours",
      "",
      "overdue",
    ]) {
      expect(await move([1], words), words).toEqual({ ok: false, intent: "many", problem: "when" });
    }
    for (const words of ["by an hour", "skip", "2035-12-01"]) {
      expect(await move([1], words), words).toMatchObject({ ok: true, notice: "nothingChanged" });
    }
    expect(await get(1)).toMatchObject({ ...day, version: 1 });
  });
});
