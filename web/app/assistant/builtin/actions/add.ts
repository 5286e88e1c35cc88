import { applyShift } from "#app/tasks/times/apply-shift";
import { localDue } from "#app/tasks/times/local-due";
import { phrasesFor } from "../answers/phrases";
import { dueLabel, taskLine } from "../answers/task-line";
import type { NewTask } from "../frames/command";
import { blocks, meaningOf, type TaskTimes, timesOf } from "../frames/when";
import { type Call, call, type Steps, type Task, type Turn, taskIn } from "../turn";

/** Makes the tasks a message asks for. */
export function* addTasks(tasks: readonly NewTask[], turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  if (tasks.length === 0) return phrases.needsTitle();
  const calls: Call[] = [];
  const made: NewTask[] = [];
  const kept = new Set<string>();
  for (const told of tasks) {
    const task = yield* anchored(told, turn);
    const { value, problems } = task.when ? meaningOf(task.when) : NEVER;
    const problem = blocks(problems);
    // A day that cannot be is asked about; what cannot be kept is said, and the task is made.
    if (problem && problem.kind !== "within-day") return phrases.problem(problem);
    if (problem) kept.add(phrases.problem(problem));
    for (const times of timesOf(value)) {
      calls.push(createCall(task, earlier(times, task, turn)));
      made.push(task);
    }
  }
  const outcomes = yield calls;
  const lines: string[] = [];
  const failures: string[] = [];
  const rings: string[] = [];
  outcomes.forEach((outcome, at) => {
    const task = taskIn(outcome);
    if (!task) failures.push(phrases.failed(outcome));
    else lines.push(taskLine(task, turn));
    for (const minutes of task ? (made[at]?.reminders ?? []) : [])
      rings.push(ringsAt(task as Task, minutes, turn));
  });
  const added = lines.length > 0 ? [phrases.added(lines)] : [];
  return [...added, ...rings, ...kept, ...new Set(failures)].join("\n");
}

/** Gives a task that is due so long before something the date of what was spoken of last. */
function* anchored(task: NewTask, { shown, now }: Turn): Steps<NewTask & { due?: string }> {
  const [spoken, ...others] = shown;
  if (task.ahead === undefined || task.when) return task;
  const { ahead, ...rest } = task;
  if (!spoken || others.length > 0) return { ...rest, reminders: [ahead] };
  const due = taskIn(yield* call("get_task", { id: spoken.id }))?.due_at;
  return due
    ? { ...rest, due: dueBefore(due, ahead, now.timeZoneId) }
    : { ...rest, reminders: [ahead] };
}

/** So many minutes before a due date; whole days are days of the calendar. */
function dueBefore(due: string, minutes: number, timeZone: string): string {
  const isDays = minutes % 1440 === 0;
  const step = isDays ? { minutes: 0, days: -minutes / 1440 } : { minutes: -minutes, days: 0 };
  const { day, time } = localDue({ dueAt: due }, timeZone) ?? { day: due, time: null };
  // Hours count from the beginning of a day that has none.
  const from = { day, time: isDays ? time : (time ?? "00:00") };
  const moved = applyShift(
    from,
    { kind: "shift", months: 0, ...step },
    { now: new Date(), timeZone },
  );
  return moved?.at ?? moved?.day ?? due;
}

/** The times of a task that is due so long before them. */
function earlier(
  times: TaskTimes,
  { ahead, due }: NewTask & { due?: string },
  { now }: Turn,
): TaskTimes {
  if (due) return { due_at: due };
  if (ahead === undefined || !times.due_at) return times;
  return { due_at: dueBefore(times.due_at, ahead, now.timeZoneId) };
}

/** Says when a task rings that was asked to, so many minutes before. */
export function ringsAt(task: Task, minutes: number, turn: Turn): string {
  const phrases = phrasesFor(turn.language);
  if (!task.due_at) return phrases.ringsUndated();
  const isDay = !task.due_at.includes("T");
  // Of a day they count from the person's morning, which is not known here: the day is.
  const at = dueBefore(
    task.due_at,
    isDay ? minutes - (minutes % 1440) : minutes,
    turn.now.timeZoneId,
  );
  const passed = isDay
    ? at < turn.now.toPlainDate().toString()
    : Temporal.Instant.compare(Temporal.Instant.from(at), turn.now.toInstant()) < 0;
  return phrases.rings(dueLabel(at, turn), passed);
}

const NEVER = { value: null, problems: [] };

function createCall(
  { title, priority, category, description, reminders }: NewTask,
  times: TaskTimes,
): Call {
  return {
    name: "create_task",
    arguments: {
      title,
      ...(description ? { description } : {}),
      ...(priority ? { priority } : {}),
      ...(category ? { category } : {}),
      ...times,
      ...(reminders && { reminders: reminders.map((minutes) => ({ minutes_before: minutes })) }),
    },
  };
}
