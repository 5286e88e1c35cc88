import { z } from "zod";
import { COLOURS, GROUP_KINDS } from "./group";

const id = z.uuid();
const kind = z.enum(GROUP_KINDS);
const name = z.string().max(200);

/** Every form of the page of lists and labels, told apart by `intent`. */
export const groupFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create"), kind, name }),
  z.object({
    intent: z.literal("change"),
    kind,
    id,
    name,
    colour: z.union([z.enum(COLOURS), z.literal("")]),
  }),
  z.object({
    intent: z.literal("archive"),
    kind,
    id,
    archived: z.enum(["true", "false"]).transform((value) => value === "true"),
  }),
  /** Puts it one place up or down. */
  z.object({ intent: z.literal("move"), kind, id, by: z.enum(["-1", "1"]).transform(Number) }),
  z.object({ intent: z.literal("merge"), kind, id, into: id }),
  z.object({ intent: z.literal("delete"), kind, id, tasks: z.enum(["keep", "trash"]) }),
]);

export type GroupForm = z.infer<typeof groupFormSchema>;

/** Why a form was not carried out. */
export interface GroupFailure {
  kind: GroupForm["kind"];
  problem: "taken" | "invalid" | "full" | "gone";
  /** What was entered. */
  name?: string;
  /** The list or label that it is about; none for a new one. */
  id?: string;
}
