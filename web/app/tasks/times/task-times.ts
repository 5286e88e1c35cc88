import { DURATION_MAX } from "#app/tasks/task/task";
import type { NewTask } from "#app/tasks/task/task-input";
import type { Point, TimeValue } from "#app/when/value";

/** When a task is due, how long it takes and how it repeats: a part of its input. */
export type TaskTimes = Required<
  Pick<NewTask, "dueAt" | "durationMinutes" | "recurrence" | "recurrenceFrom" | "recurrenceExcept">
>;

const NO_TIMES: TaskTimes = {
  dueAt: null,
  durationMinutes: null,
  recurrence: null,
  recurrenceFrom: "due",
  recurrenceExcept: [],
};

/** How a point of time is written as a due date. */
type DueFrom = (point: Pick<Point, "day" | "at">) => string;

/** A day, or a moment in UTC, as a task keeps it. */
const dueFrom: DueFrom = ({ day, at }) =>
  at === null ? day : new Date(at).toISOString().replace(".000Z", "Z");

const lasting = (minutes: number | null): number | null =>
  minutes !== null && minutes > 0 && minutes <= DURATION_MAX ? minutes : null;

/**
 * What a time that was said makes of new tasks: one, or one for each of several times. A value that
 * is no time of a new task, such as one that moves another, gives a task without a date. `due` says
 * how a due date is written, as it is kept unless told.
 */
export function taskTimes(
  value: TimeValue | null,
  due: DueFrom = dueFrom,
): [TaskTimes, ...TaskTimes[]] {
  switch (value?.kind) {
    case "day":
    case "moment":
      return [{ ...NO_TIMES, dueAt: due(value), durationMinutes: lasting(value.minutes) }];
    case "range":
      return [{ ...NO_TIMES, dueAt: due(value.start), durationMinutes: lasting(value.minutes) }];
    case "span":
      return [{ ...NO_TIMES, dueAt: value.due }];
    case "duration":
      return [{ ...NO_TIMES, durationMinutes: lasting(value.minutes) }];
    case "recurrence":
      return [
        {
          dueAt: due(value.start),
          durationMinutes: lasting(value.minutes),
          recurrence: value.rule,
          recurrenceFrom: value.from,
          recurrenceExcept: [...value.except],
        },
      ];
    case "several": {
      const [first, ...others] = value.values.flatMap((each) => taskTimes(each, due));
      return first ? [first, ...others] : [NO_TIMES];
    }
    default:
      return [NO_TIMES];
  }
}
