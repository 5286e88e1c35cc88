import type { ToolAnnotations } from "@modelcontextprotocol/server";
import { z } from "zod";
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
}

/** An MCP tool: its declaration for the model, and its implementation. */
export interface Tool<Input extends z.ZodRawShape, Output extends z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  annotations: ToolAnnotations;
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
  id: z.int().describe("The person's own number for the task, as in “task 3”."),
  title: z.string().max(TITLE_MAX),
  description: z.string().max(DESCRIPTION_MAX),
  category: z.string().max(CATEGORY_MAX).nullable(),
  labels: z.array(z.string().max(LABEL_MAX)),
  parent_id: z.int().nullable().describe("The task that it is a step of, or null."),
  position: z.string().nullable().describe("Its place in an order of one's own; see sort."),
  due_at: z.string().nullable().describe("A day (2026-11-22), a moment in UTC, or null."),
  duration_minutes: z.int().nullable().describe("How long it takes; it begins at due_at."),
  recurrence: z.string().nullable().describe("RFC 5545 RRULE, or null."),
  recurrence_from: wireTaskSchema.shape.recurrence_from.describe(
    "What the next occurrence is counted from: its date, or the day of completion.",
  ),
  recurrence_except: z.array(z.string()).describe("Days without an occurrence."),
  time_zone: z
    .string()
    .nullable()
    .describe("IANA zone in which a repeated moment keeps its hour, or null."),
  reminders: wireTaskSchema.shape.reminders.describe("When it rings; null is the default."),
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
      .describe("How long it takes: 17:00 to 18:00 is due_at 17:00 and 60."),
    recurrence: fields.recurrence
      .optional()
      .describe("RFC 5545 RRULE, such as FREQ=DAILY, without a time of day; null stops it."),
    recurrence_from: fields.recurrence_from
      .optional()
      .describe("completion: counted from the day it is done, as in “three days after I finish”."),
    recurrence_except: fields.recurrence_except
      .optional()
      .describe("Days without an occurrence, such as 2026-12-25; replaces those that are set."),
    time_zone: fields.time_zone
      .optional()
      .describe("IANA zone in which a repeated moment keeps its hour, if not the person's."),
    reminders: fields.reminders
      .optional()
      .describe(
        "When it rings, if the person says so: at a moment, or minutes before it is due. All of them; [] is none, and null, or nothing for a new task, rings by default.",
      ),
  };
}

/** Schema of a task number in the arguments of a tool. */
export const taskId = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .describe("Number of the task, as in “task 3”.");
