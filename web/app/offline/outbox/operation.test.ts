import { describe, expect, it } from "vitest";
import type { Task } from "#app/tasks/task/task";
import { taskOf } from "#app/tasks/testing/task-of";
import { effectOf, inverseOf } from "./effect";
import { dependsOn, type FormOperation, numbersGiven, withNumbers } from "./operation";
import { withChanges } from "./overlay";

const context = { now: new Date("2026-11-22T07:00:00Z"), timeZone: "Asia/Karachi" };
const READ_AT = "2026-11-22T07:00:00.000Z";

const task = (id: number, fields: Partial<Task> = {}): Task =>
  taskOf({ id, title: `task ${id}`, createdAt: READ_AT, updatedAt: READ_AT, ...fields });

function operation(seq: number, fields: Partial<FormOperation>): FormOperation {
  const effect = { added: [], patches: [], removed: [] };
  return {
    kind: "form",
    key: `key-${seq}`,
    seq,
    person: "amna",
    madeAt: READ_AT,
    language: "en",
    state: "waiting",
    attempts: 0,
    late: true,
    form: {},
    temps: [],
    effect,
    inverse: effect,
    title: "",
    ...fields,
  };
}

describe("the numbers of tasks that were added on the device", () => {
  const added = operation(1, {
    state: "sent",
    temps: [-1000, -1001],
    answer: { ok: true, notice: "tasksCreated", tasks: [task(7), task(8)] },
  });
  const numbers = numbersGiven([added]);

  it("take the place of those until then, wherever a form names them", () => {
    const find = (id: number) => numbers.get(id);
    expect(withNumbers({ intent: "toggle", id: "-1001" }, find)).toEqual({
      intent: "toggle",
      id: "8",
    });
    expect(withNumbers({ ids: "3,-1000" }, find)).toEqual({ ids: "3,7" });
    expect(withNumbers({ changes: "-1000:1,-1001:2" }, find)).toEqual({ changes: "7:1,8:2" });
    expect(withNumbers({ id: "-5" }, find)).toBeNull();
  });

  it("are what a later change depends on", () => {
    const change = (form: Record<string, string>) => operation(2, { form });
    expect(dependsOn(change({ intent: "toggle", id: "-1000" }), added)).toBe(true);
    expect(dependsOn(change({ intent: "toggle", id: "7" }), added)).toBe(false);
    const edited = operation(3, { form: { intent: "edit", id: "7" } });
    expect(dependsOn(change({ intent: "edit", id: "7" }), edited)).toBe(true);
    expect(dependsOn(change({ intent: "toggle", id: "7" }), edited)).toBe(false);
    expect(dependsOn(change({ intent: "edit", id: "8" }), edited)).toBe(false);
  });
});

describe("what is shown while changes wait", () => {
  const shown = [task(1, { dueAt: "2026-11-23T04:00:00Z" }), task(2)];
  const apply = (form: Record<string, string>, tasks = shown) => {
    const effect = effectOf(form, tasks, context);
    const done = operation(1, { form, effect });
    const undone = operation(2, { effect: inverseOf(effect, tasks) });
    const after = withChanges(tasks, [done], READ_AT, () => true);
    const back = withChanges(tasks, [done, undone], READ_AT, () => true);
    const plain = back.map(({ version: _, ...rest }) => rest).sort((a, b) => a.id - b.id);
    expect(plain).toEqual(tasks.map(({ version: _, ...rest }) => rest));
    return after;
  };

  it("is what the server would make of each, and undo takes it back", () => {
    expect(apply({ intent: "toggle", id: "1", completed: "true" })[0]).toMatchObject({
      completed: true,
    });
    expect(apply({ intent: "delete", id: "1" }).map(({ id }) => id)).toEqual([2]);
    const base = JSON.stringify({ title: "task 2", category: "" });
    const edit = { intent: "edit", id: "2", base, title: " pay rent ", category: "home" };
    expect(apply(edit)[1]).toMatchObject({ title: "pay rent", category: "home" });
    // The day changes, the hour stays.
    expect(apply({ intent: "many", ids: "1,2", to: "due", value: "2026-12-01" })).toMatchObject([
      { dueAt: "2026-12-01T04:00:00Z" },
      { dueAt: "2026-12-01" },
    ]);
    expect(apply({ intent: "many", ids: "1", to: "when", value: "two days later" })[0]?.dueAt).toBe(
      "2026-11-25T04:00:00Z",
    );
    expect(apply({ intent: "add", title: "buy milk tomorrow 9am !high #home" })[2]).toMatchObject({
      title: "buy milk",
      dueAt: "2026-11-23T04:00:00Z",
      priority: "high",
      category: "home",
    });
  });

  it("leaves out what the server has read, and shows what it has not", () => {
    const effect = effectOf({ intent: "toggle", id: "1", completed: "true" }, shown, context);
    const at = (doneAt: string) =>
      withChanges(shown, [operation(1, { state: "sent", doneAt, effect })], READ_AT, () => true);
    expect(at("2026-11-22T07:00:01.000Z")[0]?.completed).toBe(true);
    expect(at("2026-11-22T06:59:59.000Z")[0]?.completed).toBe(false);
    const refused = operation(1, { state: "refused", effect });
    expect(withChanges(shown, [refused], READ_AT, () => true)[0]?.completed).toBe(false);
  });
});
