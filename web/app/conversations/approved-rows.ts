import type { WireTask } from "#app/tasks/task";
import type { Approval } from "./message";

/** The tool whose rows can be approved one by one: it takes those that it is given. */
const BY_ROW = "bulk_update";

/** How an answer names one task of a call: `call#3`. */
const rowId = (call: string, task: number): string => `${call}#${task}`;

/** What an answer names to mean one row of a call: the task where it can, else the whole call. */
export const rowAnswer = ({ id, tool }: Approval, task: WireTask): string =>
  tool === BY_ROW ? rowId(id, task.id) : id;

/**
 * An answer that approves all rows of some calls but those left out, as short as it can be said.
 *
 * @param left names, by {@link rowAnswer}, of what is not wanted
 */
export function answerWithout(
  approvals: Approval[],
  left: ReadonlySet<string>,
): { approve: string[]; reject: string[] } {
  const [approve, reject]: [string[], string[]] = [[], []];
  for (const approval of approvals) {
    const names = new Set(approval.before.map((task) => rowAnswer(approval, task)));
    const unwanted = [...names].filter((name) => left.has(name));
    const wanted = [...names].filter((name) => !left.has(name));
    if (unwanted.length === 0) approve.push(approval.id);
    else if (wanted.length === 0) reject.push(approval.id);
    else {
      approve.push(...wanted);
      reject.push(...unwanted);
    }
  }
  return { approve, reject };
}

/** All that an answer may name of a call that waits. */
export function answerable({ id, tool, before }: Approval): string[] {
  return tool === BY_ROW ? [id, ...before.map((task) => rowId(id, task.id))] : [id];
}

/** The tasks that the person let a call change: all, those named one by one, or none. */
export function approvedRows({ id, before }: Approval, approved: ReadonlySet<string>): WireTask[] {
  if (approved.has(id)) return before;
  return before.filter((task) => approved.has(rowId(id, task.id)));
}

/** True when an answer's ids name a call, or every task of it. */
export function isAnswered(approval: Approval, answered: ReadonlySet<string>): boolean {
  return approvedRows(approval, answered).length === approval.before.length;
}

/** True when an answer's ids name a call and tasks of it: nobody can tell what is meant. */
export function isAnsweredTwice(approval: Approval, answered: ReadonlySet<string>): boolean {
  const named = answerable(approval).filter((id) => answered.has(id));
  return answered.has(approval.id) && named.length > 1;
}
