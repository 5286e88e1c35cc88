import type { SessionUser } from "#app/accounts/session.server";
import { dayIn } from "#app/i18n/dates";
import type { Db } from "#app/platform/database";
import { getStats } from "#app/tasks/get-stats.server";
import { listTasks } from "#app/tasks/list-tasks.server";
import { getConversation } from "./get-conversation.server";
import { listConversations } from "./list-conversations.server";

/** Everything the chat page shows, for one person and one conversation or none yet. */
export async function readChatPage(db: Db, user: SessionUser, conversationId: number | null) {
  const now = new Date();
  const { id, timeZone } = user;
  const [conversation, { conversations }, open, recent, stats] = await Promise.all([
    conversationId === null ? null : getConversation(db, id, conversationId),
    listConversations(db, id),
    listTasks(db, id, { status: "open", sort: "due", limit: 50 }, timeZone),
    listTasks(db, id, { status: "completed", sort: "-updated", limit: 10 }, timeZone),
    getStats(db, id, timeZone, now),
  ]);
  const today = dayIn(timeZone, now);
  const doneToday = recent.tasks.filter(
    ({ completedAt }) => completedAt && dayIn(timeZone, new Date(completedAt)) === today,
  );
  return {
    conversation,
    conversations,
    tasks: [...open.tasks, ...doneToday],
    open: stats.open,
    timeZone,
    now: now.toISOString(),
  };
}

export type ChatPageData = Awaited<ReturnType<typeof readChatPage>>;
