import type { ToolCall } from "#app/assistant/tools.server";
import type { Approval } from "#app/conversations/messages/message";
import type { Db } from "#app/platform/database/database";
import type { Actor } from "#app/tasks/task/task";
import { previewCall } from "#app/tools/preview-call";

/**
 * Previews tool calls that await approval: the tasks before and after each. `before` is empty for
 * a call that would change none of the person's tasks.
 */
export async function previewCalls(db: Db, actor: Actor, calls: ToolCall[]): Promise<Approval[]> {
  const approvals: Approval[] = [];
  for (const { id, name, arguments: args } of calls) {
    const { before, after } = await previewCall(db, actor, name, args);
    approvals.push({ id, tool: name, arguments: args, before, after });
  }
  return approvals;
}
