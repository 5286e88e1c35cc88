import type { Captured, Pattern } from "./pattern";
import type { Clock, When } from "./when";
import type { Part } from "./words.times";

interface Hour {
  hour: number;
  minute: number;
}

/** How times of day are said. */
export const timePatterns: readonly Pattern<When>[] = [
  { read: "{at}? {colon}", as: (c) => clock(c.get("{colon}"), undefined) },
  { read: "{at}? {clock} {ampm}", as: (c) => clock(c.get("{clock}"), c.get("{ampm}")) },
  { read: "{at} {clock}", as: (c) => clock(c.get("{clock}"), undefined) },
  { read: "{clock} {oclock}", as: (c) => clock(c.get("{clock}"), undefined) },
  { read: "{at}? {n} {ampm}", as: (c) => clock(sharp(c, "{n}"), c.get("{ampm}")) },
  { read: "{at}? {n} {oclock} {ampm}?", as: (c) => clock(sharp(c, "{n}"), c.maybe("{ampm}")) },
  {
    read: "{at}? {n} {inthe} {noun}",
    as: (c) => ({ clock: { ...sharp(c, "{n}"), half: null }, part: c.get<Part>("{noun}") }),
  },
  // "7.40 on Tuesday": what a day stands behind is an hour.
  ...[
    "{clock} {on}? {weekday} {noun}?",
    "{clock} {rel} {noun}?",
    "{weekday} {clock} {oclock}? {ampm}?",
    "{rel} {clock} {oclock}? {ampm}?",
  ].map((read) => ({
    read,
    as: clockOnDay,
  })),
  { read: "{athour} {hourword}", as: (c) => clock(sharp(c, "{hourword}"), undefined) },
  { read: "{part} {link}? {hourword}", as: (c) => inPart(c, sharp(c, "{hourword}")) },
  { read: "{athour} {digits}", as: (c) => clock(sharp(c, "{digits}"), undefined) },
  {
    read: "{at}? {quarter} {n} {oclock}?",
    as: (c) => quarterOf(c.get("{quarter}"), c.get("{n}")),
  },
  { read: "{athalf} {half} {n}", as: (c) => quarterOf(30, c.get("{n}")) },
  {
    read: "{at}? {named}",
    as: (c) => {
      const named = c.get<Hour>("{named}");
      return { clock: { ...named, half: named.hour < 3 ? null : "pm" } };
    },
  },
  {
    read: "{namedhour} {oclock}",
    as: (c) => ({ clock: { ...c.get<Hour>("{namedhour}"), half: "pm" } }),
  },
  { read: "{part} {namedhour} {oclock}", as: (c) => inPart(c, c.get("{namedhour}")) },
  // Parts of the day, alone or around an hour
  { read: "{part}", as: (c) => ({ part: c.get<Part>("{part}") }) },
  { read: "{inthe} {noun}", as: (c) => ({ part: c.get<Part>("{noun}") }) },
  { read: "{part} {link}? {n} {oclock}", as: (c) => inPart(c, sharp(c, "{n}")) },
  { read: "{part} {link}? {digits}", as: (c) => inPart(c, sharp(c, "{digits}")) },
  { read: "{part} {link}? {clock} {oclock}?", as: (c) => inPart(c, c.get("{clock}")) },
];

function clockOnDay(c: Captured): When | null {
  const part = c.maybe<Part>("{noun}");
  const weekday = c.maybe<number>("{weekday}");
  const offset = c.maybe<{ days: number; either?: true }>("{rel}");
  return {
    ...clock(c.get("{clock}"), c.maybe("{ampm}")),
    ...(part ? { part } : {}),
    ...(weekday ? { day: { kind: "weekday", weekday, week: null } } : {}),
    ...(offset ? { day: { kind: "offset", ...offset } } : {}),
  };
}

function sharp(c: Captured, name: string): Hour {
  return { hour: c.get(name), minute: 0 };
}

function clock(at: Hour, half: "am" | "pm" | undefined): When | null {
  if (at.hour > 23 || (half && (at.hour < 1 || at.hour > 12))) return null;
  return { clock: { ...at, half: half ?? null } satisfies Clock };
}

function quarterOf(minutes: number, hour: number): When | null {
  if (hour < 1 || hour > 12) return null;
  const total = hour * 60 + minutes;
  return clock({ hour: Math.floor(total / 60), minute: total % 60 }, undefined);
}

function inPart(c: Captured, at: Hour): When | null {
  return at.hour > 23 ? null : { clock: { ...at, half: null }, part: c.get<Part>("{part}") };
}
