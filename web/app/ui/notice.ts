/** What a toast says. The text is in the dictionaries under `notices`. */
export const noticeKinds = [
  "welcomeBack",
  "welcome",
  "taskCreated",
  "taskUpdated",
  "taskDeleted",
  "taskRestored",
  "taskCompleted",
  "taskReopened",
  "taskGone",
  "loggedOut",
  "passwordChanged",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export interface Notice {
  /** Tells two notices of one kind apart. */
  id: string;
  kind: NoticeKind;
  /** A form that takes back what was done. */
  undo?: { action: string; fields: Record<string, string> };
}
