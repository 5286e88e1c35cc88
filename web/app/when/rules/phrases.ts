import type { Meanings, Parts } from "../chart";
import { merge } from "../merge";
import type { DaySaid, Role, Said } from "../said";
import { type Amount, NOTHING } from "../shapes";
import { isWhole } from "./days";
import { saidBy, weekdaysIn } from "./said-by";

const isHours = ({ minutes, days, months }: Amount): boolean => minutes > 0 && !days && !months;

const TODAY: DaySaid = { ahead: NOTHING };

const inRole =
  (role: Role) =>
  (parts: Parts): Said => ({ ...saidBy(parts), role, marked: true });

const marked = (parts: Parts): Said => ({ ...saidBy(parts), marked: true });

/** A distance from now that is told in hours or minutes. */
const ahead = ({ dur, soonest = dur }: Parts): Said | null =>
  isHours(soonest) ? { ahead: soonest, marked: true } : null;

/** "For two hours" is how long it takes, "for five days" how long it goes on. */
const lasting = (dur: Amount): Said =>
  isHours(dur) ? { lasting: dur, marked: true } : { during: dur, marked: true };

const joined = ({ time, piece }: Parts): Said | null => merge(time, piece);

const weekdays = (set: readonly number[]): DaySaid[] => set.map((weekday) => ({ weekday }));

/** What whole phrases mean. */
export const phraseMeanings: Meanings = {
  plain: saidBy,
  marked,
  markedDate: (parts) =>
    parts.weak.month || (parts.tod && parts.weak.weekday) ? marked(parts) : null,
  markedWeekend: (parts) => (parts.span.unit === "weekend" ? marked(parts) : null),
  by: inRole("by"),
  before: inRole("before"),
  after: inRole("after"),
  fromTime: inRole("from"),
  until: ({ dayx }) => ({ until: dayx, marked: true }),
  from: ({ dayx }) => ({ from: dayx, marked: true }),
  fromUntil: ({ day, dayx = day, day2, dayx2 = day2 }) => ({
    from: dayx,
    until: dayx2,
    marked: true,
  }),
  datesWithin: ({ dom, dom2, month, year = null }) =>
    dom < dom2 && dom2 <= 31
      ? { from: { day: dom, month, year }, until: { day: dom2, month, year }, marked: true }
      : null,
  // "28 ko", "25 tak": a day of the month; "5 tak" is an hour.
  bareDay: ({ num, pko, ptak }) =>
    num <= 31 && (pko === 1 || (ptak && num > 12)) ? { day: num } : null,
  placeInMonth: ({ mref = { monthShift: 0, loose: true }, place = 1 }) =>
    place > 0 ? { day: place, ...mref } : null,
  dayPart: saidBy,
  halfOfDay: ({ ampm }) => (ampm === "am" ? "morning" : "afternoon"),
  shortDays: ({ hafta, wdend = hafta, wday, wkd = wday }) => weekdays([wdend, wkd]),
  listedDates: ({ doms, domk = doms }) =>
    domk.length > 1 ? domk.map((day: number) => ({ day })) : null,
  within: ({ dur, which = 1 }) => {
    if (which !== 1) return null;
    if (isHours(dur)) return { ahead: dur, role: "within", marked: true };
    return isWhole(dur) ? { span: { unit: "days", shift: 0, ahead: dur }, marked: true } : null;
  },
  dayAndTime: (parts) =>
    (parts.num ?? 1) > 12 || (parts.weak && !parts.weak.weekday) ? null : saidBy(parts),
  // "Sat night".
  dayAndPart: (parts) => (parts.weak.weekday ? saidBy(parts) : null),
  dayAndClock: (parts) =>
    (parts.weak.weekday ?? parts.weak.month) && (parts.hrend ?? (parts.tod ?? parts.range).clock)
      ? saidBy(parts)
      : null,
  dayAndRange: ({ dayx, day = dayx, hr, hr2, brange = { clock: hr, end: hr2 } }) => ({
    day,
    ...brange,
  }),
  thisPart: (parts) => (parts.which === 0 ? { ...saidBy(parts), day: TODAY } : null),
  ahead,
  afterAmount: (parts) =>
    ahead(parts) ?? (isWhole(parts.dur) ? { day: { ahead: parts.dur }, marked: true } : null),
  lasting: ({ dur }) => lasting(dur),
  lastingUntil: ({ dur }) => {
    const said = lasting(dur);
    return said.during ? { ...said, role: "within" } : said;
  },
  times: ({ num }) => (num > 0 && num < 1000 ? { count: num, marked: true } : null),
  monthsBetween: ({ month, month2 }) =>
    Array.from(
      { length: ((month2 - month + 12) % 12) + 1 },
      (_, at) => ((month + at - 1) % 12) + 1,
    ),
  leftOut: ({ left = [], days = [], months = [], stretch, dayx2, ...parts }) => {
    const named = [...weekdays(weekdaysIn(parts)), ...days].map((day) => ({ day }));
    const spans = months.map((month: number) => ({ span: { unit: "month", shift: 0, month } }));
    const single = stretch ?? (dayx2 ? { from: parts.dayx, until: dayx2 } : saidBy(parts));
    const others = named.length > 0 ? named : months.length > 0 ? spans : [single];
    return left.length > 12 ? null : [...left, ...others];
  },
  except: ({ left }) => ({ except: left, marked: true }),
  join: joined,
  joinOf: (parts) => (parts.time.day || parts.piece.span ? joined(parts) : null),
  joinAnd: (parts) =>
    parts.piece.except || parts.piece.until || parts.piece.lasting ? joined(parts) : null,
  // "How is my week looking?"
  ofMine: ({ unit }) =>
    unit === "day"
      ? { day: TODAY }
      : unit === "week" || unit === "month"
        ? { span: { unit, shift: 0 } }
        : null,
  special: ({ nodate }) => ({ special: nodate ? "none" : "overdue" }),
  skip: ({ span }) => ({ special: "skip", ...(span && { span }) }),
  skipDays: ({ dayx, dayx2 = dayx }) => ({ special: "skip", from: dayx, until: dayx2 }),
  shift: ({ pushed, unit = "day", push = 1 }) => ({
    shift: pushed ?? { minutes: 0, days: (unit === "week" ? 7 : 1) * push, months: 0 },
  }),
};
