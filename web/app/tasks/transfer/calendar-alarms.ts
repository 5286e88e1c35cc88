import ICAL from "ical.js";
import { isDay } from "#app/i18n/dates";
import { formatDue, parseDue } from "#app/tasks/task/due-date";
import { MINUTES_BEFORE_MAX, REMINDERS_MAX, type Reminder } from "#app/tasks/task/reminder";
import { toTime } from "./calendar-time";
import type { TransferTask } from "./transfer";

/** The morning from which reminders of a day count, in minutes: calendars count from midnight. */
const MORNING = 480;
const MINUTE_MS = 60_000;

/**
 * A VALARM (RFC 5545, 3.6.6) for a reminder of a task.
 *
 * @param inEvent an event begins when its task is due, a to-do ends then
 */
export function toAlarm(reminder: Reminder, task: TransferTask, inEvent = false) {
  const alarm = new ICAL.Component("valarm");
  alarm.addPropertyWithValue("action", "DISPLAY");
  alarm.addPropertyWithValue("description", task.title.replace(/\s+/g, " "));
  const trigger = new ICAL.Property("trigger");
  if ("at" in reminder) {
    trigger.resetType("date-time");
    trigger.setValue(toTime(reminder.at, null));
  } else {
    const forDay = task.due_at !== null && isDay(task.due_at);
    const starts = task.due_at !== null && !forDay && task.duration_minutes !== null;
    // Without a duration a task has an end, when it is due, and no start.
    if (!starts && !inEvent) trigger.setParameter("related", "END");
    const offset = forDay ? MORNING : 0;
    trigger.setValue(ICAL.Duration.fromSeconds((offset - reminder.minutes_before) * 60));
  }
  alarm.addProperty(trigger);
  return alarm;
}

/** What the alarms of a VTODO are counted from. */
interface AlarmedTask {
  /** Its due date, in wire form. */
  dueAt: string | undefined;
  /** In minutes. */
  duration: number | undefined;
  /** Whether the due date is that of DUE. */
  isDue: boolean;
  /** DTSTART, in wire form. */
  start: string | undefined;
  /** Whether it is never to ring. */
  silent: boolean;
  timeZone: string;
}

/**
 * The reminders of a VTODO, from the lines of its triggers. An alarm after the due date rings when it
 * is due; what is no trigger is left out.
 *
 * @returns undefined for a task without alarms: it rings by the person's default
 */
export function readAlarms(lines: string[], task: AlarmedTask): Reminder[] | undefined {
  const reminders = lines
    .map((line) => readTrigger(line, task))
    .filter((reminder) => reminder !== null)
    .slice(0, REMINDERS_MAX);
  if (reminders.length > 0) return reminders;
  return task.silent ? [] : undefined;
}

function readTrigger(line: string, task: AlarmedTask): Reminder | null {
  try {
    const trigger = ICAL.Property.fromString(line);
    const value = trigger.getFirstValue();
    if (!(value instanceof ICAL.Duration)) {
      const due = parseDue(String(trigger.toJSON()[3]), task.timeZone);
      return due?.dueHasTime ? { at: formatDue(due) ?? "" } : null;
    }
    const related = String(trigger.getFirstParameter("related") ?? "START").toUpperCase();
    const after = value.toSeconds() * 1_000 + shiftOf(related, task);
    const morning = task.dueAt !== undefined && isDay(task.dueAt) ? MORNING * MINUTE_MS : 0;
    const minutes = Math.round((morning - after) / MINUTE_MS);
    return minutes > MINUTES_BEFORE_MAX ? null : { minutes_before: Math.max(0, minutes) };
  } catch {
    return null;
  }
}

/** How long after the due date of a task the moment is that an alarm is related to. */
function shiftOf(related: string, { dueAt, duration = 0, isDue, start }: AlarmedTask): number {
  if (related === "END") return isDue ? 0 : duration * MINUTE_MS;
  if (!isDue || start === undefined || dueAt === undefined) return 0;
  const shift = Date.parse(start) - Date.parse(dueAt);
  return Number.isNaN(shift) ? 0 : shift;
}
