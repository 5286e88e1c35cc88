import type { AgentInputItem, protocol } from "@openai/agents";
import { toFilePart } from "#app/assistant/attached-model";
import type { Message, MessagePart } from "./message";

/**
 * A conversation as a model takes it: what was said, and the tool calls with their results. Calls
 * that never ran are left out: a model that sees one without a result refuses the whole history.
 */
export function toModelInput(messages: Pick<Message, "role" | "parts">[]): AgentInputItem[] {
  return messages.flatMap(({ role, parts }) =>
    role === "user"
      ? { type: "message", role, content: parts.flatMap(said) }
      : parts.flatMap(toItems),
  );
}

/** What a person said, and the files with it; what is in them is read when a model is asked. */
function said(part: MessagePart): protocol.UserContent[] {
  if (part.type === "text") return [{ type: "input_text", text: part.text }];
  if (part.type !== "attachment") return [];
  return [toFilePart({ ...part, mediaType: part.media_type })];
}

function toItems(part: MessagePart): AgentInputItem[] {
  if (part.type === "text") {
    const content = [{ type: "output_text" as const, text: part.text }];
    return [{ type: "message", role: "assistant", status: "completed", content }];
  }
  if (part.type !== "tool_call" || part.result === null) return [];
  return [
    {
      type: "function_call",
      callId: part.id,
      name: part.name,
      arguments: JSON.stringify(part.arguments),
      status: "completed",
    },
    {
      type: "function_call_result",
      callId: part.id,
      name: part.name,
      status: "completed",
      output: { type: "text", text: JSON.stringify(part.result) },
    },
  ];
}
