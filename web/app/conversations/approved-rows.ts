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

/** Of an answer's ids, those of a call that has no answer yet, by call or by every row. */
export function isAnswered(approval: Approval, answered: ReadonlySet<string>): boolean {
  return (
    answered.has(approval.id) || approvedRows(approval, answered).length === approval.before.length
  );
}
