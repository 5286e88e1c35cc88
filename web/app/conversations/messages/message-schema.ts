import { z } from "zod";
import type { AgentName } from "#app/assistant/agents";
import { replyLanguages } from "#app/i18n/conversation";
import { wireTaskSchema } from "#app/tasks/task/wire-task";

// Schemas of the JSON in `message.parts` and `run.approvals`. Pages import only the types, through
// `message.ts`, so that zod stays out of their bundle.

const jsonObject = z.record(z.string(), z.unknown());

/** The agents by name, as parts and events carry them. */
export const agentSchema = z.enum([
  "orchestrator",
  "urdu_specialist",
] as const satisfies AgentName[]);

/** Also as it was recorded before tasks had a duration and more of a repetition. */
const recordedTask = wireTaskSchema.extend({
  labels: wireTaskSchema.shape.labels.default([]),
  parent_id: wireTaskSchema.shape.parent_id.default(null),
  position: wireTaskSchema.shape.position.default(null),
  reminders: wireTaskSchema.shape.reminders.default(null),
  duration_minutes: wireTaskSchema.shape.duration_minutes.default(null),
  recurrence_from: wireTaskSchema.shape.recurrence_from.default("due"),
  recurrence_except: wireTaskSchema.shape.recurrence_except.default([]),
  time_zone: wireTaskSchema.shape.time_zone.default(null),
});

/** A tool call that waits for approval, with the tasks before and after it. */
export const approvalSchema = z.object({
  id: z.string(),
  tool: z.string(),
  arguments: jsonObject,
  before: z.array(recordedTask),
  after: z.array(recordedTask),
});

export type Approval = z.infer<typeof approvalSchema>;

/** The tasks that a text shows, in their order. */
export const namedTasksSchema = z.array(z.object({ id: z.number(), title: z.string() }));

/** The answers that a question offers. */
export const choicesSchema = z.array(z.object({ label: z.string(), says: z.string() }));

const textPart = z.object({
  type: z.literal("text"),
  text: z.string(),
  // Imported files may name anything here; the text is still worth showing.
  agent: agentSchema.optional().catch(undefined),
  language: z.enum(replyLanguages).optional().catch(undefined),
  shown: namedTasksSchema.optional().catch(undefined),
  choices: choicesSchema.optional().catch(undefined),
});

const attachmentPart = z.object({
  type: z.literal("attachment"),
  id: z.string(),
  name: z.string(),
  media_type: z.string(),
  /** Bytes. */
  size: z.number(),
});

/** A file as a message carries it, without its content. */
export type AttachmentPart = z.infer<typeof attachmentPart>;

const handoffPart = z.object({ type: z.literal("handoff"), to: z.literal("urdu_specialist") });

const toolCallPart = z.object({
  type: z.literal("tool_call"),
  id: z.string(),
  name: z.string(),
  arguments: jsonObject,
  result: jsonObject.nullable(),
  status: z.enum(["running", "completed", "failed", "rejected"]),
});

const approvalPart = z.object({
  type: z.literal("approval"),
  approvals: z.array(approvalSchema),
  /** The person went on without an answer: nothing of it was done. */
  withdrawn: z.boolean().optional().catch(undefined),
});

/** Something to tell beside the answer, which its text does not say. */
const hintPart = z.object({ type: z.literal("hint"), about: z.literal("reminders") });

const errorPart = z.object({ type: z.literal("error"), code: z.string(), detail: z.string() });

/** A part of a message; parts are in the order in which they were produced. */
export type MessagePart = z.infer<
  | typeof textPart
  | typeof attachmentPart
  | typeof handoffPart
  | typeof toolCallPart
  | typeof approvalPart
  | typeof hintPart
  | typeof errorPart
>;

const storedPart = z.discriminatedUnion("type", [
  textPart.loose(),
  attachmentPart.loose(),
  handoffPart.loose(),
  toolCallPart.loose(),
  approvalPart.loose(),
  hintPart.loose(),
  errorPart.loose(),
]);

// Built once: to build a schema costs several times as much as to parse with it.
const partsColumn = z.array(z.unknown());
const approvalsColumn = z.array(approvalSchema);

/**
 * Reads `message.parts`. Skips parts that do not fit: a newer release, which may run beside this
 * one during an upgrade, can have other types, and an imported file other shapes.
 *
 * @throws ZodError when the column is not an array
 */
export function parseMessageParts(column: unknown): MessagePart[] {
  return partsColumn.parse(column).flatMap((part) => storedPart.safeParse(part).data ?? []);
}

/**
 * Reads `run.approvals`.
 *
 * @throws ZodError when the column is not a list of approvals
 */
export const parseApprovals = (column: unknown): Approval[] => approvalsColumn.parse(column);
