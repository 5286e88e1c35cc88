import { isDay } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";
import { localDue } from "#app/tasks/times/local-due";

/** Sorts tasks by day, within a day those with an hour first; what is done stands last, the newest first. */
export function byHour(timeZone: string): (a: Task, b: Task) => number {
  const key = ({ completedAt, dueAt }: Task) => {
    if (completedAt) return [2, "", 0, -Date.parse(completedAt)] as const;
    if (!dueAt) return [1, "", 0, 0] as const;
    const day = localDue({ dueAt }, timeZone)?.day ?? "";
    return isDay(dueAt) ? ([0, day, 1, 0] as const) : ([0, day, 0, Date.parse(dueAt)] as const);
  };
  return (a, b) => {
    const [one, two] = [key(a), key(b)];
    const at = one.findIndex((value, index) => value !== two[index]);
    if (at < 0) return a.id - b.id;
    return (one[at] ?? 0) < (two[at] ?? 0) ? -1 : 1;
  };
}
