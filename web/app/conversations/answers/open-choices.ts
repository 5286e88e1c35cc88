import type { Choice } from "#app/assistant/answer-data";
import type { Message, MessagePart } from "#app/conversations/messages/message";

type TextPart = Extract<MessagePart, { type: "text" }>;

/** A question that is still to be answered, and what it offers. */
export interface OpenChoices {
  runId: string;
  choices: Choice[];
  language: TextPart["language"];
}

/** What the last message of a conversation offers; a later message has answered or withdrawn it. */
export function openChoices(
  messages: Pick<Message, "role" | "runId" | "parts">[],
): OpenChoices | null {
  const last = messages.at(-1);
  if (last?.role !== "assistant" || last.runId === null) return null;
  const text = last.parts.findLast((part) => part.type === "text");
  if (!text?.choices?.length) return null;
  return { runId: last.runId, choices: text.choices, language: text.language };
}

/** The language of a question that a text chooses an answer of; the titles in it say nothing. */
export function languageOfChoice(
  text: string,
  messages: Pick<Message, "role" | "runId" | "parts">[],
): TextPart["language"] {
  const open = openChoices(messages);
  return open?.choices.some(({ label }) => label === text.trim()) ? open.language : undefined;
}
