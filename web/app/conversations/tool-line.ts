import type { TFunction } from "i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { fieldNames, type WireTask } from "#app/tasks/task";
import type { MessagePart } from "./message";

type ToolCall = Extract<MessagePart, { type: "tool_call" }>;

const isTask = (value: unknown): value is WireTask =>
  typeof value === "object" && value !== null && "id" in value && "title" in value;

/** The tasks that a tool came back with. */
export function tasksOf(result: ToolCall["result"]): WireTask[] {
  if (!result) return [];
  if (isTask(result.task)) return [result.task];
  return Array.isArray(result.tasks) ? result.tasks.filter(isTask) : [];
}

/** "created #12 buy milk · tomorrow 17:00", with the title kept apart for its own direction. */
export interface ToolLine {
  text: string;
  task: { id: number; number: string; title: string; due: string | null } | null;
  /** Names of what an edit changed. */
  fields?: string[];
}

/** Tools whose effect can be taken back. */
const CHANGING: ReadonlySet<string> = new Set([
  "create_task",
  "update_task",
  "delete_task",
  "toggle_complete",
  "bulk_update",
  "restore_task",
  "undo_last",
]);

/** True for a call that changed tasks. */
export const hasChanged = ({ name, status }: ToolCall): boolean =>
  status === "completed" && CHANGING.has(name);

/** True where the one task of a call can be looked at. */
export const isThere = ({ name, status }: ToolCall): boolean =>
  !(name === "delete_task" && status === "completed");

const known = new Set([
  "create_task",
  "list_tasks",
  "search_tasks",
  "get_task",
  "update_task",
  "delete_task",
  "toggle_complete",
  "get_stats",
  "bulk_update",
  "restore_task",
  "undo_last",
] as const);

/** Tools whose result is a list, not a task. */
const LISTS: ReadonlySet<string> = new Set([
  "list_tasks",
  "search_tasks",
  "bulk_update",
  "undo_last",
]);

type KnownTool = typeof known extends Set<infer Name> ? Name : never;

const isKnown = (name: string): name is KnownTool => known.has(name as KnownTool);

/** What a call does or did, in a line. */
export function toolLine(call: ToolCall, t: TFunction, dates: DateContext): ToolLine {
  const { name, status, result } = call;
  const tasks = tasksOf(result);
  const [task] = tasks;
  const one =
    task && !LISTS.has(name)
      ? {
          id: task.id,
          number: inNumerals(`#${task.id}`, dates.numerals),
          title: task.title,
          due: task.due_at ? dueLabel(task.due_at, dates) : null,
        }
      : null;
  if (status !== "completed") {
    const text = isKnown(name)
      ? t(`chat.tool.${status}.${name}`)
      : t(`chat.tool.${status}.other`, { name });
    return { text, task: one };
  }
  const text = doneText(call, task, tasks.length, t);
  return name === "update_task"
    ? { text, task: one, fields: fieldsOf(call, t) }
    : { text, task: one };
}

function fieldsOf({ arguments: given }: ToolCall, t: TFunction): string[] {
  // A new date is told by the date itself.
  return Object.entries(fieldNames).flatMap(([name, key]) =>
    name in given && !(name === "due_at" && given.due_at) ? [t(`list.field.${key}`)] : [],
  );
}

function doneText(
  { name, result }: ToolCall,
  task: WireTask | undefined,
  count: number,
  t: TFunction,
): string {
  switch (name) {
    case "list_tasks":
    case "search_tasks": {
      const total = typeof result?.total === "number" ? result.total : count;
      return t("chat.tool.done.list_tasks", { count: total });
    }
    case "bulk_update":
    case "undo_last":
      return t(`chat.tool.done.${name}`, { count });
    case "toggle_complete":
      return t(task?.completed === false ? "chat.tool.done.reopened" : "chat.tool.done.completed");
    case "create_task":
    case "get_task":
    case "update_task":
    case "delete_task":
    case "get_stats":
    case "restore_task":
      return t(`chat.tool.done.${name}`);
    default:
      return t("chat.tool.done.other", { name });
  }
}
