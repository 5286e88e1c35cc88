import { AppError } from "#app/platform/errors";
import { isCalendar, isReminders, readCalendarTasks } from "./calendar";
import { isGoogleTasks, readGoogleTasks } from "./google-tasks";
import type { Found, Part, ReadContext, SourceName } from "./imported-task";
import { isKarloJson, isKarloTable, readKarlo } from "./karlo";
import { isMarkdown, readMarkdown } from "./markdown";
import { isMicrosoftTodo, readMicrosoftTodo } from "./microsoft-todo";
import { isOrg, readOrg } from "./org";
import { readJson } from "./read-json";
import { firstRows } from "./read-table";
import { readTableTasks } from "./table";
import { isTaskwarrior, isTaskwarriorLines, readTaskwarrior } from "./taskwarrior";
import { isThings, readThings } from "./things";
import { isTickTick, readTickTick } from "./ticktick";
import { isTodoist, readTodoist } from "./todoist";
import { isTrello, readTrello } from "./trello";
import { isVikunja, readVikunja } from "./vikunja";

type Reader = (part: Part, context: ReadContext) => Iterable<Found>;

/** The reader of each source. */
export const READERS: Record<SourceName, Reader> = {
  todoist: readTodoist,
  ticktick: readTickTick,
  "google-tasks": readGoogleTasks,
  "microsoft-todo": (part, context) =>
    isJson(part.text) ? readMicrosoftTodo(part, context) : readTableTasks(part, context, true),
  reminders: readCalendarTasks,
  things: (part, context) =>
    isJson(part.text) ? readThings(part, context) : readMarkdown(part, context),
  vikunja: readVikunja,
  trello: readTrello,
  taskwarrior: readTaskwarrior,
  org: readOrg,
  markdown: readMarkdown,
  table: (part, context) => readTableTasks(part, context),
  calendar: readCalendarTasks,
  karlo: readKarlo,
};

/** Whose JSON it is; the first that fits. */
const JSONS: [SourceName, (json: unknown) => boolean][] = [
  ["google-tasks", isGoogleTasks],
  ["trello", isTrello],
  ["taskwarrior", isTaskwarrior],
  ["things", isThings],
  ["vikunja", isVikunja],
  ["microsoft-todo", isMicrosoftTodo],
];

/** Whose table it is; the first that fits. */
const TABLES: [SourceName, (rows: string[][]) => boolean][] = [
  ["todoist", isTodoist],
  ["ticktick", isTickTick],
  [
    "microsoft-todo",
    ([header = []]) => ["Subject", "Due Date"].every((name) => header.includes(name)),
  ],
  ["karlo", isKarloTable],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them.
const BINARY = /[\u0000-\u0008\u000e-\u001a]/;

const isJson = (text: string): boolean => /^[\s\ufeff]*[[{]/.test(text.slice(0, 1_000));

/**
 * Tells by its content where a file comes from.
 *
 * @returns null for a file that holds nothing that could be a task
 * @throws AppError `file_bound` (422)
 */
export function recognise(part: Part): SourceName | null {
  const { name, text } = part;
  const head = text.slice(0, 20_000);
  if (head.trim() === "" || BINARY.test(head)) return null;
  if (isCalendar(text)) return isReminders(text) ? "reminders" : "calendar";
  if (isKarloJson(text)) return "karlo";
  if (isJson(text)) {
    const source = recogniseJson(part);
    if (source) return source;
  }
  if (/\.org$/i.test(name) || isOrg(text)) return "org";
  if (/\.(md|markdown|taskpaper)$/i.test(name)) return "markdown";
  const rows = firstRows(text);
  const table = TABLES.find(([, fits]) => fits(rows));
  if (table) return table[0];
  if (/\.(csv|tsv|tab)$/i.test(name)) return "table";
  return !isMarkdown(text) && isTable(rows) ? "table" : "markdown";
}

/** Rows of one width, of more than one column. */
const isTable = (rows: string[][]): boolean => {
  const width = rows[0]?.length ?? 0;
  return width > 1 && rows.length > 1 && rows.every((row) => row.length === width);
};

function recogniseJson(part: Part): SourceName | null {
  if (isTaskwarriorLines(part.text)) {
    const lines = part.text.trimStart();
    if (/^\{[^\n]*\}\s*,?\s*(\n|$)/.test(lines)) return "taskwarrior";
  }
  try {
    const json = readJson(part);
    return JSONS.find(([, fits]) => fits(json))?.[0] ?? "karlo";
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "file_bound") throw error;
    // A list of boxes begins like a list of JSON.
    return /^\s*\[[ xX]?\]\s/.test(part.text) ? null : "karlo";
  }
}
