import type { AgentName } from "#app/assistant/agents";
import type { Language } from "#app/assistant/language";
import type { Approval } from "./message";

/** The events of a run, as readers of its stream meet them. */
interface RunEvents {
  "run.started": { run_id: string; conversation_id: number };
  "agent.changed": { agent: AgentName };
  "message.delta": { text: string };
  /** The text that was growing is void, and begins anew. */
  "message.restarted": Record<string, never>;
  "message.completed": { text: string; agent: AgentName; language: Language };
  "tool.started": { id: string; name: string; arguments: Record<string, unknown> };
  "tool.completed": {
    id: string;
    name: string;
    result: Record<string, unknown> | null;
    error?: { code: string; detail: string };
  };
  "approval.required": { approvals: Approval[]; text: string };
  "run.completed": { response: string };
  "run.failed": { code: string; detail: string };
  "run.cancelled": Record<string, never>;
}

export type RunEventType = keyof RunEvents;

/** One event before it has its place in the stream. */
export type NewRunEvent = {
  [Type in RunEventType]: { type: Type; data: RunEvents[Type] };
}[RunEventType];

/** One event; `seq` counts from 1 within its run. */
export type RunEvent = NewRunEvent & { seq: number };

const LAST: ReadonlySet<RunEventType> = new Set(["run.completed", "run.failed", "run.cancelled"]);

/** True for an event after which none comes. */
export function endsRun(event: { type: RunEventType }): boolean {
  return LAST.has(event.type);
}
