import type { AssistantInput, RunMemory } from "#app/assistant/run-assistant.server";
import { runAssistant } from "#app/assistant/run-assistant.server";
import { approvalChanged, approvalQuestion, type QuestionKind } from "#app/i18n/conversation";
import { inNumerals } from "#app/i18n/numerals";
import { replyFailure } from "#app/i18n/reply-failure";
import type { Db } from "#app/platform/database";
import { AppError, isAppError } from "#app/platform/errors";
import { addUse } from "#app/platform/limits";
import type { Actor } from "#app/tasks/task";
import { approvedRows } from "./approved-rows";
import { tokenWindow } from "./chat-limits.server";
import { type Ending, finishRun } from "./finish-run.server";
import { passOn } from "./follow-run.server";
import { REJECTED } from "./live-run";
import type { Approval, Message } from "./message";
import { toModelInput } from "./message-history";
import { previewCalls } from "./preview-calls.server";
import { readAttached } from "./read-attached.server";
import { readMessages } from "./read-messages.server";
import { reportRun } from "./report-run.server";
import { createRetrace } from "./retrace";
import type { ClaimedRun, RunRooms } from "./run";
import type { RunEvent } from "./run-event";
import { readStretch } from "./run-events.server";
import { LeaseLost, releaseRun } from "./run-lease.server";
import { openRunMemory, type Usage } from "./run-memory.server";
import { createRunWriter, type RunWriter } from "./run-writer.server";

/** A run that so many processes have died over is not given to another. */
const TAKEOVERS_MAX = 5;

/** What one stretch of a run works with. */
interface Stretch {
  rooms: RunRooms;
  run: ClaimedRun;
  actor: Actor;
  writer: RunWriter;
  memory: RunMemory;
  signal: AbortSignal;
}

/**
 * Works on a run until it ends or waits; its events, its message and its status are in the database
 * then. When the process drains, or the database fails, the run is given away as it is. A run that
 * was lost meanwhile, because it was stopped or taken up by another process, is left alone.
 *
 * @param given aborts when the run is to be given away, or is lost
 * @param kept resolves when the run is in the database; the model is asked before
 */
export async function executeRun(
  rooms: RunRooms,
  run: ClaimedRun,
  given: AbortSignal,
  kept?: Promise<unknown>,
): Promise<void> {
  const { db, log } = rooms;
  const broken = new AbortController();
  const signal = AbortSignal.any([given, broken.signal]);
  const usage: Usage = { inputTokens: 0, outputTokens: 0, spent: 0 };
  const report = reportRun(rooms, run);
  try {
    const retrace = createRetrace(run.takeovers > 0 ? await readStretch(db, run.runId) : []);
    const onError = (error: unknown) => broken.abort(error);
    const onWritten = (events: RunEvent[]) => passOn(rooms.listener, run.runId, events);
    const written = createRunWriter({ db, run, retrace, onWritten, onError, kept });
    const writer: RunWriter = {
      ...written,
      say(event) {
        report.said(event);
        written.say(event);
      },
    };
    const memory = await openRunMemory(db, run, { writer, usage, report, onError });
    const { user, runId } = run;
    const actor: Actor = { userId: user.id, by: "assistant", timeZone: user.timeZone, runId };
    const ending = await work({ rooms, run, actor, writer, memory, signal }).catch((error) => {
      signal.throwIfAborted();
      log.warn({ err: error }, "run failed");
      return failure(run, isAppError(error) ? error : new AppError("model_failed", 502));
    });
    await writer.flush();
    signal.throwIfAborted();
    await spend(rooms, run, usage);
    onWritten(await finishRun(db, run, ending, usage));
    report.ended(ending.status, "code" in ending ? ending.code : undefined);
  } catch (error) {
    await spend(rooms, run, usage).catch(() => {});
    // Stopped by the person, or taken up by a process that thought this one dead.
    if (error instanceof LeaseLost)
      return report.ended((await isStopped(db, run)) ? "cancelled" : "handed_over");
    report.ended("handed_over");
    if (!given.aborted) log.warn({ err: error }, "run given away");
    // If the database does not take even this, the lease will end.
    await releaseRun(db, run).catch(() => {});
  }
}

async function isStopped(db: Db, { runId }: ClaimedRun): Promise<boolean> {
  const where = { id: runId, status: "cancelled" };
  return (await db.run.count({ where }).catch(() => 0)) > 0;
}

/** Counts what was used against the person's day, once, whatever becomes of the run. */
async function spend({ db, model }: RunRooms, { user }: ClaimedRun, usage: Usage): Promise<void> {
  const tokens = usage.spent;
  usage.spent = 0;
  if (model.metered && tokens > 0) await addUse(db, tokenWindow(user.id), tokens);
}

async function work(stretch: Stretch): Promise<Ending> {
  const { rooms, run, actor, writer, memory, signal } = stretch;
  const { user, language, resume } = run;
  if (run.takeovers > TAKEOVERS_MAX) return failure(run, new AppError("run_interrupted", 503));
  const now = () => new Date();
  const { reads } = rooms.model;
  const files = { read: readAttached(rooms.db, user.id), images: reads === "images" };
  let input: AssistantInput;
  if (resume) {
    const answer = await readAnswer(stretch, resume);
    if ("ending" in answer) return answer.ending;
    input = { state: resume.state, approve: answer.approve };
  } else {
    input = { history: toModelInput(run.said ?? (await historyOf(rooms.db, run))) };
  }
  for (;;) {
    signal.throwIfAborted();
    const result = await runAssistant({
      model: rooms.model.create({
        timeZone: user.timeZone,
        now,
        language,
        numerals: user.numerals,
      }),
      briefing: { language, timeZone: user.timeZone, now: now() },
      context: { db: rooms.db, actor },
      input,
      memory,
      files: reads === "nothing" ? null : files,
      log: rooms.log,
      signal,
      runMs: rooms.model.runMs,
      emit: writer.say,
    });
    signal.throwIfAborted();
    if (!result.state) return { status: "completed" };
    const undone = result.interruptions.filter(({ id }) => !memory.outcome(id));
    const approvals = await previewCalls(rooms.db, actor, undone);
    if (approvals.some(hasRows)) return paused(run, approvals, result.state);
    // Nothing there to lose: the calls run, and their tools say what is wrong with them.
    input = {
      state: result.state,
      approve: new Set(result.interruptions.map(({ id }) => id)),
    };
  }
}

/** What was said up to the message that this run answers; what was sent meanwhile waits its turn. */
async function historyOf(db: Db, { runId, user, conversationId }: ClaimedRun): Promise<Message[]> {
  const messages = await readMessages(db, user.id, conversationId);
  const own = messages.findIndex((message) => message.role === "user" && message.runId === runId);
  return own < 0 ? messages : messages.slice(0, own + 1);
}

const hasRows = ({ before }: Approval): boolean => before.length > 0;

/**
 * What the person said yes to, as calls. Where a task was changed while they thought it over, it is
 * shown again: their yes was to the other one.
 */
async function readAnswer(
  { rooms, run, actor, writer, memory }: Stretch,
  { state, approvals, approved }: NonNullable<ClaimedRun["resume"]>,
): Promise<{ approve: ReadonlySet<string> } | { ending: Ending }> {
  // What was done before the process died is not asked again.
  const waiting = approvals.filter(({ id }) => !memory.outcome(id));
  const calls = waiting.map(({ id, tool: name, arguments: given }) => {
    return { id, name, arguments: given };
  });
  const now = await previewCalls(rooms.db, actor, calls);
  const changed = now.flatMap((preview, index) => {
    const then = waiting[index];
    return then ? changedRows(then, preview, approved) : [];
  });
  if (changed.length > 0) {
    const text = approvalChanged(run.language, titlesOf(run, changed));
    return { ending: paused(run, now, state, text) };
  }
  const refused = waiting.filter(
    (call) => hasRows(call) && approvedRows(call, approved).length === 0,
  );
  // It stands in the message, since the agents never call it.
  for (const { id, tool: name, arguments: given } of refused) {
    const error = { code: REJECTED, detail: replyFailure(REJECTED, run.language) };
    writer.write({ type: "tool.started", data: { id, name, arguments: given } });
    writer.write({ type: "tool.completed", data: { id, name, result: null, error } });
  }
  const not = new Set(refused.map(({ id }) => id));
  return { approve: new Set(approvals.map(({ id }) => id).filter((id) => !not.has(id))) };
}

/** Of the tasks that a call may change, those that are not as they were when the person said yes. */
function changedRows(then: Approval, now: Approval, approved: ReadonlySet<string>) {
  // Then there was nothing to ask about.
  if (!hasRows(then)) return now.before;
  if (!hasRows(now)) return [];
  return approvedRows(then, approved).filter(
    ({ id, version }) => now.before.find((task) => task.id === id)?.version !== version,
  );
}

function titlesOf({ language, user }: ClaimedRun, tasks: Approval["before"]): string[] {
  const numerals = language === "ur" ? user.numerals : "western";
  return tasks.map(({ id, title }) => `${inNumerals(`#${id}`, numerals)} ${title}`);
}

function paused(run: ClaimedRun, approvals: Approval[], state: string, before = ""): Ending {
  const asked = approvals.filter(hasRows);
  const titles = titlesOf(
    run,
    asked.flatMap((approval) => approval.before),
  );
  const question = approvalQuestion(run.language, kindOf(asked), titles);
  const text = before ? `${before} ${question}` : question;
  return { status: "awaiting_approval", text, approvals, asked, state };
}

/** What the question is about; the worst of it, where it is about several things. */
function kindOf(asked: Approval[]): QuestionKind {
  if (asked.some(({ tool }) => tool === "undo_last")) return "undo";
  if (asked.every(({ after }) => after.length === 0)) return "delete";
  return asked.every(({ arguments: given }) => completes(given.set)) ? "complete" : "change";
}

/** True of a bulk change that completes, and does nothing else. */
function completes(set: unknown): boolean {
  return JSON.stringify(set) === '{"completed":true}';
}

function failure({ language }: ClaimedRun, { code, values }: AppError): Ending {
  return { status: "failed", code, detail: replyFailure(code, language, values) };
}
