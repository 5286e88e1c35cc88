import { deleteConversation } from "#app/conversations/list/delete-conversation.server";
import {
  type ConversationSummary,
  listConversations,
} from "#app/conversations/list/list-conversations.server";
import { renameConversation } from "#app/conversations/list/rename-conversation.server";
import { rateAnswer } from "#app/conversations/messages/rate-answer.server";
import {
  type ConversationSnapshot,
  readConversationSnapshot,
} from "#app/conversations/runs/read-conversation-snapshot.server";
import { conversationNotFound } from "#app/conversations/runs/start-run.server";
import { AppError } from "#app/platform/errors";
import type { ChatKitCaller } from "./caller";
import { toItems } from "./items";
import type { Params } from "./requests";
import type { Page, Thread, ThreadItem } from "./wire";

const PAGE_SIZE = 20;
const NO_ITEMS: Page<ThreadItem> = { data: [], has_more: false };

/**
 * Returns the conversation number of a thread id.
 *
 * @throws AppError `conversation_not_found` (404) when the id is not a valid number
 */
export function parseThreadId(threadId: string): number {
  const number = Number(threadId);
  if (!/^\d{1,10}$/.test(threadId) || number < 1 || number > 2 ** 31 - 1)
    throw conversationNotFound(0);
  return number;
}

/** Returns a page of the user's threads, ordered by their last message. */
export async function listThreads(
  { app, user }: ChatKitCaller,
  { limit, order, after }: Params<"threads.list">,
): Promise<Page<Thread>> {
  const page = await listConversations(app.db, user.id, {
    limit: limit ?? PAGE_SIZE,
    order,
    after: after ? parseThreadId(after) : undefined,
  });
  const { nextCursor } = page;
  return {
    data: page.conversations.map((conversation) => toThread(conversation)),
    has_more: nextCursor !== null,
    ...(nextCursor !== null && { after: String(nextCursor) }),
  };
}

/** Returns a thread with its first page of items, oldest first. */
export async function getThread(
  caller: ChatKitCaller,
  { thread_id }: Params<"threads.get_by_id">,
): Promise<Thread> {
  const { conversation, items } = await readThread(caller, thread_id);
  return toThread(conversation, pageOf(items, { order: "asc" }));
}

/** Returns a page of a thread's items. */
export async function listItems(
  caller: ChatKitCaller,
  { thread_id, ...page }: Params<"items.list">,
): Promise<Page<ThreadItem>> {
  return pageOf((await readThread(caller, thread_id)).items, page);
}

/** Renames a thread. */
export async function updateThread(
  { app, user }: ChatKitCaller,
  { thread_id, title }: Params<"threads.update">,
): Promise<Thread> {
  return toThread(await renameConversation(app.db, user.id, parseThreadId(thread_id), title));
}

/** Deletes a thread permanently. */
export async function deleteThread(
  { app, user }: ChatKitCaller,
  { thread_id }: Params<"threads.delete">,
): Promise<object> {
  await deleteConversation(app.db, user.id, parseThreadId(thread_id));
  return {};
}

/**
 * Stores a rating of items.
 *
 * @throws AppError `not_found` (404) when an item is not in the thread
 */
export async function rateItems(
  caller: ChatKitCaller,
  { thread_id, item_ids, kind }: Params<"items.feedback">,
): Promise<object> {
  const { items } = await readThread(caller, thread_id);
  const known = new Set(items.map(({ id }) => id));
  if (!item_ids.every((id) => known.has(id))) throw new AppError("not_found", 404);
  const { app, user } = caller;
  await rateAnswer(app.db, user.id, parseThreadId(thread_id), item_ids, kind);
  return {};
}

/** Reads a conversation with all of its items, oldest first. */
export async function readThread(
  { app, user, localization }: ChatKitCaller,
  threadId: string,
): Promise<{ conversation: ConversationSnapshot; items: ThreadItem[] }> {
  const conversation = await readConversationSnapshot(app.db, user.id, parseThreadId(threadId));
  const items = toItems(threadId, conversation, localization, app.config.PUBLIC_URL);
  return { conversation, items };
}

/** Converts a conversation to a ChatKit thread. */
export function toThread(
  { id, title, createdAt }: Pick<ConversationSummary, "id" | "title" | "createdAt">,
  items = NO_ITEMS,
): Thread {
  return {
    id: String(id),
    ...(title && { title }),
    created_at: createdAt,
    status: { type: "active" },
    metadata: {},
    items,
  };
}

function pageOf(
  items: ThreadItem[],
  { limit, order, after }: Omit<Params<"items.list">, "thread_id">,
): Page<ThreadItem> {
  const ordered = order === "asc" ? items : items.toReversed();
  const start = after ? ordered.findIndex(({ id }) => id === after) + 1 : 0;
  if (after && start === 0) throw new AppError("not_found", 404);
  const data = ordered.slice(start, start + (limit ?? PAGE_SIZE));
  const hasMore = start + data.length < ordered.length;
  const last = data.at(-1);
  return { data, has_more: hasMore, ...(hasMore && last && { after: last.id }) };
}
