import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTaskDetail } from "#app/tasks/edit/read-task-detail.server";
import { toDraft } from "#app/tasks/edit/task-draft";
import { createTask } from "#app/tasks/task/create-task.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { createFormPerson } from "#app/tasks/testing/form-person";
import { createTestApi, type TestApi } from "#testing/test-app";
import type { actOnTasks } from "./act-on-tasks.server";
import { readTasksPage } from "./read-tasks-page.server";

const timeZone = "Asia/Karachi";
let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function createUser() {
  const person = await createFormPerson(api);
  return {
    ...person,
    add: (title: string) => person.add({ title }),
    page: (query: string) =>
      readTasksPage(
        person.db,
        { id: person.userId, name: "Sana", timeZone },
        new URLSearchParams(query),
      ),
  };
}

type Outcome = Awaited<ReturnType<typeof actOnTasks>>;
const undoOf = (outcome: Outcome) => (outcome.ok && outcome.undo?.fields) || {};

describe("the forms of the tasks page", () => {
  it("adds a task from the quick-add line; separate fields take precedence", async () => {
    const { act, get } = await createUser();
    await act({ intent: "add", title: "pay rent 2030-05-03 9am !high #home every month" });
    expect(await get(1)).toMatchObject({
      title: "pay rent",
      dueAt: "2030-05-03T04:00:00Z",
      priority: "high",
      category: "home",
      recurrence: "FREQ=MONTHLY",
    });
    await act({ intent: "add", title: "buy milk 9am #home", date: "2030-05-04", category: "shop" });
    expect(await get(2)).toMatchObject({ dueAt: "2030-05-04T04:00:00Z", category: "shop" });
    await act({ intent: "add", title: "watch Friday", literal: "6-12" });
    expect(await get(3)).toMatchObject({ title: "watch Friday", dueAt: null });
    expect(await act({ intent: "add", title: "  " })).toMatchObject({ problem: "title" });
  });

  it("saves only edited fields, and undoes the edit", async () => {
    const { act, add, get } = await createUser();
    const task = await add("pay rent");
    const base = toDraft(task, timeZone);
    const edited = await act({
      ...base,
      intent: "edit",
      id: "1",
      base: JSON.stringify(base),
      title: "pay the rent",
      date: "2030-05-03",
      time: "09:00",
      recurrence: "FREQ=MONTHLY",
    });
    expect(await get(1)).toMatchObject({
      title: "pay the rent",
      dueAt: "2030-05-03T04:00:00Z",
      recurrence: "FREQ=MONTHLY",
      version: 2,
    });
    expect(await act(undoOf(edited))).toMatchObject({ notice: "taskUpdated" });
    expect(await get(1)).toMatchObject({ title: "pay rent", dueAt: null, recurrence: null });
    expect(await act(undoOf(edited))).toMatchObject({ notice: "nothingToUndo" });
  });

  it("rejects a conflicting edit with the submitted values and the current task", async () => {
    const { act, add, get, actor } = await createUser();
    const base = toDraft(await add("pay rent"), timeZone);
    await updateTask(api.app.db, actor, 1, { title: "rent is due" });
    const outcome = await act({
      intent: "edit",
      id: "1",
      base: JSON.stringify(base),
      title: "pay the rent",
    });
    expect(outcome).toMatchObject({
      ok: false,
      problem: "conflict",
      values: { title: "pay the rent" },
      current: { title: "rent is due", version: 2 },
    });
    expect((await get(1)).title).toBe("rent is due");
  });

  it("merges an edit with concurrent changes of other fields", async () => {
    const { act, get } = await createUser();
    await act({ intent: "add", title: "call 2030-05-03 9am" });
    const base = toDraft(await get(1), timeZone);
    await act({ intent: "toggle", id: "1", completed: "true" });
    await act({ intent: "edit", id: "1", base: JSON.stringify(base), ...base, time: "10:00" });
    const moved = { ...base, date: "2030-05-04", title: "call Ali" };
    expect(
      await act({ intent: "edit", id: "1", base: JSON.stringify(base), ...moved }),
    ).toMatchObject({ notice: "taskUpdated" });
    expect(await get(1)).toMatchObject({
      title: "call Ali",
      dueAt: "2030-05-04T05:00:00Z",
      completed: true,
    });
  });

  it("takes the current value of one conflicting field and keeps the other submitted values", async () => {
    const { act, add, get, actor } = await createUser();
    const base = toDraft(await add("pay rent"), timeZone);
    await updateTask(api.app.db, actor, 1, { title: "rent is due", category: "home" });
    const now = toDraft(await get(1), timeZone);
    const outcome = await act({
      ...now,
      intent: "edit",
      id: "1",
      base: JSON.stringify(now),
      was: JSON.stringify({ title: base.title, category: base.category }),
      title: "pay the rent",
      category: "money",
      take: "title",
    });
    expect(outcome).toMatchObject({
      problem: "conflict",
      values: { title: "rent is due", category: "money" },
      base: { category: "" },
    });
    expect((await get(1)).version).toBe(2);
  });

  it.each([
    [{ title: "" }, "title"],
    [{ time: "09:00" }, "due"],
    [{ recurrence: "FREQ=NEVER" }, "recurrence"],
    [{ category: "x".repeat(51) }, "category"],
  ])("rejects an edit with %j", async (fields, problem) => {
    const { act, add } = await createUser();
    const base = JSON.stringify(toDraft(await add("pay rent"), timeZone));
    const form = { intent: "edit", id: "1", base, ...fields };
    expect(await act(form as Record<string, string>)).toMatchObject({ ok: false, problem });
  });

  it("applies a bulk action, skips deleted tasks, and undoes all of it", async () => {
    const { act, add, get } = await createUser();
    for (const title of ["one", "two", "three"]) await add(title);
    await act({ intent: "delete", id: "2" });
    const completed = await act({ intent: "many", ids: "1,2,3", to: "complete" });
    expect([(await get(1)).completed, (await get(3)).completed]).toEqual([true, true]);
    expect(await act(undoOf(completed))).toMatchObject({ notice: "undone" });
    expect([(await get(1)).completed, (await get(3)).completed]).toEqual([false, false]);

    await act({ intent: "many", ids: "1,3", to: "due", value: "2030-05-03" });
    expect((await get(3)).dueAt).toBe("2030-05-03");
    const same = await act({ intent: "many", ids: "1,3", to: "due", value: "2030-05-03" });
    expect(same).toMatchObject({ notice: "nothingChanged" });
    const deleted = await act({ intent: "many", ids: "1,3", to: "delete" });
    await expect(get(1)).rejects.toThrow();
    await act(undoOf(deleted));
    expect((await get(1)).title).toBe("one");
  });

  it("keeps the time of day when a task moves to another day", async () => {
    const { act, get } = await createUser();
    await act({ intent: "add", title: "call 2030-05-03 9am" });
    await act({ intent: "many", ids: "1", to: "due", value: "2030-05-04" });
    expect((await get(1)).dueAt).toBe("2030-05-04T04:00:00Z");
    await act({ intent: "many", ids: "1", to: "due", value: "" });
    expect((await get(1)).dueAt).toBeNull();
  });

  it("saves how long a task takes and what its repetition is counted from", async () => {
    const { act, add, get } = await createUser();
    await add("haircut");
    const edit = async (form: Record<string, string>) => {
      const base = JSON.stringify(toDraft(await get(1), timeZone));
      return act({ intent: "edit", id: "1", base, ...form });
    };
    await edit({ duration: "45", recurrence: "FREQ=MONTHLY", recurrenceFrom: "completion" });
    expect(await get(1)).toMatchObject({ durationMinutes: 45, recurrenceFrom: "completion" });
    for (const [form, problem] of [
      [{ duration: "0" }, "duration"],
      [{ duration: "an hour" }, "duration"],
      [{ recurrenceFrom: "start" }, "recurrence"],
    ] as const)
      expect(await edit(form)).toMatchObject({ ok: false, problem });
  });

  it("skips an occurrence once, and undoes it", async () => {
    const { act, actor, get } = await createUser();
    const gym = { title: "gym", dueAt: "2126-12-02", recurrence: "FREQ=DAILY;COUNT=2" };
    await createTask(api.app.db, actor, gym);
    const skip = (version: number) => act({ intent: "skip", id: "1", version: String(version) });
    const skipped = await skip(1);
    expect(skipped).toMatchObject({ notice: "taskSkipped" });
    expect(await get(1)).toMatchObject({ dueAt: "2126-12-03" });
    expect(await skip(1)).toEqual({ ok: true, notice: "nothingChanged" });
    expect(await skip(2)).toEqual({ ok: true, notice: "lastOccurrence" });
    expect(await act(undoOf(skipped))).toMatchObject({ notice: "taskUpdated" });
    expect(await get(1)).toMatchObject({ dueAt: "2126-12-02", recurrence: "FREQ=DAILY;COUNT=2" });
    const detail = await readTaskDetail(api.app.db, actor.userId, 1);
    expect(detail?.history.map(({ action }) => action)).toEqual(["updated", "skipped", "created"]);
    expect(detail?.history[1]?.fields).toMatchObject([
      { field: "due_at", before: "2126-12-02", after: "2126-12-03" },
      { field: "recurrence" },
    ]);
  });

  it("does not reach another person's tasks", async () => {
    const [mine, theirs] = [await createUser(), await createUser()];
    const task = await theirs.add("theirs");
    const base = JSON.stringify(toDraft(task, timeZone));
    const forms: Record<string, string>[] = [
      { intent: "delete", id: "1" },
      { intent: "many", ids: "1", to: "delete" },
      { intent: "undo", changes: "1:1" },
      { intent: "edit", id: "1", base, title: "mine" },
    ];
    for (const form of forms) expect(await mine.act(form)).toMatchObject({ ok: true });
    expect(await theirs.get(1)).toEqual(task);
    expect(await readTaskDetail(api.app.db, mine.userId, 1)).toBeNull();
  });
});

describe("the data of the tasks page", () => {
  it("opens a task with its history, newest first", async () => {
    const { act, add, page } = await createUser();
    await add("pay rent");
    await act({ intent: "many", ids: "1", to: "priority", value: "high" });
    const { detail } = await page("task=1");
    expect(detail?.history).toMatchObject([
      {
        action: "updated",
        by: "person",
        fields: [{ field: "priority", before: "medium", after: "high" }],
      },
      { action: "created", fields: [] },
    ]);
    expect(await page("task=x")).toMatchObject({ openedId: 0, detail: null });
  });

  it("counts filtered tasks, and ignores invalid parameters", async () => {
    const { act, add, page } = await createUser();
    for (const title of ["buy milk", "buy bread", "call"]) await add(title);
    await act({ intent: "toggle", id: "2", completed: "true" });
    expect(await page("search=buy")).toMatchObject({
      tasks: [{ title: "buy milk" }],
      counts: { open: 1, completed: 1, all: 2 },
      numbers: { open: 2 },
    });
    expect((await page("cursor=nonsense&priority=urgent&status=later")).tasks).toHaveLength(2);
  });
});
