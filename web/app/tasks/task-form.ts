import { z } from "zod";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const text = z.string().max(2_000).default("");

/** What the forms of the tasks page send. */
export const taskFormSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    title: text,
    date: text,
    time: text,
    priority: z.enum(["low", "medium", "high"]).catch("medium"),
    category: text,
  }),
  z.object({
    intent: z.literal("toggle"),
    id,
    completed: z.enum(["true", "false"]).transform((value) => value === "true"),
  }),
  z.object({ intent: z.literal("delete"), id }),
  z.object({ intent: z.literal("restore"), id }),
]);

export type TaskForm = z.infer<typeof taskFormSchema>;

/** What is wrong with a task that was to be added, and what the form shows again. */
export interface AddFailure {
  ok: false;
  problem: "title" | "due" | "category";
  values: Record<string, string>;
}
