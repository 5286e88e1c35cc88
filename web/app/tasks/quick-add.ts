import { dayIn, timeIn } from "#app/i18n/dates";
import {
  addDays,
  addMonths,
  dayOfMonth,
  monthDay,
  nextMonday,
  nextWeekday,
} from "./quick-add-days";
import {
  amount,
  any,
  hour,
  MONTHS,
  meaning,
  month,
  NUMBERS,
  PARTS,
  PRIORITY_WORDS,
  part,
  plain,
  UNITS,
  unit,
  WEEKDAYS_AFTER_SIGN,
} from "./quick-add-words";
import { PRIORITIES, type Priority } from "./task";

/** Kinds of words that the line understands. */
export type QuickKind = "date" | "time" | "recurrence" | "priority" | "category";

/** What a line says. Empty texts and null: it says nothing of the kind. */
export interface QuickAdd {
  title: string;
  /** `2026-11-22` */
  date: string;
  /** `17:00` */
  time: string;
  recurrence: string | null;
  priority: Priority | null;
  category: string | null;
  /** Kinds that words in the line spoke of. */
  found: QuickKind[];
}

interface Reading extends QuickAdd {
  /** The text that is left, as long as the first one: what was read is blank. */
  rest: string;
  today: string;
  /** The hour that "tomorrow morning" means when no other is named. */
  hint: string;
}

type Words = (string | undefined)[];
interface Rule {
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

const setDate = (into: Reading, date: string | null, dayPart?: string): boolean => {
  if (!date) return false;
  into.date = date;
  if (dayPart) into.hint = meaning(PARTS, dayPart) ?? "";
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
const dayPart = `(?: (?:in the )?(${part}))?`;
const soon = (words: string, days: number): Rule =>
  rule("date", `(?:by |on |due )?(?:${words})${dayPart}${after}`, (into, [, said]) =>
    setDate(into, addDays(into.today, days), said),
  );

const RULES: Rule[] = [
  rule("recurrence", `${every}(?:weekday|workday)s?`, (into) => {
    into.recurrence = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    return true;
  }),
  rule("recurrence", `${every}(${any.weekdayAfterSign})${after}`, (into, [, day]) => {
    const code = meaning(WEEKDAYS_AFTER_SIGN, day);
    into.recurrence = `FREQ=WEEKLY;BYDAY=${code}`;
    return true;
  }),
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
    "(daily|rozana|روزانہ|weekly|monthly|mahana|ماہانہ|yearly|سالانہ)",
    (into, [, word]) => {
      const plain = { weekly: "WEEKLY", yearly: "YEARLY", سالانہ: "YEARLY" }[word ?? ""];
      into.recurrence = `FREQ=${plain ?? (/^(d|r|ر)/.test(word ?? "") ? "DAILY" : "MONTHLY")}`;
      return true;
    },
  ),
  rule("date", "(?:by |on |due )?(\\d{4}-\\d{2}-\\d{2})", (into, [, day = ""]) =>
    setDate(into, dayOfMonth(day)),
  ),
  soon("day after tomorrow|parson|پرسوں", 2),
  soon("tomorrow|tmrw|tmr|kal|کل", 1),
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
  rule("date", `(?:by |on )?(?:(?:next|agle|اگلے) )(${unit})`, (into, [, name]) => {
    const of = meaning(UNITS, name);
    if (of === "DAILY") return setDate(into, addDays(into.today, 1));
    if (of === "WEEKLY") return setDate(into, nextMonday(into.today));
    return setDate(into, addMonths(into.today, of === "YEARLY" ? 12 : 1));
  }),
  rule(
    "date",
    `(?:(?:by |on )?(next|agle|اگلے) |(?:by|on|this|is|اس) )(${any.weekdayAfterSign})${dayPart}${after}`,
    (into, [, next, day, said]) => {
      const from = next ? addDays(nextMonday(into.today), -1) : into.today;
      return setDate(into, nextWeekday(from, meaning(WEEKDAYS_AFTER_SIGN, day)), said);
    },
  ),
  rule("date", `(${any.weekday})${dayPart}${after}`, (into, [, day, said]) =>
    setDate(into, nextWeekday(into.today, meaning(WEEKDAYS_AFTER_SIGN, day)), said),
  ),
  rule(
    "date",
    `(?:by |on )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${month})(?:,? (\\d{4}))?${after}`,
    (into, [, day, name, year]) =>
      setDate(into, monthDay(into.today, Number(meaning(MONTHS, name)), Number(day), year)),
  ),
  rule(
    "date",
    `(?:by |on )?(${month}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`,
    (into, [, name, day, year]) =>
      setDate(into, monthDay(into.today, Number(meaning(MONTHS, name)), Number(day), year)),
  ),
  rule("time", "(?:at |by |@ ?)?(\\d{1,2})[:.](\\d{2})(?: ?([ap])\\.?m\\.?)?", (into, w) => {
    const hours = w[3] ? asSaid(Number(w[1]), `${w[3]}m`) : Number(w[1]);
    return setTime(into, hours, Number(w[2]));
  }),
  rule("time", "(?:at |by |@ ?)?(\\d{1,2}) ?([ap])\\.?m\\.?", (into, [, hours, half]) =>
    setTime(into, asSaid(Number(hours), `${half}m`), 0),
  ),
  rule(
    "time",
    `(?:(${part})(?: (?:ke|ko|کے|کو))? )?(?:(sa+de|saadhe|ساڑھے|sawa|سوا|paune|پونے) )?(${hour}) (?:baje|bje|بجے)(?: (${part}))?`,
    (into, [, before, fraction = "", said, behind]) => {
      const minutes = /^(saw|سو)/.test(fraction) ? 15 : /^(sa|سا)/.test(fraction) ? 30 : 0;
      const hours = hourInPart(number(said), before ?? behind);
      return /^(p|پ)/.test(fraction) ? setTime(into, hours - 1, 45) : setTime(into, hours, minutes);
    },
  ),
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
];

const MARKS: Rule[] = [
  {
    kind: "priority",
    pattern: /(?<=^|\s)!([\p{L}]+|[123])(?=\s|$)/u,
    read: (into, [, word]) => {
      const level = meaning(PRIORITY_WORDS, word);
      into.priority = PRIORITIES.find((priority) => priority === level) ?? null;
      return into.priority !== null;
    },
  },
  {
    kind: "category",
    pattern: /(?<=^|\s)#(\p{L}[\p{L}\p{M}\p{N}_-]{0,49})(?=\s|$)/u,
    read: () => true,
  },
];

/**
 * Reads a line such as "pay rent friday 9am !high #home every month", in English, Urdu or Roman
 * Urdu. The same line means the same in the browser and on the server.
 *
 * @param literal kinds that the person wants left as words
 */
export function readQuickAdd(
  line: string,
  { now, timeZone }: { now: Date; timeZone: string },
  literal: readonly string[] = [],
): QuickAdd {
  const today = dayIn(timeZone, now);
  const into: Reading = {
    title: "",
    date: "",
    time: "",
    recurrence: null,
    priority: null,
    category: null,
    found: [],
    rest: plain(line),
    today,
    hint: "",
  };
  for (const { kind, pattern, read } of [...MARKS, ...RULES]) {
    if (literal.includes(kind) || into.found.includes(kind)) continue;
    const match = pattern.exec(into.rest);
    if (!match || !read(into, [...match])) continue;
    into.found.push(kind);
    const end = match.index + match[0].length;
    if (kind === "category") into.category = line.slice(match.index + 1, end);
    into.rest =
      into.rest.slice(0, match.index) + "\0".repeat(match[0].length) + into.rest.slice(end);
  }
  return finish(line, into, timeIn(now, timeZone), literal);
}

function finish(line: string, into: Reading, clock: string, literal: readonly string[]): QuickAdd {
  const { rest, today, hint, ...said } = into;
  said.title = line
    .split("")
    .map((unit, at) => (rest[at] === "\0" ? " " : unit))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  if (hint && !said.time && !literal.includes("time")) said.time = hint;
  if (said.time && !said.found.includes("time")) said.found.push("time");
  if (!said.date && !literal.includes("date") && (said.time || said.recurrence)) {
    said.date = firstDay(said, today, clock);
    said.found.push("date");
  }
  // A line of nothing but dates is a title after all.
  if (said.title) return said;
  const nothing = { date: "", time: "", recurrence: null, priority: null, category: null };
  return { ...nothing, title: line.trim(), found: [] };
}

/** A time alone means the next time the clock shows it; a rule begins on its first day. */
function firstDay({ recurrence, time }: QuickAdd, today: string, clock: string): string {
  const from = time && time <= clock ? addDays(today, 1) : today;
  const days = /BYDAY=([A-Z,]+)/.exec(recurrence ?? "")?.[1]?.split(",");
  const dates = days?.map((day) => nextWeekday(addDays(from, -1), day) ?? from).sort();
  return dates?.[0] ?? from;
}
