import { z } from "zod";

const digestContent = z.object({
  due_today: z.number(),
  overdue: z.number(),
  /** Completed in the last seven days. */
  completed: z.number(),
  open: z.number(),
  /** Of what is due today, the first. */
  titles: z.array(z.string()),
});

/** What a morning's digest and a week's look back say. */
export type DigestContent = z.infer<typeof digestContent>;

/** Reads the column `content` of a notification; null where it has none. */
export const readContent = (json: unknown): DigestContent | null =>
  digestContent.nullable().catch(null).parse(json);
