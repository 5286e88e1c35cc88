import { z } from "zod";

/** The variables of the secrets of sessions. */
export const secretsVariables = {
  BETTER_AUTH_SECRET: z
    .string()
    .min(32, "at least 32 characters")
    .describe(
      "Signs sessions and encrypts token keys. `npm start` makes one and keeps it in KARLO_DATA.",
    ),
  BETTER_AUTH_PREVIOUS_SECRETS: z
    .string()
    .default("")
    .transform((list) => list.split("\n").filter(Boolean))
    .pipe(z.array(z.string().min(32, "secrets of at least 32 characters")))
    .describe(
      "Earlier values of BETTER_AUTH_SECRET, newest first, one on a line: sessions and what was encrypted stay valid when it changes.",
    ),
};
