import type { AgentInputItem } from "@openai/agents";
import type { Message, MessagePart } from "./message";

/**
 * A conversation as a model takes it: what was said, and the tool calls with their results. Calls
 * that never ran are left out: a model that sees one without a result refuses the whole history.
 */
export function toModelInput(messages: Message[]): AgentInputItem[] {
  return messages.flatMap((message) =>
    message.parts.flatMap((part) => toItems(message.role, part)),
  );
}

function toItems(role: Message["role"], part: MessagePart): AgentInputItem[] {
  if (part.type === "text") {
    return role === "user"
      ? [{ type: "message", role, content: [{ type: "input_text", text: part.text }] }]
      : [
          {
            type: "message",
            role,
            status: "completed",
            content: [{ type: "output_text", text: part.text }],
          },
        ];
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
