import type { Captured, Pattern } from "./pattern";
import type { Numeric } from "./readers";
import type { Day, When } from "./when";
import type { Unit } from "./words.days";
import type { Part } from "./words.times";

const day = (value: Day): When => ({ day: value });

/** How days are said. The longest pattern that fits is the one meant. */
export const dayPatterns: readonly Pattern<When>[] = [
  { read: "{rel}", as: offset },
  { read: "{edge} {rel}", as: offset },
  { read: "{rel} {noun}", as: (c) => ({ ...offset(c), part: c.get<Part>("{noun}") }) },
  {
    read: "{tonight}",
    as: (c) => ({ ...day({ kind: "offset", days: 0 }), part: c.get<Part>("{tonight}") }),
  },
  {
    read: "{which} {noun}",
    as: (c) =>
      c.get("{which}") === 0
        ? { ...day({ kind: "offset", days: 0 }), part: c.get<Part>("{noun}") }
        : null,
  },
  ...["{firstthing} {rel}", "{rel} {firstthing}"].map((read) => ({
    read,
    as: (c: Captured) => ({ ...offset(c), part: c.get<Part>("{firstthing}") }),
  })),
  ...["{firstthing} {which}? {weekday}", "{which}? {weekday} {firstthing}"].map((read) => ({
    read,
    as: (c: Captured) => ({ ...weekday(c, "{weekday}"), part: c.get<Part>("{firstthing}") }),
  })),
  { read: "{iso}", as: (c) => day({ kind: "date", ...c.get<Numeric>("{iso}") }) },
  { read: "{slashed}", as: (c) => day({ kind: "date", ...c.get<Numeric>("{slashed}") }) },
  {
    read: "{on} {shortslash}",
    as: (c) => day({ kind: "date", ...c.get<Numeric>("{shortslash}"), year: null }),
  },
  { read: "{exact}", as: (c) => ({ exact: c.get<string>("{exact}") }) },
  // "Monday 9", "kal 5": an hour, where nothing stands behind it.
  { read: "{rel} {lasthour}", as: (c) => ({ ...offset(c), ...hour(c) }) },
  {
    read: "{which}? {weekday} {lasthour}",
    as: (c) => ({ ...weekday(c, "{weekday}"), ...hour(c) }),
  },
  { read: "{dayref}", as: (c) => monthday(c.get("{dayref}"), null) },
  // "Hafte ki raat" is Saturday night: a week has no night.
  {
    read: "{unit} {link} {part}",
    as: (c) =>
      c.get("{unit}") === "week"
        ? { ...day({ kind: "weekday", weekday: 6, week: null }), part: c.get<Part>("{part}") }
        : null,
  },
  // Weekdays
  { read: "{which}? {weekday}", as: (c) => weekday(c, "{weekday}") },
  { read: "{onsaturday}", as: (c) => weekday(c, "{onsaturday}") },
  { read: "{on} {wkd}", as: (c) => weekday(c, "{wkd}") },
  { read: "{which} {wkd}", as: (c) => weekday(c, "{wkd}") },
  {
    read: "{which}? {weekday} {noun}",
    as: (c) => ({ ...weekday(c, "{weekday}"), part: c.get<Part>("{noun}") }),
  },
  {
    read: "{weekday} {which} {unit}",
    as: (c) => (c.get("{unit}") === "week" ? weekday(c, "{weekday}") : null),
  },
  {
    read: "{which} {unit} {weekday}",
    as: (c) => (c.get("{unit}") === "week" ? weekday(c, "{weekday}") : null),
  },
  // Dates
  { read: "{dayn} {of}? {month} {of}? {year}?", as: (c) => dated(c, "{dayn}") },
  { read: "{onthe} {dayn} {of}? {month} {of}? {year}?", as: (c) => dated(c, "{dayn}") },
  { read: "{month} {digitday} {of}? {year}", as: (c) => dated(c, "{digitday}") },
  { read: "{month} {digitday}", as: (c) => dated(c, "{digitday}") },
  { read: "{month} {the} {nth}", as: (c) => dated(c, "{nth}") },
  { read: "{the} {digitnth}", as: (c) => monthday(c.get("{digitnth}"), null) },
  { read: "{on} {digitnth}", as: (c) => monthday(c.get("{digitnth}"), null) },
  { read: "{onthe} {nth}", as: (c) => monthday(c.get("{nth}"), null) },
  { read: "{dayn} {dateword}", as: (c) => monthday(c.get("{dayn}"), null) },
  {
    read: "{the}? {nth} {of}? {which} {unit}",
    as: (c) => (c.get("{unit}") === "month" ? monthday(c.get("{nth}"), c.get("{which}")) : null),
  },
  {
    read: "{which}? {unit} {link}? {dayn} {dateword}",
    as: (c) =>
      c.get("{unit}") === "month"
        ? monthday(c.get("{dayn}"), c.maybe<number>("{which}") ?? null)
        : null,
  },
  {
    read: "{which} {unit} {link}? {dayn} {dayko}",
    as: (c) => (c.get("{unit}") === "month" ? monthday(c.get("{dayn}"), c.get("{which}")) : null),
  },
  { read: "{firstof}", as: (c) => monthday(c.get("{firstof}"), null) },
  {
    read: "{rel} {digits} {untilhour}",
    as: (c) => ({ ...offset(c), clock: { hour: c.get("{digits}"), minute: 0, half: null } }),
  },
  // Weeks, months, years
  { read: "{which} {unit}", as: (c) => span(c.get("{which}"), c.get("{unit}"), null) },
  {
    read: "{edge} {which}? {unit}",
    as: (c) => span(c.maybe<number>("{which}") ?? 0, c.get("{unit}"), c.get("{edge}")),
  },
  {
    read: "{which}? {unit} {edgeafter}",
    as: (c) => span(c.maybe<number>("{which}") ?? 0, c.get("{unit}"), c.get("{edgeafter}")),
  },
  { read: "{which} {weekend}", as: (c) => day({ kind: "weekend", shift: c.get("{which}") }) },
  { read: "{inthe}? {the}? {weekend}", as: () => day({ kind: "weekend", shift: 0 }) },
  { read: "{the}? {place} {weekday} {of} {the}? {which}? {unit}", as: nthday },
  { read: "{which}? {unit} {link} {place} {weekday}", as: nthday },
  // Distances
  {
    read: "{next} {n} {unit}",
    as: (c) => day({ kind: "move", amount: c.get("{n}"), unit: c.get("{unit}"), within: true }),
  },
  { read: "{in} {n} {unit}", as: (c) => move(c.get("{n}"), c.get("{unit}")) },
  { read: "{n} {unit} {later}", as: (c) => move(c.get("{n}"), c.get("{unit}")) },
  { read: "{n} {unit} {ago}", as: (c) => move(-c.get<number>("{n}"), c.get("{unit}")) },
  { read: "{in} {half} {n}? {unit}", as: halfHour },
  {
    read: "{in} {n} {unit} {andhalf}",
    as: (c) => (c.get("{unit}") === "hour" ? move(c.get<number>("{n}") * 60 + 30, "minute") : null),
  },
  { read: "{half} {n}? {unit} {later}", as: halfHour },
  { read: "{by} {half} {n}? {unit}", as: (c) => halfPush(c, 30) },
  { read: "{half} {n}? {unit} {further}", as: (c) => halfPush(c, 30) },
  { read: "{half} {n}? {unit} {ago}", as: (c) => halfPush(c, -30) },
  { read: "{by} {n} {unit}", as: (c) => push(c.get("{n}"), c.get("{unit}")) },
  {
    read: "{shifted} {n} {unit}",
    as: (c) => push(c.get<number>("{n}") * c.get<number>("{shifted}"), c.get("{unit}")),
  },
  { read: "{n} {unit} {further}", as: (c) => push(c.get("{n}"), c.get("{unit}")) },
];

function offset(c: Captured): When {
  return day({ kind: "offset", ...c.get<{ days: number; either?: true }>("{rel}") });
}

function hour(c: Captured): When {
  return { clock: { hour: c.get("{lasthour}"), minute: 0, half: null } };
}

function weekday(c: Captured, name: string): When {
  return day({
    kind: "weekday",
    weekday: c.get(name),
    week: c.maybe<number>("{which}") ?? null,
  });
}

function dated(c: Captured, name: string): When | null {
  const number = c.get<number>(name);
  if (number < 1 || number > 31) return null;
  const year = c.maybe<number>("{year}") ?? null;
  return day({ kind: "date", day: number, month: c.get("{month}"), year });
}

function monthday(number: number, month: number | null): When | null {
  return number >= 1 && number <= 31 ? day({ kind: "monthday", day: number, month }) : null;
}

function nthday(c: Captured): When | null {
  if (c.get("{unit}") !== "month") return null;
  const month = c.maybe<number>("{which}") ?? null;
  return day({ kind: "nthday", nth: c.get("{place}"), weekday: c.get("{weekday}"), month });
}

function span(shift: number, unit: Unit, edge: "start" | "end" | null): When | null {
  if (unit === "day") {
    return edge || shift < 1 ? null : day({ kind: "offset", days: shift });
  }
  if (unit === "hour" || unit === "minute") return shift === 1 ? move(1, unit) : null;
  return day({ kind: "span", unit, shift, edge });
}

function move(amount: number, unit: Unit): When {
  return day({ kind: "move", amount, unit });
}

function push(amount: number, unit: Unit): When {
  return day({ kind: "move", amount, unit, fromDue: true });
}

function halfPush(c: Captured, minutes: number): When | null {
  return c.get("{unit}") === "hour" ? push(minutes, "minute") : null;
}

function halfHour(c: Captured): When | null {
  return c.get("{unit}") === "hour" ? move(30, "minute") : null;
}
