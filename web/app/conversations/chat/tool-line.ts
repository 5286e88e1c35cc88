import type { TFunction } from "i18next";
import type { MessagePart } from "#app/conversations/messages/message";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { fieldNames } from "#app/tasks/task/task";
import type { WireTask } from "#app/tasks/task/wire-task";

type ToolCall = Extract<MessagePart, { type: "tool_call" }>;

const isTask = (value: unknown): value is WireTask =>
  typeof value === "object" && value !== null && "id" in value && "title" in value;

/** The tasks in the result of a tool call. */
export function tasksOf(result: ToolCall["result"]): WireTask[] {
  if (!result) return [];
  if (isTask(result.task)) return [result.task];
  return Array.isArray(result.tasks) ? result.tasks.filter(isTask) : [];
}

/**
 * The text of a tool call, such as "created #12 buy milk · tomorrow 17:00". The title is separate, to
 * be shown in its own direction.
 */
export interface ToolLine {
  text: string;
  task: { id: number; number: string; title: string; due: string | null } | null;
  /** Names of the fields that were changed. */
  fields?: string[];
}

/** Tools that change tasks. */
const CHANGING_TOOLS: ReadonlySet<string> = new Set([
  "create_task",
  "update_task",
  "delete_task",
  "toggle_complete",
  "skip_task",
  "bulk_update",
  "restore_task",
  "undo_last",
]);

/** True for a completed call that changed tasks. */
export const hasChanged = ({ name, status }: ToolCall): boolean =>
  status === "completed" && CHANGING_TOOLS.has(name);

/** True if the task of a call can be opened: it was not deleted. */
export const isLinkable = ({ name, status }: ToolCall): boolean =>
  !(name === "delete_task" && status === "completed");

const KNOWN_TOOLS = new Set([
  "create_task",
  "list_tasks",
  "search_tasks",
  "get_task",
  "update_task",
  "delete_task",
  "toggle_complete",
  "skip_task",
  "get_stats",
  "bulk_update",
  "restore_task",
  "undo_last",
] as const);

/** Tools whose result is a list of tasks. */
const LIST_TOOLS: ReadonlySet<string> = new Set([
  "list_tasks",
  "search_tasks",
  "bulk_update",
  "undo_last",
]);

type KnownTool = typeof KNOWN_TOOLS extends Set<infer Name> ? Name : never;

const isKnown = (name: string): name is KnownTool => KNOWN_TOOLS.has(name as KnownTool);

/** Describes what a call does or did, in one line. */
export function toolLine(call: ToolCall, t: TFunction, dates: DateContext): ToolLine {
  const { name, status, result } = call;
  const tasks = tasksOf(result);
  const [task] = tasks;
  const subject =
    task && !LIST_TOOLS.has(name)
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
    return { text, task: subject };
  }
  const text = completedText(call, task, tasks.length, t);
  return name === "update_task"
    ? { text, task: subject, fields: changedFields(call, t) }
    : { text, task: subject };
}

function changedFields({ arguments: args }: ToolCall, t: TFunction): string[] {
  // A new date is shown itself.
  return Object.entries(fieldNames).flatMap(([name, key]) =>
    name in args && !(name === "due_at" && args.due_at) ? [t(`list.field.${key}`)] : [],
  );
}

function completedText(
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
    case "skip_task":
    case "get_stats":
    case "restore_task":
      return t(`chat.tool.done.${name}`);
    default:
      return t("chat.tool.done.other", { name });
  }
}
