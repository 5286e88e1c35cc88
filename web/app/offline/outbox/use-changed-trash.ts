import { useEffect, useMemo } from "react";
import type { TrashPageData } from "#app/tasks/trash/read-trash-page.server";
import { numbersGiven, type Operation } from "./operation";
import { isMissing } from "./overlay";
import { outbox } from "./state";
import { useOutbox } from "./use-outbox";

const DAY_MS = 86_400_000;

/** The trash with what was changed on this device since the server read it. */
export function useChangedTrash(page: TrashPageData): TrashPageData {
  const { operations } = useOutbox();
  const changed = useMemo(() => withChangedTrash(page, operations), [page, operations]);
  useEffect(() => outbox.setShown("trash", changed.tasks), [changed]);
  return changed;
}

/** The trash as the person last saw it: what they have deleted here lies on top. */
export function withChangedTrash(
  page: TrashPageData,
  operations: readonly Operation[],
): TrashPageData {
  const missing = operations.filter(isMissing(page.now));
  if (missing.length === 0) return page;
  const numbers = numbersGiven(operations);
  const numberOf = (id: number) => numbers.get(id) ?? id;
  const tasks = new Map(page.tasks.map((task) => [task.id, task]));
  let { count } = page;
  const take = (id: number) => {
    if (tasks.delete(id)) count -= 1;
  };
  for (const { form, effect, inverse, madeAt, withdrawn } of missing) {
    if (withdrawn) continue;
    for (const { id } of effect.added) take(numberOf(id));
    if (form.intent === "remove") take(numberOf(Number(form.id)));
    if (form.intent === "empty") {
      tasks.clear();
      count = 0;
    }
    for (const task of inverse.added) {
      const id = numberOf(task.id);
      if (!effect.removed.includes(task.id) || tasks.has(id)) continue;
      const purgedAt = new Date(Date.parse(madeAt) + page.days * DAY_MS).toISOString();
      tasks.set(id, { ...task, id, deletedAt: madeAt, purgedAt });
      count += 1;
    }
  }
  const newestFirst = [...tasks.values()].sort((a, b) => b.deletedAt.localeCompare(a.deletedAt));
  return { ...page, tasks: newestFirst, count };
}
