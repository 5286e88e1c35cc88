import type { AddForm } from "#app/tasks/edit/task-form";
import type { Priority } from "#app/tasks/task/task";
import { dueFromInput } from "#app/tasks/times/due-input";
import { type TaskTimes, taskTimes } from "#app/tasks/times/task-times";
import { isoOf } from "#app/when/calendar";
import type { TimeContext } from "#app/when/find-times";
import { clockOf, localOf, minutesFrom } from "#app/when/zone";
import { type QuickAddReading, readQuickAdd } from "./read-quick-add";
import type { AskedReminder } from "./reminder-marks";

/** What a line of quick add and the fields beside it make, before it is checked. */
export interface AddReading {
  title: string;
  category: string;
  labels: readonly string[];
  priority: Priority;
  /** One for each task; null for a date of the form that cannot be. */
  times: TaskTimes[] | null;
  reminders: readonly AskedReminder[];
}

/**
 * Reads a line with the separate fields of the form: on the server to add its tasks, in the browser
 * to show them while they wait for a connection.
 *
 * @param lineFirst the line comes before the fields, which are the default of several lines
 */
export function readAdd(
  line: string,
  form: Pick<AddForm, "date" | "time" | "priority" | "category" | "day"> &
    Partial<Pick<AddForm, "list" | "label">>,
  context: TimeContext,
  lineFirst: boolean,
): AddReading {
  const read = readQuickAdd(line, context);
  const category = lineFirst ? read.category || form.category : form.category || read.category;
  // "medium" is the initial value of the field, so the line may override it.
  const overrides = form.priority !== "medium" && !lineFirst;
  const priority = overrides ? form.priority : (read.priority ?? form.priority);
  const times = timesOf(read, form, context, lineFirst);
  // Of the page on which it was written, unless it names another list.
  const labels = form.label ? [...read.labels, form.label] : read.labels;
  return { ...read, category: category || form.list || "", labels, priority, times };
}

/** When the tasks of a line are due; null for a date of the form that cannot be. */
function timesOf(
  { value }: QuickAddReading,
  form: Pick<AddForm, "date" | "time" | "day">,
  context: TimeContext,
  lineFirst: boolean,
): TaskTimes[] | null {
  const asked = lineFirst && value !== null ? { date: "", time: "" } : form;
  const times: TaskTimes[] = taskTimes(value);
  if (!asked.date && !asked.time) {
    const day = dueFromInput(form.day ?? "", "", context.timeZone);
    return times.map((one) => ({ ...one, dueAt: one.dueAt ?? day }));
  }
  const given = times.map((one) => ({ ...one, dueAt: dueOf(asked, one.dueAt, context) }));
  return given.every(({ dueAt }) => dueAt) ? given : null;
}

/**
 * The due date of the form's fields, each of them completed by the line; a time without any date is
 * the next occurrence of that time.
 */
function dueOf(
  { date, time }: { date: string; time: string },
  said: string | null,
  { now, timeZone }: TimeContext,
): string | null {
  const moment = said?.includes("T") ? localOf(Date.parse(said), timeZone) : null;
  const present = localOf(now.getTime(), timeZone);
  const clock = time || (moment ? clockOf(moment.minutes) : "");
  const day = date || (moment ? isoOf(moment.day) : said);
  if (day || !clock) return dueFromInput(day ?? "", clock, timeZone);
  if (!/^\d{2}:\d{2}$/.test(clock)) return null;
  const tomorrow = minutesFrom(clock) <= present.minutes ? 1 : 0;
  return dueFromInput(isoOf(present.day + tomorrow), clock, timeZone);
}
