import type { TaskPatch } from "#app/tasks/task/task-input";
import { dayFrom } from "#app/when/calendar";
import { readWhen, type TimeContext } from "#app/when/find-times";
import type { Point, Problem, TimeValue } from "#app/when/value";
import { minutesFrom, rfc3339 } from "#app/when/zone";
import { applyShift } from "./apply-shift";
import type { LocalDue } from "./local-due";
import { taskTimes } from "./task-times";

/** What a text such as "to friday at 5" makes of a task. */
export interface MoveReading {
  /** The change; null where there is none, and nothing may be changed. */
  patch: TaskPatch | null;
  /** What the task has after it. */
  value: TimeValue | null;
  /** The days of the occurrence that is left out; null is the present one. */
  skip?: { from: string | null; to: string | null };
  /** Why there is no change: the text says no time, or hours were to be added to a day. */
  unmoved?: "unread" | "no-time";
  /** What is to be said of the time. */
  problems: readonly Problem[];
}

/** "To 1900" is what a field says that asks where to. */
const TO = /^\s*to\s+/i;

/**
 * Reads when a task is moved to: "next friday 5pm", "two days later", "every monday", "without a
 * date". The due date gives the day or the hour that is not said.
 *
 * @param due null for a task without a date
 */
export function readMove(text: string, due: LocalDue | null, setting: TimeContext): MoveReading {
  const context = { ...setting, moves: true, due: due ?? undefined };
  const read = readWhen(text, context) ?? readWhen(text.replace(TO, ""), context);
  const { value: said = null, problems = [] } = read ?? {};
  const nothing = { patch: null, value: null, problems };
  if (said?.kind === "skip") return { ...nothing, skip: { from: said.from, to: said.to } };
  const value = said && movedTo(said, due, setting);
  const patch = value && patchOf(value);
  if (patch) return { patch, value, problems };
  if (said?.kind === "shift") return { ...nothing, unmoved: "no-time" };
  const explained = problems.some(({ kind }) => kind !== "passed" && kind !== "often");
  return explained ? nothing : { ...nothing, unmoved: "unread" };
}

/** What a task has that is moved so: whole days keep its hour. */
function movedTo(value: TimeValue, due: LocalDue | null, setting: TimeContext): TimeValue | null {
  switch (value.kind) {
    case "span":
      return pointValue(withTime({ day: value.due, time: null, at: null }, due, setting.timeZone));
    case "recurrence":
      return { ...value, start: withTime(value.start, due, setting.timeZone) };
    case "shift": {
      const point = applyShift(due, value, setting);
      return point && pointValue(point);
    }
    default:
      return value;
  }
}

const pointValue = (point: Point): TimeValue => ({
  ...point,
  kind: point.time === null ? "day" : "moment",
  role: "on",
  minutes: null,
});

function withTime(point: Point, due: LocalDue | null, timeZone: string): Point {
  if (point.time !== null || !due?.time) return point;
  const at = rfc3339({ day: dayFrom(point.day), minutes: minutesFrom(due.time) }, timeZone);
  return { day: at.slice(0, 10), time: at.slice(11, 16), at };
}

/** The change that gives a task a value; null for what is no time of one task. */
function patchOf(value: TimeValue): TaskPatch | null {
  const [{ dueAt, durationMinutes, ...repeat }] = taskTimes(value);
  const length = durationMinutes === null ? {} : { durationMinutes };
  switch (value.kind) {
    case "day":
    case "moment":
    case "range":
      return { dueAt, ...length };
    case "recurrence":
      return { dueAt, ...length, ...repeat };
    case "duration":
      return durationMinutes === null ? null : length;
    case "none":
      return { dueAt: null };
    default:
      return null;
  }
}
