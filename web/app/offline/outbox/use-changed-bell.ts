import { useMemo } from "react";
import type { BellTask } from "#app/reminders/bell/read-bell.server";
import type { BellPageData } from "#app/reminders/bell/read-bell-page.server";
import type { Operation } from "./operation";
import { isMissing } from "./overlay";
import { useOutbox } from "./use-outbox";

/** What rang, with what was changed on this device since the server read it. */
export function useChangedBell(page: BellPageData): BellPageData {
  const { operations } = useOutbox();
  return useMemo(() => withChangedBell(page, operations), [page, operations]);
}

/** The page of the bell with tasks as they are after what waits, and without what was read here. */
export function withChangedBell(
  page: BellPageData,
  operations: readonly Operation[],
): BellPageData {
  const missing = operations.filter(isMissing(page.now));
  if (missing.length === 0) return page;
  const completed = new Map<number, boolean>();
  for (const { effect } of missing)
    for (const { id, fields } of effect.patches)
      if (fields.completed !== undefined) completed.set(id, fields.completed);
  const read = missing.some(({ form }) => form.intent === "read");
  const change = (task: BellTask): BellTask => ({
    ...task,
    completed: completed.get(task.number) ?? task.completed,
  });
  return {
    ...page,
    unread: read ? 0 : page.unread,
    entries: page.entries.map((entry) => ({
      ...entry,
      read: entry.read || read,
      tasks: entry.tasks.map(change),
    })),
    overdue: (page.overdue as BellTask[]).map(change),
  };
}
