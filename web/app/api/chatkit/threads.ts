import type { SessionUser } from "#app/accounts/session.server";
import { deleteConversation } from "#app/conversations/delete-conversation.server";
import {
  type ConversationSummary,
  listConversations,
} from "#app/conversations/list-conversations.server";
import { TITLE_MAX } from "#app/conversations/message";
import { rateAnswer } from "#app/conversations/rate-answer.server";
import { renameConversation } from "#app/conversations/rename-conversation.server";
import { conversationNotFound } from "#app/conversations/start-run.server";
import {
  type WatchedConversation,
  watchConversation,
} from "#app/conversations/watch-conversation.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { toItems, type Wording } from "./items";
import type { Params } from "./requests";
import type { Page, Thread, ThreadItem } from "./wire";

const PAGE_SIZE = 20;
const NO_ITEMS: Page<ThreadItem> = { data: [], has_more: false };

/** Who asks, and with which words they are answered. */
export interface Asker {
  karlo: Pick<Karlo, "db" | "config">;
  user: SessionUser;
  wording: Wording;
}

/** A conversation's number from a thread's id. What cannot be one names none. */
export function numberOf(threadId: string): number {
  const number = Number(threadId);
  if (!/^\d{1,10}$/.test(threadId) || number < 1 || number > 2 ** 31 - 1)
    throw conversationNotFound(0);
  return number;
}

/** A page of a person's threads, the last one spoken in first, or last. */
export async function listThreads(
  { karlo, user }: Asker,
  { limit, order, after }: Params<"threads.list">,
): Promise<Page<Thread>> {
  const page = await listConversations(karlo.db, user.id, {
    limit: limit ?? PAGE_SIZE,
    order,
    after: after ? numberOf(after) : undefined,
  });
  const { nextCursor } = page;
  return {
    data: page.conversations.map((conversation) => toThread(conversation)),
    has_more: nextCursor !== null,
    ...(nextCursor !== null && { after: String(nextCursor) }),
  };
}

/** A thread with its first page of items, oldest first. */
export async function getThread(
  asker: Asker,
  { thread_id }: Params<"threads.get_by_id">,
): Promise<Thread> {
  const { conversation, items } = await readThread(asker, thread_id);
  return toThread(conversation, pageOf(items, { order: "asc" }));
}

/** A page of a thread's items. */
export async function listItems(
  asker: Asker,
  { thread_id, ...asked }: Params<"items.list">,
): Promise<Page<ThreadItem>> {
  return pageOf((await readThread(asker, thread_id)).items, asked);
}

/** Gives a thread another title. */
export async function updateThread(
  { karlo, user }: Asker,
  { thread_id, title }: Params<"threads.update">,
): Promise<Thread> {
  const words = title.trim();
  if (words === "" || words.length > TITLE_MAX) {
    const values = { expected: `a text of 1 to ${TITLE_MAX} characters` };
    throw new AppError("invalid_input", 422, { field: "params.title", values });
  }
  return toThread(await renameConversation(karlo.db, user.id, numberOf(thread_id), words));
}

/** Removes a thread for ever. */
export async function deleteThread(
  { karlo, user }: Asker,
  { thread_id }: Params<"threads.delete">,
): Promise<object> {
  await deleteConversation(karlo.db, user.id, numberOf(thread_id));
  return {};
}

/** Keeps what a person thought of items. */
export async function rateItems(
  asker: Asker,
  { thread_id, item_ids, kind }: Params<"items.feedback">,
): Promise<object> {
  const { items } = await readThread(asker, thread_id);
  const known = new Set(items.map(({ id }) => id));
  if (!item_ids.every((id) => known.has(id))) throw new AppError("not_found", 404);
  const { karlo, user } = asker;
  await rateAnswer(karlo.db, user.id, numberOf(thread_id), item_ids, kind);
  return {};
}

/** A conversation with all of its items, oldest first. */
export async function readThread(
  { karlo, user, wording }: Asker,
  threadId: string,
): Promise<{ conversation: WatchedConversation; items: ThreadItem[] }> {
  const conversation = await watchConversation(karlo.db, user.id, numberOf(threadId));
  const items = toItems(threadId, conversation, wording, karlo.config.PUBLIC_URL);
  return { conversation, items };
}

/** A conversation as ChatKit names it. */
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
