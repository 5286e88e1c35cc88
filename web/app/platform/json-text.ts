import { z } from "zod";

/** Schema of a value that a form sends as JSON in one of its fields; pipe it into that of the value. */
export const jsonText = (max: number) =>
  z
    .string()
    .max(max)
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom", message: "JSON" });
        return z.NEVER;
      }
    });
