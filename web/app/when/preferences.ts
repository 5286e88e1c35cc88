import { fullDayClock, partHours, saturdayFirst, sundayFirst } from "./lexicon/defaults";
import type { Part } from "./said";

/** How a person counts weeks and hours. */
export interface Preferences {
  /** The ISO weekday that weeks begin with: 1 is Monday, 7 Sunday. */
  firstWeekday: number;
  /** Whether "5:30" is half past five in the morning (24) or may be either (12). */
  clock: 12 | 24;
  /** The hour that a part of the day means alone, in minutes after midnight. */
  parts: Record<Part, number>;
}

/**
 * The preferences of a locale. Work in Pakistan begins with Monday, and so do the weeks that people
 * speak of there, although calendars are printed from Sunday.
 */
export function defaultPreferences(locale = "en"): Preferences {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1] ?? "";
  return {
    firstWeekday: sundayFirst.has(region) ? 7 : saturdayFirst.has(region) ? 6 : 1,
    clock: fullDayClock.has(region) ? 24 : 12,
    parts: partHours,
  };
}
