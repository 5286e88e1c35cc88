import { AppError } from "#app/platform/errors";
import { asMoment, dayAtMidnight, readDate } from "./dates";
import type { Found, ImportedTask, Loss, Part, ReadContext } from "./imported-task";
import { readJson } from "./read-json";
import { durationSeconds, ruleEvery, ruleOfSeconds } from "./rules";
import { itemsOf, membersOf, textOf, textsOf } from "./values";

type Members = Record<string, unknown>;

const PRIORITIES: Record<string, ImportedTask["priority"]> = { H: "high", M: "medium", L: "low" };

/** Whether a JSON is what `task export` writes. */
export const isTaskwarrior = (json: unknown): boolean =>
  (Array.isArray(json) ? json : [json])
    .slice(0, 5)
    .map(membersOf)
    .some((task) => "uuid" in task && "entry" in task && "description" in task);

/** Whether a text is what older versions of `task export` write: an object a line, without a list. */
export const isTaskwarriorLines = (text: string): boolean => /^\s*\{[^\n]*"uuid":"/.test(text);

/**
 * Reads the tasks of Taskwarrior (JSON). Of a task that repeats it has a template and an instance for
 * each date; the first open instance repeats here, or the template where there is none.
 * Source: https://taskwarrior.org/docs/design/task/
 */
export function* readTaskwarrior(part: Part, { timeZone }: ReadContext): Generator<Found> {
  const tasks = tasksOf(part);
  const open = new Map<string, Members>();
  for (const task of tasks) {
    const template = textOf(task.parent);
    const other = open.get(template);
    if (!template || !/^(pending|waiting)$/.test(textOf(task.status))) continue;
    if (!other || textOf(task.due) < textOf(other.due)) open.set(template, task);
  }
  for (const task of tasks) {
    const status = textOf(task.status);
    const template = textOf(task.parent);
    const isInstance = template !== "" && task.recur !== undefined;
    if (status === "deleted") yield { skipped: "deleted" };
    else if (status === "recurring" && open.has(textOf(task.uuid))) yield { skipped: "repeats" };
    else if (isInstance && status !== "completed" && open.get(template) !== task)
      yield { skipped: "repeats" };
    else yield readTask(task, status, timeZone);
  }
}

function tasksOf(part: Part): Members[] {
  if (!isTaskwarriorLines(part.text)) return itemsOf(readJson(part)).map(membersOf);
  const lines = part.text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => membersOf(parseLine(line.trim().replace(/,$/, ""))));
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "JSON" } });
  }
}

function readTask(task: Members, status: string, zone: string): ImportedTask {
  const losses: Loss[] = [];
  const date = (name: string) => readDate(textOf(task[name]), zone);
  const completed = status === "completed";
  const recur = textOf(task.recur);
  const rule = completed || !recur ? null : ruleOf(recur);
  if (recur && !completed && !rule) losses.push({ kind: "rule", text: recur });
  const [due, scheduled] = [date("due"), date("scheduled")];
  if (due && (scheduled || task.wait)) losses.push({ kind: "startDate" });
  if (textsOf(task.depends).length > 0) losses.push({ kind: "relations" });
  const notes = itemsOf(task.annotations).map((note) => textOf(membersOf(note).description));
  return {
    // A template and its instance are one task here.
    uid: rule && textOf(task.parent) ? textOf(task.parent) : textOf(task.uuid) || null,
    title: textOf(task.description),
    notes: notes.join("\n"),
    project: textOf(task.project).trim() || null,
    labels: textsOf(task.tags),
    priority: PRIORITIES[textOf(task.priority)],
    due: dayAtMidnight(due ?? scheduled ?? date("wait"), zone),
    rule,
    completed,
    completedAt: asMoment(date("end"), zone),
    createdAt: asMoment(date("entry"), zone),
    losses,
  };
}

const NAMED: Record<string, string> = {
  daily: "1d",
  day: "1d",
  weekly: "1w",
  sennight: "1w",
  biweekly: "2w",
  fortnight: "2w",
  monthly: "1m",
  bimonthly: "2m",
  quarterly: "3m",
  semiannual: "6m",
  annual: "1y",
  yearly: "1y",
  biannual: "2y",
  biyearly: "2y",
};

/** Names such as "weekly", counts such as "3d", "2wks" and "6 months", and durations such as "P1W". */
function ruleOf(recur: string): string | null {
  const text = recur.trim().toLowerCase();
  if (text === "weekdays") return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
  const counted = /^(\d{1,3}) ?(d|w|m|y)(?:ays?|ks?|eeks?|o|os|nths?|onths?|rs?|ears?)?$/;
  const [, count = "", unit = ""] = counted.exec(NAMED[text] ?? text) ?? [];
  if (unit) return ruleEvery(Number(count), unit);
  const [, many = "", each = ""] = /^p(\d{1,3})([my])$/.exec(text) ?? [];
  return each ? ruleEvery(Number(many), each) : ruleOfSeconds(durationSeconds(text) ?? 0);
}
