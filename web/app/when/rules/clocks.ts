import type { Meanings, Parts } from "../chart";
import type { Part, Said } from "../said";
import { type Amount, type ClockSaid, hourSaid } from "../shapes";

/** Minutes before or after an hour of the clock: half past nine, a quarter to one. */
function around(hour: number, minutes: number): ClockSaid | null {
  if (hour < 1 || hour > 12 || Math.abs(minutes) > 59) return null;
  const at = (hour % 12) * 60 + minutes;
  return { minutes: at < 60 ? at + 720 : at, exact: false };
}

function inHalf(clock: ClockSaid | null, half: "am" | "pm" | undefined): ClockSaid | null {
  if (!half) return clock;
  if (!clock || clock.minutes >= 780 || clock.minutes < 60) return null;
  return { minutes: (clock.minutes % 720) + (half === "pm" ? 720 : 0), exact: true };
}

const exact = (minutes: number): ClockSaid => ({ minutes: (minutes + 1440) % 1440, exact: true });

/** A time by its symbols: what `tod`, `hr` or `hrend` read, and the part of the day beside it. */
const timeOf = (tod: Said | undefined, hr: ClockSaid | undefined, part?: Part): Said =>
  tod ?? { ...(hr && { clock: hr }), ...(part && { part }) };

/** A time so long before or after another: ten minutes before five. */
function beside(said: Said, { minutes, days, months }: Amount, sign: 1 | -1): Said | null {
  const { clock, end, role } = said;
  if (!clock || end || role || days || months || minutes > 600) return null;
  // Midnight is a minute before the day ends.
  const at = (clock.minutes === 1439 ? 1440 : clock.minutes) + sign * minutes;
  return { ...said, clock: { ...clock, minutes: (at + 1440) % 1440 } };
}

function several(one: Said, two: Said): Said | null {
  if (one.end || two.end || one.role || two.role || (one.clocks?.length ?? 0) > 4) return null;
  if (!two.clock || (!one.clock && !one.clocks)) return null;
  const clocks = [...(one.clocks ?? []), ...(one.clock ? [one.clock] : []), two.clock];
  // Parts of the day beside hours say which half of it each hour is of.
  const parts = [...(one.parts ?? [one.part ?? null]), two.part ?? null];
  return { clocks, parts };
}

/** What times of day mean. */
export const clockMeanings: Meanings = {
  hour: ({ num }) => hourSaid(num),
  hourAndMinutes: ({ num, num2 }) =>
    num > 0 && num2 >= 10 && num2 < 60 && num2 % 5 === 0 ? hourSaid(num, num2) : null,
  mixedHour: ({ mixed }) => around(Math.floor(mixed), 30),
  exactly: ({ named, event = named }) => exact(event),
  ofHalf: ({ hr, ampm }) => inHalf(hr, ampm),
  aroundHour: ({ num, frac, halfpast, half, ampm }) =>
    inHalf(around(num, frac ?? halfpast ?? half * 30), ampm),
  // سوا بجے is a quarter past one; "half past" alone is no hour.
  aroundOne: ({ frac }) => (frac === 30 ? null : around(1, frac)),
  // "5 to 6" in digits is a time from one hour to another, "ten to six" one hour.
  minutesBeside: ({ num, numword = num, unit, minpast, minto = minpast, num2, ampm }) =>
    (unit ?? "minute") === "minute" && (unit || numword % 5 === 0)
      ? inHalf(around(num2, minto * numword), ampm)
      : null,
  besideHour: ({ num, bajkar, bajne = bajkar, num2, unit }) =>
    unit === "minute" ? around(num, bajne * num2) : null,
  fullHours: ({ four, unit }) => (unit === "hour" ? four : null),
  tod: ({ clock, hr, hrend, dotted, inpart, part, firstthing }) =>
    timeOf(undefined, clock ?? hr ?? hrend ?? dotted, inpart ?? part ?? firstthing),
  eventBeside: ({ event, before, pbefore = before }) => ({
    clock: exact(event + (pbefore ? -60 : 60)),
  }),
  timeBeside: ({ dur, mealtime, tod2, before, ago = before }) =>
    beside(timeOf(tod2, mealtime), dur, ago ? -1 : 1),
  range: ({ tod, hr, four, inpart, tod2, hr2, hrend2, four2 }: Parts) => {
    const from = timeOf(tod, hr ?? four, inpart);
    const { clock: end, part: endPart } = timeOf(tod2, hr2 ?? hrend2 ?? four2);
    return from.clock && end ? { ...from, end, ...(endPart && { endPart }) } : null;
  },
  rangeInPart: ({ range, inpart }) =>
    range.part || range.endPart ? null : { ...range, part: inpart },
  several: ({ tod, hr, tods, tod2, hrend2 }) => {
    if (hr && !tod2.part && !tod2.clock?.exact) return null;
    return several(tods ?? timeOf(tod, hr), timeOf(tod2, hrend2));
  },
  twoClocks: ({ clk, clk2 }) => several({ clock: clk }, { clock: clk2 }),
  partsOfDay: ({ part, part2, dayends }) => ({
    parts: dayends?.split("+") ?? [part, part2],
    clocks: [],
  }),
};
