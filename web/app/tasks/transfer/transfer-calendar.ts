import ICAL from "ical.js";
import { isDay } from "#app/i18n/dates";
import { AppError, isAppError } from "#app/platform/errors";
import { dueDay, formatDue, parseDue } from "#app/tasks/task/due-date";
import { LABEL_MAX, LABELS_MAX, type PRIORITIES } from "#app/tasks/task/task";
import { readAlarms } from "./calendar-alarms";
import { NO_ALARM, NO_LIST, readTodoLines, splitLine, type TodoLines } from "./calendar-lines";
import { type FileZones, readZones } from "./calendar-own-zones";
import { OVER_RULE } from "./calendar-writer";

/** A VTODO as a row that is not validated yet, and the names of what a person would miss of it. */
export interface CalendarRow {
  value: Record<string, unknown>;
  leftOut: string[];
  /** Its UID, where it has one. */
  uid: string | null;
}

/**
 * Reads the VTODOs of an iCalendar.
 *
 * @param timeZone IANA zone of an instant without one
 * @param others counts the components beside tasks by their names
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function* readCalendar(
  text: string,
  timeZone: string,
  others?: Map<string, number>,
): Generator<CalendarRow> {
  const zones = readZones(text, timeZone, new Date());
  try {
    const moved = readMoved(text);
    for (const todo of readTodoLines(text, others)) {
      const series = todo.rule === undefined ? undefined : uidOf(todo.lines);
      todo.exceptions.push(...(moved.get(series ?? "") ?? []));
      const component = new ICAL.Component(ICAL.parse(todo.lines.join("\r\n")));
      const value = toRow(component, todo, { timeZone, zones });
      const uid = component.getFirstPropertyValue("uid")?.toString() || null;
      yield { value, leftOut: [...todo.leftOut], uid };
    }
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "iCalendar" } });
  }
}

/**
 * The occurrences that stand in a calendar on their own, by the UID of their series, which has none
 * on their days.
 */
function readMoved(text: string): Map<string, string[]> {
  const moved = new Map<string, string[]>();
  if (!/^RECURRENCE-ID/im.test(text)) return moved;
  for (const { lines, occurrence } of readTodoLines(text)) {
    const uid = uidOf(lines);
    if (!uid || !occurrence) continue;
    const known = moved.get(uid);
    if (known) known.push(occurrence);
    else moved.set(uid, [occurrence]);
  }
  return moved;
}

const uidOf = (lines: string[]): string | undefined => {
  const line = lines.find((one) => /^UID[:;]/i.test(one));
  return line && splitLine(line)[1].trim();
};

/** The person's IANA zone, and those that the file names. */
interface Zones {
  timeZone: string;
  zones: FileZones;
}

function toRow(
  todo: InstanceType<typeof ICAL.Component>,
  { rule, exceptions, triggers, leftOut }: TodoLines,
  { timeZone, zones }: Zones,
) {
  const value = (name: string) => todo.getFirstPropertyValue(name)?.toString();
  const time = (name: string) =>
    fromTime(todo.getFirstProperty(name), { timeZone, zones }, leftOut);
  const completedAt = time("completed");
  const duration = readMinutes(value("duration"));
  // With a duration a task begins at its start, without one the start may be days before it is due.
  const start = duration === undefined ? undefined : time("dtstart");
  const dueAt = start ?? time("due") ?? time("dtstart");
  const of = start === undefined && todo.getFirstProperty("due") ? "due" : "dtstart";
  const zone = zoneParameter(todo.getFirstProperty(of), zones) ?? value("x-karlo-time-zone");
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
  if (of === "due" && duration === undefined && ![undefined, dueAt].includes(time("dtstart")))
    leftOut.add("DTSTART");
  const percent = Number(value("percent-complete") ?? 0);
  const status = value("status")?.toUpperCase();
  // A task that was called off is over too, and not to be done.
  if (status === "CANCELLED") leftOut.add("CANCELLED");
  const isDone =
    status === "COMPLETED" || status === "CANCELLED" || (status === undefined && percent >= 100);
  if (!isDone && !completedAt && percent > 0) leftOut.add("PERCENT-COMPLETE");
  // Of a completed task that the calendar is our own, the rule is over.
  const repeats = rule ?? value(OVER_RULE);
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
    recurrence: repeats,
    recurrence_from:
      value("x-karlo-repeat-from")?.toUpperCase() === "COMPLETION" ? "completion" : undefined,
    recurrence_except:
      rule && readExceptions(exceptions, dueAt, { timeZone: zone ?? timeZone, zones }),
    time_zone: repeats && zone,
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
    completed: completedAt ? undefined : isDone || undefined,
  };
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined));
}

/** Categories of other programs as labels: without what separates labels, cut to their length. */
function labelsOf(names: string[]): string[] {
  const labels = names.map((name) =>
    name
      .replace(/^@/, "")
      .replace(/\s*[,،;\p{Cc}]\s*/gu, " ")
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
function readExceptions(
  lines: string[],
  dueAt: string | undefined,
  { timeZone: zone, zones }: Zones,
): string[] {
  const first = dueAt && parseDue(dueAt) ? dueDay(dueAt, zone) : "";
  const days = lines.flatMap((line) => {
    const tzid = /;TZID="?([^":;]+)/i.exec(line)?.[1];
    const [, values] = splitLine(line);
    return values.split(",").map((text) => {
      const due = parseDue(withDashes(text.trim()), (tzid && zones(tzid)) || zone);
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

function zoneParameter(property: Property, zones: FileZones): string | undefined {
  const tzid = property?.getFirstParameter("tzid");
  return (tzid && zones(tzid)) || undefined;
}

/** A time as it stands in the file: a library makes 2 March of 30 February. */
function fromTime(
  property: Property,
  { timeZone, zones }: Zones,
  leftOut: Set<string>,
): string | undefined {
  const text: unknown = property?.toJSON()[3];
  if (!property || typeof text !== "string") return undefined;
  const zone = zoneParameter(property, zones);
  if (!zone && property.getFirstParameter("tzid") && !text.endsWith("Z")) leftOut.add("TZID");
  const due = parseDue(text, zone ?? timeZone);
  return (due && formatDue(due)) ?? text;
}
