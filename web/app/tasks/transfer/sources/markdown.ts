import { IMPORT_ROWS_MAX } from "../transfer";
import { asMoment, readDate, readTimes } from "./dates";
import type { Found, ImportedTask, Loss, Part, ReadContext } from "./imported-task";

import { indentOf, linesOf } from "./text-lines";
import { listName } from "./values";

const ITEM = /^\s*(?:[-*+•–]|\d{1,9}[.)])\s+(?:\[(.)\]\s+)?(.*)$/u;
const BARE_BOX = /^\s*(?:\[([ xX])\]|([☐☑☒✓✔]))\s+(.*)$/u;
const BOXES = /^[ \t]*(?:(?:[-*+•–]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX/>-]\]|[☐☑☒✓✔])[ \t]/mu;
const BULLETS = /^[ \t]*(?:[-*+•–]|\d{1,9}[.)])[ \t]+\S/mu;

/** Whether a text is a list of lines with boxes or bullets. */
export const isMarkdown = (text: string): boolean => {
  const head = text.slice(0, 20_000);
  return BOXES.test(head) || BULLETS.test(head);
};

/** An item that others stand below. */
interface Level {
  indent: number;
  title: string;
  task: ImportedTask | null;
}

/**
 * Reads a list in Markdown, or a text of lines. Where there are boxes, what has one is a task; else
 * what has a bullet; else each line. Headings, and items without a box around others, are lists.
 */
export function* readMarkdown({ name, text }: Part, context: ReadContext): Generator<Found> {
  const boxes = BOXES.test(text);
  const bullets = boxes || BULLETS.test(text);
  const base = listName(name);
  const file = /^(inbox|todo|to-?dos?|tasks?|list|export|things.*)?$/i.test(base) ? null : base;
  let heading: string | null = null;
  let above: Level[] = [];
  // A note may follow the steps of its task: it waits until they have ended.
  const waiting: Waiting[] = [];
  let fenced = false;
  for (const line of linesOf(text)) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const title = fenced ? undefined : /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    const item = fenced || title !== undefined ? null : itemOf(line, { boxes, bullets });
    if (line.trim() === "" && !fenced) continue;
    if (title !== undefined) {
      heading = withoutClosing(title) || null;
      above = [];
    } else if (item?.isTask) {
      above = above.filter(({ indent }) => indent < item.indent);
      const parent = above.findLast((level) => level.task)?.task ?? null;
      const list = above.findLast((level) => !level.task)?.title;
      if (!parent || waiting.length > IMPORT_ROWS_MAX) yield* flush(waiting);
      const task = readItem(item.text, context);
      task.completed ||= item.done;
      task.project = list ?? heading ?? file;
      waiting.push({ task, parent });
      above.push({ indent: item.indent, title: task.title, task });
    } else {
      const indent = item?.indent ?? indentOf(line);
      above = above.filter((level) => level.indent < indent);
      const owner = above.findLast(({ task }) => task)?.task;
      if (owner) addNote(owner, item ? `- ${item.text}` : line.trim());
      else if (item) above.push({ indent, title: item.text, task: null });
      else if (!/^(---+|===+|\*\*\*+)$/.test(line.trim())) yield { skipped: "notes" };
    }
  }
  yield* flush(waiting);
}

interface Waiting {
  task: ImportedTask;
  parent: ImportedTask | null;
}

/** The text of a heading without the signs that may close it. */
function withoutClosing(title: string): string {
  const text = title.trimEnd();
  let end = text.length;
  while (text[end - 1] === "#") end -= 1;
  return text.slice(0, end).trim();
}

/** Gives tasks, each after the one that it is a step of: it has its name by then. */
function* flush(waiting: Waiting[]): Generator<ImportedTask> {
  for (const { task, parent } of waiting.splice(0)) {
    task.parent = parent?.uid ?? null;
    yield task;
  }
}

interface Item {
  indent: number;
  text: string;
  done: boolean;
  isTask: boolean;
}

function itemOf(
  line: string,
  { boxes, bullets }: { boxes: boolean; bullets: boolean },
): Item | null {
  const indent = indentOf(line);
  const bare = BARE_BOX.exec(line);
  if (bare) {
    const [, box = "", sign = "", text = ""] = bare;
    return { indent, text, done: /[xX]/.test(box) || /[☑☒✓✔]/.test(sign), isTask: true };
  }
  const found = ITEM.exec(line);
  if (found) {
    const [, box, text = ""] = found;
    const marked = box !== undefined && /[ xX/>-]/.test(box);
    const words = marked || box === undefined ? text : `[${box}] ${text}`;
    return { indent, text: words, done: /[xX]/.test(box ?? ""), isTask: !boxes || marked };
  }
  return bullets || line.trim() === ""
    ? null
    : { indent, text: line.trim(), done: false, isTask: true };
}

/** Signs that people write behind a task, as the plugin Tasks of Obsidian has them. */
const SIGNS: Record<string, "due" | "scheduled" | "start" | "done" | "created" | "cancelled"> = {
  "📅": "due",
  "📆": "due",
  "🗓": "due",
  "⏳": "scheduled",
  "🛫": "start",
  "✅": "done",
  "➕": "created",
  "❌": "cancelled",
};
const SIGN = /(📅|📆|🗓|⏳|🛫|✅|➕|❌)\uFE0F? ?(\d{4}-\d\d-\d\d)/gu;
const REPEAT = /🔁\uFE0F? ?([A-Za-z0-9 ,]{3,80})/u;
const URGENCY: Record<string, ImportedTask["priority"]> = {
  "🔺": "high",
  "⏫": "high",
  "🔼": "medium",
  "🔽": "low",
  "⏬": "low",
};
const URGENT = /[🔺⏫🔼🔽⏬]\uFE0F?/u;
const NAMED = /(?:^|\s)(?:due:|@due\(|\[due:: ?)([\d: T-]{8,20})[)\]]?/;
const TAG = /(^|\s)#(\p{L}[\p{L}\p{N}_/-]{0,59})(?=\s|$)/gu;
const LINK = /\[([^[\]]{1,300})\]\((https?:[^()\s]{1,1000})\)/g;

function readItem(text: string, context: ReadContext): ImportedTask {
  const { timeZone } = context;
  const losses: Loss[] = [];
  const dates: Partial<Record<(typeof SIGNS)[string], string>> = {};
  for (const [, sign = "", day = ""] of text.matchAll(SIGN)) {
    const kind = SIGNS[sign];
    if (kind) dates[kind] ??= readDate(day, timeZone) ?? undefined;
  }
  const named = NAMED.exec(text)?.[1];
  const due = dates.due ?? (named && readDate(named, timeZone)) ?? dates.scheduled ?? dates.start;
  if (dates.due && (dates.scheduled ?? dates.start)) losses.push({ kind: "startDate" });
  const repeat = REPEAT.exec(text)?.[1]?.trim();
  const times = repeat ? readTimes(repeat.replace(/ when done$/i, ""), context) : null;
  if (repeat && !times?.rule) losses.push({ kind: "rule", text: repeat });
  const labels = [...text.matchAll(TAG)].map(([, , tag = ""]) => tag);
  const links = [...text.matchAll(LINK)].map(([, , url = ""]) => url);
  const urgent = URGENT.exec(text)?.[0];
  const title = text
    .replace(SIGN, "")
    .replace(REPEAT, "")
    .replace(new RegExp(URGENT, "gu"), "")
    .replace(NAMED, "")
    .replace(TAG, "$1")
    .replace(LINK, "$1")
    .replace(/^~~(.*)~~$/, "$1")
    .replace(/^\*\*(.*)\*\*$/, "$1")
    .replace(/\s+/g, " ")
    .trim();
  if (dates.cancelled) losses.push({ kind: "cancelled" });
  return {
    uid: null,
    title: title || text,
    notes: links.join("\n"),
    labels,
    priority: urgent ? URGENCY[urgent.replace("\uFE0F", "")] : undefined,
    due: due ?? times?.due ?? null,
    rule: times?.rule ?? null,
    ruleFrom: repeat && / when done$/i.test(repeat) ? "completion" : times?.ruleFrom,
    completed: dates.done !== undefined || dates.cancelled !== undefined,
    completedAt: asMoment(dates.done ?? null, timeZone),
    createdAt: asMoment(dates.created ?? null, timeZone),
    losses,
  };
}

function addNote(task: ImportedTask, line: string): void {
  const notes = task.notes ?? "";
  if (notes.length <= 20_000) task.notes = notes === "" ? line : `${notes}\n${line}`;
}
