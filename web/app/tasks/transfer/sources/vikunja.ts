import type { Reminder } from "#app/tasks/task/reminder";
import { asMoment, dayAtMidnight, readDate } from "./dates";
import type { Found, ImportedTask, Loss, Part, ReadContext } from "./imported-task";
import { readJson } from "./read-json";
import { ruleEvery, ruleOfSeconds, ruleText } from "./rules";
import { itemsOf, membersOf, numberOf, plainText, textOf } from "./values";

type Members = Record<string, unknown>;

/** 1 low, 2 medium, 3 high, 4 urgent, 5 "do now". */
const PRIORITIES = [undefined, "low", "medium", "high", "high", "high"] as const;
/** Repeats each month, whatever `repeat_after` says. */
const MONTHLY = 1;
/** Repeats from when it was done. */
const FROM_NOW = 2;

/** Whether a JSON is the data of an export of Vikunja: projects with tasks. */
export const isVikunja = (json: unknown): boolean =>
  itemsOf(json)
    .slice(0, 50)
    .map(membersOf)
    .some(
      (project) =>
        typeof project.title === "string" &&
        ("parent_project_id" in project || "lists" in project || "hex_color" in project) &&
        ("tasks" in project || "lists" in project),
    );

/**
 * Reads the data.json of an export of Vikunja.
 * Source: https://try.vikunja.io/api/v1/docs, its tasks
 */
export function* readVikunja(part: Part, { timeZone }: ReadContext): Generator<Found> {
  for (const project of projectsOf(itemsOf(readJson(part)))) {
    const name = textOf(project.title).trim();
    for (const task of itemsOf(project.tasks).map(membersOf)) {
      if (textOf(task.title).trim() === "") yield { skipped: "empty" };
      else yield readTask(task, /^inbox$/i.test(name) ? null : name || null, timeZone);
    }
  }
}

/** Projects, and the lists within namespaces of older versions. */
const projectsOf = (items: unknown[]): Members[] =>
  items.map(membersOf).flatMap((item) => [item, ...itemsOf(item.lists).map(membersOf)]);

function readTask(task: Members, project: string | null, zone: string): ImportedTask {
  const losses: Loss[] = [];
  const has = (name: string) => itemsOf(task[name]).length > 0;
  const due = moment(task.due_date, zone);
  const [start, end] = [moment(task.start_date, zone), moment(task.end_date, zone)];
  if (due && start) losses.push({ kind: "startDate" });
  if (has("attachments")) losses.push({ kind: "attachments" });
  if (has("comments")) losses.push({ kind: "comments" });
  if (has("assignees")) losses.push({ kind: "people" });
  const related = membersOf(task.related_tasks);
  if (Object.keys(related).some((kind) => !/^(parenttask|subtask)$/.test(kind)))
    losses.push({ kind: "relations" });
  const [parent] = itemsOf(related.parenttask).map(membersOf);
  const mode = numberOf(task.repeat_mode);
  const after = numberOf(task.repeat_after) ?? 0;
  const written = textOf(task.repeats);
  const rule = written
    ? ruleText(written)
    : mode === MONTHLY
      ? ruleEvery(1, "m")
      : ruleOfSeconds(after);
  if ((after > 0 || written) && !rule) losses.push({ kind: "rule", text: written || `${after} s` });
  return {
    uid: textOf(task.id) || null,
    parent: textOf(parent?.id) || null,
    title: textOf(task.title),
    notes: plainText(textOf(task.description)),
    project,
    labels: itemsOf(task.labels).map((label) => textOf(membersOf(label).title)),
    priority: PRIORITIES[numberOf(task.priority) ?? 0],
    due: dayAtMidnight(due ?? end ?? start, zone),
    rule,
    ruleFrom: rule && mode === FROM_NOW ? "completion" : undefined,
    reminders: remindersOf(task, zone),
    completed: task.done === true,
    completedAt: asMoment(moment(task.done_at, zone), zone),
    createdAt: asMoment(moment(task.created, zone), zone),
    losses,
  };
}

/** The zero of its language, year 1, is no date. */
function moment(value: unknown, zone: string): string | null {
  const text = textOf(value);
  return text.startsWith("0001-") ? null : readDate(text, zone);
}

function remindersOf(task: Members, zone: string): ImportedTask["reminders"] {
  const found = itemsOf(task.reminders).flatMap((reminder): Reminder[] => {
    const { relative_to: to, relative_period: seconds, reminder: at } = membersOf(reminder);
    const period = numberOf(seconds);
    if (to === "due_date" && period !== null && period <= 0)
      return [{ minutes_before: Math.round(-period / 60) }];
    const ringsAt = asMoment(moment(at, zone), zone);
    return ringsAt ? [{ at: ringsAt }] : [];
  });
  return found.length > 0 ? found : undefined;
}
