import type { MessagePart } from "./message";
import type { RunEvent } from "./run-event";

/** A run while it works, as far as its events have told. */
export interface LiveRun {
  runId: string;
  status: "running" | "awaiting_approval" | "completed" | "failed" | "cancelled";
  agent: "orchestrator" | "urdu_specialist";
  parts: MessagePart[];
  /** True while the last part is a text that still grows. */
  growing: boolean;
}

/** Code of a call's error when the person did not want the call. */
export const REJECTED = "rejected";

type LiveEvent = Pick<RunEvent, "type" | "data">;
type TextPart = Extract<MessagePart, { type: "text" }>;

export const beginRun = (runId: string, agent: LiveRun["agent"] = "orchestrator"): LiveRun => ({
  runId,
  status: "running",
  agent,
  parts: [],
  growing: false,
});

/** The run after one more event. */
export function applyEvent(run: LiveRun, event: LiveEvent): LiveRun {
  const { type, data } = event as RunEvent;
  switch (type) {
    case "agent.changed":
      return changeAgent(run, data.agent);
    case "message.delta":
      return withText(run, { ...growingText(run), text: growingText(run).text + data.text }, true);
    case "message.restarted":
      return run.growing ? { ...run, parts: run.parts.slice(0, -1), growing: false } : run;
    case "message.completed":
      return withText(run, { ...growingText(run), ...data }, false);
    case "tool.started":
      return add(run, { type: "tool_call", ...data, result: null, status: "running" });
    case "tool.completed":
      return finishTool(run, data);
    case "approval.required": {
      const asked = add(run, { type: "approval", approvals: data.approvals });
      const question = add(asked, { type: "text", text: data.text, agent: run.agent });
      return { ...question, status: "awaiting_approval" };
    }
    case "run.completed": {
      const silent = !run.parts.some((part) => part.type === "text");
      const said = silent && data.response ? withText(run, text(run, data.response), false) : run;
      return { ...said, status: "completed", growing: false };
    }
    case "run.failed":
      return { ...add(withoutRunning(run), { type: "error", ...data }), status: "failed" };
    case "run.cancelled":
      return { ...withoutRunning(run), status: "cancelled", growing: false };
    default:
      return run;
  }
}

export const isOver = (run: LiveRun): boolean => run.status !== "running";

function changeAgent(run: LiveRun, agent: LiveRun["agent"]): LiveRun {
  if (agent === run.agent) return run;
  const next = { ...run, agent };
  return agent === "urdu_specialist" ? add(next, { type: "handoff", to: agent }) : next;
}

const text = (run: LiveRun, content: string): TextPart => ({
  type: "text",
  text: content,
  agent: run.agent,
});

function growingText(run: LiveRun): TextPart {
  const last = run.parts.at(-1);
  return run.growing && last?.type === "text" ? last : text(run, "");
}

function withText(run: LiveRun, part: TextPart, growing: boolean): LiveRun {
  const before = run.growing ? run.parts.slice(0, -1) : run.parts;
  return { ...run, parts: [...before, { ...part, type: "text" }], growing };
}

const add = (run: LiveRun, part: MessagePart): LiveRun => ({
  ...run,
  parts: [...run.parts, part],
  growing: false,
});

/** A call that was on when the run ended has done nothing. */
const withoutRunning = (run: LiveRun): LiveRun => ({
  ...run,
  parts: run.parts.filter((part) => part.type !== "tool_call" || part.status !== "running"),
});

function finishTool(
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
