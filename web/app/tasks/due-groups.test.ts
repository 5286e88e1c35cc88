import { describe, expect, it } from "vitest";
import { groupOf, groupTasks, wasEdited } from "./due-groups";
import type { Task } from "./task";

const base: Task = {
  id: 1,
  title: "buy milk",
  description: "",
  priority: "medium",
  category: null,
  dueAt: null,
  recurrence: null,
  completed: false,
  completedAt: null,
  createdAt: "2026-11-18T08:00:00Z",
  updatedAt: "2026-11-18T08:00:00Z",
  version: 1,
};

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

  it("parts what was done today from what was done before", () => {
    const done = (completedAt: string) =>
      groupOf({ ...base, completed: true, completedAt }, now, karachi);
    expect(done("2026-11-18T19:30:00Z")).toBe("doneToday");
    expect(done("2026-11-18T12:00:00Z")).toBe("completed");
  });
});

describe("groupTasks", () => {
  it("keeps the order within a group and leaves empty groups out", () => {
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
  it("is true for an edit and false for a tick", () => {
    expect(wasEdited(base)).toBe(false);
    expect(wasEdited({ ...base, updatedAt: "2026-11-18T09:00:00Z" })).toBe(true);
    const ticked = { updatedAt: "2026-11-18T09:00:00Z", completedAt: "2026-11-18T09:00:00Z" };
    expect(wasEdited({ ...base, completed: true, ...ticked })).toBe(false);
  });
});
