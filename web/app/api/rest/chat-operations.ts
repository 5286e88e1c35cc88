import { z } from "zod";
import { ATTACHMENTS_MAX } from "#app/attachments/attachment";
import { MESSAGE_MAX } from "#app/conversations/messages/message";
import { replyLanguages } from "#app/i18n/conversation";
import { described, STORABLE_PATTERN, uuidOutput } from "#app/platform/documented";
import { timeZoneInput } from "#app/platform/time-zone";
import { operation } from "./operation";
import { wireTask } from "./task-schemas";

const conversationNumber = z
  .int("the number of a conversation")
  .min(1, "the number of a conversation")
  .max(2 ** 31 - 1, "the number of a conversation");

const chatBody = z
  .strictObject({
    message: described(z.string({ error: "a text of 1 to 10,000 characters" }), {
      ...{ maxLength: MESSAGE_MAX, pattern: STORABLE_PATTERN },
    }),
    conversation_id: conversationNumber.nullish(),
    replaces: described(z.string({ error: "the id of a message" }).max(20, "the id of a message"), {
      pattern: "^[1-9]\\d{0,17}$",
    })
      .optional()
      .describe("Id of an own message to replace. It and all later messages are superseded."),
    attachments: z
      .array(
        described(z.string({ error: "the id of a file" }).max(50, "the id of a file"), {
          format: "uuid",
        }),
        { error: "a list of ids of files" },
      )
      .max(ATTACHMENTS_MAX, `at most ${ATTACHMENTS_MAX} ids of files`)
      .optional()
      .describe(
        "Ids of uploaded files, each of which can be sent once. `message` may be empty with them. If omitted, a message that replaces another keeps its files.",
      ),
    time_zone: timeZoneInput.optional(),
    locale: z
      .enum(replyLanguages, { error: "en, ur or ur-Latn" })
      .optional()
      .describe(
        "Language of the answer. By default the language the user chose, or that of the message.",
      ),
    user_id: z.unknown().optional(),
  })
  .meta({ id: "ChatMessage" });

const id = described(z.string().max(200), { pattern: STORABLE_PATTERN });
const ids = z.array(id, { error: "a list of ids" }).default([]);
const approvalsBody = z.strictObject({ approve: ids, reject: ids }).meta({ id: "ApprovalAnswer" });

const undoBody = z
  .strictObject({ force: z.boolean({ error: "true or false" }).default(false) })
  .meta({ id: "Undo" });

const toolArguments = z.record(z.string(), z.unknown());

/** A tool call that awaits approval. */
export const wireApproval = z.object({
  id: z.string(),
  tool: z.string(),
  arguments: toolArguments,
  before: z.array(wireTask),
  after: z.array(wireTask),
});

const wireRun = z
  .object({
    conversation_id: z.int(),
    run_id: uuidOutput(),
    status: z.enum(["running", "awaiting_approval", "completed", "failed", "cancelled"]),
    response: z.string().describe("The full answer; while the run awaits approval, the question."),
    agent: z.enum(["orchestrator", "urdu_specialist"]),
    language: z.enum(["en", "ur", "ur-Latn"]),
    tool_calls: z.array(
      z.object({ id: z.string(), name: z.string(), arguments: toolArguments, result: z.unknown() }),
    ),
    approvals: z.array(wireApproval),
    model: z.string().describe("The model used."),
    usage: z
      .object({ input_tokens: z.int(), output_tokens: z.int() })
      .describe("Total tokens of the run."),
    error: z.object({ code: z.string(), detail: z.string() }).optional(),
  })
  .meta({ id: "Run" });

const startedRun = z.object({
  conversation_id: z.int(),
  run_id: uuidOutput(),
  status: z.literal("running"),
  last_event_id: z.int(),
});

const stream = ["text/event-stream"];
const examples = {
  "text/event-stream": 'event: text.delta\ndata: {"delta":"Added"}\nid: 2\n\n',
};
const responses = {
  200: {
    description: "The run when it ends or awaits approval, or a stream of its events.",
    schema: wireRun,
    mediaTypes: stream,
    examples,
  },
  202: { description: "With `Prefer: respond-async`: the run has started.", schema: startedRun },
};

/** Operations of the assistant and its runs. */
export const chatOperations = {
  chat: operation({
    id: "chat",
    tag: "Chat",
    method: "POST",
    path: "/chat",
    summary: "Send a message to the assistant",
    underUserId: true,
    body: chatBody,
    idempotent: true,
    responses,
    problems: [400, 409, 413, 415, 422, 429],
  }),
  get: operation({
    id: "getRun",
    tag: "Runs",
    method: "GET",
    path: "/runs/{run_id}",
    summary: "Read a run",
    underUserId: false,
    responses: { 200: { description: "The run.", schema: wireRun } },
  }),
  events: operation({
    id: "followRun",
    tag: "Runs",
    method: "GET",
    path: "/runs/{run_id}/events",
    summary: "Follow a run",
    description: "Resume after a disconnect with `Last-Event-ID`.",
    underUserId: false,
    responses: {
      200: { description: "The events of the run until it ends.", mediaTypes: stream, examples },
    },
  }),
  stop: operation({
    id: "stopRun",
    tag: "Runs",
    method: "POST",
    path: "/runs/{run_id}/stop",
    summary: "Stop a run",
    underUserId: false,
    responses: { 202: { description: "The stop was requested." } },
  }),
  approvals: operation({
    id: "answerApprovals",
    tag: "Runs",
    method: "POST",
    path: "/runs/{run_id}/approvals",
    summary: "Approve or reject the pending tool calls of a run",
    underUserId: false,
    body: approvalsBody,
    idempotent: true,
    responses,
    problems: [400, 409, 413, 415, 422],
  }),
  undo: operation({
    id: "undoRun",
    tag: "Runs",
    method: "POST",
    path: "/runs/{run_id}/undo",
    summary: "Undo all changes of a run",
    description:
      "Rejected if a task was changed since, unless forced. The undo is a run that can be undone.",
    underUserId: false,
    body: undoBody,
    idempotent: true,
    responses: {
      200: {
        description: "The run of the undo, and the current tasks.",
        schema: z.object({ run_id: z.string(), tasks: z.array(wireTask) }),
      },
    },
    problems: [400, 409, 413, 415, 422],
  }),
};
