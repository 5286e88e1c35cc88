import { createHash } from "node:crypto";
import type { TransferTask } from "../transfer";

/**
 * Fields whose change in a file changes a task here, in the order of their digests. New ones go last:
 * what was imported before has none of them yet.
 */
const FIELDS = [
  "title",
  "description",
  "priority",
  "category",
  "due_at",
  "duration_minutes",
  "recurrence",
  "recurrence_from",
  "recurrence_except",
  "reminders",
  "completed",
  "labels",
] as const;
export type DigestField = (typeof FIELDS)[number];

/** Characters of the digest of one field. */
const LENGTH = 8;

/**
 * The digests of a task's fields, one behind another.
 *
 * @param dated the words that its date was read from: "every day" means another day tomorrow, and is
 *   the same
 * @param now the moment of the import, which stands for an unknown one of completion
 */
export function digestsOf(task: TransferTask, dated: string | undefined, now: Date): string {
  return FIELDS.map((field) => {
    if (field === "completed")
      return digest([task.completed_at === now.toISOString() ? true : task.completed_at]);
    return digest([dated && field === "due_at" ? dated : task[field]]);
  })
    .map((text) => text.slice(0, LENGTH))
    .join("");
}

/** The fields whose digests differ. */
export const differing = (before: string, after: string): DigestField[] =>
  FIELDS.filter((_, place) => {
    const [one, two] = [before, after].map((all) =>
      all.slice(place * LENGTH, (place + 1) * LENGTH),
    );
    return one !== "" && one !== two;
  });

/** A short text that differs where the values do. */
export const digest = (values: unknown[]): string =>
  createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 22);
