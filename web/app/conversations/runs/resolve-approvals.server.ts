import type { RunCheckpoint } from "#app/assistant/run-assistant.server";
import { approvedRows } from "#app/conversations/approvals/approved-rows";
import { hasRows, questionOf } from "#app/conversations/approvals/pending-approvals";
import { previewCalls } from "#app/conversations/approvals/preview-calls.server";
import { type Approval, REJECTED } from "#app/conversations/messages/message";
import { approvalChanged, approvalQuestion, approvalWithdrawn } from "#app/i18n/conversation";
import { inNumerals } from "#app/i18n/numerals";
import { replyFailure } from "#app/i18n/reply-failure";
import type { Actor } from "#app/tasks/task/task";
import type { ClaimedRun, RunDeps } from "./run";
import type { RunOutcome } from "./run-outcome";
import type { RunWriter } from "./run-writer.server";

interface ResolveDeps {
  deps: Pick<RunDeps, "db">;
  run: ClaimedRun;
  actor: Actor;
  writer: RunWriter;
  checkpoint: RunCheckpoint;
}

/**
 * Turns the person's answer into the calls to approve. If an approved task was changed since the
 * question, the run awaits approval again, with the current tasks.
 *
 * @returns ids of the approved calls, or the outcome that asks again
 */
export async function resolveApprovals(
  { deps, run, actor, writer, checkpoint }: ResolveDeps,
  { state, approvals, approved }: NonNullable<ClaimedRun["resume"]>,
): Promise<{ approve: ReadonlySet<string> } | { outcome: RunOutcome }> {
  // Calls that a process completed before it lost the run are done.
  const open = approvals.filter(({ id }) => !checkpoint.outcome(id));
  const calls = open.map(({ id, tool: name, arguments: args }) => ({ id, name, arguments: args }));
  const current = await previewCalls(deps.db, actor, calls);
  const changed = current.flatMap((preview, index) => {
    const asked = open[index];
    return asked ? changedRows(asked, preview, approved) : [];
  });
  if (changed.length > 0) {
    const text = approvalChanged(run.language, titlesOf(run, changed));
    return { outcome: askApproval(run, current, state, text) };
  }
  const rejected = open.filter(
    (call) => hasRows(call) && approvedRows(call, approved).length === 0,
  );
  // The SDK never executes rejected calls: their events, and so their parts, are written here.
  for (const { id, tool: name, arguments: args } of rejected) {
    const error = { code: REJECTED, detail: replyFailure(REJECTED, run.language) };
    writer.write({ type: "tool.started", data: { id, name, arguments: args } });
    writer.write({ type: "tool.completed", data: { id, name, result: null, error } });
  }
  const rejectedIds = new Set(rejected.map(({ id }) => id));
  return {
    approve: new Set(approvals.map(({ id }) => id).filter((id) => !rejectedIds.has(id))),
  };
}

/**
 * The outcome that asks the person to approve calls.
 *
 * @param prefix a sentence to put before the question
 */
export function askApproval(
  run: ClaimedRun,
  approvals: Approval[],
  state: string,
  prefix = "",
): RunOutcome {
  const pending = approvals.filter(hasRows);
  const { kind, tasks } = questionOf(pending);
  const question = approvalQuestion(run.language, kind, titlesOf(run, tasks));
  const text = prefix ? `${prefix} ${question}` : question;
  return { status: "awaiting_approval", text, approvals, pending, state };
}

/** The sentence that says what was not done because the run's message withdrew the question. */
export function withdrawnText(run: ClaimedRun): string {
  const { kind, tasks } = questionOf(run.withdrew);
  return approvalWithdrawn(run.language, kind, titlesOf(run, tasks));
}

/** The tasks of a call whose approval is void, because they are not as they were when asked about. */
function changedRows(asked: Approval, current: Approval, approved: ReadonlySet<string>) {
  // The call matched no task when the person was asked: they have approved none of these.
  if (!hasRows(asked)) return current.before;
  if (!hasRows(current)) return [];
  return approvedRows(asked, approved).filter(
    ({ id, version }) => current.before.find((task) => task.id === id)?.version !== version,
  );
}

function titlesOf(
  { language, user }: ClaimedRun,
  tasks: readonly { id: number; title: string }[],
): string[] {
  const numerals = language === "ur" ? user.numerals : "western";
  return tasks.map(({ id, title }) => `${inNumerals(`#${id}`, numerals)} ${title}`);
}
