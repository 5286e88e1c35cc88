import { z } from "zod";
import { textInput } from "#app/platform/text-input";
import { scopes } from "./scopes";

/** Days that a token may last. */
export const tokenDays = [7, 30, 90, 365] as const;

/** Longest name of a token, in characters. */
export const TOKEN_NAME_MAX = 60;

/** The forms of the page of apps and tokens by their intent; messages are keys of its texts. */
export const accessFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("disconnect"), app: z.string().min(1).max(500) }),
  z.object({ intent: z.literal("end-token"), token: z.string().min(1).max(100) }),
  z.object({
    intent: z.literal("create-token"),
    name: textInput({ max: TOKEN_NAME_MAX, expected: "name" }),
    scopes: z.array(z.enum(scopes)).min(1, "scopes"),
    days: z.coerce.number().refine((days) => (tokenDays as readonly number[]).includes(days)),
    current: z.string().max(320, "current").default(""),
  }),
]);

/** A field of the form of a new token that can be wrong. */
export type TokenField = "name" | "scopes" | "current";

/** What a form of the page led to, where the page goes on from it. */
export type AccessResult =
  | { ok: true; token: string; name: string }
  | {
      ok: false;
      /** Error of the whole form, localized. */
      detail: string | null;
      /** The invalid field. */
      invalid: TokenField | null;
      /** Error of the password, localized. */
      field: string | null;
      /** What was written, without the password. */
      name: string;
    };
