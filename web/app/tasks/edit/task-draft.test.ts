import { describe, expect, it } from "vitest";
import { presetOf } from "#app/tasks/task/recurrence-presets";
import { taskOf } from "#app/tasks/testing/task-of";
import { changedFields, rebase, toDraft } from "./task-draft";

const task = taskOf({
  id: 3,
  title: "pay rent",
  priority: "high",
  dueAt: "2026-11-27T04:00:00Z",
  recurrence: "FREQ=MONTHLY",
});

describe("a draft", () => {
  const base = toDraft(task, "Asia/Karachi");

  it("shows date and time in the person's zone", () => {
    expect(base).toMatchObject({ date: "2026-11-27", time: "09:00", category: "" });
    expect(toDraft({ ...task, dueAt: "2026-11-27" }, "Asia/Karachi")).toMatchObject({
      date: "2026-11-27",
      time: "",
    });
    expect(toDraft({ ...task, dueAt: null }, "Asia/Karachi")).toMatchObject({ date: "", time: "" });
  });

  it("tells presets from other rules", () => {
    expect(presetOf("FREQ=MONTHLY")).toBe("monthly");
    expect(presetOf("FREQ=MONTHLY;BYDAY=1MO")).toBeNull();
  });

  it("ignores line ends and surrounding space", () => {
    expect(changedFields({ description: "a\r\nb " }, { description: "a\nb" })).toEqual([]);
    expect(changedFields({ title: "a" }, { title: "b" })).toEqual(["title"]);
  });

  it("merges changes of other fields and keeps its own", () => {
    const draft = { ...base, title: "pay the rent" };
    const current = { ...base, category: "home" };
    expect(rebase(draft, base, current)).toEqual({
      draft: { ...base, title: "pay the rent", category: "home" },
      conflicts: [],
    });
  });

  it("reports the fields that both sides changed", () => {
    const draft = { ...base, title: "pay the rent", category: "home" };
    const current = { ...base, title: "rent is due", category: "home" };
    const { draft: merged, conflicts } = rebase(draft, base, current);
    expect(conflicts).toEqual(["title"]);
    expect(merged.title).toBe("pay the rent");
  });
});
