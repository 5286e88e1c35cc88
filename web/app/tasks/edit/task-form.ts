import { z } from "zod";
import { jsonText } from "#app/platform/json-text";
import { textInput } from "#app/platform/text-input";
import {
  BULK_MAX,
  CATEGORY_MAX,
  PRIORITIES,
  RECURRENCE_FROM,
  type Task,
} from "#app/tasks/task/task";
import { taskFields } from "#app/tasks/task/task-input";
import { DRAFT_FIELDS, type Draft } from "./task-draft";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const text = z.string().max(2_000).default("");
/** Longest text of several pasted lines, in characters. */
const LINES_MAX = 60_000;
/** A category that replaces others; empty for none. */
const categoryText = textInput({ max: CATEGORY_MAX, optional: true });
const draftText = z.string().max(20_000).optional();

const draft = z.object({
  title: draftText,
  description: draftText,
  priority: z.enum(["low", "medium", "high"]).optional(),
  category: draftText,
  labels: draftText,
  date: draftText,
  time: draftText,
  duration: draftText,
  recurrence: draftText,
  recurrenceFrom: draftText,
  recurrenceExcept: draftText,
  timeZone: draftText,
});

/** The values that the form was opened with, as JSON; only fields that differ from them are edits. */
const base = jsonText(60_000).pipe(draft);

/** Task numbers: "3,5,8". */
const ids = z
  .string()
  .transform((list): unknown => list.split(","))
  .pipe(z.array(id).min(1).max(BULK_MAX));

/** Tasks to undo, each with the version that its change resulted in: "3:2,5:7". */
const changes = z
  .string()
  .transform((list): unknown => list.split(",").map((pair) => pair.split(":")))
  .pipe(
    z
      .array(z.tuple([id, id]))
      .min(1)
      .max(BULK_MAX),
  );

/** The reminders of a task, as JSON. */
const reminders = jsonText(5_000).pipe(taskFields().reminders);

const bulkAction = z.discriminatedUnion("to", [
  z.object({ to: z.literal("complete") }),
  z.object({ to: z.literal("delete") }),
  z.object({ to: z.literal("priority"), value: z.enum(["low", "medium", "high"]) }),
  z.object({ to: z.literal("category"), value: categoryText }),
  z.object({ to: z.literal("due"), value: z.union([z.literal(""), z.iso.date()]) }),
  /** When the tasks are moved to, in a person's words, see `readMove`. */
  z.object({ to: z.literal("when"), value: z.string().max(200) }),
]);

/** An action of the bulk form, applied to several tasks at once. */
export type BulkAction = z.infer<typeof bulkAction>;

/** Longest text of what was seen: for as many tasks as a form may change, of long rules. */
const SEEN_MAX = 300_000;

/** What was seen of each task, as JSON. */
const seenText = jsonText(SEEN_MAX).pipe(
  z
    .array(
      z.object({
        id: z.int().positive(),
        priority: z.enum(PRIORITIES).optional(),
        category: z.string().max(CATEGORY_MAX).nullable().optional(),
        dueAt: z.string().max(40).nullable().optional(),
        durationMinutes: z.int().nullable().optional(),
        recurrence: z.string().max(1_000).nullable().optional(),
        recurrenceFrom: z.enum(RECURRENCE_FROM).optional(),
      }),
    )
    .max(BULK_MAX),
);

/** Every form of the tasks page, told apart by `intent`. */
export const taskFormSchema = z.union([
  z.discriminatedUnion("intent", [
    z.object({
      intent: z.literal("add"),
      title: z.string().max(LINES_MAX).default(""),
      /** The title is several lines, each of them a task. */
      several: z.literal("true").optional(),
      date: text,
      time: text,
      priority: z.enum(["low", "medium", "high"]).catch("medium"),
      category: text,
      /** The list or the label of the page, for a line that names no other list. */
      list: text.optional(),
      label: text.optional(),
      /** The task that what is added is a step of. */
      parent: id.optional(),
      /** The day of a task for which nothing else says one: that of the place it is added in. */
      day: z.string().max(20).optional(),
      /** Places of the title that are words only, see `readPlaces`. */
      literal: text,
      /** Key of the submission, see `oncePerSubmission`. */
      submission: z.string().max(100).optional(),
    }),
    z.object({
      intent: z.literal("edit"),
      id,
      base,
      /**
       * In a conflict: the field whose current value replaces the entered one, and the original
       * values of the fields in conflict.
       */
      take: z.enum(DRAFT_FIELDS).optional(),
      was: base.optional(),
      /** The page has saved it by itself: there is nothing to tell. */
      quiet: z.string().max(5).optional(),
      ...draft.shape,
    }),
    z.object({
      intent: z.literal("toggle"),
      id,
      completed: z.enum(["true", "false"]).transform((value) => value === "true"),
    }),
    /** Puts it in its place among others, see `positionBetween`. */
    z.object({ intent: z.literal("place"), id, position: taskFields().position }),
    /** Makes it a step of a task, or a task of its own. */
    z.object({ intent: z.literal("attach"), id, parent: z.union([z.literal(""), id]) }),
    z.object({ intent: z.literal("skip"), id, version: id }),
    /** Reminders, and what they were when the person saw them. */
    z.object({ intent: z.literal("remind"), id, reminders, was: reminders }),
    z.object({ intent: z.literal("delete"), id }),
    z.object({ intent: z.literal("undo"), changes }),
  ]),
  /** With what the person saw of the tasks, none of them is changed that was changed elsewhere since. */
  z.object({ intent: z.literal("many"), ids, base: seenText.optional() }).and(bulkAction),
]);

export type TaskForm = z.infer<typeof taskFormSchema>;
export type AddForm = Extract<TaskForm, { intent: "add" }>;
export type RemindForm = Extract<TaskForm, { intent: "remind" }>;
export type EditForm = Extract<TaskForm, { intent: "edit" }>;

/** A rejected quick-add form, with the submitted values. */
export interface AddFailure {
  ok: false;
  intent: "add";
  problem: "title" | "due" | "category" | "many" | "parent";
  values: Record<string, string>;
}

/** Words that say no time that tasks could be moved to; nothing was changed. */
export interface MoveFailure {
  ok: false;
  intent: "many";
  problem: "when";
}

/** Tasks that were left as they are: somebody changed the same field elsewhere meanwhile. */
export interface LeftTasks {
  ok: false;
  intent: "many";
  problem: "changed";
  /** As they are now. */
  tasks: Task[];
}

/** A rejected edit, with the submitted values and those that the form was opened with. */
export interface EditFailure {
  ok: false;
  intent: "edit";
  problem:
    | "title"
    | "description"
    | "category"
    | "labels"
    | "due"
    | "duration"
    | "recurrence"
    | "timeZone"
    | "conflict";
  id: number;
  values: Partial<Draft>;
  base: Partial<Draft>;
  /** In a conflict: the task as it is now. */
  current?: Task;
}
