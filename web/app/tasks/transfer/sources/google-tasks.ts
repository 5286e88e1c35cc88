import { asMoment, dayOf, readDate } from "./dates";
import type { Found, Part, ReadContext } from "./imported-task";
import { readJson } from "./read-json";
import { itemsOf, membersOf, textOf } from "./values";

/** Whether a JSON is what Google Takeout has of Google Tasks. */
export const isGoogleTasks = (json: unknown): boolean =>
  /^tasks#task(Lists|s)?$/i.test(textOf(membersOf(json).kind));

/**
 * Reads the Tasks.json of Google Takeout: lists of tasks, which are days without an hour.
 * Source: https://developers.google.com/workspace/tasks/reference/rest/v1/tasks
 */
export function* readGoogleTasks(part: Part, { timeZone }: ReadContext): Generator<Found> {
  const file = membersOf(readJson(part));
  const lists = textOf(file.kind).toLowerCase() === "tasks#tasks" ? [file] : itemsOf(file.items);
  for (const list of lists.map(membersOf)) {
    const project = textOf(list.title).trim();
    for (const task of itemsOf(list.items).map(membersOf)) {
      if (task.deleted === true) {
        yield { skipped: "deleted" };
        continue;
      }
      const title = textOf(task.title).trim();
      const notes = textOf(task.notes);
      if (!title && !notes.trim()) {
        yield { skipped: "empty" };
        continue;
      }
      const due = readDate(textOf(task.due), "UTC");
      yield {
        uid: textOf(task.id) || null,
        parent: textOf(task.parent) || null,
        title,
        notes,
        project: /^(my tasks|meine aufgaben|میرے کام)$/i.test(project) ? null : project || null,
        due: due ? (timeOf(task, timeZone) ?? dayOf(asMoment(due, "UTC") ?? due, "UTC")) : null,
        completed: task.status === "completed",
        completedAt: asMoment(readDate(textOf(task.completed), "UTC"), "UTC"),
        createdAt: asMoment(readDate(textOf(task.created), "UTC"), "UTC"),
        losses: [
          ...(itemsOf(task.links).length > 0 ? [{ kind: "link" as const }] : []),
          ...(task.task_recurrence_id || task.recurrence ? [{ kind: "rule" as const }] : []),
        ],
      };
    }
  }
}

/** The hour of a task that has one: newer files say it beside the day. */
function timeOf(task: Record<string, unknown>, zone: string): string | null {
  const current = itemsOf(task.scheduled_time)
    .map(membersOf)
    .find(({ current }) => current === true);
  const start = readDate(textOf(current?.start), zone);
  return start?.includes("T") && !start.endsWith("T00:00:00Z") ? start : null;
}
