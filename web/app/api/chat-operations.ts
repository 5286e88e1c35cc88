import { z } from "zod";
import { ATTACHMENTS_MAX } from "#app/conversations/attachment";
import { replyLanguages } from "#app/i18n/conversation";
import { timeZoneInput } from "#app/platform/time-zone";
import { operation } from "./operation";
import { wireTask } from "./task-schemas";

const conversationNumber = z
  .int("the number of a conversation")
  .min(1, "the number of a conversation")
  .max(2 ** 31 - 1, "the number of a conversation");

const chatBody = z
  .strictObject({
    message: z.string({ error: "a text of 1 to 10,000 characters" }),
    conversation_id: conversationNumber.nullish(),
    replaces: z
      .string({ error: "the id of a message" })
      .max(20, "the id of a message")
      .optional()
      .describe("Id of a message of yours: it and all that came after it give way to this one."),
    attachments: z
      .array(z.string({ error: "the id of a file" }).max(50, "the id of a file"), {
        error: "a list of ids of files",
      })
      .max(ATTACHMENTS_MAX, `at most ${ATTACHMENTS_MAX} ids of files`)
      .optional()
      .describe(
        "Ids of files that were uploaded before, each sent once. `message` may be empty beside them. Without it a message that replaces another keeps its files.",
      ),
    time_zone: timeZoneInput.optional(),
    locale: z
      .enum(replyLanguages, { error: "en, ur or ur-Latn" })
      .optional()
      .describe("What to answer in. Without it as the person chose, or as the message is written."),
    user_id: z.unknown().optional(),
  })
  .meta({ id: "ChatMessage" });

const ids = z.array(z.string().max(200), { error: "a list of ids" }).default([]);
const approvalsBody = z.strictObject({ approve: ids, reject: ids }).meta({ id: "ApprovalAnswer" });

const undoBody = z
  .strictObject({ force: z.boolean({ error: "true or false" }).default(false) })
  .meta({ id: "Undo" });

const given = z.record(z.string(), z.unknown());

/** A call that waits for the person. */
export const wireApproval = z.object({
  id: z.string(),
  tool: z.string(),
  arguments: given,
  before: z.array(wireTask),
  after: z.array(wireTask),
});

const wireRun = z
  .object({
    conversation_id: z.int(),
    run_id: z.string(),
    status: z.enum(["running", "awaiting_approval", "completed", "failed", "cancelled"]),
    response: z.string().describe("Complete by itself; while the run waits, what is asked."),
    agent: z.enum(["orchestrator", "urdu_specialist"]),
    language: z.enum(["en", "ur", "ur-Latn"]),
    tool_calls: z.array(
      z.object({ id: z.string(), name: z.string(), arguments: given, result: z.unknown() }),
    ),
    approvals: z.array(wireApproval),
    model: z.string().describe("The model that answered."),
    usage: z
      .object({ input_tokens: z.int(), output_tokens: z.int() })
      .describe("Tokens of the whole run."),
    error: z.object({ code: z.string(), detail: z.string() }).optional(),
  })
  .meta({ id: "Run" });

const begun = z.object({
  conversation_id: z.int(),
  run_id: z.string(),
  status: z.literal("running"),
  last_event_id: z.int(),
});

const stream = ["text/event-stream"];
const answers = {
  200: {
    description: "The run when it ends or waits, or its events as they come.",
    schema: wireRun,
    mediaTypes: stream,
  },
  202: { description: "With `Prefer: respond-async`: the run has begun.", schema: begun },
};

/** What there is to do with the assistant over HTTP. */
export const chatOperations = {
  chat: operation({
    id: "chat",
    tag: "Chat",
    method: "POST",
    path: "/chat",
    summary: "Say something to the assistant",
    named: true,
    body: chatBody,
    answers,
    problems: [400, 409, 413, 415, 422, 429],
  }),
  get: operation({
    id: "getRun",
    tag: "Runs",
    method: "GET",
    path: "/runs/{run_id}",
    summary: "Read a run",
    named: false,
    answers: { 200: { description: "The run.", schema: wireRun } },
  }),
  events: operation({
    id: "followRun",
    tag: "Runs",
    method: "GET",
    path: "/runs/{run_id}/events",
    summary: "Follow a run",
    description: "Come back after a break with `Last-Event-ID`.",
    named: false,
    answers: { 200: { description: "Its events, until it ends.", mediaTypes: stream } },
  }),
  stop: operation({
    id: "stopRun",
    tag: "Runs",
    method: "POST",
    path: "/runs/{run_id}/stop",
    summary: "Stop a run",
    named: false,
    answers: { 202: { description: "It was told to stop." } },
  }),
  approvals: operation({
    id: "answerApprovals",
    tag: "Runs",
    method: "POST",
    path: "/runs/{run_id}/approvals",
    summary: "Approve or reject what a run waits with",
    named: false,
    body: approvalsBody,
    answers,
    problems: [400, 409, 413, 415, 422],
  }),
  undo: operation({
    id: "undoRun",
    tag: "Runs",
    method: "POST",
    path: "/runs/{run_id}/undo",
    summary: "Take back all that a run changed",
    description: "Refused where a task was changed since, unless forced. Undoing is a run, too.",
    named: false,
    body: undoBody,
    answers: {
      200: {
        description: "The run that undid it, and the tasks as they are now.",
        schema: z.object({ run_id: z.string(), tasks: z.array(wireTask) }),
      },
    },
    problems: [400, 409, 413, 415, 422],
  }),
};
