import { IMPORT_ROWS_MAX, importTooMany } from "../transfer";
import { asMoment, readDate } from "./dates";
import type { Found, ImportedTask, Part, ReadContext } from "./imported-task";
import { ruleEvery } from "./rules";
import { linesOf } from "./text-lines";
import { listName } from "./values";

const OPEN = ["TODO", "NEXT", "WAITING", "HOLD", "STARTED", "PROJ"];
const DONE = ["DONE", "CANCELLED", "CANCELED"];
const PRIORITIES: Record<string, ImportedTask["priority"]> = { A: "high", B: "medium", C: "low" };
const PLANNING = /^\s*(?:SCHEDULED|DEADLINE|CLOSED):/;
const PLANNED = /(SCHEDULED|DEADLINE|CLOSED):\s*([<[][^<>[\]]{10,80}[>\]])/g;
const STAMP =
  /^[<[](\d{4}-\d\d-\d\d)(?: [^\d\s+.>\]-][^\s>\]]*)?(?: (\d{1,2}:\d\d)(?:-(\d{1,2}:\d\d))?)?(?: (\+|\+\+|\.\+)(\d{1,3})([hdwmy])[^>\]]*)?/;
const BOX = /^\s*(?:[-+]|\d{1,9}[.)]) \[([ xX-])\] (.*)$/;

/** Whether a text is one of Org mode. */
export const isOrg = (text: string): boolean =>
  /^\*+ (?:TODO|DONE|NEXT|WAITING) |^#\+(?:TITLE|TODO|SEQ_TODO|STARTUP|FILETAGS|CATEGORY):|^[ \t]*(?:SCHEDULED|DEADLINE): </im.test(
    text.slice(0, 100_000),
  );

/** Most tags of a heading, and of a file, that are read. */
const LABELS_MAX = 20;

/** A heading, with what it is the list of. */
interface Heading {
  level: number;
  title: string;
  tags: string[];
  task: ImportedTask | null;
  isDone: boolean;
}

/**
 * Reads a file of Org mode: headings with a keyword are tasks, those above are lists, boxes in the
 * text of a task are its steps.
 * Source: https://orgmode.org/manual/TODO-Items.html
 */
export function* readOrg({ name, text }: Part, { timeZone }: ReadContext): Generator<Found> {
  const above: Heading[] = [];
  let [open, done] = [new Set(OPEN), new Set(DONE)];
  let fileTags: string[] = [];
  let category = /^(inbox|todo|tasks|gtd|org)?$/i.test(listName(name)) ? null : listName(name);
  let drawer: string | null = null;
  // The text of a task goes on behind its boxes: what is found waits for the next heading.
  let waiting: (() => Found)[] = [];
  for (const line of linesOf(text)) {
    const setting = /^#\+(\w+):\s*(.*)$/.exec(line);
    const stars = /^(\*+)\s+(.*)$/.exec(line);
    if (setting) {
      const [, key = "", value = ""] = setting;
      if (/^(seq_|typ_)?todo$/i.test(key)) [open, done] = keywordsOf(value);
      else if (/^(category|title)$/i.test(key)) category = value.trim() || category;
      else if (/^filetags$/i.test(key)) fileTags = value.split(":").filter(Boolean);
    } else if (stars) {
      for (const found of waiting) yield found();
      const [, { length: level } = "", rest = ""] = stars;
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      const heading = readHeading(rest, level, open, done);
      const parent = above.findLast(({ task }) => task)?.task;
      const list = above.findLast(({ task }) => !task)?.title ?? category;
      const labels = [
        ...fileTags.slice(0, LABELS_MAX),
        ...above.flatMap(({ tags }) => tags),
        ...heading.tags.slice(0, LABELS_MAX),
      ];
      above.push(heading);
      drawer = null;
      waiting = [];
      if (heading.task) {
        Object.assign(heading.task, {
          parent: parent?.uid ?? null,
          project: list,
          labels: [...new Set(labels)],
        });
        const { task } = heading;
        waiting = [() => (labels.includes("ARCHIVE") ? { skipped: "archived" } : task)];
      }
    } else {
      const heading = above.at(-1);
      if (drawer) {
        const [, key = "", value = ""] = /^\s*:([\w-]+):\s*(.*)$/.exec(line) ?? [];
        if (/^end$/i.test(key)) drawer = null;
        else if (heading?.task && drawer === "PROPERTIES")
          takeProperty(heading.task, key, value, timeZone);
      } else if (/^\s*:[A-Z_]+:$/i.test(line)) drawer = line.trim().slice(1, -1).toUpperCase();
      else if (heading?.task && PLANNING.test(line))
        plan(heading.task, line, timeZone, heading.isDone);
      else {
        const box = BOX.exec(line);
        if (box) {
          const [, mark = "", title = ""] = box;
          const list = above.findLast(({ task }) => !task)?.title ?? category;
          const owner = heading?.task;
          const step = { uid: null, title, project: list, completed: /x/i.test(mark) };
          // By then the task above it has its name.
          if (waiting.length > IMPORT_ROWS_MAX) throw importTooMany();
          waiting.push(() => ({ ...step, parent: owner?.uid ?? null }));
        } else if (heading?.task) addNote(heading.task, line);
        else if (line.trim() !== "") yield { skipped: "notes" };
      }
    }
  }
  for (const found of waiting) yield found();
}

/** "TODO NEXT(n) | DONE(d!) CANCELLED": what stands behind the bar is done. */
function keywordsOf(value: string): [open: Set<string>, done: Set<string>] {
  const [first = "", second] = value.split("|");
  const words = (text: string) =>
    text
      .split(/\s+/)
      .map((word) => word.replace(/\(.*$/, ""))
      .filter(Boolean);
  if (second !== undefined) return [new Set(words(first)), new Set(words(second))];
  const all = words(first);
  return [new Set(all.slice(0, -1)), new Set(all.slice(-1))];
}

function readHeading(text: string, level: number, open: Set<string>, done: Set<string>): Heading {
  let rest = text;
  const [keyword = ""] = rest.split(/\s/, 1);
  const isDone = done.has(keyword);
  const isTask = isDone || open.has(keyword);
  if (isTask) rest = rest.slice(keyword.length).trimStart();
  const [mark, letter = ""] = /^\[#([A-Z0-9])\]\s*/.exec(rest) ?? [];
  if (mark) rest = rest.slice(mark.length);
  const tags = rest.slice(rest.lastIndexOf(" ") + 1);
  const hasTags = /^:(?:[\p{L}\p{N}_@#%]+:)+$/u.test(tags);
  if (hasTags) rest = rest.slice(0, -tags.length).trimEnd();
  const title = rest
    .replace(/\[\d*(?:\/\d*|%)\]/g, "")
    .replace(/\[\[[^\][]+\]\[([^\][]+)\]\]/g, "$1")
    .trim();
  const losses: ImportedTask["losses"] = /^CANCELL?ED$/.test(keyword)
    ? [{ kind: "cancelled" }]
    : [];
  const priority = PRIORITIES[letter];
  const task = isTask ? { uid: null, title, priority, completed: isDone, losses, notes: "" } : null;
  return { level, title, tags: hasTags ? tags.split(":").filter(Boolean) : [], task, isDone };
}

function takeProperty(task: ImportedTask, key: string, value: string, zone: string): void {
  if (/^id$/i.test(key)) task.uid = value.trim() || null;
  else if (/^category$/i.test(key)) task.project = value.trim() || task.project;
  else if (/^created$/i.test(key))
    task.createdAt = asMoment(stampOf(value, zone)?.due ?? null, zone);
  else if (/^effort$/i.test(key)) {
    const [, hours = 0, minutes = 0] = /^(\d{1,3}):(\d\d)$/.exec(value.trim()) ?? [];
    task.minutes = Number(hours) * 60 + Number(minutes) || null;
  }
}

/** Takes a line of planning: the deadline is when it is due, else the day it is scheduled for. */
function plan(task: ImportedTask, line: string, zone: string, isDone: boolean): void {
  const found = new Map(
    [...line.matchAll(PLANNED)].map(([, name = "", stamp = ""]) => [name, stamp]),
  );
  const closed = found.get("CLOSED");
  if (closed && isDone) task.completedAt = asMoment(stampOf(closed, zone)?.due ?? null, zone);
  const [deadline, scheduled] = [found.get("DEADLINE"), found.get("SCHEDULED")];
  const stamp = deadline ?? scheduled;
  if (!stamp) return;
  if ((deadline && scheduled) || task.due) task.losses?.push({ kind: "startDate" });
  // A deadline on a later line comes before what was scheduled.
  if (task.due && !deadline) return;
  const times = stampOf(stamp, zone);
  if (!times) task.losses?.push({ kind: "date", text: stamp });
  else {
    const { repeats, ...rest } = times;
    Object.assign(task, rest);
    if (repeats && !rest.rule) task.losses?.push({ kind: "rule", text: stamp });
  }
}

/** "<2026-12-01 Tue 09:00-10:00 .+1w>"; what is repeated from when it was done has a point. */
function stampOf(stamp: string, zone: string) {
  const [, day, from, to, sign, count, unit] = STAMP.exec(stamp.trim()) ?? [];
  const due = day ? readDate(from ? `${day} ${from}` : day, zone) : null;
  if (!due) return null;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const rule = unit ? ruleEvery(Number(count), unit) : null;
  return {
    due,
    ...(start !== null && end !== null && end > start && { minutes: end - start }),
    rule,
    ...(rule && sign === ".+" && { ruleFrom: "completion" as const }),
    repeats: unit !== undefined,
  };
}

function minutesOf(clock: string | undefined): number | null {
  const [hours, minutes] = clock?.split(":").map(Number) ?? [];
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}

function addNote(task: ImportedTask, line: string): void {
  const notes = task.notes ?? "";
  if ((notes === "" && line.trim() === "") || notes.length > 20_000) return;
  task.notes = notes === "" ? line.trim() : `${notes}\n${line.trim()}`;
}
