import type { WireTask } from "#app/tasks/task";
import type { Approval } from "./message";

/** The tool whose rows can be approved one by one: it takes those that it is given. */
const BY_ROW = "bulk_update";

/** How an answer names one task of a call: `call#3`. */
const rowId = (call: string, task: number): string => `${call}#${task}`;

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
