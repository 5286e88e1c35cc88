import { z } from "zod";

const id = z.uuid();
const kind = z.literal("filter");
const name = z.string().max(200);
/** The query of the address whose view is kept. */
const view = z.string().max(2_000);

/** Every form about saved filters, told apart by `intent`. */
export const filterFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create"), kind, name, view }),
  z.object({ intent: z.literal("change"), kind, id, name }),
  /** Puts it one place up or down. */
  z.object({ intent: z.literal("move"), kind, id, by: z.enum(["-1", "1"]).transform(Number) }),
  z.object({ intent: z.literal("delete"), kind, id }),
]);

export type FilterForm = z.infer<typeof filterFormSchema>;

/** Why a form was not carried out. */
export interface FilterFailure {
  kind: "filter";
  problem: "filterTaken" | "invalid" | "filtersFull" | "gone";
  /** What was entered. */
  name?: string;
  /** The filter that it is about; none for a new one, which has a view. */
  id?: string;
  view?: string;
}
