import type { Language } from "#app/assistant/language";
import { pendingApprovals } from "#app/conversations/approvals/pending-approvals";
import { type Approval, type MessagePart, textOf } from "#app/conversations/messages/message";
import { parseMessageParts } from "#app/conversations/messages/message-schema";
import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";

/** A run with its latest answer. */
export interface RunResult {
  runId: string;
  conversationId: number;
  status: "running" | "awaiting_approval" | "completed" | "failed" | "cancelled";
  /** The answer as text; while the run awaits approval, the question. */
  response: string;
  agent: "orchestrator" | "urdu_specialist";
  language: Language;
  toolCalls: Extract<MessagePart, { type: "tool_call" }>[];
  approvals: Approval[];
  error: { code: string; detail: string } | null;
  model: string;
  /** Tokens of the whole run, all segments. */
  usage: { inputTokens: number; outputTokens: number };
}

/**
 * Reads a person's run, with the answer of its latest segment.
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
  const parts = parseMessageParts(message?.parts ?? []);
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
    approvals: run.status === "awaiting_approval" ? pendingApprovals(run) : [],
    error: error ? { code: error.code, detail: error.detail } : null,
    model: run.model,
    usage: { inputTokens: run.inputTokens, outputTokens: run.outputTokens },
  };
}
