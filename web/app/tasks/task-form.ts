import { z } from "zod";
import { MANY_MAX, type Task } from "./task";
import { DRAFT_FIELDS, type Draft } from "./task-draft";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const text = z.string().max(2_000).default("");
const draftText = z.string().max(20_000).optional();

const draft = z.object({
  title: draftText,
  description: draftText,
  priority: z.enum(["low", "medium", "high"]).optional(),
  category: draftText,
  date: draftText,
  time: draftText,
  recurrence: draftText,
});

/** What the form showed when it was opened: only what differs from it is an edit. */
const base = z
  .string()
  .max(60_000)
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      context.addIssue({ code: "custom", message: "JSON" });
      return z.NEVER;
    }
  })
  .pipe(draft);

/** "3,5,8" as numbers. */
const ids = z
  .string()
  .transform((list): unknown => list.split(","))
  .pipe(z.array(id).min(1).max(MANY_MAX));

/** "3:2,5:7": tasks, each with the version that a change left it with. */
const changes = z
  .string()
  .transform((list): unknown => list.split(",").map((pair) => pair.split(":")))
  .pipe(
    z
      .array(z.tuple([id, id]))
      .min(1)
      .max(MANY_MAX),
  );

/** What is done to several tasks at once. */
const many = z.discriminatedUnion("to", [
  z.object({ to: z.literal("complete") }),
  z.object({ to: z.literal("delete") }),
  z.object({ to: z.literal("priority"), value: z.enum(["low", "medium", "high"]) }),
  z.object({ to: z.literal("category"), value: text }),
  z.object({ to: z.literal("due"), value: z.union([z.literal(""), z.iso.date()]) }),
]);

export type Many = z.infer<typeof many>;

/** What the forms of the tasks page send. */
export const taskFormSchema = z.union([
  z.discriminatedUnion("intent", [
    z.object({
      intent: z.literal("add"),
      title: text,
      date: text,
      time: text,
      priority: z.enum(["low", "medium", "high"]).catch("medium"),
      category: text,
      /** Kinds of words in the line that stay as they were written. */
      literal: text,
    }),
    z.object({
      intent: z.literal("edit"),
      id,
      base,
      /** A field to give up in a conflict, and what the fields in conflict were when it began. */
      take: z.enum(DRAFT_FIELDS).optional(),
      was: base.optional(),
      ...draft.shape,
    }),
    z.object({
      intent: z.literal("toggle"),
      id,
      completed: z.enum(["true", "false"]).transform((value) => value === "true"),
    }),
    z.object({ intent: z.literal("delete"), id }),
    z.object({ intent: z.literal("undo"), changes }),
  ]),
  z.object({ intent: z.literal("many"), ids }).and(many),
]);

export type TaskForm = z.infer<typeof taskFormSchema>;
export type AddForm = Extract<TaskForm, { intent: "add" }>;
export type EditForm = Extract<TaskForm, { intent: "edit" }>;

/** What is wrong with a task that was to be added, and what the form shows again. */
export interface AddFailure {
  ok: false;
  intent: "add";
  problem: "title" | "due" | "category";
  values: Record<string, string>;
}

/** What is wrong with an edit, and all that the person wrote. */
export interface EditFailure {
  ok: false;
  intent: "edit";
  problem: "title" | "description" | "category" | "due" | "recurrence" | "conflict";
  id: number;
  values: Partial<Draft>;
  base: Partial<Draft>;
  /** The task as it is now, when somebody else changed it meanwhile. */
  current?: Task;
}
