import { describe, expect, it } from "vitest";
import { taskOf } from "#app/tasks/testing/task-of";
import { dayOfGroup, groupOf, groupTasks, wasEdited } from "./due-groups";

const base = taskOf();

// A Thursday, 01:30 in Karachi while it is still Wednesday in UTC.
const now = new Date("2026-11-18T20:30:00Z");
const karachi = "Asia/Karachi";
const due = (dueAt: string | null) => groupOf({ ...base, dueAt }, now, karachi);

describe("groupOf", () => {
  it.each([
    [null, "none"],
    ["2026-11-18", "overdue"],
    ["2026-11-19", "today"],
    ["2026-11-18T20:00:00Z", "overdue"],
    ["2026-11-19T12:00:00Z", "today"],
    ["2026-11-19T18:59:00Z", "today"],
    ["2026-11-19T19:00:00Z", "tomorrow"],
    ["2026-11-20", "tomorrow"],
    ["2026-11-22", "week"],
    ["2026-11-23", "later"],
  ])("%s is %s", (dueAt, group) => expect(due(dueAt)).toBe(group));

  it.each([
    [1, "2026-11-22", "2026-11-23"],
    [6, "2026-11-20", "2026-11-21"],
    [7, "2026-11-21", "2026-11-22"],
    // The week ends today: what is later begins after tomorrow.
    [5, "2026-11-19", "2026-11-21"],
  ])("ends weeks that begin on day %i with %s", (firstWeekday, last, next) => {
    expect(dayOfGroup("week", "2026-11-19", firstWeekday)).toBe(last);
    expect(dayOfGroup("later", "2026-11-19", firstWeekday)).toBe(next);
    const group = (dueAt: string) => groupOf({ ...base, dueAt }, now, karachi, firstWeekday);
    if (last > "2026-11-20") expect(group(last)).toBe("week");
    if (next > "2026-11-20") expect(group(next)).toBe("later");
  });

  it("takes what is dropped on a group into that group, on every day of every week", () => {
    for (let shift = 0; shift < 7; shift += 1) {
      const today = `2026-11-${19 + shift}`;
      const noon = new Date(`${today}T07:00:00Z`);
      for (let firstWeekday = 1; firstWeekday <= 7; firstWeekday += 1) {
        for (const key of ["today", "tomorrow", "later", "none"] as const) {
          const dueAt = dayOfGroup(key, today, firstWeekday) || null;
          expect(groupOf({ ...base, dueAt }, noon, karachi, firstWeekday), today).toBe(key);
        }
      }
    }
  });

  it("separates tasks completed today from those completed before", () => {
    const done = (completedAt: string) =>
      groupOf({ ...base, completed: true, completedAt }, now, karachi);
    expect(done("2026-11-18T19:30:00Z")).toBe("doneToday");
    expect(done("2026-11-18T12:00:00Z")).toBe("completed");
  });
});

describe("groupTasks", () => {
  it("keeps the order within a group and omits empty groups", () => {
    const tasks = [
      { ...base, id: 1, dueAt: "2026-11-20" },
      { ...base, id: 2, dueAt: "2026-11-19" },
      { ...base, id: 3, dueAt: "2026-11-20" },
    ];
    const groups = groupTasks(tasks, now, karachi).map(({ key, tasks: t }) => [
      key,
      t.map(({ id }) => id),
    ]);
    expect(groups).toEqual([
      ["today", [2]],
      ["tomorrow", [1, 3]],
    ]);
  });
});

describe("wasEdited", () => {
  it("is true for an edit and false for a completion", () => {
    expect(wasEdited(base)).toBe(false);
    expect(wasEdited({ ...base, updatedAt: "2026-11-18T09:00:00Z" })).toBe(true);
    const ticked = { updatedAt: "2026-11-18T09:00:00Z", completedAt: "2026-11-18T09:00:00Z" };
    expect(wasEdited({ ...base, completed: true, ...ticked })).toBe(false);
  });
});
