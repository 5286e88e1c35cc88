import type { Approval } from "#app/conversations/messages/message";
import type { WireTask } from "#app/tasks/task/wire-task";

/** The only tool whose tasks can be approved one by one. */
const BULK_TOOL = "bulk_update";

/** The id of one task of a call in an answer: `call#3`. */
const rowId = (call: string, task: number): string => `${call}#${task}`;

/** The id that approves or rejects a row: of the task where the tool allows it, else of the call. */
export const answerId = ({ id, tool }: Approval, task: WireTask): string =>
  tool === BULK_TOOL ? rowId(id, task.id) : id;

/**
 * The shortest answer that approves all rows of some calls except the excluded ones.
 *
 * @param excluded rows to reject, by their {@link answerId}
 */
export function approveExcept(
  approvals: Approval[],
  excluded: ReadonlySet<string>,
): { approve: string[]; reject: string[] } {
  const [approve, reject]: [string[], string[]] = [[], []];
  for (const approval of approvals) {
    const ids = new Set(approval.before.map((task) => answerId(approval, task)));
    const rejected = [...ids].filter((id) => excluded.has(id));
    const approved = [...ids].filter((id) => !excluded.has(id));
    if (rejected.length === 0) approve.push(approval.id);
    else if (approved.length === 0) reject.push(approval.id);
    else {
      approve.push(...approved);
      reject.push(...rejected);
    }
  }
  return { approve, reject };
}

/** All ids that an answer may contain for a call. */
export function validAnswerIds({ id, tool, before }: Approval): string[] {
  return tool === BULK_TOOL ? [id, ...before.map((task) => rowId(id, task.id))] : [id];
}

/** The tasks of a call that the person approved: all, some, or none. */
export function approvedRows({ id, before }: Approval, approved: ReadonlySet<string>): WireTask[] {
  if (approved.has(id)) return before;
  return before.filter((task) => approved.has(rowId(id, task.id)));
}

/** True if the answered ids cover a call, or each of its tasks. */
export function isAnswered(approval: Approval, answered: ReadonlySet<string>): boolean {
  return approvedRows(approval, answered).length === approval.before.length;
}

/** True if the answered ids contain both a call and tasks of it, which is ambiguous. */
export function isAnsweredTwice(approval: Approval, answered: ReadonlySet<string>): boolean {
  const ids = validAnswerIds(approval).filter((id) => answered.has(id));
  return answered.has(approval.id) && ids.length > 1;
}
