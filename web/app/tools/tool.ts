import type { ToolAnnotations } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Db } from "#app/platform/database";
import { type Actor, CATEGORY_MAX, DESCRIPTION_MAX, PRIORITIES, TITLE_MAX } from "#app/tasks/task";

/** Whose tasks a tool server serves. Set by whoever makes the server; no tool has a say in it. */
export interface ToolContext {
  db: Db;
  actor: Actor;
  /** The tasks that the person approved, of those that a tool finds by itself. */
  only?: number[];
}

/** One MCP tool: what a model is told of it, and what it does. */
export interface Tool<Input extends z.ZodRawShape, Output extends z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  annotations: ToolAnnotations;
  /** Names and types that a model may give. Never a user. */
  input: (timeZone: string) => Input;
  output: Output;
  run(
    context: ToolContext,
    input: z.output<z.ZodObject<Input>>,
  ): Promise<z.input<z.ZodObject<Output>>>;
}

/** Declares a tool; infers the types of its input and output. */
export function defineTool<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}

/** A task as tools give it: the wire form. */
export const taskOutput = z.object({
  id: z.int().describe("The person's own number for the task, as in “task 3”."),
  title: z.string().max(TITLE_MAX),
  description: z.string().max(DESCRIPTION_MAX),
  priority: z.enum(PRIORITIES),
  category: z.string().max(CATEGORY_MAX).nullable(),
  due_at: z.string().nullable().describe("A day (2026-11-22), a moment in UTC, or null."),
  recurrence: z.string().nullable().describe("RFC 5545 RRULE, or null."),
  completed: z.boolean(),
  completed_at: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  version: z.int(),
});

/** The number of a task, as a tool takes it. */
export const taskId = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .describe("Number of the task, as in “task 3”.");
