import { type MessagePart, REJECTED } from "#app/conversations/messages/message";
import type { RunEvent } from "./run-event";

/** The state of a run's current segment, folded from its events. */
export interface LiveRun {
  runId: string;
  status: "running" | "awaiting_approval" | "completed" | "failed" | "cancelled";
  agent: "orchestrator" | "urdu_specialist";
  parts: MessagePart[];
  /** True while the last part is a text that is incomplete. */
  streaming: boolean;
}

type LiveEvent = Pick<RunEvent, "type" | "data">;
type TextPart = Extract<MessagePart, { type: "text" }>;

/** The state before a segment's first event. */
export const createLiveRun = (
  runId: string,
  agent: LiveRun["agent"] = "orchestrator",
): LiveRun => ({
  runId,
  status: "running",
  agent,
  parts: [],
  streaming: false,
});

/** Folds one more event into the state; ignores events of an unknown type. */
export function applyEvent(run: LiveRun, event: LiveEvent): LiveRun {
  const { type, data } = event as RunEvent;
  switch (type) {
    case "agent.changed":
      return changeAgent(run, data.agent);
    case "message.delta": {
      const part = streamingText(run);
      return withText(run, { ...part, text: part.text + data.text }, true);
    }
    case "message.restarted":
      return run.streaming ? { ...run, parts: run.parts.slice(0, -1), streaming: false } : run;
    case "message.completed":
      return withText(run, { ...streamingText(run), ...data }, false);
    case "tool.started":
      return addPart(run, { type: "tool_call", ...data, result: null, status: "running" });
    case "tool.completed":
      return completeToolCall(run, data);
    case "approval.required": {
      const withTable = addPart(run, { type: "approval", approvals: data.approvals });
      const question = textPart(run, data.text);
      return { ...addPart(withTable, question), status: "awaiting_approval" };
    }
    case "hint.given":
      return addPart(run, { type: "hint", ...data });
    case "run.completed": {
      const noText = !run.parts.some((part) => part.type === "text");
      const answered =
        noText && data.response ? withText(run, textPart(run, data.response), false) : run;
      return { ...answered, status: "completed", streaming: false };
    }
    case "run.failed":
      return { ...addPart(withoutRunningCalls(run), { type: "error", ...data }), status: "failed" };
    case "run.cancelled":
      return { ...withoutRunningCalls(run), status: "cancelled", streaming: false };
    default:
      return run;
  }
}

/** True if the segment has ended: the run is over or awaits approval. */
export const isPausedOrOver = (run: LiveRun): boolean => run.status !== "running";

function changeAgent(run: LiveRun, agent: LiveRun["agent"]): LiveRun {
  if (agent === run.agent) return run;
  const next = { ...run, agent };
  return agent === "urdu_specialist" ? addPart(next, { type: "handoff", to: agent }) : next;
}

const textPart = (run: LiveRun, text: string): TextPart => ({
  type: "text",
  text,
  agent: run.agent,
});

function streamingText(run: LiveRun): TextPart {
  const last = run.parts.at(-1);
  return run.streaming && last?.type === "text" ? last : textPart(run, "");
}

function withText(run: LiveRun, part: TextPart, streaming: boolean): LiveRun {
  const before = run.streaming ? run.parts.slice(0, -1) : run.parts;
  return { ...run, parts: [...before, { ...part, type: "text" }], streaming };
}

const addPart = (run: LiveRun, part: MessagePart): LiveRun => ({
  ...run,
  parts: [...run.parts, part],
  streaming: false,
});

/** The transaction of a call that was still running when the run ended was rolled back. */
const withoutRunningCalls = (run: LiveRun): LiveRun => ({
  ...run,
  parts: run.parts.filter((part) => part.type !== "tool_call" || part.status !== "running"),
});

function completeToolCall(
  run: LiveRun,
  { id, result, error }: Extract<RunEvent, { type: "tool.completed" }>["data"],
): LiveRun {
  const rejected = error?.code === REJECTED;
  const outcome = {
    result: result ?? (error && !rejected ? { error } : null),
    status: rejected ? "rejected" : error ? "failed" : "completed",
  } as const;
  const parts = run.parts.map((part) =>
    part.type === "tool_call" && part.id === id ? { ...part, ...outcome } : part,
  );
  return { ...run, parts };
}
