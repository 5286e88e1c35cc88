import type { Clock, Day, When } from "./when";
import type { Part } from "./words.times";

/** What a date is resolved against. */
export interface Clockwork {
  now: Temporal.ZonedDateTime;
  /** Whether the sentence speaks of the past: it decides what کل and پرسوں mean. */
  past?: boolean;
}

/** A due date as the tools take it: a day, or a moment with the zone's offset. */
export function resolveDue(when: When, { now, past = false }: Clockwork): string | null {
  if (when.exact) return resolveExact(when.exact, now);
  const moved = when.day?.kind === "move" && /hour|minute/.test(when.day.unit) ? when.day : null;
  if (moved) return formatMoment(now.add({ [`${moved.unit}s`]: moved.amount }).round("minute"));

  const first = when.repeat ? firstOccurrence(when.repeat.rule, now.toPlainDate()) : null;
  const said = when.day ? resolveDay(when.day, now.toPlainDate(), past).from : first;
  const time = resolveTime(when, said === null || said.equals(now.toPlainDate()) ? now : null);
  if (!time) return said?.toString() ?? null;
  const day = said ?? now.toPlainDate();
  const moment = day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: time });
  const gone = Temporal.ZonedDateTime.compare(moment, now) <= 0;
  // A time that is over today, with no day said, is tomorrow's.
  if (gone && !when.day) return formatMoment(nextDay(moment, when));
  return formatMoment(moment);
}

/** The days an utterance names, for a filter; `null` where it names none. */
export function resolveRange(
  when: When,
  { now, past = false }: Clockwork,
): { from: string; to: string } | null {
  if (!when.day) return null;
  const { from, to } = resolveDay(when.day, now.toPlainDate(), past, true);
  return { from: from.toString(), to: to.toString() };
}

function nextDay(moment: Temporal.ZonedDateTime, when: When): Temporal.ZonedDateTime {
  if (!when.repeat) return moment.add({ days: 1 });
  const next = firstOccurrence(when.repeat.rule, moment.toPlainDate().add({ days: 1 }));
  return (next ?? moment.toPlainDate().add({ days: 1 })).toZonedDateTime({
    timeZone: moment.timeZoneId,
    plainTime: moment.toPlainTime(),
  });
}

type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate };

function resolveDay(day: Day, today: Temporal.PlainDate, past: boolean, filter = false): Days {
  const one = (date: Temporal.PlainDate): Days => ({ from: date, to: date });
  switch (day.kind) {
    case "offset":
      return one(today.add({ days: day.either && past ? -day.days : day.days }));
    case "weekday":
      return one(resolveWeekday(day.weekday, day.week, today, past, filter));
    case "date":
      return one(filter ? nearestDate(day, today) : resolveDate(day, today, past));
    case "monthday":
      return one(resolveMonthday(day.day, day.month, today));
    case "nthday":
      return one(resolveNthday(day.nth, day.weekday, day.month, today));
    case "weekend": {
      const saturday = monday(today).add({ days: 5 + 7 * day.shift });
      return { from: saturday, to: saturday.add({ days: 1 }) };
    }
    case "move": {
      const end = one(today.add({ [`${day.unit}s`]: day.amount }));
      return filter && day.within ? { ...end, from: today } : end;
    }
    case "span":
      return resolveSpan(day, today, filter);
  }
}

function resolveWeekday(
  weekday: number,
  week: number | null,
  today: Temporal.PlainDate,
  past: boolean,
  filter: boolean,
): Temporal.PlainDate {
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  if (week === -1 || (past && week === null)) {
    return today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 || 7 });
  }
  if (week === 1) return monday(today).add({ days: 7 + weekday - 1 });
  // Said on a Saturday, "Saturday" is a week away when planning, and today when asking what there is.
  return today.add({ days: ahead === 0 && !filter ? 7 : ahead });
}

function resolveDate(
  { day, month, year }: { day: number; month: number; year: number | null },
  today: Temporal.PlainDate,
  past: boolean,
): Temporal.PlainDate {
  const inYear = (y: number) => Temporal.PlainDate.from({ year: y, month, day });
  if (year !== null) return inYear(year);
  const here = inYear(today.year);
  const order = Temporal.PlainDate.compare(here, today);
  if (past) return order > 0 ? inYear(today.year - 1) : here;
  return order < 0 ? inYear(today.year + 1) : here;
}

/** A list may look back: on 21 November "20 Nov" was yesterday. */
function nearestDate(
  said: { day: number; month: number; year: number | null },
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const ahead = resolveDate(said, today, false);
  const before = resolveDate(said, today, true);
  return today.until(ahead).days > before.until(today).days ? before : ahead;
}

function resolveMonthday(day: number, shift: number | null, today: Temporal.PlainDate) {
  const inMonth = (months: number) => {
    const first = today.with({ day: 1 }).add({ months });
    return first.with({ day: Math.min(day, first.daysInMonth) });
  };
  if (shift !== null) return inMonth(shift);
  return Temporal.PlainDate.compare(inMonth(0), today) < 0 ? inMonth(1) : inMonth(0);
}

/** The first Monday of a month, or its last Friday; where none is named, the one to come. */
function resolveNthday(
  nth: number,
  weekday: number,
  shift: number | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const first = today.with({ day: 1 }).add({ months: shift ?? 0 });
  const start = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  const last = start.add({ weeks: start.day + 28 > first.daysInMonth ? 3 : 4 });
  const day = nth < 0 ? last : start.add({ weeks: nth - 1 });
  const gone = shift === null && Temporal.PlainDate.compare(day, today) < 0;
  return gone ? resolveNthday(nth, weekday, 1, today) : day;
}

function resolveSpan(
  {
    unit,
    shift,
    edge,
  }: { unit: "week" | "month" | "year"; shift: number; edge: "start" | "end" | null },
  today: Temporal.PlainDate,
  filter: boolean,
): Days {
  const start =
    unit === "week"
      ? monday(today).add({ weeks: shift })
      : unit === "month"
        ? today.with({ day: 1 }).add({ months: shift })
        : today.with({ day: 1, month: 1 }).add({ years: shift });
  const end = start.add({ [`${unit}s`]: 1 }).subtract({ days: 1 });
  if (filter && !edge) return { from: start, to: end };
  if (edge === "end") return { from: end, to: end };
  // "This week" as a due date is by its end; "next week" is when it begins.
  const due = shift === 0 && edge === null ? end : start;
  return { from: due, to: due };
}

function monday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** The time of day meant; `today` is given when the day is today, so that "5" is the one to come. */
function resolveTime(when: When, today: Temporal.ZonedDateTime | null): Temporal.PlainTime | null {
  if (when.clock) return clockTime(when.clock, when.part, today);
  return when.part ? Temporal.PlainTime.from({ hour: when.part.hour }) : null;
}

function clockTime(
  { hour, minute, half }: Clock,
  part: Part | undefined,
  today: Temporal.ZonedDateTime | null,
): Temporal.PlainTime {
  const at = (h: number) => Temporal.PlainTime.from({ hour: h, minute });
  const meant = half ?? (part && hour <= 12 ? part.half : null);
  if (meant === "am") return at(hour === 12 ? 0 : hour);
  if (meant === "pm") {
    // دوپہر گیارہ بجے is before noon, although دوپہر is after it.
    if (part?.hour === 12 && (hour === 11 || hour === 10)) return at(hour);
    return at(hour < 12 ? hour + 12 : hour);
  }
  // رات بارہ بجے ends the day that was said: one minute earlier keeps it on that day.
  if (meant === "night" && hour === 12) return Temporal.PlainTime.from("23:59");
  if (meant === "night") return at(hour >= 7 && hour < 12 ? hour + 12 : hour);
  if (hour > 12 || hour === 0) return at(hour);
  const usual = hour < 7 || hour === 12 ? (hour % 12) + 12 : hour;
  const later = hour < 12 ? hour + 12 : 12;
  const passed = (h: number) =>
    today !== null && Temporal.PlainTime.compare(at(h), today.toPlainTime()) <= 0;
  return at(passed(usual) && !passed(later) ? later : usual);
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The first day, from `today` on, that a rule falls on. */
function firstOccurrence(rule: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const [, nth, code = ""] = /BYDAY=(-?\d)([A-Z]{2})/.exec(rule) ?? [];
  if (nth) return resolveNthday(Number(nth), CODES.indexOf(code) + 1, null, today);
  const days = /BYDAY=([A-Z,]+)/.exec(rule)?.[1]?.split(",");
  if (days) {
    for (let ahead = 0; ahead < 7; ahead++) {
      const day = today.add({ days: ahead });
      if (days.includes(CODES[day.dayOfWeek - 1] ?? "")) return day;
    }
  }
  const monthday = /BYMONTHDAY=(\d+)/.exec(rule)?.[1];
  return monthday ? resolveMonthday(Number(monthday), null, today) : today;
}

function resolveExact(text: string, now: Temporal.ZonedDateTime): string | null {
  try {
    const moment = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
      ? Temporal.Instant.from(text).toZonedDateTimeISO(now.timeZoneId)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(now.timeZoneId);
    return formatMoment(moment);
  } catch {
    return null;
  }
}

function formatMoment(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ timeZoneName: "never", smallestUnit: "second" });
}
