import { describe, expect, it } from "vitest";
import { readTable } from "#app/when/phrases/read-table";
import type { LocalDue } from "./local-due";
import { type MoveReading, readMove } from "./read-move";

// Sunday, 29 November 2026, 14:00 in Karachi.
const setting = { now: new Date("2026-11-29T09:00:00Z"), timeZone: "Asia/Karachi" };
const day: LocalDue = { day: "2026-12-01", time: null };
const hour: LocalDue = { day: "2026-12-01", time: "10:00" };

describe("a move of a task", () => {
  it.each<[string, LocalDue | null, MoveReading["patch"]]>([
    ["to friday", day, { dueAt: "2026-12-04" }],
    ["friday", hour, { dueAt: "2026-12-04T05:00:00Z" }],
    ["5pm", hour, { dueAt: "2026-12-01T12:00:00Z" }],
    ["to 1900", null, { dueAt: "2026-11-29T14:00:00Z" }],
    ["december", day, { dueAt: "2026-12-01" }],
    ["next week", hour, { dueAt: "2026-11-30T05:00:00Z" }],
    ["2026/12/05", day, { dueAt: "2026-12-05" }],
    ["two days later", hour, { dueAt: "2026-12-03T05:00:00Z" }],
    ["by an hour", hour, { dueAt: "2026-12-01T06:00:00Z" }],
    ["two days later", null, { dueAt: "2026-12-01" }],
    ["without a date", hour, { dueAt: null }],
    ["friday 3-4pm", hour, { dueAt: "2026-12-04T10:00:00Z", durationMinutes: 60 }],
    ["for two hours", hour, { dueAt: "2026-12-01T07:00:00Z" }],
    ["اگلے جمعے شام ۵ بجے", day, { dueAt: "2026-12-04T12:00:00Z" }],
    ["do din aage", hour, { dueAt: "2026-12-03T05:00:00Z" }],
  ])("%s", (text, due, patch) => expect(readMove(text, due, setting).patch).toEqual(patch));

  it("keeps the hour of what repeats from now on", () => {
    expect(readMove("every monday", hour, setting).patch).toEqual({
      dueAt: "2026-11-30T05:00:00Z",
      recurrence: "FREQ=WEEKLY;BYDAY=MO",
      recurrenceFrom: "due",
      recurrenceExcept: [],
    });
  });

  it.each<[string, Partial<MoveReading>]>([
    ["someday maybe", { unmoved: "unread" }],
    ["friday or so what", { unmoved: "unread" }],
    ["overdue", { unmoved: "unread" }],
    ["the 32nd", { problems: [{ kind: "impossible", day: 32, month: null, year: null }] }],
    ["every 2 hours", { problems: [expect.objectContaining({ kind: "within-day" })] }],
    ["monday or friday", { problems: [expect.objectContaining({ kind: "choice" })] }],
    ["by an hour", { unmoved: "no-time" }],
    ["skip this week", { skip: { from: "2026-11-23", to: "2026-11-29" } }],
    ["", { unmoved: "unread" }],
  ])("%j changes nothing", (text, expected) => {
    expect(readMove(text, day, setting)).toMatchObject({ patch: null, ...expected });
  });

  it("reads every move of the table, or says why not", () => {
    for (const { phrase, value } of readTable("moves")) {
      const { patch, skip, problems } = readMove(phrase, hour, setting);
      const isRead = patch !== null || skip !== undefined;
      expect({ phrase, isRead }).toEqual({ phrase, isRead: !value.startsWith("- ") });
      if (!isRead) expect(problems).not.toEqual([]);
    }
  });
});
