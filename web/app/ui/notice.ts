import type { Dictionary } from "#app/i18n/en";

/** What a toast says: a text of the dictionaries, under `notices`. */
export type NoticeKind = keyof Dictionary["notices"];

export interface Notice {
  /** Tells two notices of one kind apart. */
  id: string;
  kind: NoticeKind;
  /** A form that takes back what was done. */
  undo?: { action: string; fields: Record<string, string> };
}
