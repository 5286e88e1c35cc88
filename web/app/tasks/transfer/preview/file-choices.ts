import { z } from "zod";
import { jsonText } from "#app/platform/json-text";
import { ENCODINGS, SOURCES, TABLE_FIELDS } from "../sources/imported-task";
import { FILE_BOUNDS } from "../transfer";

/** An empty field of a form is none. */
const chosen = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Longest JSON of chosen columns. */
const COLUMNS_MAX = 32_000;

const columns = z
  .record(z.string().max(120), z.enum(TABLE_FIELDS).nullable())
  .refine((all) => Object.keys(all).length <= FILE_BOUNDS.columns);

/** Schema of what a person chooses of how a file is read, as a form sends it. */
export const fileChoices = z
  .object({
    partly: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
    source: chosen(z.enum(SOURCES)),
    encoding: chosen(z.enum(ENCODINGS)),
    columns: chosen(jsonText(COLUMNS_MAX).pipe(columns)),
    day_first: chosen(z.enum(["true", "false"]).transform((value) => value === "true")),
  })
  .transform(({ day_first: dayFirst, ...choices }) => ({ ...choices, dayFirst }));

/** What a person chooses of how a file is read; what is not chosen is found out. */
export interface FileChoices extends Partial<Omit<z.infer<typeof fileChoices>, "partly">> {
  /** Whether valid rows are imported though others are invalid. */
  partly: boolean;
}
