import { startOfDay } from "#app/tasks/task/due-date";
import type { RecurrenceFrom } from "#app/tasks/task/task";
import { taskTimes } from "#app/tasks/times/task-times";
import { readLine } from "#app/when/read-line";
import type { ReadContext } from "./imported-task";

/** When a task is due, from what another program writes. */
interface ReadTimes {
  due: string | null;
  minutes?: number | null;
  rule?: string | null;
  ruleFrom?: RecurrenceFrom;
  /** The words, where they may mean another day tomorrow. */
  dated?: string;
}

const TIME = String.raw`(?:[T ,]+(?:at )?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?)?`;
const OFFSET = String.raw`\s*(Z|UTC|[+-]\d\d:?\d\d)?`;
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}${OFFSET}$`,
  "i",
);
const BASIC = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?()(Z)?)?$/i;
const YEAR_LAST = new RegExp(
  String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)${TIME}${OFFSET}$`,
  "i",
);
const WORD = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const DAY_MONTH = new RegExp(
  String.raw`^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]${WORD},?[ -](\d{4})${TIME}${OFFSET}$`,
  "i",
);
const MONTH_DAY = new RegExp(
  String.raw`^(?:[a-z]{3,9},? )?${WORD} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TIME}${OFFSET}$`,
  "i",
);
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Longest text that may be a date. */
const LENGTH_MAX = 100;

/**
 * Reads a date in any notation of numbers, and with the English name of a month.
 *
 * @param zone of a time without one
 * @param dayFirst which comes first in 3/4/2026; null where that is not known
 * @returns a day, or a moment in UTC; null for what is no date
 */
export function readDate(
  raw: string,
  zone: string,
  dayFirst: boolean | null = null,
): string | null {
  const text = raw.trim();
  if (text.length === 0 || text.length > LENGTH_MAX) return null;
  const first = YEAR_FIRST.exec(text) ?? BASIC.exec(text);
  if (first) return build(first.slice(1), zone);
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [, one = "", two = "", year = "", ...time] = last;
    const isDay = Number(one) > 12 || (Number(two) <= 12 && (dayFirst ?? true));
    const whole = year.length === 2 ? `20${year}` : year;
    return build([whole, ...(isDay ? [two, one] : [one, two]), ...time], zone);
  }
  const [day, word, year, ...time] = DAY_MONTH.exec(text)?.slice(1) ?? [];
  if (day && word && year) return build([year, monthOf(word), day, ...time], zone);
  const [name, date, inYear, ...clock] = MONTH_DAY.exec(text)?.slice(1) ?? [];
  if (name && date && inYear) return build([inYear, monthOf(name), date, ...clock], zone);
  return null;
}

const monthOf = (word: string): string =>
  String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);

function build(parts: (string | undefined)[], zone: string): string | null {
  const [year, month, day, hour, minute, second, half, offset] = parts;
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    const date = Temporal.PlainDate.from(fields, { overflow: "reject" });
    if (date.year < 1970 || date.year > 9_990) return null;
    if (hour === undefined) return date.toString();
    let hours = Number(hour);
    if (half) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
    const clock = { hour: hours, minute: Number(minute), second: Number(second ?? 0) };
    const time = Temporal.PlainTime.from(clock, { overflow: "reject" });
    const instant = offset
      ? Temporal.Instant.from(`${date.toString()}T${time.toString()}${offsetOf(offset)}`)
      : date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
    return momentOf(instant.epochMilliseconds);
  } catch {
    return null;
  }
}

const offsetOf = (text: string): string =>
  /^(z|utc)$/i.test(text) ? "Z" : text.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2");

/** A moment as a task has it. */
const momentOf = (epochMs: number): string => new Date(epochMs).toISOString().replace(".000Z", "Z");

/** The day that a clock shows at a moment. */
export const dayOf = (moment: string, zone: string): string =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();

/** A moment; the day itself where it is midnight in the zone, as programs write days that know none. */
export function dayAtMidnight(moment: string | null, zone: string): string | null {
  if (!moment?.includes("T")) return moment;
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
  return local.hour === 0 && local.minute === 0 && local.second === 0
    ? local.toPlainDate().toString()
    : moment;
}

/** A moment for a day or a moment: that of completion, say, of which only the day is known. */
export function asMoment(date: string | null, zone: string): string | null {
  if (!date) return null;
  return date.includes("T") ? date : momentOf(startOfDay(date, zone).getTime());
}

/** Dates in words that are read of one file; reading takes time. */
const WORDS_MAX = 2_000;

/** Reads a date in words, such as "every 3rd friday"; null where they say more than a date, or none. */
function readWords(raw: string, context: ReadContext): ReadTimes | null {
  const text = raw.trim();
  if (text.length === 0 || text.length > LENGTH_MAX) return null;
  const known = context.words.get(text);
  if (known !== undefined) return known as ReadTimes | null;
  if (context.words.size >= WORDS_MAX) return null;
  const times = readAnew(text, context);
  context.words.set(text, times);
  return times;
}

function readAnew(text: string, { now, timeZone }: ReadContext): ReadTimes | null {
  // "every! 3 days" counts from when it was done last.
  const fromCompletion = /^(every|ev)!/i.test(text);
  const words = text.replace(/^ev\b/i, "every").replace(/^every!/i, "every");
  // A title goes before, for a line of nothing but a time is one.
  const { title, value } = readLine(`x ${words}`, { now, timeZone, locale: "en" });
  if (title !== "x" || !value) return null;
  const [first, ...others] = taskTimes(value);
  if (others.length > 0 || (first.dueAt === null && first.recurrence === null)) return null;
  return {
    due: first.dueAt ?? null,
    minutes: first.durationMinutes,
    rule: first.recurrence,
    ruleFrom: fromCompletion ? "completion" : first.recurrenceFrom,
    dated: text,
  };
}

/** Reads a date in numbers or in words. */
export function readTimes(
  text: string,
  context: ReadContext,
  zone = context.timeZone,
): ReadTimes | null {
  const due = readDate(text, zone, context.dayFirst ?? null);
  return due ? { due } : readWords(text, { ...context, timeZone: zone });
}
