import { z } from "zod";
import {
  agentSchema,
  approvalSchema,
  choicesSchema,
  namedTasksSchema,
} from "#app/conversations/messages/message-schema";
import { replyLanguages } from "#app/i18n/conversation";

// Schemas of the JSON in `run_event.data`. Pages import only the types, so that zod stays out of
// their bundle.

const jsonObject = z.record(z.string(), z.unknown());
const empty = z.object({});

/** The data of each type of event, as streams send it. */
const eventData = {
  "run.started": z.object({ run_id: z.string(), conversation_id: z.number() }),
  "agent.changed": z.object({ agent: agentSchema }),
  "message.delta": z.object({ text: z.string() }),
  /** Discards the text that is streaming; it starts again. */
  "message.restarted": empty,
  "message.completed": z.object({
    text: z.string(),
    agent: agentSchema,
    language: z.enum(replyLanguages),
    /** The tasks that the text shows, in their order; absent where the model does not say. */
    shown: namedTasksSchema.optional(),
    /** What may be answered to it, where it asks. */
    choices: choicesSchema.optional(),
  }),
  "tool.started": z.object({ id: z.string(), name: z.string(), arguments: jsonObject }),
  "tool.completed": z.object({
    id: z.string(),
    name: z.string(),
    result: jsonObject.nullable(),
    error: z.object({ code: z.string(), detail: z.string() }).optional(),
  }),
  "approval.required": z.object({ approvals: z.array(approvalSchema), text: z.string() }),
  /** Something to tell beside the answer, once to each person. */
  "hint.given": z.object({ about: z.literal("reminders") }),
  "run.completed": z.object({ response: z.string() }),
  "run.failed": z.object({ code: z.string(), detail: z.string() }),
  "run.cancelled": empty,
};

export type RunEventType = keyof typeof eventData;

/** An event before it is appended to its run. */
export type NewRunEvent = {
  [Type in RunEventType]: { type: Type; data: z.infer<(typeof eventData)[Type]> };
}[RunEventType];

/** A stored event; `seq` counts from 1 within its run. */
export type RunEvent = NewRunEvent & { seq: number };

/** An event as its row has it. */
export interface RunEventRow {
  seq: number;
  type: string;
  data: unknown;
}

/**
 * Checks a row and returns it as an event. Rows of an unknown type pass, since a newer release may
 * have written them: readers ignore the type but rely on `seq` having no gaps.
 *
 * @throws ZodError when the data does not fit its type
 */
export function parseRunEvent(row: RunEventRow): RunEvent {
  if (Object.hasOwn(eventData, row.type)) eventData[row.type as RunEventType].parse(row.data);
  // The row itself and not zod's copy: members that this release does not know are sent on.
  return row as RunEvent;
}

/**
 * Reads the data of a `tool.completed` event.
 *
 * @throws ZodError when it does not fit
 */
export const parseToolCompleted = (data: unknown) => eventData["tool.completed"].parse(data);

const FINAL: ReadonlySet<string> = new Set<RunEventType>([
  "run.completed",
  "run.failed",
  "run.cancelled",
]);

/** True for the last event of a run. */
export function isFinalEvent(event: { type: RunEventType }): boolean {
  return FINAL.has(event.type);
}
