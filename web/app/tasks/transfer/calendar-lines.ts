import { REMINDERS_MAX } from "#app/tasks/task/reminder";
import { LABELS_MAX } from "#app/tasks/task/task";
import { fromPrintable, goesOn } from "./quoted-printable";
import { FILE_BOUNDS, fileBound } from "./transfer";

/** Says of a task that it rings never, not even by default; its value is TRUE. */
export const NO_ALARM = "X-KARLO-SILENT";

/** Says that all categories of a task are labels; its value is TRUE. */
export const NO_LIST = "X-KARLO-NO-LIST";

/** The properties of a VTODO that become fields of a task. */
const FIELDS = new Set([
  ...[
    "UID",
    "RELATED-TO",
    "SUMMARY",
    "DESCRIPTION",
    "PRIORITY",
    "CATEGORIES",
    "STATUS",
    "PERCENT-COMPLETE",
  ],
  ...["DUE", "DTSTART", "DURATION", "ESTIMATED-DURATION", "CREATED", "COMPLETED"],
  ...["X-KARLO-REPEAT-FROM", "X-KARLO-TIME-ZONE", "X-KARLO-RRULE", "X-KARLO-POSITION"],
  ...[NO_ALARM, NO_LIST],
]);

/** What people would miss, and no task has. */
const LEFT_OUT = new Set([
  ...["RDATE", "EXRULE", "ATTACH", "LOCATION", "URL", "GEO", "COMMENT", "CONTACT", "ATTENDEE"],
  ...["RESOURCES", "CONFERENCE", "IMAGE"],
]);

/** A description with markup, which programs write beside that without. */
const MARKED_UP = "X-ALT-DESC";

/** The lines of one VTODO. */
export interface TodoLines {
  /** From its BEGIN to its END, with nothing but the fields of a task. */
  lines: string[];
  /** The TRIGGER lines of its alarms. */
  triggers: string[];
  /** The names of the properties that were found. */
  seen: Set<string>;
  /** The text of its RRULE, which is left to our own grammar. */
  rule?: string;
  /** How many lines of CATEGORIES it has. */
  categories: number;
  /** The lines of its EXDATEs, which are as well. */
  exceptions: string[];
  /** The line that says of which occurrence of a series it stands in the place. */
  occurrence?: string;
  /** The names of what a person would miss, such as LOCATION. */
  leftOut: Set<string>;
}

/**
 * Finds the VTODOs of an iCalendar, one after another, and leaves out what no task has: other
 * components, attachments, what an alarm shows or plays. What is left is small enough for a parser whose time grows with
 * the square of a line.
 *
 * @param others counts the components beside tasks by their names, such as VEVENT
 * @throws Error where components do not end as they begin; AppError `file_bound` (422)
 */
export function* readTodoLines(
  text: string,
  others: Map<string, number> = new Map(),
): Generator<TodoLines> {
  const open: string[] = [];
  let todo: TodoLines | null = null;
  let calendars = 0;
  for (const { line, row } of unfold(text)) {
    const name = /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase() ?? "";
    if (name === "BEGIN" || name === "END") {
      const component = line
        .slice(name.length + 1)
        .trim()
        .toUpperCase();
      if (name === "BEGIN") {
        if ((component === "VCALENDAR") !== (open.length === 0)) throw new Error(component);
        if (open.length >= FILE_BOUNDS.depth)
          throw fileBound("depth", FILE_BOUNDS.depth, { length: open.length + 1, row });
        open.push(component);
        if (component === "VCALENDAR") calendars += 1;
        if (todo && LEFT_OUT.has(component)) todo.leftOut.add(component);
        if (open.length === 2 && /^V(EVENT|JOURNAL|FREEBUSY)$/.test(component))
          others.set(component, (others.get(component) ?? 0) + 1);
        if (component === "VTODO" && open.length === 2)
          todo = {
            lines: ["BEGIN:VTODO"],
            triggers: [],
            seen: new Set(),
            exceptions: [],
            categories: 0,
            leftOut: new Set(),
          };
      } else {
        if (open.pop() !== component) throw new Error(component);
        if (todo && open.length === 1) {
          todo.lines.push("END:VTODO");
          if (todo.seen.has("DESCRIPTION")) todo.leftOut.delete(MARKED_UP);
          yield todo;
          todo = null;
        }
      }
    } else if (open.length === 0) {
      if (line.trim() !== "") throw new Error("outside of a calendar");
    } else if (todo && open.length === 2) takeField(todo, name, { line, row });
    else if (todo && open.length === 3 && open[2] === "VALARM" && name === "TRIGGER")
      takeTrigger(todo, { line, row });
  }
  if (calendars === 0 || open.length > 0) throw new Error("not a whole calendar");
}

/** Of an alarm only the moment is of interest; those beyond what a task may have are left out. */
function takeTrigger(todo: TodoLines, { line, row }: Line): void {
  if (todo.triggers.length >= REMINDERS_MAX) return;
  const { length } = line;
  if (length > FILE_BOUNDS.fieldLine)
    throw fileBound("line", FILE_BOUNDS.fieldLine, { length, row });
  todo.triggers.push(line);
}

function takeField(todo: TodoLines, name: string, { line, row }: Line): void {
  const isRule = name === "RRULE";
  const isException = name === "EXDATE";
  if (LEFT_OUT.has(name) || name === MARKED_UP) todo.leftOut.add(name);
  if (name === "RECURRENCE-ID" && /;RANGE=/i.test(line.slice(0, 1_000))) todo.leftOut.add("RANGE");
  if (name === "RECURRENCE-ID" && line.length <= FILE_BOUNDS.row) todo.occurrence = line;
  if (!isRule && !isException && !FIELDS.has(name)) return;
  // The first line of a name counts; of a rule a second one would be missed.
  if (todo.seen.has(name) && !isException) {
    const isCategory = name === "CATEGORIES";
    const isParent = name === "RELATED-TO";
    if (isRule || isParent || (isCategory && todo.categories >= LABELS_MAX)) todo.leftOut.add(name);
    if (!isCategory || todo.categories >= LABELS_MAX) return;
  }
  if (name === "CATEGORIES") todo.categories += 1;
  todo.seen.add(name);
  const { length } = line;
  if (length > FILE_BOUNDS.fieldLine)
    throw fileBound("line", FILE_BOUNDS.fieldLine, { length, row });
  const [parameters, value] = splitLine(line);
  if (parameters > FILE_BOUNDS.parameters)
    throw fileBound("parameters", FILE_BOUNDS.parameters, { length: parameters, row });
  if (isRule) todo.rule = value.trim();
  else if (!isException) todo.lines.push(fromPrintable(line));
  else if (todo.exceptions.length < EXCEPTION_LINES_MAX) todo.exceptions.push(line);
  else throw fileBound("items", EXCEPTION_LINES_MAX, { length: EXCEPTION_LINES_MAX + 1, row });
}

/** Most EXDATE lines of one task; each may have several days. */
const EXCEPTION_LINES_MAX = 1_000;

/** The number of a line's parameters, and its value: what follows the first colon outside quotes. */
export function splitLine(line: string): [number, string] {
  let quoted = false;
  let parameters = 0;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === ";") parameters += 1;
    else if (!quoted && character === ":") return [parameters, line.slice(at + 1)];
  }
  return [parameters, ""];
}

interface Line {
  line: string;
  /** The number of its first line in the file, from 1. */
  row: number;
}

/** The lines of a calendar; those that begin with white space go on the one before. */
function* unfold(text: string): Generator<Line> {
  let pieces: string[] = [];
  let length = 0;
  let [row, first, at] = [0, 1, text.startsWith("\ufeff") ? 1 : 0];
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const piece = text.slice(at, text[end - 1] === "\r" && end > at ? end - 1 : end);
    at = end + 1;
    row += 1;
    const folded = piece.startsWith(" ") || piece.startsWith("\t") || goesOn(pieces);
    if (!folded && pieces.length > 0) {
      yield { line: pieces.join(""), row: first };
      pieces = [];
      length = 0;
    }
    if (pieces.length === 0) first = row;
    if (goesOn(pieces)) {
      pieces.push((pieces.pop() ?? "").slice(0, -1), piece);
    } else pieces.push(folded ? piece.slice(1) : piece);
    length += piece.length;
    if (length > FILE_BOUNDS.line)
      throw fileBound("line", FILE_BOUNDS.line, { length, row: first });
  }
  if (pieces.length > 0) yield { line: pieces.join(""), row: first };
}
