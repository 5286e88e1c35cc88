import type { Language } from "#app/assistant/language";
import {
  type AssistantInput,
  runAssistant,
  type TokenUsage,
} from "#app/assistant/run-assistant.server";
import { approvalChanged, approvalQuestion } from "#app/i18n/conversation";
import { errorDetail } from "#app/i18n/errors";
import type { Db } from "#app/platform/database";
import { AppError, isAppError } from "#app/platform/errors";
import type { Prisma } from "#app/platform/generated/client";
import { addUse } from "#app/platform/limits";
import { inTransaction } from "#app/platform/transaction";
import type { Actor } from "#app/tasks/task";
import { tokenWindow } from "./chat-limits.server";
import { type Approval, type Message, type MessagePart, textOf } from "./message";
import { toModelInput } from "./message-history";
import { previewCalls } from "./preview-calls.server";
import { readMessages } from "./read-messages.server";
import type { RunRooms, RunStart } from "./run";
import { localeOf, type NewRunEvent } from "./run-event";
import { appendEvents } from "./run-events.server";
import { createRunWriter, type RunWriter } from "./run-writer.server";

/** How a run leaves this process. */
interface Ending {
  status: "awaiting_approval" | "completed" | "failed" | "cancelled";
  event: NewRunEvent;
  state?: string;
  approvals?: Approval[];
}

/**
 * Works on a run until it ends or waits. Its events, its message and its status are in the
 * database when this resolves, whatever the model did.
 */
export async function executeRun(
  rooms: RunRooms,
  start: RunStart,
  signal: AbortSignal,
): Promise<void> {
  const { db, log } = rooms;
  const abort = new AbortController();
  const stop = AbortSignal.any([signal, abort.signal]);
  const writer = createRunWriter(db, start.runId, start.language, (error) => abort.abort(error));
  const usage: TokenUsage = { inputTokens: 0, outputTokens: 0 };
  let ending: Ending;
  try {
    ending = await work(rooms, start, writer, usage, stop);
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error, run: start.runId }, "run failed");
    ending = failure(start, signal, error);
  }
  if (signal.aborted && ending.status === "completed") ending = failure(start, signal);
  await writer.flush();
  await keep(rooms, start, writer.parts, ending, usage);
}

async function work(
  rooms: RunRooms,
  start: RunStart,
  writer: RunWriter,
  usage: TokenUsage,
  signal: AbortSignal,
): Promise<Ending> {
  const { db, model, log } = rooms;
  const { user, runId, language, resume } = start;
  if (resume) {
    const again = await askAgain(db, start, writer);
    if (again) return again;
    keepRejected(writer, start);
  }
  const now = () => new Date();
  const actor: Actor = { userId: user.id, by: "assistant", timeZone: user.timeZone, runId };
  let input: AssistantInput = resume ?? {
    history: toModelInput(await historyOf(db, start)),
  };
  for (;;) {
    signal.throwIfAborted();
    const result = await runAssistant({
      model: model.create({ timeZone: user.timeZone, now, language }),
      briefing: { language, timeZone: user.timeZone, now: now() },
      context: { db, actor },
      input,
      log,
      signal,
      runMs: model.runMs,
      used: ({ inputTokens, outputTokens }) => {
        usage.inputTokens += inputTokens;
        usage.outputTokens += outputTokens;
      },
      emit: writer.write,
    });
    if (!result.state) return completed(writer);
    const approvals = await previewCalls(db, user.id, result.interruptions);
    const asked = approvals.filter(({ before }) => before.length > 0);
    if (asked.length > 0) {
      const text = approvalQuestion(language, asked[0]?.tool ?? "", titlesOf(asked));
      return paused(writer, approvals, asked, result.state, language, text);
    }
    // Nothing there to lose: the calls run, and their tools say what is wrong with them.
    input = { state: result.state, approve: new Set(approvals.map(({ id }) => id)) };
  }
}

/** What was said up to the message that this run answers; what was sent meanwhile waits its turn. */
async function historyOf(db: Db, { runId, user, conversationId }: RunStart): Promise<Message[]> {
  const messages = await readMessages(db, user.id, conversationId);
  const own = messages.findIndex((message) => message.role === "user" && message.runId === runId);
  const before = messages.filter((message, index) => index < own || message.role === "assistant");
  return own < 0 ? messages : [...before, ...messages.slice(own, own + 1)];
}

function completed(writer: RunWriter): Ending {
  const response = textOf(writer.parts);
  return { status: "completed", event: { type: "run.completed", data: { response } } };
}

/**
 * Shows a task again that was changed while the person thought it over: their yes was to the
 * other one.
 */
async function askAgain(db: Db, start: RunStart, writer: RunWriter): Promise<Ending | null> {
  const { user, language, resume } = start;
  if (!resume) return null;
  const calls = resume.approvals.map(({ id, tool, arguments: given }) => {
    return { id, name: tool, arguments: given };
  });
  const approvals = await previewCalls(db, user.id, calls);
  const asked = approvals.filter(({ before }) => before.length > 0);
  const changed = asked.filter((now) => {
    const then = resume.approvals.find(({ id }) => id === now.id);
    return resume.approve.has(now.id) && now.before[0]?.version !== then?.before[0]?.version;
  });
  if (changed.length === 0) return null;
  const question = approvalQuestion(language, asked[0]?.tool ?? "", titlesOf(asked));
  const text = `${approvalChanged(language, titlesOf(changed))} ${question}`;
  return paused(writer, approvals, asked, resume.state, language, text);
}

function titlesOf(approvals: Approval[]): string[] {
  return approvals.flatMap(({ before }) => before.map(({ id, title }) => `#${id} ${title}`));
}

function paused(
  writer: RunWriter,
  approvals: Approval[],
  asked: Approval[],
  state: string,
  language: Language,
  text: string,
): Ending {
  const agent = language === "en" ? "orchestrator" : "urdu_specialist";
  writer.parts.push(
    { type: "approval", approvals: asked },
    { type: "text", text, agent, language },
  );
  return {
    status: "awaiting_approval",
    event: { type: "approval.required", data: { approvals: asked, text } },
    state,
    approvals,
  };
}

function failure(start: RunStart, signal: AbortSignal, error?: unknown): Ending {
  if (signal.aborted && signal.reason === "stop") {
    return { status: "cancelled", event: { type: "run.cancelled", data: {} } };
  }
  const known = isAppError(error) ? error : new AppError("model_failed", 502);
  const code = signal.aborted ? "run_interrupted" : known.code;
  const detail = errorDetail(code, localeOf(start.language), known.values);
  return { status: "failed", event: { type: "run.failed", data: { code, detail } } };
}

/** What the person refused stands in the message, since the agents never call it. */
function keepRejected(writer: RunWriter, { resume }: RunStart): void {
  for (const { id, tool, arguments: given } of resume?.approvals ?? []) {
    if (resume?.approve.has(id)) continue;
    writer.parts.push({
      type: "tool_call",
      id,
      name: tool,
      arguments: given,
      result: null,
      status: "rejected",
    });
  }
}

async function keep(
  { db, owner, model }: RunRooms,
  { runId, user, conversationId }: RunStart,
  parts: MessagePart[],
  ending: Ending,
  usage: TokenUsage,
): Promise<void> {
  if (ending.event.type === "run.failed") parts.push({ type: "error", ...ending.event.data });
  await inTransaction(db, async (tx) => {
    const { count } = await tx.run.updateMany({
      // Only while the lease is ours: another process may have failed the run meanwhile.
      where: { id: runId, status: "running", leaseOwner: owner },
      data: {
        status: ending.status,
        state: ending.state ?? null,
        approvals: (ending.approvals ?? []) as unknown as Prisma.InputJsonArray,
        leaseOwner: null,
        leaseUntil: null,
        inputTokens: { increment: usage.inputTokens },
        outputTokens: { increment: usage.outputTokens },
      },
    });
    const tokens = usage.inputTokens + usage.outputTokens;
    if (model.metered && tokens > 0) await addUse(tx, tokenWindow(user.id), tokens);
    if (count === 0) return;
    await tx.message.create({
      data: {
        userId: user.id,
        conversationNumber: conversationId,
        runId,
        role: "assistant",
        parts: parts as unknown as Prisma.InputJsonArray,
      },
    });
    await tx.conversation.update({
      where: { userId_number: { userId: user.id, number: conversationId } },
      data: { updatedAt: new Date() },
    });
    await appendEvents(tx, runId, [ending.event]);
  });
}
