import type { Dictionary } from "#app/i18n/en";

/** The text of a notice: a key of the dictionary under `notices`. */
export type NoticeKind = keyof Dictionary["notices"];

/** A message about a finished action, shown as a toast. */
export interface Notice {
  /** Distinguishes notices of the same kind. */
  id: string;
  kind: NoticeKind;
  /** What it is about, in the words of the person, and when that is: a day or a moment. */
  about?: { title: string; when: string | null };
  /** The form that undoes the action. */
  undo?: { action: string; fields: Record<string, string> };
  /** Where the person may want to go after it. */
  link?: { to: string; label: NoticeKind };
  /** A form that the person may want to send after it. */
  offer?: { action: string; fields: Record<string, string>; label: NoticeKind };
}
