import {
  cancelWaitingRun,
  findWaitingRuns,
} from "#app/conversations/approvals/withdraw-approvals.server";
import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { filesOf, textOf, titleOf } from "./message";
import { parseMessageParts } from "./message-schema";

/**
 * Marks a person's message and everything after it as superseded, so that another message can
 * replace them. They stay in the database, and changes that the assistant made meanwhile stay:
 * taking those back is what undo is for. Runs among them that await approval are cancelled.
 *
 * The caller's transaction must hold the lock of the conversation.
 *
 * @param text of the new message; a conversation with a default title gets its title from it
 * @returns ids of the attachments of the superseded message
 * @throws AppError `message_not_found` (404), `conversation_busy` (409) while a run is running
 */
export async function supersedeMessages(
  tx: Db,
  userId: string,
  conversationNumber: number,
  messageId: string,
  text: string,
): Promise<string[]> {
  const inConversation = { userId, conversationNumber };
  const current = { ...inConversation, supersededAt: null };
  const id = /^\d{1,18}$/.test(messageId) ? BigInt(messageId) : 0n;
  const message = await tx.message.findFirst({ where: { ...current, id, role: "user" } });
  if (!message) throw new AppError("message_not_found", 404);
  const running = await tx.run.count({
    where: {
      ...inConversation,
      status: { notIn: ["awaiting_approval", "completed", "failed", "cancelled"] },
    },
  });
  if (running > 0) throw new AppError("conversation_busy", 409);

  const superseded = { ...current, id: { gte: id } };
  const rows = await tx.message.findMany({ where: superseded, select: { runId: true } });
  const runs = new Set(rows.flatMap(({ runId }) => runId ?? []));
  const waiting = await findWaitingRuns(tx, { userId, number: conversationNumber });
  for (const run of waiting) if (runs.has(run.id)) await cancelWaitingRun(tx, run.id);
  await tx.message.updateMany({ where: superseded, data: { supersededAt: new Date() } });

  const parts = parseMessageParts(message.parts);
  const files = filesOf(parts).map((file) => file.id);
  if ((await tx.message.count({ where: current })) > 0) return files;
  const title = titleOf(textOf(parts));
  await tx.conversation.updateMany({
    where: { userId, number: conversationNumber, title },
    data: { title: titleOf(text) },
  });
  return files;
}
