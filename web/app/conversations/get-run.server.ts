import type { Language } from "#app/assistant/language";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { askedOf } from "./answer-approvals.server";
import { type Approval, type MessagePart, textOf } from "./message";

/** A run as a program is answered when it ends or waits. */
export interface RunResult {
  runId: string;
  conversationId: number;
  status: "running" | "awaiting_approval" | "completed" | "failed" | "cancelled";
  /** The answer, complete by itself; while the run waits, what is asked. */
  response: string;
  agent: "orchestrator" | "urdu_specialist";
  language: Language;
  toolCalls: Extract<MessagePart, { type: "tool_call" }>[];
  approvals: Approval[];
  error: { code: string; detail: string } | null;
  model: string;
  /** Tokens of the whole run, pauses included. */
  usage: { inputTokens: number; outputTokens: number };
}

/**
 * A person's run with what it has answered since it was last taken up.
 *
 * @throws AppError `run_not_found` (404)
 */
export async function getRun(db: Db, userId: string, runId: string): Promise<RunResult> {
  const run = await db.run.findFirst({ where: { id: runId, userId } });
  if (!run) throw new AppError("run_not_found", 404);
  const message = await db.message.findFirst({
    where: { userId, runId, role: "assistant" },
    orderBy: { id: "desc" },
  });
  const parts = (message?.parts ?? []) as unknown as MessagePart[];
  const language = run.language as Language;
  const error = parts.find((part) => part.type === "error");
  return {
    runId,
    conversationId: run.conversationNumber,
    status: run.status as RunResult["status"],
    response: textOf(parts) || error?.detail || "",
    agent: language === "en" ? "orchestrator" : "urdu_specialist",
    language,
    toolCalls: parts.filter((part) => part.type === "tool_call"),
    approvals: run.status === "awaiting_approval" ? askedOf(run) : [],
    error: error ? { code: error.code, detail: error.detail } : null,
    model: run.model,
    usage: { inputTokens: run.inputTokens, outputTokens: run.outputTokens },
  };
}
