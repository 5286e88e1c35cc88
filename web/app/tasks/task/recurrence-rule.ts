/** The weekdays of RFC 5545 in the order of `Temporal`: Monday is the first. */
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;

/** Longest rule, in characters. */
const RULE_MAX = 300;
const INTERVAL_MAX = 999;
const COUNT_MAX = 9_999;

/** A weekday of a rule; `nth` counts it within the month or year, from its end when negative. */
interface RuleDay {
  /** 1 is Monday. */
  weekday: number;
  nth?: number;
}

/** An RRULE (RFC 5545, 3.3.10) of whole days. A list that is absent does not restrict. */
export interface RecurrenceRule {
  frequency: (typeof FREQUENCIES)[number];
  interval: number;
  count?: number;
  /** `2026-11-22`, or a moment as `2026-11-22T17:00:00` with `Z` where it is in UTC. */
  until?: string;
  days?: RuleDay[];
  monthDays?: number[];
  months?: number[];
  positions?: number[];
  /** The first day of a week; 1 is Monday. */
  weekStart: number;
}

/** Why a text is no rule that Karlo keeps. */
export interface RuleFault {
  /** The expected input, in the notation of RFC 5545. */
  expected: string;
}

/** The most days that a period has. */
const LONGEST = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

type Draft = Partial<RecurrenceRule>;

/** One part of the grammar: what it takes, and how it is read; null when it does not fit. */
interface Part {
  expected: string;
  read(value: string): Draft | null;
}

/** Parts that would say again, or otherwise, what the due date says. */
const TIMES = new Set(["BYHOUR", "BYMINUTE", "BYSECOND"]);

const GENERAL = "an RFC 5545 RRULE such as FREQ=WEEKLY;BYDAY=MO, or null";

const parts: Record<string, Part> = {
  FREQ: {
    expected: `FREQ=${FREQUENCIES.join("|")} and not within a day`,
    read: (value) => {
      const frequency = FREQUENCIES.find((name) => name === value);
      return frequency ? { frequency } : null;
    },
  },
  INTERVAL: {
    expected: `INTERVAL=1 to ${INTERVAL_MAX}`,
    read: (value) => wrap("interval", readNumber(value, INTERVAL_MAX)),
  },
  COUNT: {
    expected: `COUNT=1 to ${COUNT_MAX}`,
    read: (value) => wrap("count", readNumber(value, COUNT_MAX)),
  },
  UNTIL: {
    expected: "UNTIL=a date such as 20261231, or a moment such as 20261231T235959Z",
    read: (value) => wrap("until", readUntil(value)),
  },
  BYDAY: {
    expected: "BYDAY=weekdays such as MO,TH or 1MO,-1FR, each once",
    read: (value) => wrap("days", readList(value, 7 * 12, readDay)),
  },
  BYMONTHDAY: {
    expected: "BYMONTHDAY=1 to 31 or -31 to -1, each once",
    read: (value) => wrap("monthDays", readList(value, 62, signed(31))),
  },
  BYMONTH: {
    expected: "BYMONTH=1 to 12, each once",
    read: (value) =>
      wrap(
        "months",
        readList(value, 12, (text) => readNumber(text, 12)),
      ),
  },
  BYSETPOS: {
    expected: "BYSETPOS=1 to 366 or -366 to -1, each once",
    read: (value) => wrap("positions", readList(value, 62, signed(366))),
  },
  WKST: {
    expected: `WKST=${WEEKDAYS.join("|")}`,
    read: (value) => wrap("weekStart", readWeekday(value)),
  },
};

/**
 * Reads an RRULE by its grammar. Rules have the parts above, each once, within their ranges; a part
 * that depends on another must have it.
 *
 * @param text in upper case, without `RRULE:`
 */
export function parseRule(text: string): RecurrenceRule | RuleFault {
  if (text.length > RULE_MAX) return { expected: `an RRULE of at most ${RULE_MAX} characters` };
  const draft: Draft = {};
  const seen = new Set<string>();
  for (const piece of text.split(";")) {
    const [name = "", value, ...rest] = piece.split("=");
    if (value === undefined || rest.length > 0) return { expected: GENERAL };
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (TIMES.has(name))
      return { expected: `an RRULE without ${name}: the time of day is that of due_at` };
    if (!part)
      return { expected: `an RRULE of ${Object.keys(parts).join(", ")} and no other part` };
    if (seen.has(name)) return { expected: `an RRULE with ${name} once` };
    seen.add(name);
    const read = part.read(value);
    if (!read) return { expected: `an RRULE with ${part.expected}` };
    Object.assign(draft, read);
  }
  const { frequency, interval = 1, weekStart = 1 } = draft;
  if (!frequency) return { expected: `an RRULE with ${parts.FREQ?.expected}` };
  const rule: RecurrenceRule = { ...draft, frequency, interval, weekStart };
  const expected = misfit(rule);
  return expected ? { expected } : rule;
}

/** True for the fault of a text that is no rule. */
export const isRuleFault = (parsed: RecurrenceRule | RuleFault): parsed is RuleFault =>
  "expected" in parsed;

/** What two parts of a rule demand of each other (RFC 5545, 3.3.10), where they do not have it. */
function misfit(rule: RecurrenceRule): string | null {
  const { frequency, count, until, days = [], monthDays, months, positions } = rule;
  if (count !== undefined && until !== undefined) return "an RRULE with COUNT or UNTIL, not both";
  if (monthDays && frequency === "WEEKLY") return "an RRULE with no BYMONTHDAY in FREQ=WEEKLY";
  if (positions && !rule.days && !monthDays && !months)
    return "an RRULE with BYSETPOS only beside BYDAY, BYMONTHDAY or BYMONTH";
  const largest = Math.max(0, ...(positions ?? []).map(Math.abs));
  if (largest > LONGEST[frequency])
    return `an RRULE with BYSETPOS=-${LONGEST[frequency]} to ${LONGEST[frequency]} in FREQ=${frequency}`;
  const furthest = Math.max(0, ...days.map(({ nth = 0 }) => Math.abs(nth)));
  if (furthest > 0 && frequency !== "MONTHLY" && frequency !== "YEARLY")
    return "an RRULE with weekdays such as 1MO only in FREQ=MONTHLY or FREQ=YEARLY";
  if (furthest > 0 && monthDays) return "an RRULE with weekdays such as 1MO not beside BYMONTHDAY";
  if (furthest > 5 && (frequency === "MONTHLY" || months))
    return "an RRULE with BYDAY=-5 to 5 of a weekday in a month";
  return null;
}

function wrap<Key extends keyof RecurrenceRule>(
  key: Key,
  value: RecurrenceRule[Key] | null,
): Draft | null {
  return value === null ? null : ({ [key]: value } as Draft);
}

function readNumber(text: string, max: number): number | null {
  if (!/^\d{1,4}$/.test(text)) return null;
  const number = Number(text);
  return number >= 1 && number <= max ? number : null;
}

const signed = (max: number) => (text: string) => {
  const [, sign, digits = ""] = /^([+-]?)(\d+)$/.exec(text) ?? [];
  const number = readNumber(digits, max);
  return number === null ? null : sign === "-" ? -number : number;
};

/** A list of at most `max` different items. */
function readList<Item>(text: string, max: number, read: (item: string) => Item | null) {
  const items = text.split(",");
  if (items.length > max) return null;
  const list = items.map(read).filter((item) => item !== null);
  const different = new Set(list.map((item) => JSON.stringify(item))).size;
  return list.length === items.length && different === items.length ? list : null;
}

function readWeekday(text: string): number | null {
  const index = (WEEKDAYS as readonly string[]).indexOf(text);
  return index < 0 ? null : index + 1;
}

function readDay(text: string): RuleDay | null {
  const weekday = readWeekday(text.slice(-2));
  const order = text.slice(0, -2);
  if (weekday === null) return null;
  if (order === "") return { weekday };
  const nth = signed(53)(order);
  return nth === null ? null : { weekday, nth };
}

function readUntil(text: string): string | null {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  const until = hour === undefined ? date : `${date}T${hour}:${minute}:${second}`;
  try {
    // Throws for a day or a time that does not exist.
    if (hour === undefined) Temporal.PlainDate.from(date, { overflow: "reject" });
    else Temporal.PlainDateTime.from(until, { overflow: "reject" });
  } catch {
    return null;
  }
  return utc ? `${until}Z` : until;
}
