import { createHash, createHmac, timingSafeEqual } from "node:crypto";
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
import { type Preview, previewCall } from "./preview-call";
import type { ToolContext } from "./tool";

/** How long an approval may take. */
const VALID_MS = 10 * 60_000;
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
  { mcpReq }: ServerContext,
): Promise<Approval> {
  if (name === "bulk_update") refuseEmptyFilter(args);
  const preview = await previewCall(context.db, context.actor, name, args);
  const approvedIds = preview.before.map(({ id }) => id);
  // The call will say why, or that there is nothing.
  if (approvedIds.length === 0) return { approvedIds };
  const subject = subjectOf(context, name, args, preview);
  const isValid = (sent: string | undefined) => verify(context.approvalKey, subject, sent);
  if (token !== undefined) {
    if (isValid(token)) return { approvedIds };
    throw new AppError("approval_expired", 409);
  }
  const answer = inputResponse(mcpReq.inputResponses, KEY);
  const state = mcpReq.requestState?.();
  if (answer.kind === "elicit" && isValid(typeof state === "string" ? state : undefined)) {
    if (answer.action === "accept" && answer.content?.approve === true) return { approvedIds };
    throw new AppError("approval_declined", 403);
  }
  const signed = sign(context.approvalKey, subject);
  const shown = describe(preview);
  const { elicitation } = server.server.getClientCapabilities() ?? {};
  if (elicitation && (elicitation.form || !elicitation.url))
    return { answer: askAtClient(name, shown, approvedIds.length, signed) };
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

function askAtClient(name: string, shown: string[], total: number, requestState: string) {
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

function askByToken(name: string, changes: string[], total: number, token: string): CallToolResult {
  const structured = {
    approval_required: {
      approval_token: token,
      changes,
      total,
      next: `Nothing has changed. Show the person what would change and ask. After a yes, call ${name} again with the same arguments and approval_token.`,
    },
  };
  return {
    content: [{ type: "text", text: JSON.stringify(structured) }],
    structuredContent: structured,
  };
}

/** A line for each of the first tasks. */
function describe({ before, after }: Preview): string[] {
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

/** What an approval is for, as a digest: any other call, client, or state of the tasks has another. */
function subjectOf(
  { actor }: ToolContext,
  name: string,
  args: Record<string, unknown>,
  { before }: Preview,
): string {
  const tasks = before.map(({ id, version }) => [id, version]);
  const subject = [actor.userId, actor.client ?? null, name, inOrder(args), tasks];
  return createHash("sha256").update(JSON.stringify(subject)).digest("base64url");
}

/** A JSON value whose members have one order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.sort().map(([key, member]) => [key, inOrder(member)]));
}

function sign(key: string, subject: string, expires = Date.now() + VALID_MS): string {
  const at = expires.toString(36);
  const mac = createHmac("sha256", key).update(`mcp approval ${at} ${subject}`).digest("base64url");
  return `${at}.${mac}`;
}

function verify(key: string, subject: string, token: string | undefined): boolean {
  const expires = Number.parseInt(token?.split(".")[0] ?? "", 36);
  if (!token || !(expires > Date.now())) return false;
  const [sent, own] = [Buffer.from(token), Buffer.from(sign(key, subject, expires))];
  return sent.length === own.length && timingSafeEqual(sent, own);
}
