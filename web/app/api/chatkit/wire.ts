import type { Widgets } from "@openai/chatkit";

// The subset of the ChatKit protocol that Karlo sends. The published package only has the types of
// widgets and input; the others follow:
// https://github.com/openai/chatkit-python/blob/main/chatkit/types.py

/** A page of a list. `after` is the cursor of the next page. */
export interface Page<T> {
  data: T[];
  has_more: boolean;
  after?: string;
}

/** A conversation. */
export interface Thread {
  id: string;
  title?: string;
  created_at: string;
  status: { type: "active" };
  metadata: Record<string, never>;
  items: Page<ThreadItem>;
}

interface ItemBase {
  id: string;
  thread_id: string;
  created_at: string;
}

/** A text of the assistant. */
export interface AssistantContent {
  type: "output_text";
  text: string;
  annotations: never[];
}

/** A step of a workflow: a tool call. */
export interface WorkflowTask {
  type: "custom";
  title: string;
  content?: string;
  status_indicator: "loading" | "complete";
}

/** An attachment of a message. */
export type WireAttachment = {
  id: string;
  name: string;
  mime_type: string;
  /** How to upload the content; null once it is stored. */
  upload_descriptor: { url: string; method: "PUT"; headers: Record<string, string> } | null;
} & ({ type: "file" } | { type: "image"; preview_url: string });

export interface UserMessageItem extends ItemBase {
  type: "user_message";
  content: { type: "input_text"; text: string }[];
  attachments: WireAttachment[];
  inference_options: Record<string, never>;
}

interface AssistantMessageItem extends ItemBase {
  type: "assistant_message";
  content: AssistantContent[];
}

export interface WorkflowItem extends ItemBase {
  type: "workflow";
  workflow: { type: "custom"; tasks: WorkflowTask[]; expanded: boolean };
}

interface WidgetItem extends ItemBase {
  type: "widget";
  widget: Widgets.Card;
  copy_text: string;
}

/** An item of a thread. */
export type ThreadItem = UserMessageItem | AssistantMessageItem | WorkflowItem | WidgetItem;

/** An incremental update of an item that is being streamed. */
type ItemUpdate =
  | {
      type: "assistant_message.content_part.added" | "assistant_message.content_part.done";
      content_index: number;
      content: AssistantContent;
    }
  | {
      type: "assistant_message.content_part.text_delta";
      content_index: number;
      delta: string;
    }
  | {
      type: "workflow.task.added" | "workflow.task.updated";
      task_index: number;
      task: WorkflowTask;
    };

/** An event of a stream. */
export type ThreadStreamEvent =
  | { type: "thread.created"; thread: Thread }
  | { type: "thread.item.added" | "thread.item.done" | "thread.item.replaced"; item: ThreadItem }
  | { type: "thread.item.updated"; item_id: string; update: ItemUpdate }
  | { type: "thread.item.removed"; item_id: string }
  | { type: "stream_options"; stream_options: { allow_cancel: boolean } }
  | { type: "progress_update"; text: string }
  | { type: "error"; code: "custom" | "stream.error"; message?: string; allow_retry: boolean };
