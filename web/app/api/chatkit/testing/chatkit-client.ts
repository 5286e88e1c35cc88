import type { UserMessageContent } from "@openai/chatkit";
import type { Page, Thread, ThreadItem, ThreadStreamEvent } from "../wire";

type Call = (json: object) => Promise<Response>;

/** The state of a thread in a client. */
export interface ShownThread {
  id: string;
  items: ThreadItem[];
}

/**
 * A minimal ChatKit client: sends operations, keeps the listed items and applies the events of
 * streams to them. Throws on events that do not fit the items.
 */
export class ChatKitClient {
  readonly #call: Call;
  thread: ShownThread = { id: "", items: [] };
  readonly seen: ThreadStreamEvent[] = [];

  constructor(call: Call) {
    this.#call = call;
  }

  /** Sends an operation with a JSON response. */
  async ask<T>(type: string, params: object): Promise<T> {
    const response = await this.#call({ type, params, metadata: {} });
    if (!response.ok) throw new Error(`${type}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Sends a message in the current thread, or in a new one. */
  async say(text: string, until?: (event: ThreadStreamEvent) => boolean): Promise<void> {
    const content = [{ type: "input_text", text }] satisfies UserMessageContent[];
    const input = { content, attachments: [], quoted_text: null, inference_options: {} };
    const { id } = this.thread;
    await (id
      ? this.stream("threads.add_user_message", { thread_id: id, input }, until)
      : this.stream("threads.create", { input }, until));
  }

  /** Loads a thread, as after a reload. */
  async open(id: string): Promise<void> {
    const thread = await this.ask<Thread>("threads.get_by_id", { thread_id: id });
    const items = [...thread.items.data];
    let { has_more: more, after } = thread.items;
    while (more) {
      const params = { thread_id: id, order: "asc", after };
      const page = await this.ask<Page<ThreadItem>>("items.list", params);
      items.push(...page.data);
      ({ has_more: more, after } = page);
    }
    this.thread = { id, items };
  }

  /** Sends an operation with a streamed response and reads it to its end, or to `until`. */
  async stream(
    type: string,
    params: object,
    until: (event: ThreadStreamEvent) => boolean = () => false,
  ): Promise<void> {
    const response = await this.#call({ type, params, metadata: {} });
    if (!response.ok) throw new Error(`${type}: ${response.status} ${await response.text()}`);
    for await (const event of read(response)) {
      this.seen.push(event);
      this.#apply(event);
      if (until(event)) return;
    }
  }

  #apply(event: ThreadStreamEvent): void {
    const { items } = this.thread;
    switch (event.type) {
      case "thread.created":
        this.thread = { id: event.thread.id, items: [...event.thread.items.data] };
        return;
      case "thread.item.added":
      case "thread.item.done":
      case "thread.item.replaced": {
        const index = items.findIndex(({ id }) => id === event.item.id);
        if (index >= 0) items[index] = structuredClone(event.item);
        else if (event.type === "thread.item.replaced") throw new Error(`no ${event.item.id}`);
        else items.push(structuredClone(event.item));
        return;
      }
      case "thread.item.removed":
        items.splice(this.#indexOf(event.item_id), 1);
        return;
      case "thread.item.updated":
        applyUpdate(items[this.#indexOf(event.item_id)] as ThreadItem, event);
        return;
      default:
    }
  }

  #indexOf(id: string): number {
    const index = this.thread.items.findIndex((item) => item.id === id);
    if (index < 0) throw new Error(`no item ${id}`);
    return index;
  }
}

type ItemUpdated = Extract<ThreadStreamEvent, { type: "thread.item.updated" }>;

function applyUpdate(item: ThreadItem, { update }: ItemUpdated): void {
  if (item.type === "assistant_message") {
    if (update.type === "assistant_message.content_part.text_delta") {
      const content = item.content[update.content_index];
      if (!content) throw new Error("a delta of no content");
      content.text += update.delta;
    } else if ("content" in update) {
      item.content[update.content_index] = { ...update.content };
    } else throw new Error(`${update.type} of a message`);
  } else if (item.type === "workflow" && "task" in update) {
    const { tasks } = item.workflow;
    const isNew = update.type === "workflow.task.added";
    if (isNew !== (update.task_index === tasks.length)) throw new Error("a task out of turn");
    tasks[update.task_index] = update.task;
  } else throw new Error(`${update.type} of a ${item.type}`);
}

async function* read(response: Response): AsyncGenerator<ThreadStreamEvent> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream"))
    throw new Error("no stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      const blocks = (text + chunk.value).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        if (block.startsWith("data: ")) yield JSON.parse(block.slice(6)) as ThreadStreamEvent;
      }
    }
  } finally {
    // Stopping early cancels the body, as a disconnect does.
    await reader?.cancel();
  }
}
