import { describe, expect, it } from "vitest";
import type { Task } from "#app/tasks/task/task";
import { taskOf } from "#app/tasks/testing/task-of";
import { effectOf, inverseOf } from "./effect";
import { dependsOn, type FormOperation, isAboutSame, numbersGiven, withNumbers } from "./operation";
import { asPressed, withChanges } from "./overlay";
import { withChangedBell } from "./use-changed-bell";
import { withChangedTrash } from "./use-changed-trash";

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

it("two changes of one task are about the same, by either number", () => {
  const numbers = new Map([[-1000, 7]]);
  const about = (one: Record<string, string>, other: Record<string, string>) =>
    isAboutSame(operation(1, { form: one }), operation(2, { form: other }), numbers);
  expect(about({ intent: "toggle", id: "7" }, { intent: "edit", id: "-1000" })).toBe(true);
  expect(about({ intent: "many", ids: "3,7" }, { intent: "delete", id: "3" })).toBe(true);
  expect(about({ intent: "toggle", id: "7" }, { intent: "toggle", id: "8" })).toBe(false);
  expect(about({ intent: "add", title: "one" }, { intent: "add", title: "two" })).toBe(false);
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

describe("what is pressed quickly one after the other", () => {
  const press = (seq: number, form: Record<string, string>, before: FormOperation[]) => {
    // The page still shows what it showed before the first of them.
    const seen = [task(7, { version: 3 })];
    const effect = effectOf(form, asPressed(seen, before), context);
    return operation(seq, { form, effect });
  };
  const toggle = (completed: boolean) => ({
    intent: "toggle",
    id: "7",
    completed: String(completed),
  });

  it("ends as it was pressed last, whatever the page shows meanwhile", () => {
    for (const presses of [[true], [true, false], [true, false, true], [true, true, false]]) {
      const pressed: FormOperation[] = [];
      for (const to of presses) pressed.push(press(pressed.length + 1, toggle(to), pressed));
      const [shown] = withChanges([task(7, { version: 3 })], pressed, READ_AT, () => true);
      expect(shown?.completed, presses.join()).toBe(presses.at(-1));
    }
  });

  it("changes a task that gets its number meanwhile, by either number", () => {
    const added = operation(1, {
      state: "sent",
      doneAt: READ_AT,
      temps: [-1000],
      answer: { ok: true, notice: "taskCreated", tasks: [task(7)] },
    });
    const base = JSON.stringify({ title: "task 7" });
    for (const [id, seen] of [
      ["-1000", task(7)],
      ["7", { ...task(7), id: -1000 }],
      ["-1000", { ...task(7), id: -1000 }],
    ] as const) {
      const form = { intent: "edit", id, base, title: "renamed" };
      const effect = effectOf(form, asPressed([seen], [added]), context);
      const renamed = operation(2, { form, effect });
      const tasks = withChanges([task(7)], [added, renamed], READ_AT, () => true);
      expect(tasks, id).toMatchObject([{ id: 7, title: "renamed" }]);
    }
  });
});

describe("other pages than the list", () => {
  /** An operation that waits, with what its form makes of the tasks that are shown. */
  const pressed = (seq: number, form: Record<string, string>, shown: Task[]) => {
    const effect = effectOf(form, shown, context);
    return operation(seq, { form, effect, inverse: inverseOf(effect, shown) });
  };
  const trash = (...ids: number[]) => ({
    timeZone: "Asia/Karachi",
    now: READ_AT,
    days: 30,
    count: ids.length,
    tasks: ids.map((id) => ({ ...task(id), deletedAt: READ_AT, purgedAt: READ_AT })),
    nextCursor: null,
    confirm: null,
  });
  const idsOf = (...operations: FormOperation[]) => {
    const { tasks, count } = withChangedTrash(trash(1, 2, 3), operations);
    expect(count).toBe(tasks.length);
    return tasks.map(({ id }) => id);
  };

  it("the trash has what was deleted here, and not what was restored or removed", () => {
    const shown = [task(1), task(2), task(3), task(4)];
    expect(idsOf(pressed(1, { intent: "restore", id: "2" }, shown))).toEqual([1, 3]);
    expect(idsOf(pressed(1, { intent: "remove", id: "2" }, shown))).toEqual([1, 3]);
    expect(idsOf(pressed(1, { intent: "delete", id: "4" }, shown))).toEqual([1, 2, 3, 4]);
    const emptied = pressed(1, { intent: "empty" }, shown);
    expect(idsOf(emptied)).toEqual([]);
    expect(idsOf(emptied, pressed(2, { intent: "delete", id: "4" }, shown))).toEqual([4]);
    const restored = pressed(1, { intent: "restore", id: "2" }, shown);
    const tasks = withChanges([task(5)], [restored], READ_AT, () => true);
    expect(tasks.map(({ id }) => id)).toEqual([5, 2]);
  });

  it("the bell has what was completed and read here, of tasks it knows little of", () => {
    const rang = { number: 7, title: "a", dueAt: null, completed: false };
    const entry = { id: "1", kind: "reminder", at: READ_AT, read: false, tasks: [rang] };
    const page = { now: READ_AT, unread: 1, entries: [entry], overdue: [rang] };
    const changed = withChangedBell(page as unknown as Parameters<typeof withChangedBell>[0], [
      pressed(1, { intent: "done", id: "7" }, []),
      pressed(2, { intent: "read" }, []),
    ]);
    expect(changed).toMatchObject({
      unread: 0,
      entries: [{ read: true, tasks: [{ completed: true }] }],
      overdue: [{ completed: true }],
    });
  });

  it("a tick in an answer shows at once, and reminders of a task", () => {
    const toggled = pressed(1, { intent: "toggle", id: "7", completed: "true" }, []);
    expect(withChanges([task(7)], [toggled], READ_AT, () => false)).toMatchObject([
      { completed: true },
    ]);
    const reminders = [{ minutes_before: 30 }];
    const form = { intent: "remind", id: "7", reminders: JSON.stringify(reminders), was: "null" };
    const reminded = pressed(1, form, [task(7)]);
    expect(withChanges([task(7)], [reminded], READ_AT, () => false)).toMatchObject([{ reminders }]);
  });
});
