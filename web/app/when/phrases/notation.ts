import type { Point, Problem, TimeValue } from "../value";

/*
 * How the tables of phrases write a value:
 *
 *   2026-11-30 · 2026-11-30 17:00          a day, a moment
 *   2026-11-30 17:00 +60m · +120m          with how long it takes
 *   2026-12-03..2026-12-05 due 2026-12-03  days that are said as one
 *   WEEKLY;BYDAY=FR from 2026-12-04 09:00  a repetition, its first occurrence
 *   … & …                                  several tasks
 *   shift +2d · none · overdue · skip
 *   ? impossible 30.2 · passed …           what is said about it
 */

const point = ({ day, time }: Point): string => (time ? `${day} ${time}` : day);

function problem(one: Problem): string {
  if (one.kind === "impossible") return `impossible ${one.day}.${one.month ?? ""}`;
  if (one.kind === "contradiction" || one.kind === "choice")
    return `${one.kind} ${one.days.join(",")}`;
  if (one.kind === "within-day") return `within-day ${one.hours}`;
  return one.kind === "often" ? `often ${one.count}` : "passed";
}

function written(value: TimeValue): string {
  switch (value.kind) {
    case "day":
    case "moment":
      return point(value) + (value.minutes ? ` +${value.minutes}m` : "");
    case "range":
      return `${point(value.start)} +${value.minutes}m`;
    case "span":
      return `${value.from}..${value.to} due ${value.due}`;
    case "duration":
      return `+${value.minutes}m`;
    case "recurrence":
      return [
        value.rule.replace("FREQ=", ""),
        `from ${point(value.start)}`,
        value.minutes && `+${value.minutes}m`,
        value.except.length > 0 && `except ${value.except.join(",")}`,
        value.from === "completion" && "completion",
      ]
        .filter(Boolean)
        .join(" ");
    case "several":
      return value.values.map(written).join(" & ");
    case "shift":
      return `shift ${value.months ? `${value.months}mo` : ""}${value.days ? `${value.days}d` : ""}${value.minutes ? `${value.minutes}m` : ""}`;
    case "skip":
      return value.from ? `skip ${value.from}..${value.to}` : "skip";
    default:
      return value.kind;
  }
}

/** A value and what is said about it, as the tables write them. */
export function notate(value: TimeValue | null, problems: readonly Problem[]): string {
  const said = [...new Set(problems.map(problem))];
  return [value ? written(value) : "-", ...said.map((text) => `? ${text}`)].join(" ");
}
