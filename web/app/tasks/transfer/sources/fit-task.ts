import { parseDue } from "#app/tasks/task/due-date";
import { recurrenceFault } from "#app/tasks/task/recurrence";
import { MINUTES_BEFORE_MAX, REMINDERS_MAX } from "#app/tasks/task/reminder";
import {
  CATEGORY_MAX,
  DESCRIPTION_MAX,
  DURATION_MAX,
  LABEL_MAX,
  LABELS_MAX,
  TITLE_MAX,
} from "#app/tasks/task/task";
import type { ImportedTask, Loss } from "./imported-task";

/** Control characters, except tabs and line ends. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;
/** What a loss quotes of what stood there, in characters. */
const QUOTED = 60;

/**
 * A task of another program as a row that Karlo takes: what is too long is cut, what does not fit is
 * left out, and both are said. Only a task without any text is rejected later.
 */
export function fitTask(task: ImportedTask): { raw: Record<string, unknown>; losses: Loss[] } {
  const losses: Loss[] = [...(task.losses ?? [])];
  let notes = cleanText(task.notes ?? "");
  let title = cleanText(task.title).replace(/\s+/g, " ");
  if (title === "") {
    // A note without a title has its first line for one.
    const [first = "", ...rest] = notes.split("\n");
    [title, notes] = [first.replace(/\s+/g, " ").trim(), rest.join("\n").trim()];
  }
  if (title.length > TITLE_MAX) {
    losses.push({ kind: "title", text: title });
    notes = [title, notes].filter(Boolean).join("\n\n");
    title = `${cut(title, TITLE_MAX - 1)}…`;
  }
  if (notes.length > DESCRIPTION_MAX) {
    losses.push({ kind: "notes" });
    notes = `${cut(notes, DESCRIPTION_MAX - 1)}…`;
  }
  let project = cleanText(task.project ?? "").replace(/\s+/g, " ");
  if (project.length > CATEGORY_MAX) {
    losses.push({ kind: "category", text: project });
    project = `${cut(project, CATEGORY_MAX - 1)}…`;
  }
  const labels = labelsOf(task.labels ?? []);
  if (labels.length > LABELS_MAX)
    losses.push({ kind: "labels", text: labels.slice(LABELS_MAX).join(", ") });
  const due = task.due && parseDue(task.due) ? task.due : null;
  if (task.due && !due) losses.push({ kind: "date", text: task.due });
  const rule = task.rule && recurrenceFault(task.rule) === null ? task.rule : null;
  if (task.rule && !rule) losses.push({ kind: "rule", text: task.rule });
  const { minutes } = task;
  const raw = {
    title,
    description: notes,
    priority: task.priority,
    category: project || null,
    labels: labels.slice(0, LABELS_MAX),
    id: task.uid ?? undefined,
    parent_id: task.parent ?? undefined,
    due_at: due,
    duration_minutes: minutes && minutes >= 1 ? Math.min(Math.round(minutes), DURATION_MAX) : null,
    // What is done does not come again.
    recurrence: task.completed ? null : rule,
    recurrence_from: (!task.completed && rule && task.ruleFrom) || undefined,
    reminders: remindersOf(task.reminders),
    completed: task.completed === true || undefined,
    completed_at: (task.completed && momentOf(task.completedAt)) || undefined,
    created_at: momentOf(task.createdAt) ?? undefined,
  };
  const said = losses.map(({ kind, text }) => ({ kind, ...(text && { text: cut(text, QUOTED) }) }));
  return {
    raw: Object.fromEntries(Object.entries(raw).filter(([, cell]) => cell !== undefined)),
    losses: said,
  };
}

/** Names of labels as Karlo takes them: without a sign, a comma or a double. */
function labelsOf(names: string[]): string[] {
  const labels = names.map((name) =>
    cut(
      cleanText(name)
        .replace(/^[@#]+/, "")
        .replace(/[,\s]+/g, " ")
        .trim(),
      LABEL_MAX,
    ),
  );
  const seen = new Set<string>();
  return labels.filter((label) => {
    const key = label.toLowerCase();
    if (label === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const cleanText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROL, "").trim();

/** The beginning of a text, without half of a character at its end. */
const cut = (text: string, max: number): string =>
  text.length <= max
    ? text
    : text
        .slice(0, max)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd();

const momentOf = (text: string | null | undefined): string | null =>
  text && parseDue(text)?.dueHasTime ? text : null;

function remindersOf(reminders: ImportedTask["reminders"]): ImportedTask["reminders"] {
  const fitting = reminders?.filter((reminder) =>
    "at" in reminder
      ? momentOf(reminder.at) !== null
      : reminder.minutes_before >= 0 && reminder.minutes_before <= MINUTES_BEFORE_MAX,
  );
  return fitting && fitting.length > 0 ? fitting.slice(0, REMINDERS_MAX) : undefined;
}
