// Date formatting in a user's time zone; server and browser must produce the same text.
import type { Language } from "./language";
import { inNumerals, type Numerals } from "./numerals";

const tags: Record<Language, string> = { en: "en-GB", ur: "ur-PK" };

/** Formatters are slow to create and needed for every row. */
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

/** The calendar day of an instant in a time zone, as "2026-11-22". */
export function dayIn(timeZone: string, instant: Date): string {
  return formatter("en-CA", timeZone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(
    instant,
  );
}

/** The hour of an instant in a time zone, 0 to 23. */
export const hourIn = (timeZone: string, instant: Date): number =>
  Number(formatter("en-GB", timeZone, { hour: "2-digit", hourCycle: "h23" }).format(instant));

const DAY = 86_400_000;
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Calendar days between two days; positive when `to` is later. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / DAY);

/** Whether a date is a day without a time. */
export const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** What formatting a date depends on. */
export interface DateContext {
  language: Language;
  numerals: Numerals;
  timeZone: string;
  /** Hours of the clock as the person has chosen them; 24 by default. */
  clock?: 12 | 24;
  /** ISO weekday that weeks begin with, 1 is Monday, as the person has chosen it. */
  firstWeekday?: number;
  /** Minutes after midnight that parts of the day mean, as the person has chosen them. */
  parts?: Record<string, number>;
  /** ISO instant of the page load, so that server and browser render the same text. */
  now: string;
  words: { today: string; tomorrow: string; yesterday: string };
}

/** A day relative to today: "tomorrow", "Mon 23 Nov", "24 Dec", or with the year if it differs. */
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
  // The weekday helps only within a week, the year only in another year.
  const near = Math.abs(distance) < 7;
  const label = near ? `${part("weekday")} ${date}` : `${date} ${part("year")}`;
  const sameYear = !near && day.slice(0, 4) === today.slice(0, 4);
  return inNumerals(sameYear ? date : label, context.numerals);
}

/**
 * Formats a day by `Intl` options, such as "Friday 3 May 2030" or "May". Commas are removed, because
 * browsers differ on the one after an English weekday.
 */
export function dayName(
  day: string,
  options: Intl.DateTimeFormatOptions,
  { language, numerals }: Pick<DateContext, "language" | "numerals">,
): string {
  const name = formatter(tags[language], "UTC", options).format(noon(day)).replaceAll(",", "");
  return inNumerals(name, numerals);
}

/** First day of the week in calendars by language; 0 is Sunday. Source: CLDR, GB and PK. */
const sundayOrMonday: Record<Language, 0 | 1> = { en: 1, ur: 0 };

/** The first day of the week in a calendar, 0 is Sunday. */
export const weekStart = ({
  firstWeekday,
  language,
}: Pick<DateContext, "firstWeekday" | "language">): WeekStart =>
  firstWeekday ? ((firstWeekday % 7) as WeekStart) : sundayOrMonday[language];
type WeekStart = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The time of an instant in a time zone, as "17:00". */
export const timeIn = (instant: Date, timeZone: string): string =>
  formatter("en-GB", timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    instant,
  );

/** A time such as "17:00" or "5:00 pm" in the user's digits. */
export function clockLabel(
  time: string,
  { numerals, language, clock }: Pick<DateContext, "numerals" | "language" | "clock">,
): string {
  if (clock !== 12) return inNumerals(time, numerals);
  const hour = Number(time.slice(0, 2));
  const text = inNumerals(`${hour % 12 || 12}${time.slice(2)}`, numerals);
  return language === "ur" ? `${partOf(hour)} ${text}` : `${text} ${hour < 12 ? "am" : "pm"}`;
}

/** In Urdu the part of the day stands before the hour. */
function partOf(hour: number): string {
  if (hour < 4) return "رات";
  if (hour < 12) return "صبح";
  if (hour < 16) return "دوپہر";
  return hour < 20 ? "شام" : "رات";
}

/** A due date: a day, or an instant with its time in the user's time zone. */
export function dueLabel(dueAt: string, context: DateContext): string {
  if (isDay(dueAt)) return dayLabel(dueAt, context);
  const instant = new Date(dueAt);
  const day = dayLabel(dayIn(context.timeZone, instant), context);
  return `${day} ${clockLabel(timeIn(instant, context.timeZone), context)}`;
}

/**
 * When something is due and until when it lasts: "tomorrow 17:00–18:00". The end stands only beside a
 * time on the same day.
 */
export function spanLabel(dueAt: string, minutes: number | null, context: DateContext): string {
  const start = dueLabel(dueAt, context);
  if (minutes === null || isDay(dueAt)) return start;
  const { timeZone } = context;
  const [from, to] = [new Date(dueAt), new Date(Date.parse(dueAt) + minutes * 60_000)];
  if (dayIn(timeZone, from) !== dayIn(timeZone, to)) return start;
  return `${start}–${clockLabel(timeIn(to, timeZone), context)}`;
}

/** Today as a heading: "Saturday 21 November". */
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

/** A number with group separators: 1,234 or ۱٬۲۳۴. */
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
