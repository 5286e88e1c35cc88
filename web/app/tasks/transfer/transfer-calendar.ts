import ICAL from "ical.js";
import { isDay } from "#app/i18n/dates";
import { AppError, isAppError } from "#app/platform/errors";
import { dueDay, formatDue, parseDue } from "#app/tasks/task/due-date";
import { LABEL_MAX, LABELS_MAX, type PRIORITIES } from "#app/tasks/task/task";
import { readAlarms, toAlarm } from "./calendar-alarms";
import { NO_ALARM, NO_LIST, readTodoLines, splitLine, type TodoLines } from "./calendar-lines";
import { localTime, toTime } from "./calendar-time";
import { writeTimeZone, zoneOf } from "./calendar-zones";
import type { TransferTask } from "./transfer";

// RFC 5545 §3.8.1.9: 1 to 4 is high, 5 medium, 6 to 9 low.
const PRIORITY = { high: 1, medium: 5, low: 9 };
// biome-ignore lint/suspicious/noControlCharactersInRegex: a calendar cannot hold them.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** The first and the last lines of an iCalendar (RFC 5545). */
export const calendarStart = "BEGIN:VCALENDAR\r\nPRODID:-//Karlo//Tasks//EN\r\nVERSION:2.0\r\n";
export const calendarEnd = "END:VCALENDAR\r\n";

/**
 * Writes tasks as VTODOs, to stand between {@link calendarStart} and {@link calendarEnd}, each zone
 * before the first task that names it.
 *
 * @param zones those that were written already; what is written is added
 */
export function writeTodos(tasks: Todo[], now: Date, zones: Set<string>): string {
  let text = "";
  for (const task of tasks) {
    const zone = zoneOfMoment(task);
    if (zone && !zones.has(zone)) text += writeTimeZone(zone, now);
    if (zone) zones.add(zone);
    text += `${toTodo(task, now).toString()}\r\n`;
  }
  return text;
}

type Todo = TransferTask & { uid: string; parentUid: string | null };

/** The zone that a moment is written in; null for a day, and for UTC. */
const zoneOfMoment = ({ due_at, time_zone }: Todo): string | null =>
  due_at && !isDay(due_at) && time_zone && zoneOf(time_zone) ? time_zone : null;

function toTodo(task: Todo, now: Date) {
  const todo = new ICAL.Component("vtodo");
  const text = (name: string, value: string | null) => {
    if (value) todo.addPropertyWithValue(name, value.replace(/\r\n?/g, "\n").replace(CONTROL, ""));
  };
  const time = (name: string, value: string | null, zone: string | null = null) => {
    if (value) todo.addProperty(toProperty(name, [value], zone));
  };
  text("uid", task.uid);
  time("dtstamp", now.toISOString());
  text("summary", task.title);
  text("description", task.description);
  todo.addPropertyWithValue("priority", PRIORITY[task.priority]);
  const categories = [...(task.category ? [task.category] : []), ...task.labels];
  if (categories.length > 0) {
    const property = new ICAL.Property("categories");
    property.setValues(categories.map((name) => name.replace(CONTROL, "")) as never);
    todo.addProperty(property);
  }
  if (!task.category && task.labels.length > 0) text(NO_LIST.toLowerCase(), "TRUE");
  text("related-to", task.parentUid);
  text("x-karlo-position", task.position);
  writeTimes(task, todo, time);
  if (task.recurrence) {
    todo.addPropertyWithValue("rrule", ICAL.Recur.fromString(task.recurrence));
  }
  if (task.recurrence_from === "completion") text("x-karlo-repeat-from", "COMPLETION");
  time("created", task.created_at);
  time("completed", task.completed_at);
  text("status", task.completed_at ? "COMPLETED" : "NEEDS-ACTION");
  if (task.reminders?.length === 0) text(NO_ALARM.toLowerCase(), "TRUE");
  for (const reminder of task.reminders ?? []) todo.addSubcomponent(toAlarm(reminder, task));
  return todo;
}

/**
 * Writes when a task is due, how long it takes and its exceptions. A moment with a duration is a
 * start; DURATION needs one (RFC 5545, 3.8.2.5), so that a day or no date has ESTIMATED-DURATION.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-calext-ical-tasks/
 */
function writeTimes(
  task: Todo,
  todo: InstanceType<typeof ICAL.Component>,
  time: (name: string, value: string | null, zone: string | null) => void,
): void {
  const { due_at, duration_minutes, recurrence_except, time_zone } = task;
  const zone = zoneOfMoment(task);
  const starts = due_at !== null && !isDay(due_at) && duration_minutes !== null;
  time(starts ? "dtstart" : "due", due_at, zone);
  if (duration_minutes !== null) {
    const duration = ICAL.Duration.fromSeconds(duration_minutes * 60);
    if (starts) todo.addPropertyWithValue("duration", duration);
    else todo.addPropertyWithValue("estimated-duration", duration.toString());
  }
  if (time_zone && !zone) todo.addPropertyWithValue("x-karlo-time-zone", time_zone);
  if (recurrence_except.length === 0) return;
  // An exception has the form of the due date that it leaves out.
  const clock = due_at && zone && localTime(due_at, zone).slice(10);
  const days = recurrence_except.map((day) => (clock ? day + clock : day));
  todo.addProperty(toProperty("exdate", days, zone));
}

/**
 * A property of days or moments: moments with a zone are on its clock, others in UTC.
 *
 * @param values days, moments, or what a clock of the zone shows
 */
function toProperty(name: string, values: string[], zone: string | null) {
  const property = new ICAL.Property(name);
  const [first = ""] = values;
  if (isDay(first)) property.resetType("date");
  else if (zone) property.setParameter("tzid", zone);
  const times = values.map((value) => toTime(value, zone));
  if (times.length === 1) property.setValue(times[0] as never);
  else property.setValues(times as never);
  return property;
}

/** A VTODO as a row that is not validated yet, and the names of what a person would miss of it. */
export interface CalendarRow {
  value: Record<string, unknown>;
  leftOut: string[];
}

/**
 * Reads the VTODOs of an iCalendar.
 *
 * @param timeZone IANA zone of an instant without one
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function* readCalendar(text: string, timeZone: string): Generator<CalendarRow> {
  try {
    for (const todo of readTodoLines(text)) {
      const component = new ICAL.Component(ICAL.parse(todo.lines.join("\r\n")));
      const value = toRow(component, todo, timeZone);
      yield { value, leftOut: [...todo.leftOut] };
    }
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "iCalendar" } });
  }
}

function toRow(
  todo: InstanceType<typeof ICAL.Component>,
  { rule, exceptions, triggers, leftOut }: TodoLines,
  timeZone: string,
) {
  const value = (name: string) => todo.getFirstPropertyValue(name)?.toString();
  const time = (name: string) => fromTime(todo.getFirstProperty(name), timeZone, leftOut);
  const completedAt = time("completed");
  const duration = readMinutes(value("duration"));
  // With a duration a task begins at its start, without one the start may be days before it is due.
  const start = duration === undefined ? undefined : time("dtstart");
  const dueAt = start ?? time("due") ?? time("dtstart");
  const of = start === undefined && todo.getFirstProperty("due") ? "due" : "dtstart";
  const zone = zoneParameter(todo.getFirstProperty(of)) ?? value("x-karlo-time-zone");
  const isLabelled = value(NO_LIST.toLowerCase()) !== undefined;
  const categories = todo
    .getAllProperties("categories")
    .flatMap((one) => one.getValues().map(String));
  const [category] = isLabelled ? [] : categories;
  const labels = labelsOf(category === undefined ? categories : categories.slice(1));
  if (labels.length > LABELS_MAX) leftOut.add("CATEGORIES");
  const related = todo.getFirstProperty("related-to");
  const isStep = /^parent$/i.test(String(related?.getFirstParameter("reltype") ?? "PARENT"));
  if (related && !isStep) leftOut.add("RELATED-TO");
  const row = {
    title: value("summary"),
    description: value("description"),
    priority: readPriority(Number(value("priority") ?? 0)),
    category: category?.trim() || undefined,
    labels: labels.length > 0 ? labels.slice(0, LABELS_MAX) : undefined,
    position: value("x-karlo-position"),
    id: value("uid"),
    parent_id: isStep ? related?.getFirstValue()?.toString() : undefined,
    due_at: dueAt,
    duration_minutes: duration ?? readMinutes(value("estimated-duration")),
    recurrence: rule,
    recurrence_from:
      value("x-karlo-repeat-from")?.toUpperCase() === "COMPLETION" ? "completion" : undefined,
    recurrence_except: rule && readExceptions(exceptions, dueAt, zone ?? timeZone),
    time_zone: rule && zone,
    reminders: readAlarms(triggers, {
      dueAt,
      duration,
      isDue: of === "due",
      start: time("dtstart"),
      silent: value(NO_ALARM.toLowerCase()) !== undefined,
      timeZone,
    }),
    created_at: time("created"),
    completed_at: completedAt,
    completed: completedAt ? undefined : value("status") === "COMPLETED" || undefined,
  };
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined));
}

/** Categories of other programs as labels: without what separates labels, cut to their length. */
function labelsOf(names: string[]): string[] {
  const labels = names.map((name) =>
    name
      .replace(/^@/, "")
      .replace(/[,،;\p{Cc}]/gu, " ")
      .trim()
      .slice(0, LABEL_MAX)
      .toWellFormed()
      .trim(),
  );
  return labels.filter((name, at) => name !== "" && labels.indexOf(name) === at);
}

/** Whole minutes of a duration such as PT1H30M; what is less than one is one. */
function readMinutes(text: string | undefined): number | undefined {
  if (!text || !/^\+?P/i.test(text)) return undefined;
  const seconds = ICAL.Duration.fromString(text.toUpperCase()).toSeconds();
  return seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : undefined;
}

/** The days of EXDATE lines in a zone, without those that are over; what is no date stays as it is. */
function readExceptions(lines: string[], dueAt: string | undefined, zone: string): string[] {
  const first = dueAt && parseDue(dueAt) ? dueDay(dueAt, zone) : "";
  const days = lines.flatMap((line) => {
    const tzid = /;TZID="?([^":;]+)/i.exec(line)?.[1];
    const [, values] = splitLine(line);
    return values.split(",").map((text) => {
      const due = parseDue(withDashes(text.trim()), (tzid && zoneOf(tzid)) || zone);
      const day = due && formatDue(due);
      return day ? dueDay(day, zone) : text.trim();
    });
  });
  return days.filter((day) => !isDay(day) || day > first);
}

/** `20261225T090000` as `2026-12-25T09:00:00`. */
const withDashes = (text: string): string =>
  text.replace(/^(\d{4})(\d\d)(\d\d)/, "$1-$2-$3").replace(/T(\d\d)(\d\d)(\d\d)/, "T$1:$2:$3");

function readPriority(number: number): (typeof PRIORITIES)[number] | undefined {
  if (!(number >= 1 && number <= 9)) return undefined;
  return number < 5 ? "high" : number === 5 ? "medium" : "low";
}

type Property = InstanceType<typeof ICAL.Property> | null;

function zoneParameter(property: Property): string | undefined {
  const tzid = property?.getFirstParameter("tzid");
  return (tzid && zoneOf(tzid)) || undefined;
}

/** A time as it stands in the file: a library makes 2 March of 30 February. */
function fromTime(property: Property, timeZone: string, leftOut: Set<string>): string | undefined {
  const text: unknown = property?.toJSON()[3];
  if (!property || typeof text !== "string") return undefined;
  const zone = zoneParameter(property);
  if (!zone && property.getFirstParameter("tzid") && !text.endsWith("Z")) leftOut.add("TZID");
  const due = parseDue(text, zone ?? timeZone);
  return (due && formatDue(due)) ?? text;
}
