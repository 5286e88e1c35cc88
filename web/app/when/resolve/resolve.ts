import { type Day, isoOf, isoOrNull } from "../calendar";
import type { DaySaid, Said } from "../said";
import type { Amount } from "../shapes";
import type { PointRole, TimeValue } from "../value";
import { epochOf, type Local, localOf } from "../zone";
import { addAmount, boundsOf, daysOf, daysSaid, dueIn, resolveDay } from "./days";
import { endAfter } from "./hours";
import {
  collect,
  type Meaning,
  nothing,
  pointOf,
  type Setting,
  severalTimes,
  startTime,
  unlessGone,
  valued,
} from "./meaning";
import { resolveRepeat } from "./repeats";

/** Resolves what a phrase says. */
export function resolve(said: Said, setting: Setting): Meaning {
  const { special, shift, choice, days, repeat, exact } = said;
  if (special === "none" || special === "overdue") return valued({ kind: special });
  if (special === "skip") return resolveSkip(said, setting);
  if (shift) return valued({ kind: "shift", ...shift });
  if (choice) return resolveChoice(choice, setting);
  if (repeat) return resolveRepeat(said, repeat, setting);
  if (said.except || said.count !== undefined || said.completion) return nothing;
  if (exact) return resolveExact(exact, said, setting);
  if (days) return severalDays(said, days, setting);
  if (said.clocks) return severalTimes(said, setting, (one) => resolvePoint(one, setting));
  return resolvePoint(said, setting);
}

function resolveSkip(said: Said, { calendar }: Setting): Meaning {
  const days = daysSaid(said, calendar);
  if (days && "kind" in days) return valued(null, days);
  const { from = null, to = null } = days ?? {};
  return valued({ kind: "skip", from: isoOrNull(from), to: isoOrNull(to) });
}

function resolveChoice(choice: readonly DaySaid[], { calendar }: Setting): Meaning {
  const days = choice.map((day) => resolveDay(day, calendar));
  const isos = days.flatMap((day) => (typeof day === "number" ? [isoOf(day)] : []));
  return isos.length < days.length ? nothing : valued(null, { kind: "choice", days: isos });
}

function severalDays(said: Said, days: readonly DaySaid[], setting: Setting): Meaning {
  const { days: _, ...rest } = said;
  return collect(days.map((day) => resolvePoint({ ...rest, day }, setting)));
}

/** A moment as machines write it, with an offset or in the person's zone. */
function resolveExact(text: string, said: Said, setting: Setting): Meaning {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  const epoch = Date.parse(zoned ? text : `${text}Z`);
  if (Number.isNaN(epoch)) return nothing;
  return point(localOf(epoch, zoned ? setting.timeZone : "UTC"), said, setting);
}

const moved = ({ epoch, timeZone }: Setting, { minutes }: Amount): Local =>
  localOf(Math.round(epoch / 60_000) * 60_000 + minutes * 60_000, timeZone);

/** A day, a moment, or a time from one to another. */
function resolvePoint(said: Said, setting: Setting): Meaning {
  const { calendar, now } = setting;
  const { from, until, during, span } = said;
  // "Photos from 2019" are due in no year.
  if (span?.unit === "year" && !calendar.asks && daysOf(span, calendar).to < now.day)
    return nothing;
  if (said.ahead) return point(moved(setting, said.ahead), said, setting);
  // "From 3 to 5 December at 9am" is each day at that hour.
  if (from && until && (said.clock || said.part)) {
    return resolveRepeat(said, { freq: "DAILY", interval: 1 }, setting);
  }
  if (from && until) return spanOf(said, setting);
  if ((from || until) && said.day) return nothing;
  const start = said.day ?? from;
  if (during) return resolveDuring(said, during, setting);
  const day = start ?? until;
  const found = day ? resolveDay(day, calendar) : span ? dueIn(span, calendar) : null;
  if (found !== null && typeof found !== "number") return valued(null, found);
  const placed: Said = { ...said, role: said.role ?? (from ? "from" : until ? "by" : undefined) };
  if (said.clock || said.part) return resolveTime(placed, found, setting);
  if (found !== null && span && !day && !said.lasting && !said.role) {
    const { from: first, to } = daysOf(span, calendar);
    return spanValue(first, to, found, now.day);
  }
  if (found !== null) return dayValue(found, placed, setting);
  return said.lasting ? valued({ kind: "duration", minutes: said.lasting.minutes }) : nothing;
}

/** "From Monday for five days"; "for five days" alone is said of what repeats. */
function resolveDuring(said: Said, during: Amount, setting: Setting): Meaning {
  const { day, from: start = day, role } = said;
  if (said.clock || said.part || !(start ?? role)) return nothing;
  const first = start ? resolveDay(start, setting.calendar) : setting.now.day;
  if (typeof first !== "number") return valued(null, first);
  // "Within five days" ends with the fifth from now.
  const last = addAmount(first, during) - (start ? 1 : 0);
  return spanValue(first, last, start ? first : last);
}

function resolveTime(said: Said, found: Day | null, setting: Setting): Meaning {
  const { now } = setting;
  const today = found === null || found === now.day;
  // Where even the year was said, an hour is not the next one.
  const context = {
    ...setting,
    now: today && !said.day?.year ? now.minutes : null,
    today: found === now.day,
  };
  const start = startTime(said, context);
  let day = found ?? now.day;
  const gone = start <= now.minutes && day === now.day;
  // A time that is over today is tomorrow's where no day was said; so is one past midnight.
  if (gone && (found === null || (said.part === "night" && start < 300))) day += 1;
  const local = { day, minutes: start };
  if (said.end) return rangeValue(local, endAfter(start, said.end, said.endPart), setting);
  return point(local, said, setting);
}

const roleOf = ({ role }: Said): PointRole =>
  role === undefined ? "on" : role === "until" || role === "within" ? "by" : role;

function point(local: Local, said: Said, setting: Setting): Meaning {
  const start = pointOf(local.day, local.minutes, setting);
  if (said.lasting) return rangeValue(local, local.minutes + said.lasting.minutes, setting);
  const gone = epochOf(local, setting.timeZone) < setting.epoch - 60_000;
  const role = roleOf(said);
  return unlessGone({ kind: "moment", ...start, role, minutes: null }, gone, start.at ?? "");
}

function dayValue(day: Day, said: Said, setting: Setting): Meaning {
  const minutes = said.lasting?.minutes ?? null;
  const role = roleOf(said);
  const value: TimeValue = { kind: "day", ...pointOf(day, null, setting), role, minutes };
  return unlessGone(value, day < setting.now.day, isoOf(day));
}

function rangeValue(start: Local, end: number, setting: Setting): Meaning {
  const { timeZone } = setting;
  const last = { day: start.day + Math.floor(end / 1440), minutes: end % 1440 };
  const value: TimeValue = {
    kind: "range",
    start: pointOf(start.day, start.minutes, setting),
    end: pointOf(last.day, last.minutes, setting),
    minutes: Math.round((epochOf(last, timeZone) - epochOf(start, timeZone)) / 60_000),
  };
  const gone = epochOf(start, timeZone) < setting.epoch - 60_000;
  return unlessGone(value, gone, value.start.at ?? "");
}

/** From one day to another, due on the first or on the day that was said beside them. */
function spanOf(said: Said, { calendar, now }: Setting): Meaning {
  const bounds = boundsOf(said, calendar);
  if ("kind" in bounds) return valued(null, bounds);
  const { from, to } = bounds;
  const by = said.day ? resolveDay(said.day, calendar) : from;
  if (from === null || to === null || to < from || typeof by !== "number") return nothing;
  return spanValue(from, to, by, now.day);
}

function spanValue(from: Day, to: Day, due: Day, today = to): Meaning {
  const value: TimeValue = { kind: "span", from: isoOf(from), to: isoOf(to), due: isoOf(due) };
  return unlessGone(value, to < today, isoOf(to));
}
