import type { Frequency } from "../calendar";

/** Units as they are glued to a number: 1h30m. */
export const gluedUnits: Record<string, string> = {
  h: "hour",
  hr: "hour",
  hrs: "hour",
  hour: "hour",
  hours: "hour",
  m: "minute",
  min: "minute",
  mins: "minute",
  minute: "minute",
  minutes: "minute",
  d: "day",
  day: "day",
  days: "day",
  w: "week",
  wk: "week",
  wks: "week",
  week: "week",
  weeks: "week",
  mo: "month",
  month: "month",
  months: "month",
  y: "year",
  yr: "year",
  yrs: "year",
};

/** The frequency of what is each of a unit. */
export const frequencies: Record<string, Frequency> = {
  minute: "HOURLY",
  hour: "HOURLY",
  day: "DAILY",
  week: "WEEKLY",
  fortnight: "WEEKLY",
  month: "MONTHLY",
  quarter: "MONTHLY",
  year: "YEARLY",
};
/** Units that are several of their frequency. */
export const steps: Record<string, number> = { fortnight: 2, quarter: 3 };

/** How long the periods of rules, and the days that are said as one, are beside each other. */
export const lengths: Record<string, number> = {
  HOURLY: 0,
  DAILY: 1,
  WEEKLY: 2,
  days: 2,
  weekend: 2,
  week: 2,
  MONTHLY: 3,
  month: 3,
  quarter: 4,
  YEARLY: 5,
  year: 5,
};

/** Minutes, days and months of each unit. */
export const unitSizes: Record<string, readonly number[]> = {
  minute: [1, 0, 0],
  hour: [60, 0, 0],
  day: [0, 1, 0],
  week: [0, 7, 0],
  fortnight: [0, 14, 0],
  month: [0, 0, 1],
  quarter: [0, 0, 3],
  year: [0, 0, 12],
};
