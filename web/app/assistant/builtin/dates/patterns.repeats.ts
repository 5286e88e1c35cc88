import type { Captured, Pattern } from "./pattern";
import type { When } from "./when";
import type { Unit } from "./words.days";
import type { Part } from "./words.times";

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const FREQUENCY: Record<Unit, string> = {
  minute: "MINUTELY",
  hour: "HOURLY",
  day: "DAILY",
  week: "WEEKLY",
  month: "MONTHLY",
  year: "YEARLY",
};

/** How repetition is said. */
export const repeatPatterns: readonly Pattern<When>[] = [
  { read: "{rhythm}", as: (c) => repeat(c.get("{rhythm}")) },
  { read: "{every} {weekday}", as: (c) => weekly([c.get("{weekday}")]) },
  { read: "{every} {wkd}", as: (c) => weekly([c.get("{wkd}")]) },
  {
    read: "{every} {anyday} {and} {every}? {anyday2}",
    as: (c) => weekly([c.get("{anyday}"), c.get("{anyday2}")]),
  },
  {
    read: "{every} {anyday} {and} {anyday2} {and2} {anyday3}",
    as: (c) => weekly([c.get("{anyday}"), c.get("{anyday2}"), c.get("{anyday3}")]),
  },
  {
    read: "{every} {weekday} {noun}",
    as: (c) => ({ ...weekly([c.get("{weekday}")]), part: c.get<Part>("{noun}") }),
  },
  { read: "{every} {other} {weekday}", as: (c) => weekly([c.get("{weekday}")], 2) },
  {
    read: "{every} {n} {unit} {later}?",
    as: (c) => everySo(c.get("{unit}"), c.get("{n}")),
  },
  { read: "{every} {other} {unit}", as: (c) => everySo(c.get("{unit}"), 2) },
  {
    read: "{rhythm} {noun}",
    as: (c) => ({ ...repeat(c.get("{rhythm}")), part: c.get<Part>("{noun}") }),
  },
  { read: "{daily} {part}", as: (c) => ({ ...repeat("FREQ=DAILY"), part: c.get<Part>("{part}") }) },
  { read: "{every} {part}", as: (c) => ({ ...repeat("FREQ=DAILY"), part: c.get<Part>("{part}") }) },
  { read: "{every} {noun}", as: (c) => ({ ...repeat("FREQ=DAILY"), part: c.get<Part>("{noun}") }) },
  {
    read: "{every} {nth} {of}? {the}? {unit}",
    as: (c) => (c.get("{unit}") === "month" ? monthlyOn(c.get("{nth}"), MONTHLY) : null),
  },
  { read: "{every} {nth}", as: (c) => monthlyOn(c.get("{nth}"), MONTHLY) },
  {
    read: "{rhythm} {on} {the}? {dayn}",
    as: (c) => monthlyOn(c.get("{dayn}"), c.get("{rhythm}")),
  },
  {
    read: "{rhythm} {onthe} {dayn}",
    as: (c) => monthlyOn(c.get("{dayn}"), c.get("{rhythm}")),
  },
  {
    read: "{rhythm} {link} {dayn} {dateword}?",
    as: (c) => monthlyOn(c.get("{dayn}"), c.get("{rhythm}")),
  },
  {
    read: "{rhythm} {dayn} {dayko}",
    as: (c) => monthlyOn(c.get("{dayn}"), c.get("{rhythm}")),
  },
  // "The last Friday of every month", ہر مہینے کے پہلے اتوار
  ...[
    "{the}? {place} {weekday} {of}? {rhythm}",
    "{rhythm} {link} {place} {weekday}",
    "{rhythm} {onthe} {place} {weekday}",
    "{every} {place} {weekday} {of} {the}? {unit}",
  ].map((read) => ({ read, as: monthlyOnWeekday })),
  // More often than a rule can say: "twice a day" is every day, and stays in the title.
  { read: "{rhythm}? {bothends}", as: () => ({ ...repeat("FREQ=DAILY"), often: true }) },
  { read: "{every} {bothends}", as: () => ({ ...repeat("FREQ=DAILY"), often: true }) },
  { read: "{n} {times} {per} {unit}", as: (c) => often(c) },
  { read: "{twice} {per} {unit}", as: (c) => often(c) },
  { read: "{unit} {within} {n} {times}", as: (c) => often(c) },
  { read: "{n} {times} {rhythm}", as: (c) => ({ ...repeat(c.get("{rhythm}")), often: true }) },
  { read: "{twice} {rhythm}", as: (c) => ({ ...repeat(c.get("{rhythm}")), often: true }) },
  { read: "{rhythm} {n} {times}", as: (c) => ({ ...repeat(c.get("{rhythm}")), often: true }) },
  {
    read: "{the}? {nth} {of}? {rhythm}",
    as: (c) => monthlyOn(c.get("{nth}"), c.get("{rhythm}")),
  },
  { read: "{onthe} {nth} {of}? {rhythm}", as: (c) => monthlyOn(c.get("{nth}"), c.get("{rhythm}")) },
  {
    read: "{rhythm} {on} {weekday}",
    as: (c) => (c.get("{rhythm}") === "FREQ=WEEKLY" ? weekly([c.get("{weekday}")]) : null),
  },
];

const MONTHLY = "FREQ=MONTHLY";

function repeat(rule: string): When {
  return { repeat: { rule } };
}

function often(c: Captured): When | null {
  return c.maybe<number>("{n}") === 1 ? null : { ...everySo(c.get("{unit}"), 1), often: true };
}

function everySo(unit: Unit, interval: number): When {
  return repeat(`FREQ=${FREQUENCY[unit]}${interval > 1 ? `;INTERVAL=${interval}` : ""}`);
}

function weekly(days: number[], interval = 1): When {
  const codes = [...new Set(days)].sort().map((day) => CODES[day - 1]);
  const every = interval > 1 ? `;INTERVAL=${interval}` : "";
  return repeat(`FREQ=WEEKLY${every};BYDAY=${codes.join(",")}`);
}

function monthlyOnWeekday(c: Captured): When | null {
  const monthly = c.maybe("{rhythm}") === MONTHLY || c.maybe("{unit}") === "month";
  const day = `${c.get<number>("{place}")}${CODES[c.get<number>("{weekday}") - 1]}`;
  return monthly ? repeat(`${MONTHLY};BYDAY=${day}`) : null;
}

function monthlyOn(day: number, rhythm: string): When | null {
  if (rhythm !== MONTHLY || day < 1 || day > 31) return null;
  return repeat(`${MONTHLY};BYMONTHDAY=${day}`);
}
