import { openChoices } from "#app/conversations/answers/open-choices";
import type { Message } from "#app/conversations/messages/message";
import { parseMessageParts } from "#app/conversations/messages/message-schema";
import { readMessages } from "#app/conversations/messages/read-messages.server";
import type { StartedRun } from "#app/conversations/runs/run";
import { startRun } from "#app/conversations/runs/start-run.server";
import { AppError } from "#app/platform/errors";
import type { ChatKitCaller } from "./caller";
import { toUserItem, userItemId } from "./items";
import type { Params, UserInput } from "./requests";
import type { Reply } from "./stream-reply";
import { parseThreadId, readThread, toThread } from "./threads";
import type { ThreadStreamEvent } from "./wire";

/**
 * Sends a message in a thread, or in a new one when `threadId` is undefined.
 *
 * @throws AppError of `startRun`
 */
export async function sendMessage(
  caller: ChatKitCaller,
  input: UserInput,
  threadId?: string,
): Promise<Reply> {
  const { app, user, once } = caller;
  const message = toText(input);
  const conversationId = threadId === undefined ? undefined : parseThreadId(threadId);
  const { attachments } = input;
  const asking = conversationId === undefined ? [] : await askingRuns(caller, conversationId);
  const run = await startRun(app, user, { message, conversationId, attachments, once });
  const { created, done } = await userMessageEvents(caller, run);
  if (threadId === undefined) return { first: [created, done], run };
  const others = asking.filter((id) => id !== run.runId);
  const closed = others.length > 0 ? await closedWidgets(caller, threadId, others) : [];
  return { first: [...closed, done], run };
}

/** The runs whose questions are open: for approval, or for one of the answers that they offer. */
async function askingRuns({ app, user }: ChatKitCaller, number: number): Promise<string[]> {
  const [waiting, latest] = await Promise.all([
    app.db.run.findMany({
      where: { userId: user.id, conversationNumber: number, status: "awaiting_approval" },
      select: { id: true },
    }),
    readMessages(app.db, user.id, number, 1),
  ]);
  const offering = openChoices(latest)?.runId;
  return [...waiting.map(({ id }) => id), ...(offering ? [offering] : [])];
}

/** Replaces the widgets of questions that the message answered or withdrew by closed ones. */
async function closedWidgets(
  caller: ChatKitCaller,
  threadId: string,
  runs: string[],
): Promise<ThreadStreamEvent[]> {
  const { items } = await readThread(caller, threadId);
  return items.flatMap((item) =>
    item.type === "widget" && runs.some((id) => item.id.startsWith(`${id}_`))
      ? [{ type: "thread.item.replaced", item }]
      : [],
  );
}

/**
 * Sends a message again: it replaces the original and removes everything after it.
 *
 * @throws AppError `message_not_found` (404) when the item is not a user message of the thread
 */
export async function resendMessage(
  caller: ChatKitCaller,
  { thread_id, item_id }: Params<"threads.retry_after_item">,
): Promise<Reply> {
  const { conversation, items } = await readThread(caller, thread_id);
  const message = conversation.messages.find(({ id }) => userItemId(id) === item_id);
  if (message?.role !== "user") throw new AppError("message_not_found", 404);
  const { app, user } = caller;
  const run = await startRun(app, user, {
    message: message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join(""),
    conversationId: conversation.id,
    replaces: message.id,
  });
  const replaced = items.slice(items.findIndex(({ id }) => id === item_id));
  const removed = replaced.map(({ id }) => ({ type: "thread.item.removed", item_id: id }) as const);
  return { first: [...removed, (await userMessageEvents(caller, run)).done], run };
}

/** The events of the user message that started or answered a run. */
async function userMessageEvents(
  { app, user }: ChatKitCaller,
  { runId, conversationId }: StartedRun,
) {
  const row = await app.db.message.findFirstOrThrow({
    where: { userId: user.id, conversationNumber: conversationId, runId, role: "user" },
    orderBy: { id: "desc" },
    include: { conversation: true },
  });
  const { number: id, title, createdAt } = row.conversation;
  const thread = toThread({ id, title, createdAt: createdAt.toISOString() });
  const message: Message = {
    id: String(row.id),
    role: "user",
    createdAt: row.createdAt.toISOString(),
    runId,
    parts: parseMessageParts(row.parts),
  };
  return {
    created: { type: "thread.created", thread },
    done: {
      type: "thread.item.done",
      item: toUserItem(thread.id, message, app.config.PUBLIC_URL),
    },
  } as const;
}

/** Joins texts and tags; appends the quoted text as a Markdown quote. */
function toText({ content, quoted_text: quoted }: UserInput): string {
  const text = content.map((part) => part.text).join("");
  return quoted ? `${text}\n\n> ${quoted.replaceAll("\n", "\n> ")}` : text;
}
