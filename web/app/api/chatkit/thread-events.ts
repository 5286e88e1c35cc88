import { applyEvent, createLiveRun, type LiveRun } from "#app/conversations/runs/live-run";
import type { RunEvent } from "#app/conversations/runs/run-event";
import type { ItemContext } from "./item-context";
import { toAssistantItems } from "./items";
import type { Localization } from "./localization";
import type { AssistantContent, ThreadItem, ThreadStreamEvent, WorkflowItem } from "./wire";

/** The run of a stream. */
interface StreamContext extends Localization {
  threadId: string;
  runId: string;
}

/** The items of the current message at one moment of the stream. */
interface Snapshot {
  items: ThreadItem[];
  /** Number of complete items; the last item may still grow. */
  done: number;
}

const EMPTY: Snapshot = { items: [], done: 0 };

/**
 * Converts the events of a run to those of a ChatKit stream, as the difference of the items before
 * and after each event. The streamed items therefore equal those that are listed later.
 *
 * @param events all events of the run, from the first
 * @param after sequence number up to which events are applied but not streamed
 */
export async function* toThreadEvents(
  events: AsyncIterable<RunEvent>,
  stream: StreamContext,
  after: number,
): AsyncGenerator<ThreadStreamEvent> {
  const context: ItemContext = {
    ...stream,
    before: 0,
    createdAt: new Date().toISOString(),
    waiting: [],
    last: true,
  };
  let live = createLiveRun(stream.runId);
  let sent = EMPTY;
  for await (const event of events) {
    // An approval request ends a message; the run continues in another one.
    if (live.status === "awaiting_approval") {
      if (event.seq > after) yield* removeButtons(live, context);
      context.before += sent.items.length;
      [live, sent] = [createLiveRun(stream.runId), EMPTY];
    }
    const agent = live.agent;
    live = applyEvent(live, event);
    context.waiting = live.status === "awaiting_approval" ? [stream.runId] : [];
    const next = toSnapshot(live, context);
    if (event.seq > after) {
      if (agent !== live.agent && live.agent === "urdu_specialist")
        yield { type: "progress_update", text: stream.t("chat.handoff.urdu_specialist") };
      yield* difference(sent, next);
      if (event.type === "run.failed")
        yield { type: "error", code: "custom", message: event.data.detail, allow_retry: true };
    }
    sent = next;
  }
}

/** Replaces the widgets of an answered approval request by widgets without buttons. */
function* removeButtons(live: LiveRun, context: ItemContext): Generator<ThreadStreamEvent> {
  for (const item of toAssistantItems(live.parts, { ...context, waiting: [] })) {
    if (item.type === "widget") yield { type: "thread.item.replaced", item };
  }
}

function toSnapshot(live: LiveRun, context: ItemContext): Snapshot {
  // Errors are events of their own in the stream.
  const parts = live.parts.filter(({ type }) => type !== "error");
  const items = toAssistantItems(parts, context);
  const last = items.at(-1);
  const grows =
    live.status === "running" &&
    (last?.type === "workflow" || (last?.type === "assistant_message" && live.streaming));
  return { items, done: items.length - (grows ? 1 : 0) };
}

function* difference(sent: Snapshot, next: Snapshot): Generator<ThreadStreamEvent> {
  for (const [index, item] of next.items.entries()) {
    if (index < sent.done) continue;
    const isDone = index < next.done;
    let before = sent.items[index];
    if (before && before.type !== item.type) {
      yield { type: "thread.item.removed", item_id: before.id };
      before = undefined;
    }
    if (!before && isDone) yield { type: "thread.item.done", item };
    else if (!before) yield* addItem(item);
    else {
      yield* updateItem(before, item);
      if (isDone) yield* completeItem(item);
    }
  }
  for (const { id } of sent.items.slice(next.items.length)) {
    yield { type: "thread.item.removed", item_id: id };
  }
}

function* addItem(item: ThreadItem): Generator<ThreadStreamEvent> {
  if (item.type !== "assistant_message") {
    yield { type: "thread.item.added", item };
    return;
  }
  yield { type: "thread.item.added", item: { ...item, content: [] } };
  yield* addText(item.id);
  yield* appendText(item.id, textOf(item));
}

function* updateItem(before: ThreadItem, item: ThreadItem): Generator<ThreadStreamEvent> {
  if (before.type === "workflow" && item.type === "workflow") {
    yield* updateTasks(before, item);
  } else if (before.type === "assistant_message" && item.type === "assistant_message") {
    const [previous, text] = [textOf(before), textOf(item)];
    if (text.startsWith(previous)) yield* appendText(item.id, text.slice(previous.length));
    else {
      yield* addText(item.id);
      yield* appendText(item.id, text);
    }
  }
}

function* completeItem(item: ThreadItem): Generator<ThreadStreamEvent> {
  const [content] = item.type === "assistant_message" ? item.content : [];
  if (content) {
    const update = {
      type: "assistant_message.content_part.done",
      content_index: 0,
      content,
    } as const;
    yield { type: "thread.item.updated", item_id: item.id, update };
  }
  yield { type: "thread.item.done", item };
}

function* addText(id: string): Generator<ThreadStreamEvent> {
  const content: AssistantContent = { type: "output_text", text: "", annotations: [] };
  const update = {
    type: "assistant_message.content_part.added",
    content_index: 0,
    content,
  } as const;
  yield { type: "thread.item.updated", item_id: id, update };
}

function* appendText(id: string, delta: string): Generator<ThreadStreamEvent> {
  if (delta === "") return;
  const update = {
    type: "assistant_message.content_part.text_delta",
    content_index: 0,
    delta,
  } as const;
  yield { type: "thread.item.updated", item_id: id, update };
}

function* updateTasks(before: WorkflowItem, item: WorkflowItem): Generator<ThreadStreamEvent> {
  for (const [index, task] of item.workflow.tasks.entries()) {
    const previous = before.workflow.tasks[index];
    if (JSON.stringify(previous) === JSON.stringify(task)) continue;
    const type = previous ? "workflow.task.updated" : "workflow.task.added";
    const update = { type, task_index: index, task } as const;
    yield { type: "thread.item.updated", item_id: item.id, update };
  }
}

const textOf = (item: Extract<ThreadItem, { type: "assistant_message" }>): string =>
  item.content[0]?.text ?? "";
