import { type DateContext, dayIn } from "#app/i18n/dates";

/** What a text in a time field is read as. */
export interface ReadTime {
  /** `17:00` */
  time: string;
  /** `2026-11-22`: the day that the text names, or the next one on which it is that time. */
  day: string;
  /** Whether the text names the day. */
  saysDay: boolean;
}

/** Reads a text as a time of day; null where it is none. */
export type TimeReader = (text: string) => ReadTime | null;

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the value of a time field is a time, and not a text that could not be read. */
export const isClock = (value: string): boolean => CLOCK.test(value);

/** Reads "17:00" and no more. */
export const plainReader =
  ({ timeZone, now }: Pick<DateContext, "timeZone" | "now">) =>
  async (): Promise<TimeReader> =>
  (text) =>
    isClock(text) ? { time: text, day: dayIn(timeZone, new Date(now)), saysDay: false } : null;

const DAY_MINUTES = 1_440;

/** Minutes after midnight, of which a day has 1440, as `17:00`. */
function clockAt(minutes: number): string {
  const at = (minutes + DAY_MINUTES) % DAY_MINUTES;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

const HALF_HOURS = Array.from({ length: 48 }, (_, at) => clockAt(at * 30));

/**
 * Times to choose from: of an empty field every half hour of the day; else what was read, the same in
 * the other half of the day where the text does not say which, and the quarters after it.
 *
 * @param read what the text is read as; null where it is no time
 */
export function suggestTimes(text: string, read: string | null): string[] {
  if (text.trim() === "") return HALF_HOURS;
  if (read === null) return [];
  const minutes = Number(read.slice(0, 2)) * 60 + Number(read.slice(3));
  const other = saysHalf(text) ? [] : [clockAt(minutes + DAY_MINUTES / 2)];
  const after = [15, 30, 45].map((more) => clockAt(minutes + more));
  return [clockAt(minutes), ...other, ...after];
}

/** Whether a text says which half of the day it means: "5 pm", "noon", "17", "05:00". */
function saysHalf(text: string): boolean {
  const [, hour = ""] = text.trim().match(/^(\p{Nd}{1,2})(?:[:.]\p{Nd}{2})?$/u) ?? [];
  const value = Number(latin(hour));
  return hour === "" || value > 12 || /^[0٠۰]/u.test(hour);
}

/** Digits of Urdu and Arabic as those of English: they stand in blocks of sixteen. */
const latin = (digits: string): string =>
  [...digits].map((digit) => (digit.codePointAt(0) ?? 0) & 15).join("");
