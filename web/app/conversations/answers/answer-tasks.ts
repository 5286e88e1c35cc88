import type { NamedTask } from "#app/assistant/answer-data";
import { tasksOf } from "#app/conversations/chat/tool-line";
import type { Message, MessagePart } from "#app/conversations/messages/message";

/** The tasks that one text of an answer may name. */
export interface AnswerTasks {
  tasks: NamedTask[];
  /** The text names them as the built-in model does; another model words its lines itself. */
  exact: boolean;
}

/** Most tasks of a conversation that are shown as rows, the newest answers first. */
export const SHOWN_MAX = 300;

/**
 * The tasks that a text of an answer names: those that the model says it shows, otherwise those that
 * the tools gave it before. Not what the same answer deleted: that is told, not shown.
 */
export function answerTasks(parts: MessagePart[], index: number): AnswerTasks {
  const part = parts[index];
  const none = { tasks: [], exact: false };
  if (part?.type !== "text") return none;
  const calls = parts.slice(0, index).flatMap((call) => (call.type === "tool_call" ? call : []));
  const deleted = new Set(calls.flatMap(deletedBy));
  const given = part.shown ?? calls.flatMap(({ result }) => tasksOf(result));
  const tasks = new Map<number, NamedTask>();
  for (const { id, title } of given)
    if (title && !deleted.has(id) && isNumber(id)) tasks.set(id, { id, title });
  return { tasks: [...tasks.values()], exact: part.shown !== undefined };
}

const isNumber = (id: unknown): id is number =>
  Number.isSafeInteger(id) && Number(id) > 0 && Number(id) <= 2_147_483_647;

function deletedBy({
  name,
  arguments: { id, set },
  result,
  status,
}: Extract<MessagePart, { type: "tool_call" }>): number[] {
  if (status !== "completed") return [];
  if (name === "delete_task") return [Number(id)];
  const deletes = typeof set === "object" && set !== null && "deleted" in set;
  return deletes ? tasksOf(result).map((task) => task.id) : [];
}

/**
 * The numbers of the tasks that the answers of a conversation name, at most {@link SHOWN_MAX}. Answers
 * that were imported have no run, and may name tasks by the numbers of another account.
 */
export function shownIds(messages: Pick<Message, "role" | "runId" | "parts">[]): number[] {
  const ids = new Set<number>();
  for (const { role, runId, parts } of messages.toReversed()) {
    if (role !== "assistant" || runId === null) continue;
    for (const index of parts.keys())
      for (const { id } of answerTasks(parts, index).tasks) if (ids.size < SHOWN_MAX) ids.add(id);
  }
  return [...ids];
}
