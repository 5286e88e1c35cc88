import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatWhen } from "#app/tasks/times/format-when";
import { dayFrom, isoOf, weekdayOf } from "./calendar";
import { findTimes, readWhen, type TimeContext } from "./find-times";
import { readTable } from "./phrases/read-table";
import { ruleArbitrary } from "./phrases/rule-arbitrary";
import { readLine } from "./read-line";
import { firstOccurrence, ruleText } from "./resolve/rules";
import type { Point, PointRole, RecurrenceValue, TimeValue } from "./value";
import { basicDay, clockOf, endOfDayUtc, rfc3339 } from "./zone";

const LANGUAGES = ["en", "ur", "roman"] as const;
const ZONES = ["Asia/Karachi", "Europe/London", "America/New_York", "Asia/Kathmandu", "UTC"];
const now = new Date("2026-11-29T09:00:00Z");
const today = dayFrom("2026-11-29");

const zone = fc.constantFrom(...ZONES);
const day = fc.integer({ min: dayFrom("2020-01-01"), max: dayFrom("2035-12-31") });
// Hours in which no clock is put forward or back.
const time = fc.integer({ min: 4 * 60, max: 1439 });

const pointIn = (timeZone: string, at: number, minutes: number | null): Point =>
  minutes === null
    ? { day: isoOf(at), time: null, at: null }
    : { day: isoOf(at), time: clockOf(minutes), at: rfc3339({ day: at, minutes }, timeZone) };

const length = fc.integer({ min: 1, max: 1439 });

/** Any value in a zone. */
const values: fc.Arbitrary<{ timeZone: string; value: TimeValue }> = zone.chain((timeZone) => {
  const roles = fc.constantFrom<PointRole>("on", "by", "before", "after", "from");
  const point = fc.tuple(day, fc.option(time), roles).map(([at, minutes, role]): TimeValue => {
    const kind = minutes === null ? "day" : "moment";
    return { kind, ...pointIn(timeZone, at, minutes), role, minutes: null };
  });
  const range = fc
    .tuple(day, fc.integer({ min: 240, max: 1380 }), length)
    .map(([at, start, lasts]): TimeValue => {
      const minutes = Math.min(lasts, 1439 - start);
      const end = pointIn(timeZone, at, start + Math.max(minutes, 1));
      return {
        kind: "range",
        start: pointIn(timeZone, at, start),
        end,
        minutes: Math.max(minutes, 1),
      };
    });
  const span = fc.tuple(day, fc.integer({ min: 0, max: 90 }), fc.boolean()).map(
    ([from, length, late]): TimeValue => ({
      kind: "span",
      from: isoOf(from),
      to: isoOf(from + length),
      due: isoOf(late ? from + length : from),
    }),
  );
  const duration = length.map((minutes): TimeValue => ({ kind: "duration", minutes }));
  const shift = fc
    .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 60 }), fc.boolean())
    .filter(([months, days]) => months + days > 0)
    .map(([months, days, back]): TimeValue => {
      const sign = back ? -1 : 1;
      return { kind: "shift", minutes: 0, days: sign * days || 0, months: sign * months || 0 };
    });
  const recurrence = fc
    .record({
      rule: ruleArbitrary,
      from: day,
      minutes: fc.option(time),
      count: fc.option(fc.integer({ min: 1, max: 99 })),
      ends: fc.option(fc.integer({ min: 30, max: 900 })),
      lasts: fc.option(fc.integer({ min: 5, max: 300 })),
      completion: fc.boolean(),
      except: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 3 }),
    })
    .map((made): RecurrenceValue => {
      const first = firstOccurrence(made.rule, made.from) ?? made.from;
      const until = made.ends !== null && made.count === null ? first + made.ends : null;
      const last =
        until && (made.minutes === null ? basicDay(until) : endOfDayUtc(until, timeZone));
      const end = made.count !== null ? `;COUNT=${made.count}` : last ? `;UNTIL=${last}` : "";
      return {
        kind: "recurrence",
        rule: ruleText(made.rule) + end,
        start: pointIn(timeZone, first, made.minutes),
        minutes: made.lasts,
        except: made.except.sort((a, b) => a - b).map((ahead) => isoOf(first + ahead)),
        from: made.completion ? "completion" : "due",
      };
    })
    // A series from today on begins tomorrow where its time has passed.
    .filter(({ start }) => start.day !== isoOf(today));
  const several = fc
    .tuple(recurrence, recurrence)
    .map(([one, two]): TimeValue => ({ kind: "several", values: [one, two] as never }));
  const rest = fc.constantFrom<TimeValue>(
    { kind: "none" },
    { kind: "overdue" },
    { kind: "skip", from: null, to: null },
    { kind: "skip", from: "2026-11-30", to: "2026-12-06" },
  );
  const value = fc.oneof(point, range, span, duration, shift, recurrence, several, rest);
  return value.map((made) => ({ timeZone, value: made }));
});

describe("a value", () => {
  it("is read back as itself from each language", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...LANGUAGES), ({ timeZone, value }, language) => {
        const said = formatWhen(value, language, timeZone);
        expect({ said, value: readWhen(said, { now, timeZone })?.value }).toEqual({ said, value });
      }),
      { numRuns: 1500 },
    );
  });
});

const context: TimeContext = { now, timeZone: "Asia/Karachi" };
const rows = ["clocks", "days", "repeats"]
  .flatMap(readTable)
  .filter(({ value }) => !/^-/.test(value));

/** Words that are no date, of each form of writing. */
const WORDS = {
  en: "milk bread eggs laundry garden sister doctor invoice keys passport tyres curtains".split(
    " ",
  ),
  ur: "دودھ روٹی انڈے کپڑے باغ بہن ڈاکٹر چابی پاسپورٹ پردے سبزی دوائی".split(" "),
  roman: "doodh roti ande kapray bagh behan doctor chabi sabzi parday dawai kitab".split(" "),
};

describe("words that are no date", () => {
  it("never change the date, and are the title", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.nat(), fc.nat(), (row, seed, size) => {
        const list = WORDS[row.form];
        const words = Array.from(
          { length: (size % 5) + 2 },
          (_, at) => list[(seed + at * 7) % list.length],
        ).join(" ");
        const verb =
          row.form === "en" ? `buy ${words}` : row.form === "ur" ? words : `${words} lani hai`;
        const alone = readLine(`${verb} ${row.phrase}`, context);
        expect(alone.title).toBe(verb);
        expect(readLine(`${row.phrase} ${verb}`, context)).toMatchObject({
          title: verb,
          value: alone.value,
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a phrase", () => {
  /** Phrases whose words hang together so that none of them is a time without the others. */
  const bound = [
    "on the last | day of every month",
    "every third | friday",
    "the first | monday of january",
    "in two | weeks",
    "a week from | zork",
    "2 days before | zork",
    "every other | zork",
    "at half past | zork",
    "on the | of december",
    "mahine ke aakhri | zork",
    "har teesre | zork",
    "ہر تیسرے | زورک",
    "مہینے کے آخری | زورک",
    "دو | بعد",
  ];

  it("with one unread word is left whole in the title", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bound),
        fc.constantFrom("blorp", "zibbel", "قلمبر"),
        (gap, word) => {
          const line = `buy milk ${gap.replace("|", word)}`;
          expect(readLine(line, context)).toMatchObject({ title: line, value: null });
        },
      ),
    );
  });

  it("is taken out of the text as a slice of it, whatever the text", () => {
    const words = fc.constantFrom(
      ...'tomorrow at 5 pm every friday کل بجے شام ہر kal baje shaam do din baad of the before , - ( ) " buy milk 31st may 9 5-6pm and or until'.split(
        " ",
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(words, { maxLength: 25 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, text: slice } of findTimes(text, context)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(slice);
          last = end;
        }
        const { title } = readLine(text, context);
        expect(title === "").toBe(text.trim() === "");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the weekday that is meant", () => {
  it("is one of the seven days to come, on whatever day it is said", () => {
    const names = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
    fc.assert(
      fc.property(day, fc.constantFrom(...names), zone, (today, name, timeZone) => {
        const at = new Date(`${isoOf(today)}T12:00:00Z`);
        const value = readWhen(name, { now: at, timeZone })?.value;
        if (value?.kind !== "day") throw new Error(`${name} is no day`);
        const distance = dayFrom(value.day) - today;
        expect(distance).toBeGreaterThanOrEqual(1);
        expect(distance).toBeLessThanOrEqual(7);
        expect(weekdayOf(dayFrom(value.day))).toBe(names.indexOf(name) + 1);
      }),
    );
  });
});
