import ICAL from "ical.js";
import { isDay } from "#app/i18n/dates";
import { toAlarm } from "./calendar-alarms";
import { NO_ALARM, NO_LIST } from "./calendar-lines";
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

/** The rule of a completed task, which is over: its next occurrence has it. */
export const OVER_RULE = "x-karlo-rrule";

/** A task as it stands in a calendar. */
export interface CalendarTask extends TransferTask {
  uid: string;
  /** The UID of the task that it is a step of. */
  parent_uid: string | null;
  updated_at: string;
  version: number;
  /** Where it is shown. */
  url?: string;
}

/** What tasks are written as: something to do, or something at its time. */
type CalendarKind = "tasks" | "events";

type Component = InstanceType<typeof ICAL.Component>;

/**
 * Writes tasks to stand between {@link calendarStart} and {@link calendarEnd}, each zone before the
 * first task that names it.
 *
 * @param now decides which years of a zone are told
 * @param zones those that were written already; what is written is added
 */
export function writeTasks(
  tasks: CalendarTask[],
  kind: CalendarKind,
  now: Date,
  zones: Set<string>,
): string {
  let text = "";
  for (const task of tasks) {
    const zone = zoneOfMoment(task);
    if (zone && !zones.has(zone)) text += writeTimeZone(zone, now);
    if (zone) zones.add(zone);
    text += `${(kind === "tasks" ? toTodo(task) : toEvent(task)).toString()}\r\n`;
  }
  return text;
}

/** The zone that a moment is written in; null for a day, and for UTC. */
const zoneOfMoment = ({ due_at, time_zone }: CalendarTask): string | null =>
  due_at && !isDay(due_at) && time_zone && zoneOf(time_zone) ? time_zone : null;

function toTodo(task: CalendarTask): Component {
  const todo = new ICAL.Component("vtodo");
  addText(todo, "summary", task.title);
  describe(todo, task);
  writeTodoTimes(task, todo);
  addRule(todo, task, task.completed_at ? OVER_RULE : "rrule");
  if (task.recurrence_from === "completion") addText(todo, "x-karlo-repeat-from", "COMPLETION");
  addTime(todo, "completed", task.completed_at);
  addText(todo, "status", task.completed_at ? "COMPLETED" : "NEEDS-ACTION");
  if (task.completed_at) todo.addPropertyWithValue("percent-complete", 100);
  addAlarms(todo, task);
  return todo;
}

/**
 * A task that is due as an event, which more calendars show than tasks. What is completed is marked,
 * and rings no more.
 */
function toEvent(task: CalendarTask): Component {
  const event = new ICAL.Component("vevent");
  const { due_at, duration_minutes, completed_at } = task;
  addText(event, "summary", completed_at ? `✓ ${task.title}` : task.title);
  describe(event, task);
  addTime(event, "dtstart", due_at, zoneOfMoment(task));
  const lasts = duration_minutes !== null && due_at !== null && !isDay(due_at);
  if (lasts) addDuration(event, duration_minutes);
  // Nobody is busy with what has no length.
  addText(event, "transp", lasts && !completed_at ? "OPAQUE" : "TRANSPARENT");
  addText(event, "status", "CONFIRMED");
  if (completed_at) return event;
  // Counted from its completion, the days after the next are not known.
  if (task.recurrence_from === "due") addRule(event, task, "rrule");
  if (task.recurrence && task.recurrence_from === "due") addExceptions(event, task);
  addAlarms(event, task, true);
  return event;
}

function describe(component: Component, task: CalendarTask): void {
  addText(component, "uid", task.uid);
  addTime(component, "dtstamp", task.updated_at);
  addTime(component, "last-modified", task.updated_at);
  component.addPropertyWithValue("sequence", task.version - 1);
  addText(component, "description", task.description);
  component.addPropertyWithValue("priority", PRIORITY[task.priority]);
  addCategories(component, task);
  addText(component, "related-to", task.parent_uid);
  addText(component, "x-karlo-position", task.position);
  addTime(component, "created", task.created_at);
  if (task.url) component.addPropertyWithValue("url", task.url);
}

/** The list of a task and its labels; without a list it says that all are labels. */
function addCategories(component: Component, { category, labels }: CalendarTask): void {
  const names = [...(category ? [category] : []), ...labels];
  if (names.length === 0) return;
  const property = new ICAL.Property("categories");
  property.setValues(names.map((name) => name.replace(CONTROL, "")) as never);
  component.addProperty(property);
  if (!category) addText(component, NO_LIST.toLowerCase(), "TRUE");
}

/**
 * Writes when a task is due, how long it takes and its exceptions. A moment with a duration is a
 * start; DURATION needs one (RFC 5545, 3.8.2.5), so that a day or no date has ESTIMATED-DURATION. A
 * rule needs one too (3.8.5.3): without a duration it is when the task is due.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-calext-ical-tasks/
 */
function writeTodoTimes(task: CalendarTask, todo: Component): void {
  const { due_at, duration_minutes, recurrence, time_zone } = task;
  const zone = zoneOfMoment(task);
  const starts = due_at !== null && !isDay(due_at) && duration_minutes !== null;
  if (starts || (recurrence !== null && !task.completed_at)) addTime(todo, "dtstart", due_at, zone);
  if (!starts) addTime(todo, "due", due_at, zone);
  if (starts) addDuration(todo, duration_minutes);
  else if (duration_minutes !== null)
    addText(todo, "estimated-duration", durationOf(duration_minutes).toString());
  if (time_zone && !zone) addText(todo, "x-karlo-time-zone", time_zone);
  if (!task.completed_at) addExceptions(todo, task);
}

/** Exceptions have the form of the due date that they leave out. */
function addExceptions(component: Component, task: CalendarTask): void {
  const { due_at, recurrence_except } = task;
  if (recurrence_except.length === 0) return;
  const zone = zoneOfMoment(task);
  const clock = due_at && zone && localTime(due_at, zone).slice(10);
  const days = recurrence_except.map((day) => (clock ? day + clock : day));
  component.addProperty(toProperty("exdate", days, zone));
}

function addRule(component: Component, { recurrence }: CalendarTask, name: string): void {
  if (!recurrence) return;
  if (name === OVER_RULE) addText(component, name, recurrence);
  else component.addPropertyWithValue(name, ICAL.Recur.fromString(recurrence));
}

function addAlarms(component: Component, task: CalendarTask, inEvent = false): void {
  if (task.reminders?.length === 0) addText(component, NO_ALARM.toLowerCase(), "TRUE");
  for (const reminder of task.reminders ?? [])
    component.addSubcomponent(toAlarm(reminder, task, inEvent));
}

function addText(component: Component, name: string, value: string | null): void {
  if (!value) return;
  component.addPropertyWithValue(name, value.replace(/\r\n?/g, "\n").replace(CONTROL, ""));
}

function addTime(
  component: Component,
  name: string,
  value: string | null,
  zone: string | null = null,
): void {
  if (value) component.addProperty(toProperty(name, [value], zone));
}

const durationOf = (minutes: number) => ICAL.Duration.fromSeconds(minutes * 60);

const addDuration = (component: Component, minutes: number): unknown =>
  component.addPropertyWithValue("duration", durationOf(minutes));

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
