import { operatorHints } from "#app/assistant/providers/model-failure";
import type { AssistantInput, RunCheckpoint } from "#app/assistant/run-assistant.server";
import { runAssistant } from "#app/assistant/run-assistant.server";
import { TracedModel } from "#app/assistant/traced-model";
import { hasRows } from "#app/conversations/approvals/pending-approvals";
import { previewCalls } from "#app/conversations/approvals/preview-calls.server";
import { createAttachmentReader } from "#app/conversations/attachments/attachment-reader.server";
import type { Message } from "#app/conversations/messages/message";
import { toModelInput } from "#app/conversations/messages/message-history";
import { readMessages } from "#app/conversations/messages/read-messages.server";
import { replyFailure } from "#app/i18n/reply-failure";
import type { Db } from "#app/platform/database/database";
import { AppError, isAppError } from "#app/platform/errors";
import { addUsage } from "#app/platform/limits";
import type { Actor } from "#app/tasks/task/task";
import { tokenWindow } from "./chat-limits.server";
import { finishRun } from "./finish-run.server";
import { publishEvents } from "./follow-run.server";
import { createReplayFilter } from "./replay-filter";
import { askApproval, resolveApprovals, withdrawnText } from "./resolve-approvals.server";
import type { ClaimedRun, RunDeps } from "./run";
import { openRunCheckpoint } from "./run-checkpoint.server";
import type { RunEvent } from "./run-event";
import { readSegmentEvents } from "./run-events.server";
import { LeaseLost, releaseRun } from "./run-lease.server";
import type { RunOutcome } from "./run-outcome";
import { startRunTelemetry } from "./run-telemetry.server";
import { createRunWriter, type RunWriter } from "./run-writer.server";
import type { TokenUsage } from "./token-usage";

/** A run that more processes ended with fails: it may be what ends them. */
const MAX_CRASHES = 1;
/** A run that was taken over more often for any reason fails: it may be what cannot be stored. */
const MAX_TAKEOVERS = 20;

/** What the execution of one segment works with. */
interface Segment {
  deps: RunDeps;
  run: ClaimedRun;
  actor: Actor;
  writer: RunWriter;
  checkpoint: RunCheckpoint;
  signal: AbortSignal;
}

/**
 * Executes a segment of a run, until the run ends or awaits approval, and stores its events, its
 * message and its status. Releases the run to other processes when this one drains or the database
 * fails; does nothing more to a run whose lease is lost, because it was stopped or taken over.
 *
 * @param release aborts when the run must be released, or its lease is lost
 * @param committed resolves when the run is in the database; the model is requested before that
 */
export async function executeRun(
  deps: RunDeps,
  run: ClaimedRun,
  release: AbortSignal,
  committed?: Promise<unknown>,
): Promise<void> {
  const { db, log } = deps;
  const failed = new AbortController();
  const signal = AbortSignal.any([release, failed.signal]);
  const usage: TokenUsage = { inputTokens: 0, outputTokens: 0, uncounted: 0 };
  const telemetry = startRunTelemetry(deps, run);
  try {
    const replayFilter = createReplayFilter(
      run.takeovers > 0 ? await readSegmentEvents(db, run.runId) : [],
    );
    const onError = (error: unknown) => failed.abort(error);
    const onWritten = (events: RunEvent[]) => publishEvents(deps.listener, run.runId, events);
    const events = createRunWriter({ db, run, replayFilter, onWritten, onError, committed });
    const writer: RunWriter = {
      ...events,
      writeAssistantEvent(event) {
        telemetry.assistantEvent(event);
        events.writeAssistantEvent(event);
      },
    };
    const checkpoint = await openRunCheckpoint(db, run, { writer, usage, telemetry, onError });
    const { user, runId } = run;
    const { id: userId, timeZone, preferences } = user;
    const actor: Actor = { userId, by: "assistant", timeZone, preferences, runId };
    const segment = { deps, run, actor, writer, checkpoint, signal };
    const outcome = await runSegment(segment).catch((error) => {
      signal.throwIfAborted();
      const failed = isAppError(error) ? error : new AppError("model_failed", 502);
      const { provider, name: model } = deps.model;
      const hint = operatorHints[failed.code];
      if (hint) log.error({ err: error, hint, provider, model }, "run failed");
      else log.warn({ err: error }, "run failed");
      return failure(run, failed);
    });
    await writer.flush();
    signal.throwIfAborted();
    await countTokens(deps, run, usage);
    onWritten(await finishRun(db, run, outcome, { usage, mails: deps.mails }));
    telemetry.end(outcome.status, "code" in outcome ? outcome.code : undefined);
  } catch (error) {
    await countTokens(deps, run, usage).catch((cause) =>
      log.warn({ err: cause }, "tokens could not be counted"),
    );
    // Stopped by the person, or claimed by a process that took this one for dead.
    if (error instanceof LeaseLost)
      return telemetry.end((await isCancelled(deps, run)) ? "cancelled" : "handed_over");
    telemetry.end("handed_over");
    if (!release.aborted) log.warn({ err: error }, "run released");
    await releaseRun(db, run).catch((cause) =>
      log.debug({ err: cause }, "run could not be released; its lease will expire"),
    );
  }
}

/** For telemetry only: false if the database cannot be asked. */
async function isCancelled({ db, log }: RunDeps, { runId }: ClaimedRun): Promise<boolean> {
  try {
    return (await db.run.count({ where: { id: runId, status: "cancelled" } })) > 0;
  } catch (error) {
    log.debug({ err: error }, "status of a lost run could not be read");
    return false;
  }
}

/** Counts used tokens against the person's daily limit: each at most once, even after an error. */
async function countTokens(
  { db, model }: RunDeps,
  { user }: ClaimedRun,
  usage: TokenUsage,
): Promise<void> {
  const tokens = usage.uncounted;
  usage.uncounted = 0;
  if (model.metered && tokens > 0) await addUsage(db, tokenWindow(user.id), tokens);
}

async function runSegment(segment: Segment): Promise<RunOutcome> {
  const { deps, run, actor, writer, checkpoint, signal } = segment;
  const { user, language, resume } = run;
  if (run.crashes > MAX_CRASHES || run.takeovers > MAX_TAKEOVERS)
    return failure(run, new AppError("run_interrupted", 503));
  if (run.withdrew.length > 0) {
    const text = withdrawnText(run);
    writer.write({ type: "message.delta", data: { text } });
    const data = { text, agent: "orchestrator", language } as const;
    writer.write({ type: "message.completed", data });
  }
  const now = () => run.saidAt ?? new Date();
  const { reads } = deps.model;
  const files = { read: createAttachmentReader(deps.db, user.id), images: reads === "images" };
  let input: AssistantInput;
  if (resume) {
    const resolved = await resolveApprovals(segment, resume);
    if ("outcome" in resolved) return resolved.outcome;
    input = { state: resume.state, approve: resolved.approve };
  } else {
    input = { history: toModelInput(run.history ?? (await readHistory(deps.db, run))) };
  }
  for (;;) {
    signal.throwIfAborted();
    const result = await runAssistant({
      model: new TracedModel(
        deps.model.create({
          userId: user.id,
          timeZone: user.timeZone,
          now,
          language,
          numerals: user.numerals,
          preferences: user.preferences,
        }),
        deps.model,
      ),
      promptContext: {
        language,
        timeZone: user.timeZone,
        now: now(),
        preferences: user.preferences,
      },
      context: { db: deps.db, actor },
      input,
      memory: checkpoint,
      files: reads === "nothing" ? null : files,
      log: deps.log,
      signal,
      runMs: deps.model.runMs,
      emit: writer.writeAssistantEvent,
    });
    signal.throwIfAborted();
    if (!result.state) return { status: "completed" };
    const unfinished = result.interruptions.filter(({ id }) => !checkpoint.outcome(id));
    const approvals = await previewCalls(deps.db, actor, unfinished);
    if (approvals.some(hasRows)) return askApproval(run, approvals, result.state);
    // The calls would change nothing: they are executed, and their tools report why.
    input = {
      state: result.state,
      approve: new Set(result.interruptions.map(({ id }) => id)),
    };
  }
}

/** The messages up to the one that this run answers; later ones have runs of their own. */
async function readHistory(
  db: Db,
  { runId, user, conversationId }: ClaimedRun,
): Promise<Message[]> {
  const messages = await readMessages(db, user.id, conversationId);
  const own = messages.findIndex((message) => message.role === "user" && message.runId === runId);
  return own < 0 ? messages : messages.slice(0, own + 1);
}

function failure({ language }: ClaimedRun, { code, values }: AppError): RunOutcome {
  return { status: "failed", code, detail: replyFailure(code, language, values) };
}
