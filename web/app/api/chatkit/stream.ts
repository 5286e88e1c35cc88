import { applyEvent, beginRun, type LiveRun } from "#app/conversations/live-run";
import type { RunEvent } from "#app/conversations/run-event";
import { type Place, toAssistantItems, type Wording } from "./items";
import type { AssistantContent, ThreadItem, ThreadStreamEvent, WorkflowItem } from "./wire";

/** Whose run it is, and with which words it is told. */
interface Run extends Wording {
  threadId: string;
  runId: string;
}

/** The items of a message that is being written, as the reader has them. */
interface Told {
  items: ThreadItem[];
  /** How many of them are done: the last may still grow. */
  done: number;
}

const NOTHING: Told = { items: [], done: 0 };

/**
 * A run's events as those of a ChatKit stream. Both come from the parts of its message, before and
 * after each event, so that what is streamed is what is listed later.
 *
 * @param events all of the run, from its first
 * @param after number of the last event that is not told: what came until then gave way or is known
 */
export async function* toThreadEvents(
  events: AsyncIterable<RunEvent>,
  run: Run,
  after: number,
): AsyncGenerator<ThreadStreamEvent> {
  const place: Place = {
    ...run,
    before: 0,
    createdAt: new Date().toISOString(),
    waiting: [],
  };
  let live = beginRun(run.runId);
  let told = NOTHING;
  for await (const event of events) {
    // What it asked was a message by itself; the answer begins another.
    if (live.status === "awaiting_approval") {
      if (event.seq > after) yield* settled(live, place);
      place.before += told.items.length;
      [live, told] = [beginRun(run.runId), NOTHING];
    }
    const agent = live.agent;
    live = applyEvent(live, event);
    place.waiting = live.status === "awaiting_approval" ? [run.runId] : [];
    const next = tellable(live, place);
    if (event.seq > after) {
      if (agent !== live.agent && live.agent === "urdu_specialist")
        yield { type: "progress_update", text: run.t("chat.handoff.urdu_specialist") };
      yield* changes(told, next);
      if (event.type === "run.failed")
        yield { type: "error", code: "custom", message: event.data.detail, allow_retry: true };
    }
    told = next;
  }
}

/** A question that was answered has no buttons. */
function* settled(live: LiveRun, place: Place): Generator<ThreadStreamEvent> {
  for (const item of toAssistantItems(live.parts, { ...place, waiting: [] })) {
    if (item.type === "widget") yield { type: "thread.item.replaced", item };
  }
}

function tellable(live: LiveRun, place: Place): Told {
  // What went wrong is an event of its own here.
  const parts = live.parts.filter(({ type }) => type !== "error");
  const items = toAssistantItems(parts, place);
  const last = items.at(-1);
  const grows =
    live.status === "running" &&
    (last?.type === "workflow" || (last?.type === "assistant_message" && live.growing));
  return { items, done: items.length - (grows ? 1 : 0) };
}

function* changes(told: Told, next: Told): Generator<ThreadStreamEvent> {
  for (const [index, item] of next.items.entries()) {
    if (index < told.done) continue;
    const isDone = index < next.done;
    let before = told.items[index];
    if (before && before.type !== item.type) {
      yield { type: "thread.item.removed", item_id: before.id };
      before = undefined;
    }
    if (!before && isDone) yield { type: "thread.item.done", item };
    else if (!before) yield* begun(item);
    else {
      yield* grown(before, item);
      if (isDone) yield* ended(item);
    }
  }
  for (const { id } of told.items.slice(next.items.length)) {
    yield { type: "thread.item.removed", item_id: id };
  }
}

function* begun(item: ThreadItem): Generator<ThreadStreamEvent> {
  if (item.type !== "assistant_message") {
    yield { type: "thread.item.added", item };
    return;
  }
  yield { type: "thread.item.added", item: { ...item, content: [] } };
  yield* textBegun(item.id);
  yield* textGrown(item.id, textOf(item));
}

function* grown(before: ThreadItem, item: ThreadItem): Generator<ThreadStreamEvent> {
  if (before.type === "workflow" && item.type === "workflow") {
    yield* tasksGrown(before, item);
  } else if (before.type === "assistant_message" && item.type === "assistant_message") {
    const [had, has] = [textOf(before), textOf(item)];
    if (has.startsWith(had)) yield* textGrown(item.id, has.slice(had.length));
    else {
      yield* textBegun(item.id);
      yield* textGrown(item.id, has);
    }
  }
}

function* ended(item: ThreadItem): Generator<ThreadStreamEvent> {
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

function* textBegun(id: string): Generator<ThreadStreamEvent> {
  const content: AssistantContent = { type: "output_text", text: "", annotations: [] };
  const update = {
    type: "assistant_message.content_part.added",
    content_index: 0,
    content,
  } as const;
  yield { type: "thread.item.updated", item_id: id, update };
}

function* textGrown(id: string, delta: string): Generator<ThreadStreamEvent> {
  if (delta === "") return;
  const update = {
    type: "assistant_message.content_part.text_delta",
    content_index: 0,
    delta,
  } as const;
  yield { type: "thread.item.updated", item_id: id, update };
}

function* tasksGrown(before: WorkflowItem, item: WorkflowItem): Generator<ThreadStreamEvent> {
  for (const [index, task] of item.workflow.tasks.entries()) {
    const had = before.workflow.tasks[index];
    if (JSON.stringify(had) === JSON.stringify(task)) continue;
    const type = had ? "workflow.task.updated" : "workflow.task.added";
    const update = { type, task_index: index, task } as const;
    yield { type: "thread.item.updated", item_id: item.id, update };
  }
}

const textOf = (item: Extract<ThreadItem, { type: "assistant_message" }>): string =>
  item.content[0]?.text ?? "";
