import fc from "fast-check";
import { expect, it } from "vitest";
import { taskOf } from "#app/tasks/testing/task-of";
import { minutesOf, placeInLanes, timeOf } from "./week-lanes";

it("places tasks of a day so that none covers another", () => {
  const task = fc.record({
    start: fc.integer({ min: 0, max: 1_439 }),
    lasts: fc.option(fc.integer({ min: 1, max: 2_000 })),
  });
  fc.assert(
    fc.property(fc.array(task, { maxLength: 12 }), (tasks) => {
      const placed = placeInLanes(
        tasks.map(({ start, lasts }, index) =>
          taskOf({
            id: index + 1,
            dueAt: `2026-12-01T${timeOf(start)}:00Z`,
            durationMinutes: lasts,
          }),
        ),
        "UTC",
      );
      expect(placed).toHaveLength(tasks.length);
      for (const one of placed) {
        expect(one.lane).toBeLessThan(one.lanes);
        expect(one.end).toBeLessThanOrEqual(1_440);
        for (const other of placed) {
          if (other === one || other.start >= one.end || one.start >= other.end) continue;
          expect(other.lanes).toBe(one.lanes);
          expect(other.lane).not.toBe(one.lane);
        }
      }
    }),
  );
});

it("writes and reads the minutes of a day", () => {
  for (let minutes = 0; minutes < 1_440; minutes += 1)
    expect(minutesOf(timeOf(minutes))).toBe(minutes);
});
