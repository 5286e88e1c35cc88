import type { QuickAdd, QuickKind } from "./quick-add";
import {
  addDays,
  addMonths,
  dayOfMonth,
  lastDay,
  monthDay,
  nextDayOfMonth,
  nextMonday,
  nextWeekday,
} from "./quick-add-days";
import {
  amount,
  any,
  BETWEEN,
  dayOf,
  fraction,
  hour,
  list,
  MONTHS,
  meaning,
  month,
  monthly,
  NUMBERS,
  ordinal,
  PARTS,
  part,
  UNITS,
  unit,
  WEEKDAYS_AFTER_SIGN,
} from "./quick-add-words";

/** A line on its way to being understood. */
export interface Reading extends QuickAdd {
  /** The text that is left, as long as the first one: what was read is blank. */
  rest: string;
  today: string;
  /** The part of the day that stands beside the date. */
  part?: string;
  /** The hour that "tomorrow morning" means when no other is named. */
  hint: string;
}

type Words = (string | undefined)[];
/** Words that say something, and what they say. */
export interface Rule {
  kind: QuickKind;
  pattern: RegExp;
  /** Takes what was found; false when it means nothing. */
  read(into: Reading, words: Words): boolean;
}

const EDGE = "(?<![\\p{L}\\p{N}#!])";
const rule = (kind: QuickKind, pattern: string, read: Rule["read"]): Rule => ({
  kind,
  pattern: new RegExp(`${EDGE}${pattern}(?![\\p{L}\\p{N}])`, "u"),
  read,
});

const number = (text: string | undefined): number =>
  Number(/^\d/.test(text ?? "") ? text : meaning(NUMBERS, text));

const ordinalNumber = (text: string | undefined): number =>
  number(text?.replace(/(?<=\d)(st|nd|rd|th)$/, ""));

/** Weekdays by name as a weekly rule, when there are at least so many. */
const setDays = (into: Reading, said: string | undefined, least: number): boolean => {
  const codes = (said ?? "")
    .split(BETWEEN)
    .map((day) => meaning(WEEKDAYS_AFTER_SIGN, day))
    .filter((code, index, all) => code && all.indexOf(code) === index);
  if (codes.length < least) return false;
  into.recurrence = `FREQ=WEEKLY;BYDAY=${codes.join()}`;
  return true;
};

const setDate = (into: Reading, date: string | null, dayPart?: string): boolean => {
  if (!date) return false;
  into.date = date;
  into.part = dayPart;
  into.hint = meaning(PARTS, dayPart) ?? "";
  return true;
};

const setTime = (into: Reading, hours: number, minutes: number): boolean => {
  if (!(hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60)) return false;
  into.time = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
  return true;
};

/** An hour as people say it: with its half of the day, or the likelier one. */
const asSaid = (value: number, half: string | undefined): number => {
  if (!(value >= 1 && value <= 12)) return half ? Number.NaN : value;
  if (half === "am") return value % 12;
  if (half === "pm") return (value % 12) + 12;
  return value < 7 ? value + 12 : value;
};

const hourInPart = (value: number, dayPart: string | undefined): number => {
  const named = meaning(PARTS, dayPart);
  if (!named) return asSaid(value, undefined);
  if (named === "09:00") return asSaid(value, "am");
  // Twelve at night and the small hours are of the next morning, but said of the night.
  if (named === "20:00" && (value === 12 || value < 5)) return value % 12;
  if (named === "13:00" && (value === 11 || value === 12)) return value;
  return asSaid(value, "pm");
};

const every = "(?:every|each|har|ہر) ";
const after = "(?: (?:ko|کو))?";
const dayPart = `(?: (?:in the |ki |کی )?(${part}))?`;
const lead = "(?:(?:by|on|due|before|until|till) )*";
const at = "(?:(?:at|by|before|until|till) |@ ?)?";
const next = "(?:next|agl[ei]|اگل[ےی])";
const days = list(any.weekdayAfterSign);
const soon = (words: string, days: number): Rule =>
  rule("date", `${lead}(?:${words})${dayPart}${after}`, (into, [, said]) =>
    setDate(into, addDays(into.today, days), said),
  );

/** What the line may say, in the order it is looked for. */
export const RULES: Rule[] = [
  rule("recurrence", `${every}(?:weekday|workday)s?`, (into) => {
    into.recurrence = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    return true;
  }),
  rule("recurrence", `${every}(${days})${after}`, (into, [, said]) => setDays(into, said, 1)),
  // Several days in a row need no "every".
  rule("recurrence", `(${days})${after}`, (into, [, said]) => setDays(into, said, 2)),
  rule(
    "recurrence",
    `(?:on )?(?:the )?(?:(${ordinal}) of ${every}month|${every}${monthly} (?:on the |ki |کی )(${ordinal})(?: ${dayOf})?)${after}`,
    (into, [, day, other]) => {
      into.recurrence = "FREQ=MONTHLY";
      return setDate(into, nextDayOfMonth(into.today, ordinalNumber(day ?? other)));
    },
  ),
  rule("recurrence", `${every}(?:(other|${amount}) )?(${unit}|roz|روز)`, (into, words) => {
    const [, count, name = ""] = words;
    const step = count === "other" ? 2 : count ? number(count) : 1;
    if (!(step >= 1)) return false;
    const every = /^(roz|روز)$/.test(name) ? "DAILY" : meaning(UNITS, name);
    into.recurrence = `FREQ=${every}${step > 1 ? `;INTERVAL=${step}` : ""}`;
    return true;
  }),
  rule(
    "recurrence",
    "(daily|rozana|roz|روزانہ|روز|weekly|monthly|mahana|ماہانہ|yearly|سالانہ)",
    (into, [, word]) => {
      const plain = { weekly: "WEEKLY", yearly: "YEARLY", سالانہ: "YEARLY" }[word ?? ""];
      into.recurrence = `FREQ=${plain ?? (/^(d|r|ر)/.test(word ?? "") ? "DAILY" : "MONTHLY")}`;
      return true;
    },
  ),
  rule("date", `${lead}(\\d{4}-\\d{2}-\\d{2})`, (into, [, day = ""]) =>
    setDate(into, dayOfMonth(day)),
  ),
  soon("day after tomorrow|(?:par|per)so+n?|پرسوں", 2),
  soon("tomorrow|tmrw|tmr|kal|کل", 1),
  rule(
    "date",
    `${lead}(?:the )?(?:end of (?:the |this )?(day|week|month|year)|eo([dwmy]))`,
    (into, [, name, letter]) =>
      setDate(into, lastDay(into.today, (name ?? letter ?? "").charAt(0))),
  ),
  rule("date", "(?:this|on the|the) weekend", (into) =>
    setDate(
      into,
      nextWeekday(addDays(into.today, -1), "SU") === into.today
        ? into.today
        : nextWeekday(addDays(into.today, -1), "SA"),
    ),
  ),
  rule(
    "date",
    "(?:(?:by|on|due|before) (\\d{1,2})/(\\d{1,2})|(\\d{1,2})/(\\d{1,2})/(\\d{4}))",
    (into, w) => {
      const [one, two] = [Number(w[1] ?? w[3]), Number(w[2] ?? w[4])];
      // The day comes first, unless it cannot.
      return setDate(
        into,
        two > 12 ? monthDay(into.today, one, two, w[5]) : monthDay(into.today, two, one, w[5]),
      );
    },
  ),
  rule(
    "date",
    `(?:(${next}) ${monthly} (?:ki|کی) )?(${ordinal}) ${dayOf}(?: (?:ko|tak|کو|تک))?`,
    (into, [, later, day]) => {
      const from = later ? `${addMonths(into.today, 1).slice(0, 8)}01` : into.today;
      return setDate(into, nextDayOfMonth(from, ordinalNumber(day)));
    },
  ),
  rule("date", "tonight", (into) => setDate(into, into.today, "night")),
  soon("today|aaj|آج", 0),
  rule("date", `this (morning|afternoon|evening)`, (into, [, said]) =>
    setDate(into, into.today, said),
  ),
  rule(
    "date",
    `(?:in (${amount}) (${unit})|(${amount}) (${unit}) (?:baad|بعد|mein|میں))`,
    (into, w) => {
      const count = number(w[1] ?? w[3]);
      const name = meaning(UNITS, w[2] ?? w[4]);
      if (!(count >= 0)) return false;
      if (name === "DAILY" || name === "WEEKLY") {
        return setDate(into, addDays(into.today, name === "DAILY" ? count : count * 7));
      }
      return setDate(into, addMonths(into.today, name === "YEARLY" ? count * 12 : count));
    },
  ),
  rule("date", `${lead}(?:${next} )(${unit})`, (into, [, name]) => {
    const of = meaning(UNITS, name);
    if (of === "DAILY") return setDate(into, addDays(into.today, 1));
    if (of === "WEEKLY") return setDate(into, nextMonday(into.today));
    return setDate(into, addMonths(into.today, of === "YEARLY" ? 12 : 1));
  }),
  rule(
    "date",
    `(?:${lead}(${next}) |(?:by|on|due|before|until|till|this|is|اس) )(${any.weekdayAfterSign})${dayPart}${after}`,
    (into, [, later, day, said]) => {
      const from = later ? addDays(nextMonday(into.today), -1) : into.today;
      return setDate(into, nextWeekday(from, meaning(WEEKDAYS_AFTER_SIGN, day)), said);
    },
  ),
  rule("date", `(${any.weekday})${dayPart}${after}`, (into, [, day, said]) =>
    setDate(into, nextWeekday(into.today, meaning(WEEKDAYS_AFTER_SIGN, day)), said),
  ),
  rule(
    "date",
    `${lead}(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})(?:,? (\\d{4}))?${after}`,
    (into, [, day, name, year]) =>
      setDate(into, monthDay(into.today, Number(meaning(MONTHS, name)), Number(day), year)),
  ),
  rule(
    "date",
    `${lead}(${month}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`,
    (into, [, name, day, year]) =>
      setDate(into, monthDay(into.today, Number(meaning(MONTHS, name)), Number(day), year)),
  ),
  rule(
    "time",
    "(?:at |from )?(\\d{1,2})(?::(\\d{2}))?(?: ?[-–] ?| to )(\\d{1,2})(?::\\d{2})? ?([ap])\\.?m\\.?",
    (into, [, from, minutes = "0", to, half]) => {
      const end = asSaid(Number(to), `${half}m`);
      const begin = asSaid(Number(from), `${half}m`);
      return setTime(into, begin > end ? begin - 12 : begin, Number(minutes));
    },
  ),
  rule("time", `${at}(\\d{1,2})[:.](\\d{2})(?: ?([ap])\\.?m\\.?)?`, (into, w) => {
    const hours = w[3] ? asSaid(Number(w[1]), `${w[3]}m`) : Number(w[1]);
    return setTime(into, hours, Number(w[2]));
  }),
  rule("time", `${at}(\\d{1,2}) ?([ap])\\.?m\\.?`, (into, [, hours, half]) =>
    setTime(into, asSaid(Number(hours), `${half}m`), 0),
  ),
  rule(
    "time",
    `(?:(${part})(?: (?:ke|ko|کے|کو))? )?(?:(${fraction}) )?(${hour}) (?:baj[ae]y?|bje|بجے)(?: (${part}))?`,
    (into, [, before, more = "", said, behind]) => {
      const minutes = /^(saw|سو)/.test(more) ? 15 : /^(sa|سا)/.test(more) ? 30 : 0;
      const hours = hourInPart(number(said), before ?? behind ?? into.part);
      return /^(p|پ)/.test(more) ? setTime(into, hours - 1, 45) : setTime(into, hours, minutes);
    },
  ),
  rule("time", `${at}(${hour})(?: o'?clock)? (?:in the|at) (${part})`, (into, [, hours, said]) =>
    setTime(into, hourInPart(number(hours), said), 0),
  ),
  rule("time", `${at}(half|quarter) (past|to) (${hour})`, (into, [, share, side, said]) => {
    const hours = hourInPart(number(said), into.part);
    const minutes = share === "half" ? 30 : 15;
    return side === "past" ? setTime(into, hours, minutes) : setTime(into, hours - 1, 60 - minutes);
  }),
  rule("time", `(?:at|@) ?(\\d{1,2})(?: o'?clock)?`, (into, [, hours]) =>
    setTime(into, asSaid(Number(hours), undefined), 0),
  ),
  rule("time", "(?:at )(noon|midday|midnight)", (into, [, word]) =>
    setTime(into, word === "midnight" ? 0 : 12, 0),
  ),
  rule("time", `in the (morning|afternoon|evening)`, (into, [, said]) => {
    into.time = meaning(PARTS, said) ?? "";
    return true;
  }),
  // "صبح" beside a day, or "رات کو" alone.
  rule("time", `(${part})( (?:ko|کو))?`, (into, [, said, ko]) => {
    const roman = /^[a-z]/.test(said ?? "") && !/^(subah?|dopaha?e?r|sha*m|ra+t)$/.test(said ?? "");
    if (roman || into.part || !(ko || into.date || into.recurrence)) return false;
    into.time = meaning(PARTS, said) ?? "";
    return true;
  }),
];
