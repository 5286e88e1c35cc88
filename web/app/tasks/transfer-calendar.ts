import ICAL from "ical.js";
import { AppError } from "#app/platform/errors";
import { formatDue, parseDue } from "./due-date";
import type { PRIORITIES } from "./task";
import type { TransferTask } from "./transfer";

// RFC 5545 §3.8.1.9: 1 to 4 is high, 5 medium, 6 to 9 low.
const PRIORITY = { high: 1, medium: 5, low: 9 };
// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a calendar.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Tasks as an iCalendar (RFC 5545) of VTODOs. */
export function writeCalendar(tasks: (TransferTask & { uid: string })[], now: Date): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", "-//Karlo//Tasks//EN");
  calendar.addPropertyWithValue("version", "2.0");
  for (const task of tasks) {
    const todo = new ICAL.Component("vtodo");
    const text = (name: string, value: string | null) => {
      if (value)
        todo.addPropertyWithValue(name, value.replace(/\r\n?/g, "\n").replace(CONTROL, ""));
    };
    const time = (name: string, value: string | null) => {
      if (value) todo.addPropertyWithValue(name, toTime(value));
    };
    text("uid", task.uid);
    time("dtstamp", now.toISOString());
    text("summary", task.title);
    text("description", task.description);
    todo.addPropertyWithValue("priority", PRIORITY[task.priority]);
    text("categories", task.category);
    time("due", task.due_at);
    if (task.recurrence) {
      todo.addPropertyWithValue("rrule", ICAL.Recur.fromString(task.recurrence));
    }
    time("created", task.created_at);
    time("completed", task.completed_at);
    text("status", task.completed_at ? "COMPLETED" : "NEEDS-ACTION");
    calendar.addSubcomponent(todo);
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * The VTODOs of an iCalendar as rows. A moment keeps the zone it names; one without is taken where
 * the person is.
 *
 * @throws AppError `import_unreadable` (422)
 */
export function readCalendar(text: string, timeZone: string): Record<string, unknown>[] {
  let calendar: InstanceType<typeof ICAL.Component>;
  try {
    const parsed = ICAL.parse(text);
    calendar = new ICAL.Component(Array.isArray(parsed[0]) ? parsed[0] : parsed);
    if (calendar.name !== "vcalendar") throw new Error(calendar.name);
  } catch (cause) {
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "iCalendar" } });
  }
  return calendar.getAllSubcomponents("vtodo").map((todo) => {
    const value = (name: string) => todo.getFirstPropertyValue(name)?.toString();
    const time = (name: string) => fromTime(todo.getFirstProperty(name), timeZone);
    const completedAt = time("completed");
    const row = {
      title: value("summary"),
      description: value("description"),
      priority: readPriority(Number(value("priority") ?? 0)),
      category: value("categories"),
      due_at: time("due") ?? time("dtstart"),
      recurrence: value("rrule"),
      created_at: time("created"),
      completed_at: completedAt,
      completed: completedAt ? undefined : value("status") === "COMPLETED" || undefined,
    };
    return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined));
  });
}

function readPriority(number: number): (typeof PRIORITIES)[number] | undefined {
  if (!(number >= 1 && number <= 9)) return undefined;
  return number < 5 ? "high" : number === 5 ? "medium" : "low";
}

function toTime(text: string): InstanceType<typeof ICAL.Time> {
  // Seconds are the least that a calendar keeps.
  return /^\d{4}-\d\d-\d\d$/.test(text)
    ? ICAL.Time.fromDateString(text)
    : ICAL.Time.fromDateTimeString(`${new Date(text).toISOString().slice(0, 19)}Z`);
}

function fromTime(
  property: InstanceType<typeof ICAL.Property> | null,
  timeZone: string,
): string | undefined {
  const time = property?.getFirstValue();
  if (!property || !time) return undefined;
  const text = time.toString();
  const zone = property.getFirstParameter("tzid") || timeZone;
  const due = parseDue(text, zone) ?? parseDue(text, timeZone);
  return (due && formatDue(due)) ?? text;
}
