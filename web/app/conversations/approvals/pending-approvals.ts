import type { Question } from "#app/assistant/consent/read-reply";
import type { Approval } from "#app/conversations/messages/message";
import { parseApprovals } from "#app/conversations/messages/message-schema";
import type { QuestionKind } from "#app/i18n/conversation";

/** True for a call that would change at least one task. */
export const hasRows = ({ before }: Approval): boolean => before.length > 0;

/** The calls of a run that the person is asked about: those that would change a task. */
export function pendingApprovals(run: { approvals: unknown }): Approval[] {
  return parseApprovals(run.approvals).filter(hasRows);
}

/** The question that these calls are asked about with. */
export function questionOf(pending: readonly Approval[]): Question {
  const tasks = new Map(pending.flatMap(({ before }) => before.map((task) => [task.id, task])));
  return { kind: questionKind(pending), tasks: [...tasks.values()] };
}

/** The kind of a question; the most serious one if it is about calls of several kinds. */
function questionKind(pending: readonly Approval[]): QuestionKind {
  if (pending.some(({ tool }) => tool === "undo_last")) return "undo";
  if (pending.every(({ after }) => after.length === 0)) return "delete";
  return pending.every(({ arguments: args }) => onlyCompletes(args.set)) ? "complete" : "change";
}

/** True for the `set` of a bulk change that completes tasks and changes nothing else. */
function onlyCompletes(set: unknown): boolean {
  return JSON.stringify(set) === '{"completed":true}';
}
