/** Dates as people read them, in their own zone. Same text on the server and in the browser. */
import type { Language } from "./language";
import { inNumerals, type Numerals } from "./numerals";

const tags: Record<Language, string> = { en: "en-GB", ur: "ur-PK" };

/** Formatters are slow to make and are asked for once a row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  tag: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${tag}|${timeZone}|${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(tag, { timeZone, ...options });
    formatters.set(key, found);
  }
  return found;
}

/** The calendar day of a moment in a zone, "2026-11-22". */
export function dayIn(timeZone: string, moment: Date): string {
  return formatter("en-CA", timeZone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(
    moment,
  );
}

export const hourIn = (timeZone: string, moment: Date): number =>
  Number(formatter("en-GB", timeZone, { hour: "2-digit", hourCycle: "h23" }).format(moment));

const DAY = 86_400_000;
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Whole calendar days from one day to another; tomorrow is 1. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / DAY);

export const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

export interface DateContext {
  language: Language;
  numerals: Numerals;
  timeZone: string;
  /** ISO moment the page was made at, so that both renderings agree. */
  now: string;
  words: { today: string; tomorrow: string; yesterday: string };
}

/** "tomorrow", "Mon 23 Nov", and the year only where it is another one. */
export function dayLabel(day: string, context: DateContext): string {
  const today = dayIn(context.timeZone, new Date(context.now));
  const distance = daysBetween(today, day);
  if (distance === 0) return context.words.today;
  if (distance === 1) return context.words.tomorrow;
  if (distance === -1) return context.words.yesterday;
  const parts = formatter(tags[context.language], "UTC", {
    weekday: context.language === "ur" ? "long" : "short",
    day: "numeric",
    month: context.language === "ur" ? "long" : "short",
    year: "numeric",
  }).formatToParts(noon(day));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? "";
  const date = `${part("day")} ${part("month")}`;
  // Beyond a week the weekday says little; across a year the year says a lot.
  const near = Math.abs(distance) < 7;
  const label = near ? `${part("weekday")} ${date}` : `${date} ${part("year")}`;
  const sameYear = !near && day.slice(0, 4) === today.slice(0, 4);
  return inNumerals(sameYear ? date : label, context.numerals);
}

/**
 * A part of a day by its name, "Friday 3 May 2030" or "May", in the language and digits of the
 * person. Browsers do not agree on a comma after an English weekday: there is none.
 */
export function dayName(
  day: string,
  options: Intl.DateTimeFormatOptions,
  { language, numerals }: Pick<DateContext, "language" | "numerals">,
): string {
  const name = formatter(tags[language], "UTC", options).format(noon(day)).replaceAll(",", "");
  return inNumerals(name, numerals);
}

/** The day that calendars of a language begin the week with; 0 is Sunday. Source: CLDR, GB and PK. */
export const firstWeekday: Record<Language, 0 | 1> = { en: 1, ur: 0 };

/** "17:00", the time of a moment in a zone, as forms and rules write it. */
export const timeIn = (moment: Date, timeZone: string): string =>
  formatter("en-GB", timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    moment,
  );

/** A time such as "17:00" as the person reads it. */
export const clockLabel = (time: string, { numerals }: Pick<DateContext, "numerals">): string =>
  inNumerals(time, numerals);

/** A due date: a day stays a day, a moment gets its time in the person's zone. */
export function dueLabel(dueAt: string, context: DateContext): string {
  if (isDay(dueAt)) return dayLabel(dueAt, context);
  const moment = new Date(dueAt);
  const day = dayLabel(dayIn(context.timeZone, moment), context);
  return `${day} ${clockLabel(timeIn(moment, context.timeZone), context)}`;
}

/** The date above a page: "Saturday 21 November". */
export function longDate(context: Omit<DateContext, "words">): string {
  const parts = formatter(tags[context.language], context.timeZone, {
    weekday: "long",
    day: "numeric",
    month: "long",
  }).formatToParts(new Date(context.now));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? "";
  const comma = context.language === "ur" ? "،" : "";
  const text = `${part("weekday")}${comma} ${part("day")} ${part("month")}`;
  return inNumerals(text, context.numerals);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A count with the separators of its digits: 1,234 or ۱٬۲۳۴. */
export function formatNumber(
  value: number,
  { language, numerals }: Pick<DateContext, "language" | "numerals">,
): string {
  const tag = `${tags[language]}-u-nu-${numerals === "urdu" ? "arabext" : "latn"}`;
  let format = numberFormats.get(tag);
  if (!format) {
    format = new Intl.NumberFormat(tag);
    numberFormats.set(tag, format);
  }
  return format.format(value);
}
