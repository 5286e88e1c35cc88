import type { Part } from "../said";

/* What is meant where a person has set nothing. */

/** The hour that a part of the day means alone, in minutes after midnight. */
export const partHours = {
  dawn: 5 * 60,
  morning: 9 * 60,
  noon: 12 * 60,
  afternoon: 14 * 60,
  evening: 18 * 60,
  night: 20 * 60,
  midnight: 23 * 60 + 59,
};

/** Where weeks begin with another day than Monday; regions as in BCP 47. Source: CLDR. */
export const sundayFirst = new Set(["US", "CA", "IN", "JP", "IL", "BR", "MX", "PH", "SA"]);
export const saturdayFirst = new Set(["AE", "EG", "IR", "AF", "KW", "QA", "OM", "BH"]);
/** Where 17:30 is written more than 5:30 pm. */
export const fullDayClock = new Set([
  "DE",
  "FR",
  "ES",
  "IT",
  "NL",
  "SE",
  "NO",
  "DK",
  "FI",
  "PL",
  "TR",
  "RU",
]);

/** The hours of the day, from and to, that a part of it may be said of. */
export const partSpans: Record<Part, readonly [number, number]> = {
  dawn: [0, 8],
  morning: [0, 12.99],
  noon: [10, 17],
  afternoon: [11, 19],
  evening: [14, 23],
  night: [0, 24],
  midnight: [0, 24],
};

/** The hour at which the twelve hours begin that a part of the day is among. */
export const partStarts: Record<Part, number> = {
  dawn: 0,
  morning: 1,
  noon: 9.5,
  afternoon: 9.5,
  evening: 12,
  night: 17.5,
  midnight: 17.5,
};

/** Hours for what is to be done so many times a day and nobody said when. */
export const timesADay: Record<number, readonly number[]> = {
  2: [9, 21],
  3: [9, 14, 21],
  4: [8, 12, 16, 20],
};
