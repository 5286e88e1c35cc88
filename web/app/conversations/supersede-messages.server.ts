import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { filesOf, type MessagePart, textOf, titleOf } from "./message";
import { appendEvents } from "./run-events.server";

/**
 * Takes a person's message out of a conversation together with all that was said after it, to make
 * room for another. It stays in the database, and what the assistant did meanwhile stays done: to
 * take that back is another wish, which undo fulfils. Questions that waited there are dropped.
 *
 * The conversation must be locked by this transaction.
 *
 * @param text what takes its place; a conversation that is called by its first message is renamed
 * @returns ids of the files that the message carried
 * @throws AppError `message_not_found` (404), `conversation_busy` (409) while a run works
 */
export async function supersedeMessages(
  tx: Db,
  userId: string,
  conversationNumber: number,
  messageId: string,
  text: string,
): Promise<string[]> {
  const within = { userId, conversationNumber };
  const standing = { ...within, supersededAt: null };
  const id = /^\d{1,18}$/.test(messageId) ? BigInt(messageId) : 0n;
  const message = await tx.message.findFirst({ where: { ...standing, id, role: "user" } });
  if (!message) throw new AppError("message_not_found", 404);
  const working = await tx.run.count({
    where: {
      ...within,
      status: { notIn: ["awaiting_approval", "completed", "failed", "cancelled"] },
    },
  });
  if (working > 0) throw new AppError("conversation_busy", 409);

  const gone = { ...standing, id: { gte: id } };
  const said = await tx.message.findMany({ where: gone, select: { runId: true } });
  const runs = await tx.run.findMany({
    where: {
      ...within,
      id: { in: said.flatMap(({ runId }) => runId ?? []) },
      status: "awaiting_approval",
    },
    select: { id: true },
  });
  for (const run of runs) {
    const { count } = await tx.run.updateMany({
      where: { id: run.id, status: "awaiting_approval" },
      data: { status: "cancelled", state: null, approvals: [] },
    });
    if (count === 0) continue;
    await appendEvents(tx, { runId: run.id, lease: null }, [{ type: "run.cancelled", data: {} }]);
  }
  await tx.message.updateMany({ where: gone, data: { supersededAt: new Date() } });

  const parts = message.parts as unknown as MessagePart[];
  const files = filesOf(parts).map((file) => file.id);
  if ((await tx.message.count({ where: standing })) > 0) return files;
  const title = titleOf(textOf(parts));
  await tx.conversation.updateMany({
    where: { userId, number: conversationNumber, title },
    data: { title: titleOf(text) },
  });
  return files;
}
