import { dayFrom, isoOrNull } from "../calendar";
import type { Said } from "../said";
import { daysSaid, inRole, type OpenDays } from "./days";
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
  return { ...all, from: isoOrNull(from), to: isoOrNull(to) };
}

function daysMeant(said: Said, setting: Setting): OpenDays | null {
  const { calendar } = setting;
  const days = daysSaid(said, calendar);
  if (days) return "kind" in days ? null : days;
  // "Before 5", "tonight at 9": an hour is one of a day.
  const { value } = resolve(said, setting);
  if (value?.kind !== "moment" && value?.kind !== "range") return null;
  const there = dayFrom("start" in value ? value.start.day : value.day);
  return { from: said.role === "within" ? calendar.today : there, to: there };
}
