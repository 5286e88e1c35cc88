import { type Day, dayFrom, isoOf } from "../calendar";
import type { Said, Trouble } from "../said";
import { boundsOf, daysOf, inRole, type OpenDays, resolveDay } from "./days";
import type { Setting } from "./meaning";
import { resolve } from "./resolve";

/** The tasks that a phrase asks for: their due days, both inclusive; null is open. */
export interface TimeFilter {
  from: string | null;
  to: string | null;
  /** Only what has no date. */
  undated: boolean;
  /** Only what is open and late. */
  overdue: boolean;
}

/** The days that a phrase names for a question; null where it names none, or one that cannot be. */
export function filterOf(said: Said, setting: Setting): TimeFilter | null {
  const all = { from: null, to: null, undated: false, overdue: false };
  if (said.special === "none") return { ...all, undated: true };
  if (said.special === "overdue") return { ...all, overdue: true };
  const days = daysMeant(said, setting);
  if (!days) return null;
  const { from, to } = inRole(said, days);
  return { ...all, from: from === null ? null : isoOf(from), to: to === null ? null : isoOf(to) };
}

/** "Today and tomorrow" are days on end; null for others. */
function adjoining(days: readonly (Day | Trouble)[]): OpenDays | null {
  const isNext = (day: Day | Trouble, at: number) => at === 0 || day === Number(days[at - 1]) + 1;
  const [from] = days;
  return typeof from === "number" && days.every(isNext)
    ? { from, to: from + days.length - 1 }
    : null;
}

function daysMeant(said: Said, setting: Setting): OpenDays | null {
  const { calendar } = setting;
  const { span, day, days, from, until, role } = said;
  if (span) return daysOf(span, calendar);
  if (days) return adjoining(days.map((one) => resolveDay(one, calendar)));
  if (from || until) {
    const bounds = boundsOf(said, calendar);
    return "kind" in bounds ? null : bounds;
  }
  const single = day && resolveDay(day, calendar);
  if (single !== undefined) return typeof single === "number" ? { from: single, to: single } : null;
  // "Before 5", "tonight at 9": an hour is one of a day.
  const { value } = resolve(said, setting);
  if (value?.kind !== "moment" && value?.kind !== "range") return null;
  const there = dayFrom("start" in value ? value.start.day : value.day);
  return { from: role === "within" ? calendar.today : there, to: there };
}
