import { answerApprovals } from "#app/conversations/answer-approvals.server";
import { followRun } from "#app/conversations/follow-run.server";
import { getRun } from "#app/conversations/get-run.server";
import type { Message } from "#app/conversations/message";
import type { StartedRun } from "#app/conversations/run";
import { startRun } from "#app/conversations/start-run.server";
import { stopRun } from "#app/conversations/stop-run.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { ACTIONS } from "./approval-widget";
import { toUserItem, userItemId } from "./items";
import type { Params, UserInput } from "./requests";
import { toThreadEvents } from "./stream";
import { type Asker, numberOf, readThread, toThread } from "./threads";
import type { ThreadItem, ThreadStreamEvent } from "./wire";

/** Who asks, of a process that answers. */
export interface ChatAsker extends Asker {
  karlo: Karlo;
}

/** What a stream begins with, and the run that it goes on with, if one does. */
export interface Answer {
  first: ThreadStreamEvent[];
  run: StartedRun | null;
}

/** Says something in a thread, or in a new one. */
export async function say(asker: ChatAsker, input: UserInput, threadId?: string): Promise<Answer> {
  const { karlo, user } = asker;
  const message = messageOf(input);
  const conversationId = threadId === undefined ? undefined : numberOf(threadId);
  const { attachments } = input;
  const run = await startRun(karlo, user, { message, conversationId, attachments });
  const said = await spoken(asker, run);
  return { first: threadId === undefined ? [said.created, said.done] : [said.done], run };
}

/** Says a message again: what came after it gives way, and so does it, to one that is the same. */
export async function sayAgain(
  asker: ChatAsker,
  { thread_id, item_id }: Params<"threads.retry_after_item">,
): Promise<Answer> {
  const { conversation, items } = await readThread(asker, thread_id);
  const message = conversation.messages.find(({ id }) => userItemId(id) === item_id);
  if (message?.role !== "user") throw new AppError("message_not_found", 404);
  const { karlo, user } = asker;
  const run = await startRun(karlo, user, {
    message: message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join(""),
    conversationId: conversation.id,
    replaces: message.id,
  });
  const gone = items.slice(items.findIndex(({ id }) => id === item_id));
  const removed = gone.map(({ id }) => ({ type: "thread.item.removed", item_id: id }) as const);
  return { first: [...removed, (await spoken(asker, run)).done], run };
}

/**
 * Does what a button of a widget says, or a page around the conversation: answers what a run waits
 * for, stops it, or follows the one that works.
 */
export async function act(
  asker: ChatAsker,
  { thread_id, item_id, action }: Params<"threads.custom_action">,
): Promise<Answer> {
  const { karlo, user } = asker;
  const { conversation, items } = await readThread(asker, thread_id);
  if (item_id && !items.some(({ id }) => id === item_id)) throw new AppError("not_found", 404);
  const runId = action.payload?.run_id ?? conversation.activeRun?.id;
  if (runId === undefined) throw new AppError("run_not_waiting", 409);
  const { conversationId, status, approvals } = await getRun(karlo.db, user.id, runId);
  if (conversationId !== conversation.id) throw new AppError("run_not_found", 404);
  switch (action.type) {
    case ACTIONS.approve:
    case ACTIONS.reject: {
      const ids = approvals.map(({ id }) => id);
      const yes = action.type === ACTIONS.approve;
      const answer = { approve: yes ? ids : [], reject: yes ? [] : ids };
      return { first: [], run: await answerApprovals(karlo, user, runId, answer) };
    }
    case ACTIONS.stop:
      await stopRun(karlo, user.id, runId);
      return { first: [], run: null };
    case ACTIONS.follow: {
      const active = conversation.activeRun?.id === runId && status === "running";
      const lastEventId = conversation.activeRun?.lastSeq ?? 0;
      return { first: [], run: active ? { runId, conversationId, lastEventId } : null };
    }
    default: {
      const values = { expected: `one of ${Object.values(ACTIONS).join(", ")}` };
      throw new AppError("invalid_input", 422, { field: "params.action.type", values });
    }
  }
}

/** The events of an answer until it ends or asks. */
export async function* stream(
  { karlo, wording }: ChatAsker,
  { first, run }: Answer,
  signal: AbortSignal,
): AsyncGenerator<ThreadStreamEvent> {
  yield* first;
  // A connection that is gone is no wish: runs go on. Stopping is an action.
  yield { type: "stream_options", stream_options: { allow_cancel: false } };
  if (!run) return;
  const { runId, conversationId, lastEventId: after } = run;
  try {
    // From the first event on, since items are counted; to a pause that is not behind us.
    const events = untilPaused(
      followRun(karlo.db, karlo.listener, runId, { after: 0, signal }),
      after,
    );
    const place = { ...wording, threadId: String(conversationId), runId };
    yield* toThreadEvents(events, place, after);
  } catch (error) {
    karlo.log.error({ err: error, run: runId }, "chatkit: stream broke");
    yield { type: "error", code: "stream.error", allow_retry: true };
  }
}

type RunEvents = ReturnType<typeof followRun>;

async function* untilPaused(events: RunEvents, after: number): RunEvents {
  for await (const event of events) {
    yield event;
    if (event.type === "approval.required" && event.seq > after) return;
  }
}

/** The message that began a run or answered it, as events. */
async function spoken({ karlo, user }: ChatAsker, { runId, conversationId }: StartedRun) {
  const row = await karlo.db.message.findFirstOrThrow({
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
    parts: row.parts as unknown as Message["parts"],
  };
  return {
    created: { type: "thread.created", thread },
    done: {
      type: "thread.item.done",
      item: toUserItem(thread.id, message, karlo.config.PUBLIC_URL),
    },
  } as const;
}

/** The same card without what it offers. */
export function withoutButtons(item: ThreadItem): ThreadItem {
  if (item.type !== "widget") return item;
  const { confirm: _, cancel: __, ...widget } = item.widget;
  return { ...item, widget };
}

/** Text and tags as one text; what was quoted comes after it, as Markdown quotes. */
function messageOf({ content, quoted_text: quoted }: UserInput): string {
  const text = content.map((part) => part.text).join("");
  return quoted ? `${text}\n\n> ${quoted.replaceAll("\n", "\n> ")}` : text;
}
