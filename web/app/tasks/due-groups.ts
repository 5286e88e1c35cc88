import { dayIn, daysBetween, isDay } from "#app/i18n/dates";
import { addDays, nextMonday } from "./quick-add-days";
import type { Task } from "./task";

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

export type GroupKey = (typeof groupKeys)[number];

export interface TaskGroup {
  key: GroupKey;
  tasks: Task[];
}

/** Where a task stands for a person whose calendar is in `timeZone`. Weeks end on Sunday. */
export function groupOf(task: Task, now: Date, timeZone: string): GroupKey {
  const today = dayIn(timeZone, now);
  if (task.completed) {
    const day = task.completedAt && dayIn(timeZone, new Date(task.completedAt));
    return day === today ? "doneToday" : "completed";
  }
  if (!task.dueAt) return "none";
  const due = isDay(task.dueAt) ? task.dueAt : dayIn(timeZone, new Date(task.dueAt));
  const passed = isDay(task.dueAt) ? due < today : new Date(task.dueAt) < now;
  if (passed) return "overdue";
  const distance = daysBetween(today, due);
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  // Sunday is 0: the days that are left of this week.
  const left = (7 - new Date(`${today}T12:00:00Z`).getUTCDay()) % 7;
  return distance <= left ? "week" : "later";
}

/** Groups in reading order; within one, tasks keep the order they came in. */
export function groupTasks(tasks: Task[], now: Date, timeZone: string): TaskGroup[] {
  const groups = new Map<GroupKey, Task[]>(groupKeys.map((key) => [key, []]));
  for (const task of tasks) groups.get(groupOf(task, now, timeZone))?.push(task);
  return groupKeys
    .map((key) => ({ key, tasks: groups.get(key) ?? [] }))
    .filter((group) => group.tasks.length > 0);
}

/** The day that a task gets when it is moved to a group: its only day, its last, or its first. */
export function dayOfGroup(key: GroupKey, today: string): string | undefined {
  const days = { today, tomorrow: addDays(today, 1), later: nextMonday(today), none: "" };
  if (key === "week") return addDays(days.later, -1);
  return days[key as keyof typeof days];
}

/** Edited after it was made; being ticked off is not an edit. */
export function wasEdited(task: Task): boolean {
  const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) > 1000;
  if (!apart(task.updatedAt, task.createdAt)) return false;
  return !(task.completedAt && !apart(task.updatedAt, task.completedAt));
}
