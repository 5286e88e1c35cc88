import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taskFormSchema } from "#app/tasks/edit/task-form";
import { actOnTasks } from "#app/tasks/list/act-on-tasks.server";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import type { Actor } from "#app/tasks/task/task";
import { defaultPreferences } from "#app/when/preferences";
import { createTestApi, type TestApi } from "#testing/test-app";

const timeZone = "Asia/Karachi";
let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

async function createUser(preferences?: Actor["preferences"]) {
  const { id: userId } = await api.signUp();
  const { db } = api.app;
  const actor: Actor = { userId, by: "person", timeZone, preferences };
  return {
    act: (form: Record<string, string>) => actOnTasks(db, actor, taskFormSchema.parse(form)),
    tasks: async () => (await listTasks(db, userId, { sort: "number" }, timeZone)).tasks,
  };
}

type Person = Awaited<ReturnType<typeof createUser>>;
const several = (act: Person["act"], lines: string[], fields: Record<string, string> = {}) =>
  act({ intent: "add", several: "true", title: lines.join("\r\n"), ...fields });

describe("tasks that quick add adds", () => {
  it("are several where several times are said, with one undo", async () => {
    const { act, tasks } = await createUser();
    const outcome = await act({ intent: "add", title: "drops every day at 9 and at 21 #eyes" });
    expect(outcome).toMatchObject({ ok: true, notice: "tasksCreated" });
    const added = await tasks();
    expect(added).toMatchObject([
      { title: "drops", recurrence: "FREQ=DAILY", category: "eyes" },
      { title: "drops", recurrence: "FREQ=DAILY", category: "eyes" },
    ]);
    expect(added.map(({ dueAt }) => dueAt?.slice(11))).toEqual(["04:00:00Z", "16:00:00Z"]);
    await act((outcome.ok && outcome.undo?.fields) || {});
    expect(await tasks()).toEqual([]);
  });

  it("are a task a line, each with its own date and the fields that it does not say", async () => {
    const { act, tasks } = await createUser();
    const lines = ["- buy milk 2030-05-03 5pm", "", "- pay bill !high #home", "- call Sara"];
    const fields = { date: "2030-05-09", category: "chores", priority: "low" };
    expect(await several(act, lines, fields)).toMatchObject({ notice: "tasksCreated" });
    expect(await tasks()).toMatchObject([
      { title: "buy milk", dueAt: "2030-05-03T12:00:00Z", category: "chores", priority: "low" },
      { title: "pay bill", dueAt: "2030-05-09", category: "home", priority: "high" },
      { title: "call Sara", dueAt: "2030-05-09", category: "chores", priority: "low" },
    ]);
  });

  it("are all of the lines or none", async () => {
    const { act, tasks } = await createUser();
    const failed = await several(act, ["buy milk", "x".repeat(201), "call Sara"]);
    expect(failed).toMatchObject({ ok: false, intent: "add", problem: "title" });
    const many = Array.from({ length: 201 }, (_, at) => `task ${at}`);
    expect(await several(act, many)).toMatchObject({ problem: "many" });
    expect(await several(act, [" ", "-"])).toMatchObject({ problem: "title" });
    expect(await tasks()).toEqual([]);
  });

  it("have the hour of the form on the day of the line, and the hour of the line on its day", async () => {
    const { act, tasks } = await createUser();
    await act({ intent: "add", title: "call 2030-05-03 9am", time: "10:30" });
    await act({ intent: "add", title: "call 2030-05-03 9am", date: "2030-05-04" });
    await act({ intent: "add", title: "gym every monday 6am", date: "2030-05-06" });
    await act({ intent: "add", title: "call", time: "09:00" });
    const [first, second, third, fourth] = await tasks();
    expect(first?.dueAt).toBe("2030-05-03T05:30:00Z");
    expect(second?.dueAt).toBe("2030-05-04T04:00:00Z");
    expect(third).toMatchObject({
      dueAt: "2030-05-06T01:00:00Z",
      recurrence: "FREQ=WEEKLY;BYDAY=MO",
    });
    expect(Date.parse(fourth?.dueAt ?? "")).toBeGreaterThan(Date.now());
    for (const [field, wrong] of [
      ["date", "2030-02-30"],
      ["time", "25:00"],
      ["date", "soon"],
    ] as const) {
      const form = { intent: "add", title: "call", [field]: wrong };
      expect(await act(form)).toMatchObject({ problem: "due" });
    }
  });

  it("have a length, a start of their repetition and the days that it leaves out", async () => {
    const { act, tasks } = await createUser();
    await act({ intent: "add", title: "interview 2030-05-03 3-4pm" });
    await act({ intent: "add", title: "water cactus 10 days after i finish" });
    await act({ intent: "add", title: "walk every day except 25 december" });
    const [interview, cactus, walk] = await tasks();
    expect(interview).toMatchObject({ dueAt: "2030-05-03T10:00:00Z", durationMinutes: 60 });
    expect(cactus).toMatchObject({
      recurrence: "FREQ=DAILY;INTERVAL=10",
      recurrenceFrom: "completion",
    });
    expect(walk?.recurrenceExcept?.[0]?.slice(4)).toBe("-12-25");
  });

  it("ring when the line says so, each of several before its own date", async () => {
    const { act, tasks } = await createUser();
    await act({ intent: "add", title: "dentist 2030-05-03 9am !30m !8am" });
    await act({ intent: "add", title: "fees 2030-05-03 !9am", date: "2030-05-04" });
    await act({ intent: "add", title: "دوا 2030-05-03 9am !۳۰م" });
    await act({ intent: "add", title: "drops every day at 9 and at 21 !1h" });
    await act({ intent: "add", title: "call 2030-05-03 9am" });
    const [dentist, fees, medicine, ...others] = await tasks();
    expect(dentist).toMatchObject({
      title: "dentist",
      reminders: [{ minutes_before: 30 }, { at: "2030-05-03T03:00:00Z" }],
    });
    expect(fees?.reminders).toEqual([{ at: "2030-05-04T04:00:00Z" }]);
    expect(medicine).toMatchObject({ title: "دوا", reminders: [{ minutes_before: 30 }] });
    const own = [{ minutes_before: 60 }];
    expect(others.map(({ reminders }) => reminders)).toEqual([own, own, null]);
  });

  it("have the hours that the person has chosen", async () => {
    const { parts } = defaultPreferences();
    const { act, tasks } = await createUser({ clock: 24, parts: { ...parts, evening: 1_140 } });
    await act({ intent: "add", title: "tea 2030-05-03 evening" });
    await act({ intent: "add", title: "run 2030-05-03 5:30" });
    const due = (await tasks()).map(({ dueAt }) => dueAt);
    expect(due).toEqual(["2030-05-03T14:00:00Z", "2030-05-03T00:30:00Z"]);
  });

  it("keep a title whose words of time cannot be", async () => {
    const { act, tasks } = await createUser();
    await act({ intent: "add", title: "rent on 30 february" });
    await act({ intent: "add", title: "water every 2 hours" });
    expect(await tasks()).toMatchObject([
      { title: "rent on 30 february", dueAt: null },
      { title: "water every 2 hours", dueAt: null, recurrence: null },
    ]);
  });
});
