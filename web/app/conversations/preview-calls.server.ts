import type { ToolCall } from "#app/assistant/tools.server";
import type { Db } from "#app/platform/database";
import type { Actor } from "#app/tasks/task";
import { previewCall } from "#app/tools/preview-call";
import type { Approval } from "./message";

/**
 * Shows what calls that wait for approval would do: the tasks before, and after.
 * A call that would change nothing of this person's has an empty `before`.
 */
export async function previewCalls(db: Db, actor: Actor, calls: ToolCall[]): Promise<Approval[]> {
  const approvals: Approval[] = [];
  for (const { id, name, arguments: given } of calls) {
    const { before, after } = await previewCall(db, actor, name, given);
    approvals.push({ id, tool: name, arguments: given, before, after });
  }
  return approvals;
}
