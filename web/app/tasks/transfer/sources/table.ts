import { asMoment, readDate, readTimes } from "./dates";
import type {
  Found,
  ImportedTask,
  Part,
  ReadContext,
  TableChoices,
  TableColumn,
  TableField,
} from "./imported-task";
import { readTable, type Table } from "./read-table";
import { ruleText } from "./rules";
import { plainText } from "./values";

/** What columns are called, in their order of preference: a name of an earlier place wins. */
const NAMES: Record<TableField, string> = {
  title:
    "title|task name|task|name|subject|summary|content|to-do|todo|item|what|کام|عنوان|نام|titel|aufgabe|título|titre",
  notes: "notes|note|description|details|body|comment|comments|memo|تفصیل|نوٹ|notizen|beschreibung",
  project:
    "project|list|list name|category|categories|folder|board|area|group|زمرہ|فہرست|projekt|liste|kategorie",
  labels: "labels|label|tags|tag|contexts|context",
  priority: "priority|importance|اہمیت|priorität",
  due: "due date|due|due_at|due on|deadline|date|when|end date|تاریخ|آخری تاریخ|fällig|datum|fällig am",
  time: "due time|time|وقت|uhrzeit",
  repeat: "repeat|recurrence|recurring|rrule|repeats|repeat rule|دہرائیں",
  minutes: "duration_minutes|duration|minutes|estimate|length|دورانیہ|dauer",
  completed:
    "completed|done|status|state|complete|finished|is completed|% complete|checked|مکمل|حالت|erledigt",
  completedAt:
    "completed at|completed_at|date completed|completed date|completed on|completion date|completed time",
  createdAt:
    "created at|created_at|created|date created|created date|creation date|created on|created time|added",
  parent: "parent|parent task|parent id|parent_id|parentid|subtask of",
  uid: "id|uid|uuid|task id|taskid|task_id|key",
};

const PRIORITY: [RegExp, ImportedTask["priority"]][] = [
  [
    /^(high(est)?|urgent|critical|important|p?1|h|a|!!!|\*|زیادہ|اہم|ضروری|فوری|اعلیٰ|hoch)$/i,
    "high",
  ],
  [/^(medium|med|normal|moderate|p?2|m|b|!!|درمیانی|درمیانہ|mittel)$/i, "medium"],
  [/^(low(est)?|minor|p?[34]|l|c|!|کم|niedrig)$/i, "low"],
];
const YES =
  /^(true|yes|y|1|x|done|completed?|closed|finished|resolved|checked|✓|✔|☑|100 ?%?|ہاں|جی ہاں|مکمل|ہو گیا|ja|erledigt|sí|oui)$/i;
const SLASHED = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/;

/**
 * Reads the tasks of any table: its columns are told by their names, or by the person.
 *
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function* readTableTasks(
  { text }: Part,
  context: ReadContext,
  monthFirst = false,
): Generator<Found> {
  const table = readTable(text);
  const columns = columnsOf(table, context);
  const of = (field: TableField): string | undefined =>
    columns.find((column) => column.field === field)?.name;
  const names = Object.fromEntries(
    columns.flatMap(({ field, name }) => (field ? [[field, name]] : [])),
  );
  const order = dayFirst(table, [of("due"), of("completedAt"), of("createdAt")]);
  const isDayFirst = context.dayFirst ?? order ?? !monthFirst;
  Object.assign(context.found, { columns, separator: table.separator });
  if (order !== undefined) context.found.dayFirst = isDayFirst;
  for (const row of table.rows) {
    if (Object.values(row).every((cell) => cell.trim() === "")) yield { skipped: "empty" };
    else yield readRow(row, names, { ...context, dayFirst: isDayFirst });
  }
}

/** The columns of a table, each with the field that it was chosen for, or that its name says. */
function columnsOf({ names, rows }: Table, { columns: chosen }: TableChoices): TableColumn[] {
  const fields = new Map<string, TableField>();
  for (const [field, all] of Object.entries(NAMES) as [TableField, string][]) {
    const known = all.split("|");
    const free = names.filter((name) => !fields.has(name));
    const found = known.map((one) => free.find((name) => plain(name) === one)).find(Boolean);
    if (found) fields.set(found, field);
  }
  const sample = rows.slice(0, 50);
  const filled = (name: string) => sample.filter((row) => row[name]?.trim()).length;
  // Without a column of that name, the first that says something mostly is the title.
  if (![...fields.values()].includes("title")) {
    const first = names.find((name) => !fields.has(name) && filled(name) > sample.length / 2);
    if (first) fields.set(first, "title");
  }
  return names.map((name) => ({
    name,
    field: chosen && name in chosen ? (chosen[name] ?? null) : (fields.get(name) ?? null),
    example: (sample.find((row) => row[name]?.trim())?.[name] ?? "").trim().slice(0, 80),
  }));
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[:*]+$/, "");

/** Which comes first in dates such as 3/4/2026, where a number above 12 tells; null: none tells. */
function dayFirst({ rows }: Table, columns: (string | undefined)[]): boolean | null | undefined {
  let seen = false;
  for (const row of rows) {
    for (const name of columns) {
      const [, one, two] = SLASHED.exec((name && row[name]?.trim()) || "") ?? [];
      if (one === undefined) continue;
      seen = true;
      if (Number(one) > 12) return true;
      if (Number(two) > 12) return false;
    }
  }
  return seen ? null : undefined;
}

function readRow(
  row: Record<string, string>,
  names: Partial<Record<TableField, string>>,
  context: ReadContext,
): ImportedTask {
  const { timeZone } = context;
  const losses: ImportedTask["losses"] = [];
  const cell = (field: TableField): string => {
    const name = names[field];
    return name === undefined ? "" : (row[name]?.trim() ?? "");
  };
  const [date, time] = [cell("due"), cell("time")];
  const empty = /^(none|null|n\/a|-+|no date|0000-00-00)?$/i;
  const times = empty.test(date)
    ? null
    : (readTimes(time ? `${date} ${time}` : date, context) ?? readTimes(date, context));
  if (!times && !empty.test(date)) losses.push({ kind: "date", text: date });
  const repeat = cell("repeat");
  const rule = /^(no|none|never|false|0|)$/i.test(repeat)
    ? null
    : (ruleText(repeat) ??
      readTimes(/^every/i.test(repeat) ? repeat : `every ${repeat}`, context)?.rule);
  if (rule === undefined) losses.push({ kind: "rule", text: repeat });
  const priority = cell("priority");
  const level = PRIORITY.find(([pattern]) => pattern.test(priority))?.[1];
  if (!level && !/^(none|no|normal|0|p?5|-*)$/i.test(priority))
    losses.push({ kind: "priority", text: priority });
  const moment = (field: TableField) =>
    asMoment(readDate(cell(field), timeZone, context.dayFirst ?? null), timeZone);
  const completedAt = moment("completedAt");
  return {
    uid: cell("uid") || null,
    parent: cell("parent") || null,
    title: cell("title"),
    notes: plainText(cell("notes")),
    project: cell("project").split(";")[0]?.trim() || null,
    labels: cell("labels")
      .split(/[,;]/)
      .map((label) => label.trim().replace(/^[@#]/, ""))
      .filter(Boolean),
    priority: level,
    ...times,
    rule: rule ?? times?.rule ?? null,
    minutes: minutesOf(cell("minutes")) ?? times?.minutes,
    completed: YES.test(cell("completed")) || (completedAt !== null && cell("completed") === ""),
    completedAt,
    createdAt: moment("createdAt"),
    losses,
  };
}

/** "90", "1:30", "1h 30m". */
function minutesOf(text: string): number | null {
  if (/^\d{1,5}$/.test(text)) return Number(text) || null;
  const [, first, second] = /^(\d{1,3}):(\d\d)$/.exec(text) ?? [];
  if (first) return Number(first) * 60 + Number(second);
  const [, hours = 0, minutes = 0] =
    /^(?:(\d{1,3}) ?h[a-z]*)? ?(?:(\d{1,4}) ?m[a-z]*)?$/i.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes) || null;
}
