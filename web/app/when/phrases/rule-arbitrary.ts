import fc from "fast-check";
import { withoutMonths } from "../resolve/rules";
import { codeOf, type RepeatSaid } from "../said";

/** Any rule that people say. */
export const ruleArbitrary: fc.Arbitrary<RepeatSaid> = fc
  .record({
    interval: fc.integer({ min: 1, max: 12 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }),
    dates: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 }),
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    month: fc.integer({ min: 1, max: 12 }),
    shape: fc.integer({ min: 0, max: 12 }),
    left: fc.option(
      fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
    ),
  })
  .map(({ interval, weekdays, dates, nth, month, shape, left }): RepeatSaid => {
    const days = [...weekdays].sort();
    const numbers = [...dates].sort((a, b) => a - b);
    const shapes: RepeatSaid[] = [
      { freq: "DAILY", interval },
      { freq: "WEEKLY", interval },
      { freq: "MONTHLY", interval },
      { freq: "YEARLY", interval },
      { freq: "WEEKLY", interval, byday: days.map(codeOf) },
      { freq: "MONTHLY", interval, bymonthday: numbers },
      { freq: "MONTHLY", interval, bymonthday: [-1] },
      { freq: "MONTHLY", interval, byday: [`${nth}${codeOf(days[0] ?? 1)}`] },
      {
        freq: "YEARLY",
        interval: 1,
        bymonth: [month],
        bymonthday: [Math.min(28, numbers[0] ?? 1)],
      },
      { freq: "YEARLY", interval: 1, bymonth: [month], byday: [`${nth}${codeOf(days[0] ?? 1)}`] },
      {
        freq: "MONTHLY",
        interval: 1,
        byday: ["MO", "TU", "WE", "TH", "FR"],
        bysetpos: nth === 4 ? -1 : nth,
      },
      { freq: "YEARLY", interval: 1, bymonth: [month], bymonthday: [-1] },
      {
        freq: "YEARLY",
        interval: 1,
        bymonth: [month],
        byday: ["MO", "TU", "WE", "TH", "FR"],
        bysetpos: nth === 4 ? -1 : nth,
      },
    ];
    const rule = shapes[shape] ?? { freq: "DAILY", interval };
    // Every day except in July. Of several months ical.js takes each, whatever the interval.
    return (left && rule.interval === 1 && withoutMonths(rule, left)) || rule;
  });
