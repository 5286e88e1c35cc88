/** Moments on the clock of an IANA zone, by `Intl` alone: it is in every browser. */
import type { Day } from "./calendar";
import { dayOf, isoOf } from "./calendar";

/** A day and minutes after its midnight, on the clock of some zone. */
export interface Local {
  day: Day;
  minutes: number;
}

/** Formatters are slow to make. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const numeric = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric" } as const;
  const options = { timeZone, hourCycle: "h23", ...numeric, minute: "numeric" } as const;
  const made = new Intl.DateTimeFormat("en-US", options);
  formatters.set(timeZone, made);
  return made;
}

/** The offset of a zone at a moment, in milliseconds. */
function offsetAt(epoch: number, timeZone: string): number {
  const minute = Math.floor(epoch / 60_000) * 60_000;
  const [month = 1, day = 1, year = 1970, hour = 0, minutes = 0] = (
    formatter(timeZone).format(minute).match(/\d+/g) ?? []
  ).map(Number);
  return (dayOf(year, month, day) * 1440 + hour * 60 + minutes) * 60_000 - minute;
}

/** What the clock of a zone shows at a moment (epoch milliseconds), to the minute. */
export function localOf(epoch: number, timeZone: string): Local {
  const minutes = Math.floor((epoch + offsetAt(epoch, timeZone)) / 60_000);
  const day = Math.floor(minutes / 1440);
  return { day, minutes: minutes - day * 1440 };
}

const sinceEpoch = ({ day, minutes }: Local): number => (day * 1440 + minutes) * 60_000;

/**
 * The moment (epoch milliseconds) at which the clock of a zone shows a time. An hour that is left
 * out in spring counts on from before it, one that comes twice in autumn is the first.
 */
export function epochOf(local: Local, timeZone: string): number {
  const wall = sinceEpoch(local);
  const before = offsetAt(wall - 86_400_000, timeZone);
  const first = wall - before;
  if (offsetAt(first, timeZone) === before) return first;
  const after = offsetAt(wall + 86_400_000, timeZone);
  return offsetAt(wall - after, timeZone) === after ? wall - after : first;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Minutes after midnight as `17:05`. */
export const clockOf = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `17:05` as minutes after midnight. */
export const minutesFrom = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** A local time as RFC 3339 with the zone's offset, `2026-11-22T17:00:00+05:00`. */
export function rfc3339(local: Local, timeZone: string): string {
  const epoch = epochOf(local, timeZone);
  const shown = localOf(epoch, timeZone);
  const offset = Math.round((sinceEpoch(shown) - epoch) / 60_000);
  const size = Math.abs(offset);
  const sign = `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${isoOf(shown.day)}T${clockOf(shown.minutes)}:00${sign}`;
}

/** The end of a day in UTC as an RRULE writes it, `20261220T185959Z`. */
export function endOfDayUtc(day: Day, timeZone: string): string {
  const end = new Date(epochOf({ day: day + 1, minutes: 0 }, timeZone) - 1000).toISOString();
  return end.slice(0, 19).replace(/[-:]/g, "").concat("Z");
}

/** A day as an RRULE writes it, `20261220`. */
export const basicDay = (day: Day): string => isoOf(day).replaceAll("-", "");
