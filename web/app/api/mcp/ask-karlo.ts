import type { CallToolResult, McpServer, ServerContext } from "@modelcontextprotocol/server";
import { z } from "zod";
import { allows } from "#app/accounts/apps/scopes";
import type { Caller } from "#app/api/authenticate";
import type { AppContext } from "#app/app-context";
import { answerApprovals } from "#app/conversations/approvals/answer-approvals.server";
import { MESSAGE_MAX } from "#app/conversations/messages/message";
import { followRun } from "#app/conversations/runs/follow-run.server";
import { getRun, type RunResult } from "#app/conversations/runs/get-run.server";
import type { StartedRun } from "#app/conversations/runs/run";
import { startRun } from "#app/conversations/runs/start-run.server";
import { AppError } from "#app/platform/errors";
import { isApprovalOf, signApproval } from "#app/tools/approval-token";
import {
  answerOfClient,
  approvalOutput,
  approvalToken,
  askAtClient,
  askForToken,
  canAsk,
  describeChanges,
} from "#app/tools/approve-call";
import { answerCall, toolResult } from "#app/tools/server";

const NAME = "ask_karlo";
/** Clients give up on a call after a minute. */
const WAIT_MS = 50_000;
const RUN_ID_LENGTH = 36;

const input = z.strictObject({
  message: z
    .string()
    .min(1)
    .max(MESSAGE_MAX)
    .describe("What the person wants, in their own words and language."),
  conversation_id: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional()
    .describe("From the answer before, to go on with it."),
  approval_token: approvalToken,
});

const output = z.object({
  conversation_id: z.int(),
  status: z.enum(["running", "awaiting_approval", "completed", "failed", "cancelled"]),
  answer: z.string().describe("What Karlo says; “task 3” in it is the task with this number."),
  approval_required: approvalOutput.optional(),
});

type App = Pick<AppContext, "db" | "runs" | "config" | "listener" | "log" | "drainDeadline">;
type Input = z.output<typeof input>;

/**
 * Offers a conversation with Karlo's own assistant, to callers who may chat. What it asks the person about
 * is approved as with any other tool: no message is heard as a yes to it.
 *
 * @param key of approvals
 */
export function registerAskKarlo(server: McpServer, app: App, caller: Caller, key: string): void {
  if (!allows(caller.scopes, "chat")) return;
  const config = {
    title: "Ask Karlo",
    description:
      "Talks to Karlo's own assistant in English, Urdu or Roman Urdu: for words that the other tools would have to guess at. It changes tasks as it is told.",
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: false },
    inputSchema: z.preprocess(withoutNulls, input),
    outputSchema: output,
  };
  server.registerTool(NAME, config, (given, extra) =>
    answerCall(NAME, { by: "mcp", log: app.log, hint: true }, extra, async () => {
      const run = await converse(app, caller, key, given as Input, extra);
      return toAnswer(server, run, key, subjectOf(caller, run));
    }),
  );
}

/** Null is how models leave something out. */
function withoutNulls(given: unknown): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

async function converse(
  app: App,
  caller: Caller,
  key: string,
  { message, conversation_id: conversationId, approval_token: token }: Input,
  extra: ServerContext,
): Promise<RunResult> {
  const { user } = caller;
  const answered = answerOfClient(extra);
  const sent = token ?? answered?.state;
  if (sent !== undefined) {
    const yes = token !== undefined || answered?.yes === true;
    const run = await waitingRun(app, caller, key, sent);
    return ended(app, caller, extra, await answerRun(app, caller, run, yes));
  }
  // A program has written it, perhaps without its person: what waits is withdrawn by it.
  const started = await startRun(app, user, { message, conversationId, mayAnswer: false });
  return ended(app, caller, extra, started);
}

/**
 * The run that a token is about.
 *
 * @throws AppError `approval_expired` (409) for a token that is not of its question
 */
async function waitingRun(app: App, caller: Caller, key: string, sent: string): Promise<RunResult> {
  const runId = sent.slice(0, RUN_ID_LENGTH);
  const known = z.uuid().safeParse(runId).success;
  const run = known ? await getRun(app.db, caller.user.id, runId) : null;
  const mac = sent.slice(RUN_ID_LENGTH + 1);
  if (run?.status === "awaiting_approval" && isApprovalOf(key, subjectOf(caller, run), mac))
    return run;
  throw new AppError("approval_expired", 409);
}

function answerRun(app: App, { user }: Caller, run: RunResult, yes: boolean): Promise<StartedRun> {
  const ids = run.approvals.map(({ id }) => id);
  const answer = { approve: yes ? ids : [], reject: yes ? [] : ids };
  return answerApprovals(app, user, run.runId, answer);
}

/** The run when it has ended, waits for an approval, or has taken as long as a client waits. */
async function ended(
  app: App,
  { user }: Caller,
  { mcpReq }: ServerContext,
  { runId, lastEventId: after, firstEvent }: StartedRun,
): Promise<RunResult> {
  const signal = AbortSignal.any([
    app.drainDeadline,
    AbortSignal.timeout(WAIT_MS),
    ...(mcpReq.signal ? [mcpReq.signal] : []),
  ]);
  const follow = { after, firstEvent, signal, untilPaused: true };
  for await (const _ of followRun(app.db, app.listener, runId, follow)) {
    // Waits for its end.
  }
  return getRun(app.db, user.id, runId);
}

/** What an approval is for: this client's answer to these questions of this run. */
const subjectOf = ({ user, client }: Caller, { runId, approvals }: RunResult): unknown[] => [
  user.id,
  client ?? null,
  NAME,
  runId,
  approvals.map(({ id, before }) => [id, before.map((task) => [task.id, task.version])]),
];

function toAnswer(server: McpServer, run: RunResult, key: string, subject: unknown[]) {
  const { conversationId: conversation_id, status, response: answer } = run;
  const structured = { conversation_id, status, answer };
  if (status !== "awaiting_approval") return toolResult(structured);
  const token = `${run.runId}.${signApproval(key, subject)}`;
  const changes = run.approvals.flatMap(describeChanges);
  const total = run.approvals.reduce((sum, { before }) => sum + before.length, 0);
  if (canAsk(server)) return askAtClient(NAME, changes, total, token);
  const approval_required = askForToken(NAME, changes, total, token);
  return toolResult({ ...structured, approval_required }) satisfies CallToolResult;
}
