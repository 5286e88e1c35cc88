import type { AttachmentPart, MessagePart } from "./message-schema";

export type { Approval, AttachmentPart, MessagePart } from "./message-schema";

/** Longest message, in characters (UTF-16 code units). */
export const MESSAGE_MAX = 10_000;

/** A message of a conversation, from the person or from the assistant. */
export interface Message {
  id: string;
  role: "user" | "assistant";
  createdAt: string;
  runId: string | null;
  parts: MessagePart[];
}

/** Error code of a tool call that the person rejected. */
export const REJECTED = "rejected";

/** The text of a message: its text parts, as paragraphs. */
export function textOf(parts: MessagePart[]): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}

/** The attachments of a message. */
export function filesOf(parts: MessagePart[]): AttachmentPart[] {
  return parts.filter((part) => part.type === "attachment");
}

/** Longest title of a conversation, in characters (UTF-16 code units). */
export const TITLE_MAX = 120;

/** The default title of a conversation, from the text of its first message. */
export const titleOf = (text: string): string => text.replace(/\s+/g, " ").slice(0, 80);
