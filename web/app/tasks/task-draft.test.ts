import { describe, expect, it } from "vitest";
import type { Task } from "./task";
import { differences, presetOf, rebase, toDraft } from "./task-draft";

const task: Task = {
  id: 3,
  title: "pay rent",
  description: "",
  priority: "high",
  category: null,
  dueAt: "2026-11-27T04:00:00Z",
  recurrence: "FREQ=MONTHLY",
  completed: false,
  completedAt: null,
  createdAt: "2026-11-21T00:00:00Z",
  updatedAt: "2026-11-21T00:00:00Z",
  version: 1,
};

describe("a draft", () => {
  const base = toDraft(task, "Asia/Karachi");

  it("shows the person's own date and time", () => {
    expect(base).toMatchObject({ date: "2026-11-27", time: "09:00", category: "" });
    expect(toDraft({ ...task, dueAt: "2026-11-27" }, "Asia/Karachi")).toMatchObject({
      date: "2026-11-27",
      time: "",
    });
    expect(toDraft({ ...task, dueAt: null }, "Asia/Karachi")).toMatchObject({ date: "", time: "" });
  });

  it("knows a preset from a rule of one's own", () => {
    expect(presetOf("FREQ=MONTHLY")).toBe("monthly");
    expect(presetOf("FREQ=MONTHLY;BYDAY=1MO")).toBeNull();
  });

  it("does not take a form's line ends for an edit", () => {
    expect(differences({ description: "a\r\nb " }, { description: "a\nb" })).toEqual([]);
    expect(differences({ title: "a" }, { title: "b" })).toEqual(["title"]);
  });

  it("follows the task where it is untouched, and keeps what was written", () => {
    const draft = { ...base, title: "pay the rent" };
    const current = { ...base, category: "home" };
    expect(rebase(draft, base, current)).toEqual({
      draft: { ...base, title: "pay the rent", category: "home" },
      conflicts: [],
    });
  });

  it("names the fields that both changed", () => {
    const draft = { ...base, title: "pay the rent", category: "home" };
    const current = { ...base, title: "rent is due", category: "home" };
    const { draft: kept, conflicts } = rebase(draft, base, current);
    expect(conflicts).toEqual(["title"]);
    expect(kept.title).toBe("pay the rent");
  });
});
