import type { ToolAnnotations } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Scope } from "#app/accounts/apps/scopes";
import type { Db } from "#app/platform/database/database";
import {
  type Actor,
  CATEGORY_MAX,
  DESCRIPTION_MAX,
  LABEL_MAX,
  TITLE_MAX,
} from "#app/tasks/task/task";
import type { taskFields } from "#app/tasks/task/task-input";
import { wireTaskSchema } from "#app/tasks/task/wire-task";

/** Whose tasks a tool server works on. Fixed when the server is created, never by a tool call. */
export interface ToolContext {
  db: Db;
  actor: Actor;
  /** The tasks that the person approved for the call; no others may be changed. */
  approvedIds?: number[];
  /** What the caller's token allows; null, or nothing, for the person's own session. */
  scopes?: readonly Scope[] | null;
  /**
   * The key of approvals over MCP. With it, calls that a person approves in the app are approved by the
   * person at the client; without it, whoever made the server sees to that. It marks clients that
   * are not ours, which get the tools in a form made for any model.
   */
  approvalKey?: string;
}

/** An MCP tool: its declaration for the model, and its implementation. */
export interface Tool<Input extends z.ZodRawShape, Output extends z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  annotations: ToolAnnotations;
  /** Whether the person approves each call, or those with `force`. */
  approval?: "always" | "forced";
  /** Schemas of the arguments; a due date without an offset is in `timeZone`. Never a user. */
  input: (timeZone: string) => Input;
  output: Output;
  run(
    context: ToolContext,
    input: z.output<z.ZodObject<Input>>,
  ): Promise<z.input<z.ZodObject<Output>>>;
}

/** Declares a tool, inferring the types of its input and output. */
export function defineTool<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}

/** Schema of a task in a tool result: the wire form, with limits and descriptions. */
export const taskOutput = wireTaskSchema.extend({
  id: z.int().describe("The 3 of “task 3”."),
  title: z.string().max(TITLE_MAX),
  description: z.string().max(DESCRIPTION_MAX),
  category: z.string().max(CATEGORY_MAX).nullable(),
  labels: z.array(z.string().max(LABEL_MAX)),
  parent_id: z.int().nullable().describe("Is a step of this task."),
  position: z.string().nullable().describe("Its place in an order of one's own."),
  due_at: z.string().nullable().describe("A day, or a moment in UTC."),
  duration_minutes: z.int().nullable().describe("Begins at due_at."),
  recurrence: z.string().nullable().describe("RRULE."),
  recurrence_from: wireTaskSchema.shape.recurrence_from.describe(
    "What the next one is counted from.",
  ),
  recurrence_except: wireTaskSchema.shape.recurrence_except.describe("Days left out."),
  time_zone: z.string().nullable().describe("Of a repeated moment."),
  reminders: wireTaskSchema.shape.reminders.describe("null is the default."),
});

/**
 * Schemas of the arguments of a task that say how long, how often and when it rings, all optional.
 *
 * @param fields by `taskFields`
 */
export function repeatArguments(fields: ReturnType<typeof taskFields>) {
  return {
    duration_minutes: fields.duration_minutes
      .optional()
      .describe("17:00 to 18:00 is due_at 17:00 and 60."),
    recurrence: fields.recurrence
      .optional()
      .describe("RRULE without a time of day; null stops it."),
    recurrence_from: fields.recurrence_from
      .optional()
      .describe("completion: counted from the day it is done."),
    recurrence_except: fields.recurrence_except.optional().describe("Days left out, all of them."),
    time_zone: fields.time_zone
      .optional()
      .describe("IANA zone of a repeated moment, if not the person's."),
    reminders: fields.reminders
      .optional()
      .describe("When it rings, if the person says so, all of them; [] is none, null the default."),
  };
}

/** Schema of a task number in the arguments of a tool. */
export const taskId = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .describe("The 3 of “task 3”.");

/** Most tasks that a call names. */
const IDS_MAX = 50;

/** Schema of the numbers of tasks in the arguments of a tool. */
export const taskIds = z
  .array(taskId)
  .min(1)
  .max(IDS_MAX)
  .describe(`Numbers of 1 to ${IDS_MAX} tasks.`);
