import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { describe, expect, it } from "vitest";
import { nextOccurrence, readStoredRule, recurrenceFault } from "./recurrence";
import { daysOfRule, fromDayNumber, toDayNumber } from "./recurrence-days";
import { parseRule, type RecurrenceRule } from "./recurrence-rule";
import { taskFields } from "./task-input";

const accepted = [
  "FREQ=DAILY",
  "INTERVAL=999;FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,TH",
  "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SA,SU",
  "FREQ=MONTHLY;BYMONTHDAY=1;INTERVAL=2",
  "FREQ=MONTHLY;BYMONTHDAY=-31,31",
  "FREQ=MONTHLY;BYDAY=+1MO,-1FR,5SU",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
  "FREQ=YEARLY;BYDAY=53MO",
  "FREQ=YEARLY;BYMONTH=12;BYDAY=-1SU",
  "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366",
  "FREQ=DAILY;COUNT=9999",
  "FREQ=DAILY;UNTIL=20261231",
  "FREQ=DAILY;UNTIL=20261231T235959Z",
  "FREQ=DAILY;UNTIL=20261231T235959",
];

const refused = [
  ...["", ";", "=", "daily", "FREQ", "FREQ=", "FREQ=DAILY;", ";FREQ=DAILY", "FREQ=DAILY;;WKST=MO"],
  ...["FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=DAILY,WEEKLY", "FREQ=DAILY=WEEKLY", "COUNT=3"],
  ...["FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;FREQ=WEEKLY", "FREQ=DAILY;COUNT=2;COUNT=3"],
  ...[
    "FREQ=DAILY;FOO=1",
    "FREQ=DAILY;X-NAME=1",
    "FREQ=DAILY;__PROTO__=1",
    "FREQ=DAILY;CONSTRUCTOR=1",
  ],
  ...["FREQ=DAILY;toString=1", "FREQ=DAILY;RSCALE=HEBREW", "FREQ=MONTHLY;SKIP=BACKWARD"],
  ...["FREQ=DAILY\nDTSTART:20260101", "DTSTART=20260101;FREQ=DAILY", "FREQ=DAILY;DTSTART=20260101"],
  ...["FREQ=DAILY;TZID=UTC", "FREQ=DAILY;EXDATE=20260101", "FREQ=DAILY\0", "FREQ=DAILY ;COUNT=1"],
  ...["FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=1.5", "FREQ=DAILY;COUNT=1E3"],
  ...[
    "FREQ=DAILY;COUNT=10000",
    `FREQ=DAILY;COUNT=${"9".repeat(250)}`,
    `FREQ=DAILY;COUNT=${"9".repeat(400)}`,
  ],
  ...["FREQ=DAILY;COUNT=٣", "FREQ=DAILY;COUNT=+3", "FREQ=DAILY;COUNT=", "FREQ=DAILY;COUNT=1,2"],
  ...["FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=100000"],
  ...[
    "FREQ=DAILY;BYSECOND=61",
    "FREQ=DAILY;BYSECOND=0",
    "FREQ=DAILY;BYMINUTE=1",
    "FREQ=DAILY;BYHOUR=9",
  ],
  ...["FREQ=YEARLY;BYYEARDAY=100", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYEASTER=1"],
  ...["FREQ=MONTHLY;BYMONTHDAY=99", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=-32"],
  ...["FREQ=MONTHLY;BYMONTHDAY=1,1", "FREQ=MONTHLY;BYMONTHDAY=1,", "FREQ=WEEKLY;BYMONTHDAY=1"],
  ...[
    "FREQ=YEARLY;BYMONTH=13",
    "FREQ=YEARLY;BYMONTH=0",
    "FREQ=YEARLY;BYMONTH=-1",
    "FREQ=YEARLY;BYMONTH=JAN",
  ],
  ...[
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYDAY=MO;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=MOTU",
    "FREQ=WEEKLY;BYDAY=1MO",
  ],
  ...[
    "FREQ=DAILY;BYDAY=-1MO",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=MONTHLY;BYDAY=0MO",
    "FREQ=YEARLY;BYDAY=54MO",
  ],
  ...["FREQ=YEARLY;BYMONTH=1;BYDAY=10MO", `FREQ=WEEKLY;BYDAY=${"MO,".repeat(60)}TU`],
  ...[
    "FREQ=DAILY;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367",
  ],
  ...["FREQ=DAILY;WKST=XX", "FREQ=DAILY;WKST=", "FREQ=DAILY;COUNT=2;UNTIL=20261231"],
  ...["FREQ=DAILY;UNTIL=20261301", "FREQ=DAILY;UNTIL=20260230", "FREQ=DAILY;UNTIL=2026-12-31"],
  ...[
    "FREQ=DAILY;UNTIL=20261231T250000Z",
    "FREQ=DAILY;UNTIL=20261231T23",
    "FREQ=DAILY;UNTIL=TOMORROW",
  ],
  // Rules whose date never comes.
  ...["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31"],
  ...["FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=-30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"],
  ...[
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    "FREQ=MONTHLY;BYMONTHDAY=8;BYDAY=2MO",
    "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
  ],
];

describe("the grammar of rules", () => {
  it.each(accepted)("takes %s", (rule) => expect(recurrenceFault(rule)).toBeNull());

  it.each(refused)("refuses %j, and says what it takes", (rule) => {
    expect(recurrenceFault(rule)).toMatch(/^an (RFC 5545 )?RRULE/);
    expect(nextOccurrence(rule, { dueAt: "2026-01-31" }, "UTC", "2026-01-31")).toSatisfy(
      (next: unknown) => next === null || /BY(HOUR|MINUTE|SECOND)/.test(rule),
    );
  });

  it("names the part and its range", () => {
    const fault = taskFields().recurrence.safeParse("RRULE:freq=monthly;bymonthday=99").error;
    expect(fault?.issues[0]?.message).toBe(
      "an RRULE with BYMONTHDAY=1 to 31 or -31 to -1, each once",
    );
  });

  it("reads what earlier releases stored: without times of day, and nothing without a date", () => {
    expect(readStoredRule("FREQ=DAILY;BYHOUR=9;BYMINUTE=0;COUNT=3")).toBe("FREQ=DAILY;COUNT=3");
    expect(readStoredRule("BYSECOND=61;FREQ=DAILY")).toBe("FREQ=DAILY");
    for (const rule of [null, "", "FOO", "FREQ=DAILY;COUNT=0", "FREQ=YEARLY;BYMONTH=13"])
      expect(readStoredRule(rule)).toBeNull();
  });
});

const some = <Item>(item: fc.Arbitrary<Item>, maxLength: number) =>
  fc.option(fc.uniqueArray(item, { minLength: 1, maxLength }), { nil: undefined });
const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
const signed = (max: number) => fc.integer({ min: -max, max }).filter((number) => number !== 0);

/** Rules of the grammar, in every combination of its parts. */
const rules = fc
  .record({
    FREQ: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    INTERVAL: fc.option(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(12, 999)), {
      nil: undefined,
    }),
    BYDAY: some(weekday, 7),
    order: fc.option(signed(5), { nil: undefined }),
    BYMONTHDAY: some(fc.oneof(signed(31), fc.constantFrom(29, 30, 31, -1)), 4),
    BYMONTH: some(fc.integer({ min: 1, max: 12 }), 4),
    BYSETPOS: some(fc.oneof(signed(4), signed(366)), 3),
    WKST: fc.option(weekday, { nil: undefined }),
  })
  .map(({ order, BYDAY, ...rule }) => {
    const days = BYDAY?.map((day) => `${order ?? ""}${day}`);
    return Object.entries({ ...rule, BYDAY: days })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${value}`)
      .join(";");
  })
  .filter((rule) => !("expected" in parseRule(rule)));
const starts = fc.integer({ min: 0, max: 25_000 }).map((day) => fromDayNumber(day));

describe("the days of a rule", () => {
  it("are those that another implementation finds", () => {
    let compared = 0;
    fc.assert(
      fc.property(rules, starts, (rule, start) => {
        const dtstart = start.toZonedDateTime("UTC");
        const other = new RRuleTemporal({ rruleString: rule, dtstart, maxIterations: 2_000 });
        let expected: string[];
        try {
          expected = other
            .all((_, n) => n < 4)
            // The last year that a due date may have.
            .filter(({ year }) => year <= 9999)
            .map((date) => date.toPlainDate().toString());
        } catch {
          // It gives up on what is rare.
          return;
        }
        const found: string[] = [];
        for (const day of daysOfRule(parseRule(rule) as RecurrenceRule, toDayNumber(start), 0)) {
          if (found.length === expected.length) break;
          found.push(fromDayNumber(day).toString());
        }
        expect(found, `${rule} from ${start}`).toEqual(expected);
        compared += 1;
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it("lead to the next occurrence that another implementation finds after today", () => {
    const zones = fc.constantFrom("Asia/Karachi", "America/New_York", "Europe/London");
    const lateness = fc.integer({ min: 0, max: 14 });
    const left = fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined });
    const skipped = fc.uniqueArray(fc.nat(8), { maxLength: 4 });
    let compared = 0;
    fc.assert(
      fc.property(
        fc.tuple(rules, starts, zones, lateness, left, skipped),
        ([days, start, timeZone, late, count, places]) => {
          const rule = count === undefined ? days : `${days};COUNT=${count}`;
          const dtstart = start.toZonedDateTime({ timeZone, plainTime: "09:00" });
          const other = new RRuleTemporal({ rruleString: days, dtstart, maxIterations: 2_000 });
          let all: string[];
          try {
            all = other.all((_, n) => n < 20).map((date) => date.toString());
          } catch {
            return;
          }
          const today = start.add({ days: late }).toString();
          const except = places.flatMap((place) => all[place]?.slice(0, 10) ?? []);
          const expected = all.find(
            (at) => at.slice(0, 10) > today && !except.includes(at.slice(0, 10)),
          );
          if (!expected || all.length < 20) return;
          const dueAt = dtstart.toInstant().toString();
          const next = nextOccurrence(rule, { dueAt, except }, timeZone, today);
          const place = all.indexOf(expected);
          const isOver = count !== undefined && place >= count;
          const due = Temporal.ZonedDateTime.from(expected).toInstant().toString();
          expect(next?.dueAt ?? null, `${rule} from ${dtstart}`).toBe(isOver ? null : due);
          if (next && count !== undefined)
            expect(next.recurrence).toBe(`${days};COUNT=${count - place}`);
          compared += 1;
        },
      ),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(40);
  });

  it("take a few milliseconds, whatever the rule and however far its next day", () => {
    const worst = [
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=9999",
      "FREQ=DAILY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=9999",
      "FREQ=WEEKLY;INTERVAL=999;BYMONTH=2;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366",
      `FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=${Array.from({ length: 40 }, (_, n) => 366 - n)}`,
      "FREQ=YEARLY;BYDAY=MO;BYMONTHDAY=29;BYMONTH=2;COUNT=9999",
      ...refused,
    ];
    for (const rule of refused) {
      const before = process.cpuUsage().user;
      for (let n = 0; n < 20; n += 1) recurrenceFault(rule);
      expect((process.cpuUsage().user - before) / 20_000, rule).toBeLessThan(3);
    }
    const dates = [{ dueAt: "9999-12-30", seriesAt: "1970-01-01" }, { dueAt: "2026-02-28" }];
    const time = (work: () => unknown) => {
      const before = process.cpuUsage().user;
      work();
      return (process.cpuUsage().user - before) / 1_000;
    };
    const measure = (rule: string) =>
      Math.max(
        time(() => recurrenceFault(rule)),
        ...dates.map((date) =>
          time(() => nextOccurrence(rule, date, "Asia/Karachi", "2026-11-21")),
        ),
      );
    for (const rule of worst) measure(rule);
    for (const rule of worst)
      expect(Math.min(measure(rule), measure(rule), measure(rule)), rule).toBeLessThan(40);
    fc.assert(
      fc.property(rules, (rule) => {
        expect(Math.min(measure(rule), measure(rule), measure(rule)), rule).toBeLessThan(40);
      }),
      { numRuns: 100 },
    );
  });
});
