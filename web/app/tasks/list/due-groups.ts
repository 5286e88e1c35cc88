import { dayIn, daysBetween, isDay } from "#app/i18n/dates";
import { addDays } from "#app/tasks/task/calendar-days";
import type { Task } from "#app/tasks/task/task";

const groupKeys = [
  "overdue",
  "today",
  "tomorrow",
  "week",
  "later",
  "none",
  "doneToday",
  "completed",
] as const;

/** The groups of a list, in display order. */
export type GroupKey = (typeof groupKeys)[number];

/** One group of a list with its tasks. */
export interface TaskGroup {
  key: GroupKey;
  tasks: Task[];
}

/** Days from a day to the last of its week; `firstWeekday` is ISO, 1 is Monday. */
const daysLeftInWeek = (day: string, firstWeekday = 1): number =>
  // getUTCDay() of a Sunday is 0.
  (firstWeekday + 6 - new Date(`${day}T12:00:00Z`).getUTCDay()) % 7;

/**
 * The group of a task by its dates in `timeZone` (IANA).
 *
 * @param firstWeekday ISO weekday that weeks begin with, Monday by default
 */
export function groupOf(
  task: Pick<Task, "completed" | "completedAt" | "dueAt">,
  now: Date,
  timeZone: string,
  firstWeekday?: number,
): GroupKey {
  const today = dayIn(timeZone, now);
  if (task.completed) {
    const day = task.completedAt && dayIn(timeZone, new Date(task.completedAt));
    return day === today ? "doneToday" : "completed";
  }
  if (!task.dueAt) return "none";
  const due = isDay(task.dueAt) ? task.dueAt : dayIn(timeZone, new Date(task.dueAt));
  const isOverdue = isDay(task.dueAt) ? due < today : new Date(task.dueAt) < now;
  if (isOverdue) return "overdue";
  const distance = daysBetween(today, due);
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  return distance <= daysLeftInWeek(today, firstWeekday) ? "week" : "later";
}

/** Groups tasks, in display order without empty groups; tasks keep their order within one. */
export function groupTasks(
  tasks: Task[],
  now: Date,
  timeZone: string,
  firstWeekday?: number,
): TaskGroup[] {
  const groups = new Map<GroupKey, Task[]>(groupKeys.map((key) => [key, []]));
  for (const task of tasks) groups.get(groupOf(task, now, timeZone, firstWeekday))?.push(task);
  return groupKeys
    .map((key) => ({ key, tasks: groups.get(key) ?? [] }))
    .filter((group) => group.tasks.length > 0);
}

/**
 * The due day of a task that is dropped on a group: the only, last or first day of the group.
 *
 * @returns an empty text for "no date"; undefined for a group that takes no drop
 */
export function dayOfGroup(
  key: GroupKey,
  today: string,
  firstWeekday?: number,
): string | undefined {
  const left = daysLeftInWeek(today, firstWeekday);
  const week = addDays(today, left);
  // At the end of a week the day after it is tomorrow.
  const later = addDays(today, Math.max(left + 1, 2));
  const days = { today, tomorrow: addDays(today, 1), week, later, none: "" };
  return days[key as keyof typeof days];
}

/** True when a task was edited after its creation; completing it is not an edit. */
export function wasEdited(task: Omit<Task, "description" | "reminders">): boolean {
  const differ = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) > 1000;
  if (!differ(task.updatedAt, task.createdAt)) return false;
  return !(task.completedAt && !differ(task.updatedAt, task.completedAt));
}
