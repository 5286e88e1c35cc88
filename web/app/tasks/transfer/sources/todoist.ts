import { isTimeZone } from "#app/platform/time-zone";
import { readTimes } from "./dates";
import type { Found, ImportedTask, Part, ReadContext } from "./imported-task";
import { readTable } from "./read-table";
import { numberOf } from "./values";

const PRIORITIES = [undefined, "high", "medium", "low", undefined] as const;
const LABEL = /(^|\s)@([\p{L}\p{N}_-]{1,60})(?=\s|$)/gu;
/** An attachment in a comment is a file in double brackets. */
const ATTACHMENT = /\[\[file \{/;

/** Whether the first rows are those of a project of Todoist, as it exports or backs it up. */
export const isTodoist = (rows: string[][]): boolean => rows.some(isHeader);

const isHeader = (cells: string[]): boolean =>
  ["TYPE", "CONTENT", "INDENT"].every((name) => cells.some((cell) => cell.trim() === name));

/**
 * Reads a project of Todoist (CSV). It has no ids, so that a task is known by its list and title.
 * Source: https://www.todoist.com/help/articles/format-a-csv-file-to-import-into-todoist-UVUXX0mN
 */
export function* readTodoist({ name, text }: Part, context: ReadContext): Generator<Found> {
  const { rows } = readTable(text, isHeader);
  const project = projectOf(name);
  /** The tasks above, by their indent. */
  const above: ImportedTask[] = [];
  let last: ImportedTask | null = null;
  for (const row of rows) {
    const type = row.TYPE?.trim().toLowerCase();
    const content = row.CONTENT?.trim() ?? "";
    if (type === "note" && last) addNote(last, content);
    else if (type === "section") yield { skipped: "sections" };
    if (type !== "task") continue;
    if (last) yield last;
    const indent = Math.max(1, Math.min(20, numberOf(row.INDENT) ?? 1));
    above.length = Math.min(above.length, indent - 1);
    const parent = above.at(-1);
    last = readTask(row, content, context);
    last.project = project;
    last.parent = parent?.uid ?? null;
    above.push(last);
  }
  if (last) yield last;
}

function readTask(
  row: Record<string, string>,
  content: string,
  context: ReadContext,
): ImportedTask {
  const losses: ImportedTask["losses"] = [];
  const labels = [...content.matchAll(LABEL)].map(([, , label = ""]) => label);
  const words = content.replace(LABEL, "$1").replace(/\s+/g, " ").trim();
  const date = row.DATE?.trim() || row.DEADLINE?.trim() || "";
  const zone = row.TIMEZONE?.trim() || context.timeZone;
  const times = date ? readTimes(date, context, isTimeZone(zone) ? zone : context.timeZone) : null;
  if (date && !times) losses.push({ kind: "date", text: date });
  if (row.RESPONSIBLE?.trim()) losses.push({ kind: "people", text: row.RESPONSIBLE.trim() });
  return {
    uid: null,
    // A star before a task means that it cannot be ticked.
    title: (words || content).replace(/^\* /, ""),
    notes: row.DESCRIPTION?.trim() ?? "",
    labels,
    priority: PRIORITIES[numberOf(row.PRIORITY) ?? 4],
    losses,
    ...times,
    minutes: minutesOf(row) ?? times?.minutes,
  };
}

function minutesOf(row: Record<string, string>): number | null {
  const duration = numberOf(row.DURATION);
  if (!duration) return null;
  return /^day/i.test(row.DURATION_UNIT ?? "") ? duration * 1_440 : duration;
}

function addNote(task: ImportedTask, content: string): void {
  if (ATTACHMENT.test(content)) task.losses?.push({ kind: "attachments" });
  const text = content.replace(/\[\[file \{.*$/s, "").trim();
  if (text) task.notes = [task.notes, text].filter(Boolean).join("\n\n");
}

/** "Home [2203306141].csv" is the list Home; "Inbox" is no list. */
function projectOf(name: string): string | null {
  const base = name.split("/").at(-1) ?? "";
  const project = base
    .replace(/\.csv$/i, "")
    .replace(/ ?\[\d+\]$/, "")
    .trim();
  return /^(inbox|template|tasks?|todoist|export)$/i.test(project) ? null : project || null;
}
