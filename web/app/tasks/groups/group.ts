import { z } from "zod";
import { textInput } from "#app/platform/text-input";
import { CATEGORY_MAX } from "#app/tasks/task/task";
import { labelInput } from "#app/tasks/task/task-input";

/** A list is what `category` of a task names, a label one of its `labels`. */
export const GROUP_KINDS = ["list", "label"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Colours that a list or a label may have. */
export const COLOURS = [
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "purple",
  "brown",
] as const;
export type Colour = (typeof COLOURS)[number];

/** Most lists, and most labels, of one person. */
export const GROUPS_MAX = 500;

/** A list or a label of a person. */
export interface Group {
  id: string;
  name: string;
  colour: Colour | null;
  archived: boolean;
  /** How many tasks it has, without the trash; of a list also without steps. */
  open: number;
  total: number;
}

/** Schema of the name of a list or a label. */
export const groupName = (kind: GroupKind): z.ZodType<string, string> =>
  kind === "list" ? textInput({ max: CATEGORY_MAX }) : labelInput;

/** Schema of a colour. */
export const colourInput = z
  .enum(COLOURS, { error: `one of ${COLOURS.join(", ")}, or null` })
  .nullable();

/** What becomes of the tasks of a list, or of a label, that is deleted. */
export type Leftover = { to: "none" } | { to: "trash" } | { to: "group"; id: string };
