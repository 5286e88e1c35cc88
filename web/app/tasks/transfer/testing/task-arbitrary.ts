import fc from "fast-check";
import { sortReminders } from "#app/tasks/task/reminder";
import { PRIORITIES, RECURRENCE_FROM } from "#app/tasks/task/task";

// Without lone surrogates and NUL, which PostgreSQL cannot store, and without control characters,
// which a calendar cannot hold.
const text = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", maxLength })
    .map((any) =>
      any
        .replace(/\p{Cc}/gu, " ")
        .trim()
        .slice(0, maxLength)
        .trim(),
    )
    .filter((any) => any.isWellFormed());
/** Texts that mean something in a file format. */
export const tricky = fc.constantFrom(
  "=1+1",
  "'=1+1",
  "''-2",
  "@SUM(A1)",
  '"quoted", and; comma',
  "line\nbreak\n\nand more",
  "\\n \\, \\;",
  "'tis",
  "دودھ، انڈے؛ روٹی",
  "BEGIN:VTODO",
  "a:b;c=d,e",
);
const seconds = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 })
  .map((second) => new Date(second * 1000).toISOString().replace(".000", ""));
const due = fc.oneof(
  fc.constant(null),
  seconds,
  seconds.map((moment) => moment.slice(0, 10)),
);
/** What a task without a rule has nothing of. */
const repeat = fc.record({
  recurrence: fc.constantFrom("FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1"),
  recurrenceFrom: fc.constantFrom(...RECURRENCE_FROM),
  recurrenceExcept: fc.subarray(["2095-01-01", "2095-07-01", "2096-02-29"]),
  timeZone: fc.constantFrom(null, "UTC", "Asia/Karachi", "Europe/London", "America/New_York"),
});
const basic = fc.record({
  title: fc.oneof(tricky, text(80).filter(Boolean)),
  description: fc.oneof(tricky, text(300)),
  priority: fc.constantFrom(...PRIORITIES),
  category: fc.option(
    fc.oneof(tricky, text(40)).map((any) => any.replaceAll("\n", " ") || null),
    { nil: null },
  ),
  labels: fc.uniqueArray(fc.constantFrom("waiting", "گھر", "a b", "=x", "'y"), { maxLength: 3 }),
  position: fc.constantFrom(null, "00000000015", "5"),
  dueAt: due,
  durationMinutes: fc.option(fc.integer({ min: 1, max: 43_200 }), { nil: null }),
  reminders: fc.oneof(
    fc.constant(null),
    fc
      .array(
        fc.oneof(
          seconds.map((at) => ({ at })),
          fc.integer({ min: 0, max: 525_600 }).map((minutes_before) => ({ minutes_before })),
        ),
        { maxLength: 4 },
      )
      .map(sortReminders),
  ),
});
/** Tasks with texts that a file format might change. */
export const newTask = fc
  .tuple(basic, fc.oneof(fc.constant({ recurrence: null }), repeat))
  .map(([task, repeats]) => ({ ...task, ...repeats }));
