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

type LiveEvent = Pick<RunEvent, "type" | "data">;
type TextPart = Extract<MessagePart, { type: "text" }>;

export const beginRun = (runId: string): LiveRun => ({
  runId,
  status: "running",
  agent: "orchestrator",
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
    case "message.completed":
      return withText(run, { ...growingText(run), ...data }, false);
    case "tool.started":
      return add(run, { type: "tool_call", ...data, result: null, status: "running" });
    case "tool.completed":
      return finishTool(run, data.id, data.result, Boolean(data.error));
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
      return { ...add(run, { type: "error", ...data }), status: "failed" };
    case "run.cancelled":
      return { ...run, status: "cancelled", growing: false };
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

function finishTool(
  run: LiveRun,
  id: string,
  result: Record<string, unknown> | null,
  failed: boolean,
): LiveRun {
  const status = failed ? "failed" : "completed";
  const parts = run.parts.map((part) =>
    part.type === "tool_call" && part.id === id ? ({ ...part, result, status } as const) : part,
  );
  return { ...run, parts };
}
