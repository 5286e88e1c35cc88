import type { AgentName } from "#app/assistant/agents";
import type { Language } from "#app/assistant/language";
import type { WireTask } from "#app/tasks/task";
import type { AttachmentPart } from "./attachment";

/** Longest message, in characters (UTF-16 code units). */
export const MESSAGE_MAX = 10_000;

/** A call that waits for the person: the tasks as they are, and as they would be. */
export interface Approval {
  id: string;
  tool: string;
  arguments: Record<string, unknown>;
  before: WireTask[];
  after: WireTask[];
}

/** A piece of a message, in the order in which it came about. */
export type MessagePart =
  | { type: "text"; text: string; agent?: AgentName; language?: Language }
  | AttachmentPart
  | { type: "handoff"; to: "urdu_specialist" }
  | {
      type: "tool_call";
      id: string;
      name: string;
      arguments: Record<string, unknown>;
      result: Record<string, unknown> | null;
      status: "running" | "completed" | "failed" | "rejected";
    }
  | { type: "approval"; approvals: Approval[] }
  | { type: "error"; code: string; detail: string };

/** What was said in a conversation, by the person or by the assistant. */
export interface Message {
  id: string;
  role: "user" | "assistant";
  createdAt: string;
  runId: string | null;
  parts: MessagePart[];
}

/** The text of a message. */
export function textOf(parts: MessagePart[]): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}

/** The files that a message carries. */
export function filesOf(parts: MessagePart[]): AttachmentPart[] {
  return parts.filter((part) => part.type === "attachment");
}

/** Longest title of a conversation, in characters (UTF-16 code units). */
export const TITLE_MAX = 120;

/** What a conversation is called by its first message until somebody names it. */
export const titleOf = (text: string): string => text.replace(/\s+/g, " ").slice(0, 80);
