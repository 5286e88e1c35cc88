import { describe, expect, it } from "vitest";
import { readQuickAdd } from "#app/tasks/quick-add/read-quick-add";
import { readTable } from "#app/when/phrases/read-table";
import { taskTimes } from "./task-times";

const context = { now: new Date("2026-11-29T09:00:00Z"), timeZone: "Asia/Karachi" };

/** A point of the tables, `2026-11-30 17:00`, as a task in Karachi keeps it. */
function dueOf(point: string): string {
  const [day = "", time] = point.split(" ");
  if (!time) return day;
  return new Date(`${day}T${time}:00+05:00`).toISOString().replace(".000Z", "Z");
}

/** Words that a phrase is read beside, in its form of writing. */
const WORDS = { en: "call Sara", ur: "سارہ کو بلانا", roman: "sara ko bulana" };

const POINT = /\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/;

/** What one value of the tables makes of a task. */
function timesOf(value: string) {
  const [said = ""] = value.split(" ? ");
  const [, rule, rest = said] = /^((?:DAI|WEEK|MONTH|YEAR)LY\S*) from (.*)$/.exec(said) ?? [];
  const due = / due (\S+)/.exec(said)?.[1] ?? POINT.exec(rest)?.[0];
  const minutes = /\+(\d+)m/.exec(rest)?.[1];
  return {
    dueAt: due ? dueOf(due) : null,
    durationMinutes: minutes ? Number(minutes) : null,
    recurrence: rule ? `FREQ=${rule}` : null,
    recurrenceFrom: said.endsWith("completion") ? "completion" : "due",
    recurrenceExcept: /except (\S+)/.exec(said)?.[1]?.split(",") ?? [],
  };
}

describe("the times of a task", () => {
  const rows = ["clocks", "days", "repeats", "words", "lines"].flatMap(readTable);

  it.each(rows.map((row) => [row.phrase, row] as const))(
    "are those of the table for %s",
    (phrase, { value, title, form }) => {
      const line = title === null ? `${WORDS[form]} ${phrase}` : phrase;
      const read = readQuickAdd(line, context);
      const words = value.startsWith("-") ? line : WORDS[form];
      expect({ line, title: read.title }).toEqual({ line, title: title ?? words });
      expect({ line, times: taskTimes(read.value) }).toEqual({
        line,
        times: value.startsWith("-") ? taskTimes(null) : value.split(" & ").map(timesOf),
      });
    },
  );

  it("are none for a value that is of no new task", () => {
    for (const value of [null, { kind: "none" }, { kind: "overdue" }] as const) {
      expect(taskTimes(value)).toEqual([
        expect.objectContaining({ dueAt: null, recurrence: null }),
      ]);
    }
  });
});
