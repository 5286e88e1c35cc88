import { isTimeZone } from "#app/platform/time-zone";
import { asMoment, dayOf, readDate } from "./dates";
import type { Found, ImportedTask, Part, ReadContext } from "./imported-task";
import { readTable } from "./read-table";
import { durationSeconds, ruleText } from "./rules";
import { numberOf } from "./values";

const PRIORITIES: Record<string, ImportedTask["priority"]> = { 5: "high", 3: "medium", 1: "low" };
/** "0 Normal, 1 Completed, 2 Archived"; abandoned tasks are -1. */
const DONE = new Set(["1", "2"]);

/** Whether the first rows are those of a backup of TickTick. */
export const isTickTick = (rows: string[][]): boolean => rows.some(isHeader);

const isHeader = (cells: string[]): boolean =>
  ["List Name", "Title", "Is All Day"].every((name) => cells.some((cell) => cell.trim() === name));

/** Reads a backup of TickTick (CSV): lines about the file, a header, a row a task. */
export function* readTickTick({ text }: Part, context: ReadContext): Generator<Found> {
  for (const row of readTable(text, isHeader).rows) {
    if (row.Kind?.trim() === "NOTE") {
      yield { skipped: "notes" };
      continue;
    }
    const title = row.Title?.trim() ?? "";
    if (!title && !row.Content?.trim()) {
      yield { skipped: "empty" };
      continue;
    }
    yield readTask(row, title, context);
  }
}

function readTask(row: Record<string, string>, title: string, context: ReadContext): ImportedTask {
  const losses: ImportedTask["losses"] = [];
  const zone = isTimeZone(row.Timezone ?? "") ? (row.Timezone ?? "") : context.timeZone;
  const allDay = row["Is All Day"]?.trim() === "true";
  const date = (name: string) => {
    const moment = readDate(row[name] ?? "", zone);
    // A day is written as the moment at which it begins in the zone.
    return moment && allDay ? (moment.includes("T") ? dayOf(moment, zone) : moment) : moment;
  };
  const [start, end] = [date("Start Date"), date("Due Date")];
  const spans = !allDay && start && end && start < end && start.includes("T");
  const minutes = spans ? Math.round((Date.parse(end) - Date.parse(start)) / 60_000) : null;
  if (start && end && start !== end && !spans) losses.push({ kind: "startDate" });
  const repeat = row.Repeat?.trim() ?? "";
  const rule = repeat ? ruleText(repeat) : null;
  if (repeat && !rule) losses.push({ kind: "rule", text: repeat });
  const status = row.Status?.trim() ?? "0";
  if (status === "-1") losses.push({ kind: "cancelled" });
  if (row["Column Name"]?.trim()) losses.push({ kind: "section", text: row["Column Name"].trim() });
  const inbox = /^inbox$/i.test(row["List Name"]?.trim() ?? "");
  return {
    uid: row.taskId?.trim() || null,
    parent: row.parentId?.trim() || null,
    title,
    notes: (row.Content ?? "").replace(/^▫/gm, "- [ ] ").replace(/^▪/gm, "- [x] "),
    project: inbox ? null : row["List Name"]?.trim() || null,
    labels: (row.Tags ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    priority: PRIORITIES[String(numberOf(row.Priority))],
    due: spans ? start : (end ?? start),
    minutes,
    rule,
    reminders: remindersOf(row.Reminder ?? "", allDay),
    completed: DONE.has(status) || status === "-1",
    completedAt: asMoment(readDate(row["Completed Time"] ?? "", zone), zone),
    createdAt: asMoment(readDate(row["Created Time"] ?? "", zone), zone),
    losses,
  };
}

/** "TRIGGER:-PT30M", "PT0S", several behind another: how long before the due date it rings. */
function remindersOf(text: string, allDay: boolean): ImportedTask["reminders"] {
  if (allDay) return undefined;
  const found = text.split(/[\s,]+/).flatMap((part) => {
    const seconds = durationSeconds(part.replace(/^TRIGGER:/i, ""));
    return seconds === null ? [] : [{ minutes_before: Math.round(Math.abs(seconds) / 60) }];
  });
  return found.length > 0 ? found : undefined;
}
