import type { TFunction } from "i18next";
import type { Message, MessagePart } from "#app/conversations/message";
import { toolLine } from "#app/conversations/tool-line";
import type { DateContext } from "#app/i18n/dates";
import { approvalWidget } from "./approval-widget";
import { toWireAttachment } from "./attachments";
import type { AssistantContent, ThreadItem, UserMessageItem, WorkflowTask } from "./wire";

type ToolCall = Extract<MessagePart, { type: "tool_call" }>;

/** What texts of items are written with. */
export interface Wording {
  t: TFunction;
  dates: DateContext;
}

/** Where items stand. Ids are the same in a stream and in a list. */
export interface Place extends Wording {
  threadId: string;
  /** Of the run, whose items are counted on from message to message. */
  runId: string;
  /** How many items of the run came before. */
  before: number;
  createdAt: string;
  /** Runs that wait for an answer: their questions have buttons. */
  waiting: string[];
}

/** Id of the item of a person's message. */
export const userItemId = (messageId: string): string => `msg_${messageId}`;

/** A person's message. Its pictures are at `publicUrl`. */
export function toUserItem(threadId: string, message: Message, publicUrl: string): UserMessageItem {
  const text = message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
  return {
    type: "user_message",
    id: userItemId(message.id),
    thread_id: threadId,
    created_at: message.createdAt,
    content: [{ type: "input_text", text }],
    attachments: message.parts.flatMap((part) =>
      part.type === "attachment"
        ? [toWireAttachment({ ...part, mediaType: part.media_type }, publicUrl)]
        : [],
    ),
    inference_options: {},
  };
}

/**
 * What the assistant said and did, as items: each text a message, tool calls in a row one workflow,
 * what it asks a widget. Nothing that is there changes its place when a message grows.
 */
export function toAssistantItems(parts: MessagePart[], place: Place): ThreadItem[] {
  const items: ThreadItem[] = [];
  let inRow = false;
  for (const part of parts) {
    if (part.type === "handoff" || part.type === "attachment") continue;
    const base = {
      id: `${place.runId}_${place.before + items.length}`,
      thread_id: place.threadId,
      created_at: place.createdAt,
    };
    const last = items.at(-1);
    if (part.type === "tool_call" && inRow && last?.type === "workflow") {
      last.workflow.tasks.push(toTask(part, place));
      continue;
    }
    inRow = part.type === "tool_call";
    if (part.type === "tool_call") {
      const tasks = [toTask(part, place)];
      items.push({
        type: "workflow",
        ...base,
        workflow: { type: "custom", tasks, expanded: true },
      });
    } else if (part.type === "approval") {
      const waits = place.waiting.includes(place.runId);
      items.push({ type: "widget", ...base, ...approvalWidget(part.approvals, place, waits) });
    } else {
      const text = part.type === "error" ? part.detail : part.text;
      const content: AssistantContent = { type: "output_text", text, annotations: [] };
      items.push({ type: "assistant_message", ...base, content: [content] });
    }
  }
  return items;
}

/** Every item of a conversation, oldest first. */
export function toItems(
  threadId: string,
  { messages, waiting }: { messages: Message[]; waiting: string[] },
  wording: Wording,
  publicUrl: string,
): ThreadItem[] {
  const counted = new Map<string, number>();
  return messages.flatMap((message) => {
    if (message.role === "user") return [toUserItem(threadId, message, publicUrl)];
    // What was brought in from a file has no run.
    const runId = message.runId ?? `m${message.id}`;
    const before = counted.get(runId) ?? 0;
    const { createdAt } = message;
    const place = { ...wording, threadId, runId, before, createdAt, waiting };
    const items = toAssistantItems(message.parts, place);
    counted.set(runId, before + items.length);
    return items;
  });
}

function toTask(call: ToolCall, { t, dates }: Wording): WorkflowTask {
  const { text, task } = toolLine(call, t, dates);
  const content = task && [`${task.number} ${task.title}`, task.due].filter(Boolean).join(" · ");
  return {
    type: "custom",
    title: text,
    ...(content && { content }),
    status_indicator: call.status === "running" ? "loading" : "complete",
  };
}
