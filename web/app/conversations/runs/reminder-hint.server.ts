import type { MessagePart } from "#app/conversations/messages/message";
import { textOf } from "#app/conversations/messages/message";
import { parseMessageParts } from "#app/conversations/messages/message-schema";
import type { Db } from "#app/platform/database/database";
import { needsChannel } from "#app/reminders/preferences/preferences.server";

/** Words that ask to be reminded, in English, Urdu and Roman Urdu; whatever the model made of them. */
const ASKS =
  /\bremind|\balarm|\by+a+d\s*(?:d[ie]l|kar[aw]|rakh|deh)|یاد\s*(?:دل|کرو|کرا|رکھ|دہان)|ریمائنڈ|الارم/iu;

/** Tools after which a task may ring. */
const SETTING: ReadonlySet<string> = new Set(["create_task", "update_task"]);

/**
 * Whether a run is to tell its person that reminders reach them on the pages only: they asked to be
 * reminded, a task of the run rings, no channel is on, and nobody told them before. True once.
 *
 * @param mails whether the server sends mails
 */
export async function givesReminderHint(
  tx: Db,
  { runId, user }: { runId: string; user: { id: string } },
  parts: MessagePart[],
  mails: boolean,
): Promise<boolean> {
  if (!parts.some(makesRing)) return false;
  const message = await tx.message.findFirst({
    where: { runId, userId: user.id, role: "user" },
    orderBy: { id: "desc" },
    select: { parts: true },
  });
  const asked = message && ASKS.test(textOf(parseMessageParts(message.parts)));
  return Boolean(asked) && needsChannel(tx, user.id, mails);
}

/** Whether a call left a task that has a moment to ring at. */
function makesRing(part: MessagePart): boolean {
  if (part.type !== "tool_call" || part.status !== "completed" || !SETTING.has(part.name))
    return false;
  const task = part.result?.task as { due_at?: unknown; reminders?: unknown } | undefined;
  if (!task) return false;
  const { due_at: due, reminders } = task;
  return Array.isArray(reminders) ? reminders.length > 0 : typeof due === "string";
}
