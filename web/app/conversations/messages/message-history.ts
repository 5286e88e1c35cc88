import type { AgentInputItem, protocol } from "@openai/agents";
import { type AnswerData, toProviderData } from "#app/assistant/answer-data";
import { toFilePart } from "#app/assistant/attachment-model";
import { questionOf } from "#app/conversations/approvals/pending-approvals";
import { type Message, type MessagePart, REJECTED } from "./message";

type ToolCallPart = Extract<MessagePart, { type: "tool_call" }>;

/**
 * Converts messages to a model's input: texts, attachments, and tool calls with their results, also
 * those that the person did not allow. Other calls without a result are left out: providers refuse
 * a history that has one.
 */
export function toModelInput(messages: Pick<Message, "role" | "parts">[]): AgentInputItem[] {
  return messages.flatMap(({ role, parts }) =>
    role === "user"
      ? { type: "message", role, content: parts.flatMap(toUserContent) }
      : [...parts.flatMap(toItems), ...parts.flatMap(toWithdrawnCalls)],
  );
}

/** A part of the person's message. The content of a file is read when the model is called. */
function toUserContent(part: MessagePart): protocol.UserContent[] {
  if (part.type === "text") return [{ type: "input_text", text: part.text }];
  if (part.type !== "attachment") return [];
  return [toFilePart({ ...part, mediaType: part.media_type })];
}

function toItems(part: MessagePart, index: number, parts: MessagePart[]): AgentInputItem[] {
  if (part.type === "text") {
    const content = [{ type: "output_text" as const, text: part.text }];
    const asked = askedIn(parts[index - 1]);
    const { shown, choices } = part;
    const data = { ...(shown && { shown }), ...(choices && { choices }), ...(asked && { asked }) };
    const item = { type: "message", role: "assistant", status: "completed", content } as const;
    return [Object.keys(data).length > 0 ? { ...item, providerData: toProviderData(data) } : item];
  }
  if (part.type !== "tool_call") return [];
  const result = part.status === "rejected" ? notDone("The person said no.") : part.result;
  return result === null ? [] : toCallItems(part, result);
}

/** What the question behind these approvals was about. */
function askedIn(part: MessagePart | undefined): AnswerData["asked"] {
  if (part?.type !== "approval") return undefined;
  const { kind, tasks } = questionOf(part.approvals);
  const named = tasks.map(({ id, title }) => ({ id, title }));
  return { kind, tasks: named, withdrawn: part.withdrawn === true };
}

/** The calls of a question that was withdrawn. They stand behind it, where it became clear. */
function toWithdrawnCalls(part: MessagePart): AgentInputItem[] {
  if (part.type !== "approval" || part.withdrawn !== true) return [];
  const result = notDone("The person went on without a yes.");
  return part.approvals.flatMap((call) => toCallItems({ ...call, name: call.tool }, result));
}

const notDone = (detail: string) => ({ error: { code: REJECTED, detail } });

function toCallItems(
  { id: callId, name, arguments: args }: Pick<ToolCallPart, "id" | "name" | "arguments">,
  result: Record<string, unknown>,
): AgentInputItem[] {
  const call = { callId, name, status: "completed" } as const;
  const output = { type: "text", text: JSON.stringify(result) } as const;
  return [
    { ...call, type: "function_call", arguments: JSON.stringify(args) },
    { ...call, type: "function_call_result", output },
  ];
}
