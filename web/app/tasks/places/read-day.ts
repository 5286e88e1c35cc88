const FIRST = "1970-01-08";
const LAST = "9999-12-01";

/** A day of an address, `2026-11-22`; null for a text that is no day. */
export function readDay(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isDay && text >= FIRST && text <= LAST ? text : null;
}

/** The first day of the week that a day is in; `start` is its weekday, 0 is Sunday. */
export function firstOfWeek(day: string, start: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() - start + 7) % 7));
  return date.toISOString().slice(0, 10);
}

/** The first day of the month that is so many months after that of a day. */
export function firstOfMonth(day: string, months = 0): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
