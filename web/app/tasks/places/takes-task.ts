import { dayIn } from "#app/i18n/dates";
import type { CalendarData } from "#app/tasks/calendar/read-calendar.server";
import type { Task } from "#app/tasks/task/task";
import { localDue } from "#app/tasks/times/local-due";
import type { TodayData } from "./read-today.server";
import type { UpcomingData } from "./read-upcoming.server";

// Whether a place shows a task that was added or moved on this device, until the server says so.

/** Due until today, or done today. */
export function isOnToday({ today, timeZone }: TodayData, task: Task): boolean {
  if (task.completedAt) return dayIn(timeZone, new Date(task.completedAt)) === today;
  const due = localDue(task, timeZone);
  return due !== null && due.day <= today;
}

/** Due on one of the days that are shown. */
export const isOnUpcoming = (page: UpcomingData, task: Task): boolean => isWithin(page, task);

/** Due on one of the days that are shown, done or not. */
export const isOnCalendar = (page: CalendarData, task: Task): boolean => isWithin(page, task);

function isWithin(
  { days, timeZone }: { days: readonly { day: string }[]; timeZone: string },
  task: Task,
): boolean {
  const due = localDue(task, timeZone);
  return days.some(({ day }) => day === due?.day);
}
