import { toolLine } from "#app/conversations/chat/tool-line";
import type { Message, MessagePart } from "#app/conversations/messages/message";
import { approvalWidget } from "./approval-widget";
import { toWireAttachment } from "./attachments";
import { choicesWidget } from "./choices-widget";
import type { ItemContext } from "./item-context";
import type { Localization } from "./localization";
import type { AssistantContent, ThreadItem, UserMessageItem, WorkflowTask } from "./wire";

type ToolCall = Extract<MessagePart, { type: "tool_call" }>;

/** Returns the item id of a user message. */
export const userItemId = (messageId: string): string => `msg_${messageId}`;

/** Converts a user message to its item. Attachment URLs start with `publicUrl`. */
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
 * Converts the parts of an assistant message to items: a message per text, a workflow per sequence of
 * tool calls, a widget per approval. Appending parts never moves existing items.
 */
export function toAssistantItems(parts: MessagePart[], context: ItemContext): ThreadItem[] {
  const items: ThreadItem[] = [];
  let inWorkflow = false;
  for (const part of parts) {
    if (part.type === "handoff" || part.type === "attachment" || part.type === "hint") continue;
    const base = {
      id: `${context.runId}_${context.before + items.length}`,
      thread_id: context.threadId,
      created_at: context.createdAt,
    };
    const last = items.at(-1);
    if (part.type === "tool_call" && inWorkflow && last?.type === "workflow") {
      last.workflow.tasks.push(toTask(part, context));
      continue;
    }
    inWorkflow = part.type === "tool_call";
    if (part.type === "tool_call") {
      const tasks = [toTask(part, context)];
      items.push({
        type: "workflow",
        ...base,
        workflow: { type: "custom", tasks, expanded: true },
      });
    } else if (part.type === "approval") {
      const pending = context.waiting.includes(context.runId);
      items.push({ type: "widget", ...base, ...approvalWidget(part.approvals, context, pending) });
    } else {
      const text = part.type === "error" ? part.detail : part.text;
      const content: AssistantContent = { type: "output_text", text, annotations: [] };
      items.push({ type: "assistant_message", ...base, content: [content] });
      if (part.type !== "text" || !part.choices?.length) continue;
      const id = `${context.runId}_${context.before + items.length}`;
      const card = choicesWidget(part.choices, context, context.last);
      items.push({ type: "widget", ...base, id, ...card });
    }
  }
  return items;
}

/** Converts all messages of a conversation to items, oldest first. */
export function toItems(
  threadId: string,
  { messages, waiting }: { messages: Message[]; waiting: string[] },
  localization: Localization,
  publicUrl: string,
): ThreadItem[] {
  const countByRun = new Map<string, number>();
  return messages.flatMap((message, index) => {
    if (message.role === "user") return [toUserItem(threadId, message, publicUrl)];
    // Imported messages have no run.
    const runId = message.runId ?? `m${message.id}`;
    const before = countByRun.get(runId) ?? 0;
    const { createdAt } = message;
    const last = index === messages.length - 1;
    const context = { ...localization, threadId, runId, before, createdAt, waiting, last };
    const items = toAssistantItems(message.parts, context);
    countByRun.set(runId, before + items.length);
    return items;
  });
}

function toTask(call: ToolCall, { t, dates }: Localization): WorkflowTask {
  const { text, task } = toolLine(call, t, dates);
  const content = task && [`${task.number} ${task.title}`, task.due].filter(Boolean).join(" · ");
  return {
    type: "custom",
    title: text,
    ...(content && { content }),
    status_indicator: call.status === "running" ? "loading" : "complete",
  };
}
