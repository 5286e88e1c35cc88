import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seenOf } from "#app/tasks/edit/seen";
import { taskFormSchema } from "#app/tasks/edit/task-form";
import { skipOccurrence } from "#app/tasks/task/skip-occurrence.server";
import type { Task } from "#app/tasks/task/task";
import type { NewTask, TaskPatch } from "#app/tasks/task/task-input";
import { createFormPerson } from "#app/tasks/testing/form-person";
import { createTestApi, type TestApi } from "#testing/test-app";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

const createUser = () => createFormPerson(api, { saidAt: new Date("2030-05-01T07:00:00Z") });

/** What is pressed late on a task that was seen; what was changed elsewhere; whether it is left. */
interface Case {
  was?: Partial<NewTask>;
  elsewhere: TaskPatch;
  to: string;
  value: string;
  left: boolean;
}

const due = { dueAt: "2030-05-03T04:00:00Z" };
const monday = { dueAt: "2030-05-06", recurrence: "FREQ=WEEKLY;BYDAY=MO" };
const cases: Case[] = [
  // The same field, to something else.
  { elsewhere: { priority: "high" }, to: "priority", value: "low", left: true },
  { elsewhere: { category: "home" }, to: "category", value: "work", left: true },
  { elsewhere: { category: "home" }, to: "category", value: "", left: true },
  {
    was: { category: "home" },
    elsewhere: { category: null },
    to: "category",
    value: "x",
    left: true,
  },
  { elsewhere: { dueAt: "2030-05-04" }, to: "due", value: "2030-05-05", left: true },
  { was: due, elsewhere: { dueAt: null }, to: "due", value: "2030-05-05", left: true },
  { was: due, elsewhere: { dueAt: "2030-05-04" }, to: "due", value: "", left: true },
  { was: due, elsewhere: { dueAt: "2030-05-04" }, to: "when", value: "two days later", left: true },
  { was: due, elsewhere: { dueAt: "2030-05-04" }, to: "when", value: "friday 5pm", left: true },
  { elsewhere: monday, to: "when", value: "every tuesday", left: true },
  // The same field, to the same: there is nothing to decide.
  { elsewhere: { priority: "low" }, to: "priority", value: "low", left: false },
  { elsewhere: { category: "work" }, to: "category", value: "work", left: false },
  { elsewhere: { dueAt: "2030-05-05" }, to: "due", value: "2030-05-05", left: false },
  { was: due, elsewhere: { dueAt: null }, to: "due", value: "", left: false },
  // Another field.
  { elsewhere: { title: "new", labels: ["a"] }, to: "priority", value: "low", left: false },
  { elsewhere: { priority: "high" }, to: "due", value: "2030-05-05", left: false },
  { elsewhere: { dueAt: "2030-05-04" }, to: "category", value: "work", left: false },
  { was: due, elsewhere: { durationMinutes: 30 }, to: "when", value: "tomorrow", left: false },
  // A day keeps the hour, whoever has set it.
  {
    was: due,
    elsewhere: { dueAt: "2030-05-03T09:00:00Z" },
    to: "due",
    value: "2030-05-05",
    left: false,
  },
  { was: due, elsewhere: { dueAt: "2030-05-03T09:00:00Z" }, to: "due", value: "", left: true },
  // To complete and to delete write over no field; what is deleted is in the trash.
  { elsewhere: { title: "new", priority: "high" }, to: "complete", value: "", left: false },
  { elsewhere: { dueAt: "2030-05-04" }, to: "delete", value: "", left: false },
];

describe("a change of several tasks that arrives late", () => {
  it.each(cases)(
    "$to $value, and elsewhere $elsewhere",
    async ({ was, elsewhere, to, value, left }) => {
      const { add, get, change, act } = await createUser();
      const seen = [await add({ title: "one", ...was }), await add({ title: "two", ...was })];
      await change(1, elsewhere);
      const before = await get(1);
      const base = JSON.stringify(seenOf(to, seen));
      const outcome = await act({ intent: "many", ids: "1,2", to, value, base });
      expect(outcome.ok && (outcome.left ?? []).map(({ id }) => id)).toEqual(left ? [1] : []);
      if (left) expect(await get(1)).toEqual(before);
      const undone = outcome.ok ? (outcome.undo?.fields ?? {}) : {};
      if (value || to === "complete" || to === "delete") {
        expect(undone.changes).toContain("2:2");
        // Undo is of what was changed, and of nothing else.
        await act(undone as Record<string, string>);
        if (left) expect(await get(1)).toEqual(before);
        expect(await get(2)).toMatchObject({ ...was, completed: false });
      }
    },
  );

  it("skips no occurrence that was not seen, and all that were", async () => {
    const { db, actor, add, get, act } = await createUser();
    const seen: Task[] = [];
    for (const title of ["one", "two"]) seen.push(await add({ title, ...monday }));
    await skipOccurrence(db, actor, 1);
    const base = JSON.stringify(seenOf("when", seen));
    const outcome = await act({ intent: "many", ids: "1,2", to: "when", value: "skip it", base });
    expect(outcome).toMatchObject({ ok: true, left: [{ id: 1 }] });
    expect([(await get(1)).dueAt, (await get(2)).dueAt]).toEqual(["2030-05-13", "2030-05-13"]);
  });

  it("changes all of them without what was seen, as an older version of the app sends it", async () => {
    const { add, get, change, act } = await createUser();
    await add({ title: "one" });
    await change(1, { priority: "high" });
    await act({ intent: "many", ids: "1", to: "priority", value: "low" });
    expect((await get(1)).priority).toBe("low");
  });

  it("is refused where what was seen cannot be read", () => {
    for (const base of ["", "{", "{}", '[{"id":"1"}]', '[{"id":1,"priority":"none"}]']) {
      const form = { intent: "many", ids: "1", to: "priority", value: "low", base };
      expect(taskFormSchema.safeParse(form).success, base).toBe(false);
    }
  });
});
