import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/test-database";

// The database plans the moments at which tasks ring; here they are computed a second time by
// Temporal. At a time of day that a change of clocks repeats, both take the later of the two moments.
const ZONES = [
  ...["UTC", "Asia/Karachi", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"],
  // Half an hour of daylight saving; clocks that change at midnight; a date line that was crossed.
  ...["Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Pacific/Apia", "Asia/Tehran"],
];
const FROM = Date.UTC(2011, 0, 1) / 60_000;
const TO = Date.UTC(2027, 11, 31) / 60_000;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const zone = fc.constantFrom(...ZONES);
const minute = fc.integer({ min: FROM, max: TO });
const before = fc.oneof(
  fc.constantFrom(0, 15, 30, 60, 1_440, 2_880, 10_080),
  fc.integer({ min: 0, max: 525_600 }),
);
const morning = fc.integer({ min: 0, max: 1_439 });

async function times(
  due: Date,
  hasTime: boolean,
  reminders: unknown[],
  timeZone: string,
  atMorning: number,
): Promise<number[]> {
  const { rows } = await client.query(
    "SELECT at FROM reminder_times($1, $2, $3::jsonb, $4, $5, 0, true) ORDER BY at",
    [due, hasTime, JSON.stringify(reminders), timeZone, atMorning],
  );
  return rows.map(({ at }: { at: Date }) => at.getTime());
}

const later = { disambiguation: "later" } as const;
const MINUTE_MS = 60_000;

it("rings minutes before a moment, and days before it at the same time of day", async () => {
  await fc.assert(
    fc.asyncProperty(zone, minute, before, async (timeZone, at, minutes) => {
      const due = Temporal.Instant.fromEpochMilliseconds(at * MINUTE_MS);
      const days = Math.floor(minutes / 1_440);
      const expected =
        days === 0
          ? due.epochMilliseconds
          : due
              .toZonedDateTimeISO(timeZone)
              .toPlainDateTime()
              .subtract({ days })
              .toZonedDateTime(timeZone, later).epochMilliseconds;
      const rings = await times(
        new Date(due.epochMilliseconds),
        true,
        [{ minutes_before: minutes }],
        timeZone,
        480,
      );
      expect(rings).toEqual([expected - (minutes % 1_440) * MINUTE_MS]);
    }),
    { numRuns: 400 },
  );
});

it("rings in the morning of a day, wherever the person is", async () => {
  await fc.assert(
    fc.asyncProperty(zone, minute, before, morning, async (timeZone, at, minutes, early) => {
      const day = Temporal.Instant.fromEpochMilliseconds(at * MINUTE_MS)
        .toZonedDateTimeISO("UTC")
        .toPlainDate();
      const expected = day
        .subtract({ days: Math.floor(minutes / 1_440) })
        .toPlainDateTime()
        .add({ minutes: early })
        .toZonedDateTime(timeZone, later).epochMilliseconds;
      const due = new Date(`${day.toString()}T00:00:00Z`);
      const rings = await times(due, false, [{ minutes_before: minutes }], timeZone, early);
      expect(rings).toEqual([expected - (minutes % 1_440) * MINUTE_MS]);
    }),
    { numRuns: 400 },
  );
});

it("rings at moments as they are, and each moment once", async () => {
  const due = new Date("2027-03-28T09:00:00Z");
  const list = [{ at: "2027-03-28T08:30:00Z" }, { minutes_before: 30 }, { minutes_before: 0 }];
  expect(await times(due, true, list, "Europe/Berlin", 480)).toEqual([
    Date.parse("2027-03-28T08:30:00Z"),
    due.getTime(),
  ]);
});

it("takes a zone that this server does not know for UTC", async () => {
  const due = new Date("2027-03-28T00:00:00Z");
  expect(await times(due, false, [{ minutes_before: 0 }], "Mars/Olympus", 480)).toEqual([
    Date.parse("2027-03-28T08:00:00Z"),
  ]);
});

it("ends quiet hours at the first time of day that is not quiet", async () => {
  await fc.assert(
    fc.asyncProperty(zone, minute, morning, morning, async (timeZone, at, from, to) => {
      const moment = new Date(at * MINUTE_MS);
      const { rows } = await client.query("SELECT quiet_until($1, $2, $3, $4) AS until", [
        moment,
        timeZone,
        from,
        to,
      ]);
      const until: Date | null = rows[0].until;
      const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime();
      const of = local.hour * 60 + local.minute;
      const quiet = from < to ? of >= from && of < to : from > to && (of >= from || of < to);
      if (!quiet) {
        expect(until).toBeNull();
        return;
      }
      const end = local
        .round({ smallestUnit: "day", roundingMode: "floor" })
        .add({ days: of >= to ? 1 : 0, minutes: to })
        .toZonedDateTime(timeZone, later).epochMilliseconds;
      expect(until?.getTime()).toBe(end);
    }),
    { numRuns: 400 },
  );
});

it("finds the next time of day, on any day and on one of the week", async () => {
  await fc.assert(
    fc.asyncProperty(
      zone,
      morning,
      fc.option(fc.integer({ min: 1, max: 7 }), { nil: null }),
      async (timeZone, at, weekday) => {
        const { rows } = await client.query("SELECT next_time($1, $2, $3) AS next, now() AS now", [
          timeZone,
          at,
          weekday,
        ]);
        const [{ next, now }] = rows as [{ next: Date; now: Date }];
        const local = Temporal.Instant.fromEpochMilliseconds(next.getTime()).toZonedDateTimeISO(
          timeZone,
        );
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(
          (weekday === null ? 1 : 7) * 86_400_000 + 3_600_000,
        );
        if (weekday !== null) expect(local.dayOfWeek).toBe(weekday);
      },
    ),
    { numRuns: 200 },
  );
});
