import {
  type CallToolResult,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { AppError } from "#app/platform/errors";
import type { WireTask } from "#app/tasks/task/wire-task";
import { isApprovalOf, signApproval } from "./approval-token";
import { type Preview, previewCall } from "./preview-call";
import type { ToolContext } from "./tool";

/** Tasks that are shown of those that would change. */
const SHOWN_MAX = 20;
const KEY = "approve";

/** The argument with which a call is approved. */
export const approvalToken = z
  .string()
  .max(200)
  .optional()
  .describe("From the first call, after the person has said yes to what it shows.");

/** What a call answers that has to be approved first. */
export const approvalOutput = z.object({
  approval_token: z.string(),
  changes: z.array(z.string()).describe("The tasks that would change, before → after."),
  total: z.int(),
  next: z.string(),
});

/** The tasks that the person has approved, or what to answer instead of making the call. */
export type Approval = { approvedIds: number[] } | { answer: CallToolResult | InputRequiredResult };

interface Call {
  name: string;
  /** Without the token. */
  args: Record<string, unknown>;
  token: string | undefined;
}

/**
 * Has the person at an MCP client approve a call: by a question of the client where it can ask one, else
 * by a second call with a token of the first. Either is for what was shown: for these tasks as they are,
 * this call, and this person's client.
 *
 * @throws AppError `approval_declined` (403), `approval_expired` (409) for a token that is not for this
 */
export async function approveCall(
  server: McpServer,
  context: ToolContext & { approvalKey: string },
  { name, args, token }: Call,
  extra: ServerContext,
): Promise<Approval> {
  if (name === "bulk_update") refuseEmptyFilter(args);
  const preview = await previewCall(context.db, context.actor, name, args);
  const approvedIds = preview.before.map(({ id }) => id);
  // The call will say why, or that there is nothing.
  if (approvedIds.length === 0) return { approvedIds };
  const subject = subjectOf(context, name, args, preview);
  const isValid = (sent: string | undefined) => isApprovalOf(context.approvalKey, subject, sent);
  if (token !== undefined) {
    if (isValid(token)) return { approvedIds };
    throw new AppError("approval_expired", 409);
  }
  const answered = answerOfClient(extra);
  if (answered && isValid(answered.state)) {
    if (answered.yes) return { approvedIds };
    throw new AppError("approval_declined", 403);
  }
  const signed = signApproval(context.approvalKey, subject);
  const shown = describeChanges(preview);
  if (canAsk(server)) return { answer: askAtClient(name, shown, approvedIds.length, signed) };
  return { answer: askByToken(name, shown, approvedIds.length, signed) };
}

/**
 * Every task that is open is a lot to mean by nothing.
 *
 * @throws AppError `invalid_input` (422)
 */
function refuseEmptyFilter({ filter }: Record<string, unknown>): void {
  const given = Object.values((filter ?? {}) as object).filter((value) => value !== undefined);
  if (given.length > 0) return;
  throw new AppError("invalid_input", 422, {
    field: "filter",
    values: { expected: 'at least one condition, such as {"status": "open"}', received: "none" },
  });
}

/** Whether the client can ask its person a question. */
export function canAsk(server: McpServer): boolean {
  const { elicitation } = server.server.getClientCapabilities() ?? {};
  return elicitation !== undefined && (elicitation.form !== undefined || !elicitation.url);
}

/** What the person has answered to {@link askAtClient}; undefined where nothing was asked. */
export function answerOfClient({
  mcpReq,
}: ServerContext): { state: string; yes: boolean } | undefined {
  const answer = inputResponse(mcpReq.inputResponses, KEY);
  const state = mcpReq.requestState?.();
  if (answer.kind !== "elicit" || typeof state !== "string") return undefined;
  return { state, yes: answer.action === "accept" && answer.content?.approve === true };
}

/** Has the client ask its person; it then calls again, with the answer and the state. */
export function askAtClient(name: string, shown: string[], total: number, requestState: string) {
  const more = total > shown.length ? `\n… ${total - shown.length} more` : "";
  return inputRequired({
    inputRequests: {
      [KEY]: inputRequired.elicit({
        message: `${name} would change ${total}:\n${shown.join("\n")}${more}`,
        requestedSchema: {
          type: "object",
          properties: { approve: { type: "boolean", title: "Do it" } },
          required: ["approve"],
        },
      }),
    },
    requestState,
  });
}

/** The member of an answer that asks for a second call with a token. */
export const askForToken = (name: string, changes: string[], total: number, token: string) => ({
  approval_token: token,
  changes,
  total,
  next: `Nothing has changed. Show the person what would change and ask. After a yes, call ${name} again with the same arguments and approval_token.`,
});

function askByToken(name: string, changes: string[], total: number, token: string): CallToolResult {
  const structured = { approval_required: askForToken(name, changes, total, token) };
  return {
    content: [{ type: "text", text: JSON.stringify(structured) }],
    structuredContent: structured,
  };
}

/** What would change: a line for each of the first tasks. */
export function describeChanges({ before, after }: Preview): string[] {
  const later = new Map(after.map((task) => [task.id, task]));
  return before.slice(0, SHOWN_MAX).map((task) => {
    const next = later.get(task.id);
    return `#${task.id} “${task.title}” → ${next ? differences(task, next) : "trash"}`;
  });
}

const COMPARED = ["title", "priority", "category", "due_at", "completed", "recurrence"] as const;

function differences(before: WireTask, after: WireTask): string {
  const changed = COMPARED.filter((field) => before[field] !== after[field]);
  return changed.map((field) => `${field}: ${after[field]}`).join(", ") || "changed";
}

/** What an approval is for: any other call, client, or state of the tasks has another. */
function subjectOf(
  { actor }: ToolContext,
  name: string,
  args: Record<string, unknown>,
  { before }: Preview,
): unknown[] {
  const tasks = before.map(({ id, version }) => [id, version]);
  return [actor.userId, actor.client ?? null, name, inOrder(args), tasks];
}

/** A JSON value whose members have one order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.sort().map(([key, member]) => [key, inOrder(member)]));
}
