import { timeIn } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";

/** So long a task is drawn at least: its title needs the room. */
const SHOWN_MIN = 30;
const DAY_MINUTES = 1_440;

/** Where a task of a day stands: in minutes after midnight, and beside which others. */
export interface Placed {
  task: Task;
  start: number;
  end: number;
  lane: number;
  /** How many lanes stand beside each other there. */
  lanes: number;
}

/** Minutes after midnight of `17:00`. */
export const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The time of minutes after midnight, as "17:00". */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Places the tasks of a day that have an hour: those at the same time stand beside each other. */
export function placeInLanes(tasks: readonly Task[], timeZone: string): Placed[] {
  const placed = tasks
    .map((task): Placed => {
      const start = minutesOf(timeIn(new Date(task.dueAt ?? 0), timeZone));
      const lasts = Math.max(task.durationMinutes ?? SHOWN_MIN, SHOWN_MIN);
      return { task, start, end: Math.min(start + lasts, DAY_MINUTES), lane: 0, lanes: 1 };
    })
    .sort((a, b) => a.start - b.start || b.end - a.end || a.task.id - b.task.id);
  let group: Placed[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const one of group) one.lanes = ends.length;
    group = [];
    ends = [];
  };
  for (const one of placed) {
    if (ends.length > 0 && ends.every((end) => end <= one.start)) close();
    const free = ends.findIndex((end) => end <= one.start);
    one.lane = free < 0 ? ends.length : free;
    ends[one.lane] = one.end;
    group.push(one);
  }
  close();
  return placed;
}
