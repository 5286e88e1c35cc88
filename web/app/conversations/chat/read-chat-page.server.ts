import type { SessionUser } from "#app/accounts/session/session.server";
import { shownIds } from "#app/conversations/answers/answer-tasks";
import { readShownTasks } from "#app/conversations/answers/read-shown-tasks.server";
import { getConversation } from "#app/conversations/list/get-conversation.server";
import { listConversations } from "#app/conversations/list/list-conversations.server";
import { dayIn } from "#app/i18n/dates";
import type { Db } from "#app/platform/database/database";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import { getStats } from "#app/tasks/statistics/get-stats.server";

/**
 * Reads everything that the chat page shows.
 *
 * @param conversationId null for a new conversation
 * @throws AppError `conversation_not_found` (404)
 */
export async function readChatPage(db: Db, user: SessionUser, conversationId: number | null) {
  const now = new Date();
  const { id, timeZone } = user;
  const [conversation, { conversations }, open, recent, stats] = await Promise.all([
    conversationId === null ? null : getConversation(db, id, conversationId),
    listConversations(db, id),
    listTasks(db, id, { status: "open", sort: "due", limit: 50 }, timeZone),
    listTasks(db, id, { status: "completed", sort: "-updated", limit: 10 }, timeZone),
    getStats(db, id, user, now),
  ]);
  const today = dayIn(timeZone, now);
  const doneToday = recent.tasks.filter(
    ({ completedAt }) => completedAt && dayIn(timeZone, new Date(completedAt)) === today,
  );
  return {
    conversation,
    conversations,
    tasks: [...open.tasks, ...doneToday],
    shown: await readShownTasks(db, id, shownIds(conversation?.messages ?? [])),
    open: stats.open,
    timeZone,
    now: now.toISOString(),
  };
}

/** The props of the chat page. */
export type ChatPageData = Awaited<ReturnType<typeof readChatPage>>;
