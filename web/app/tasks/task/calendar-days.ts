// Without the room of time, which pages load only where words are read.

const DAY_MS = 86_400_000;

/** Shifts a day, `2026-11-22`, by a number of days. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The first Monday after a day. */
export const nextMonday = (day: string): string =>
  addDays(day, (8 - new Date(day).getUTCDay()) % 7 || 7);
