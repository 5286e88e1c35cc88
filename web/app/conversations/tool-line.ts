import type { TFunction } from "i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import type { WireTask } from "#app/tasks/task";
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

/** "#12 buy milk · tomorrow 17:00", with the title kept apart for its own direction. */
export interface ToolLine {
  text: string;
  task: { number: string; title: string; due: string | null } | null;
}

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
          number: `#${task.id}`,
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
  return { text: doneText(call, task, tasks.length, t), task: one };
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
