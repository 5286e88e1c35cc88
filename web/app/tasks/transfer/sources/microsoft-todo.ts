import { isTimeZone } from "#app/platform/time-zone";
import { asMoment, dayOf, readDate } from "./dates";
import type { Found, ImportedTask, Loss, Part, ReadContext } from "./imported-task";
import { readJson } from "./read-json";
import { ruleEvery } from "./rules";
import { itemsOf, membersOf, numberOf, plainText, textOf, textsOf } from "./values";

type Members = Record<string, unknown>;
const PRIORITIES: Record<string, ImportedTask["priority"]> = { high: "high", low: "low" };

/** Whether a JSON is of Microsoft To Do: its tasks as Microsoft Graph gives them, in lists or alone. */
export const isMicrosoftTodo = (json: unknown): boolean =>
  listsOf(json).some(({ tasks }) => tasks.slice(0, 5).some(isTask));

const isTask = (task: Members): boolean =>
  typeof task.title === "string" && ("importance" in task || "isReminderOn" in task);

/**
 * Reads tasks of Microsoft To Do (JSON), as the tools write it that people export it with.
 * Source: https://learn.microsoft.com/en-us/graph/api/resources/todotask
 */
export function* readMicrosoftTodo(part: Part, { timeZone }: ReadContext): Generator<Found> {
  for (const { project, tasks } of listsOf(readJson(part))) {
    for (const task of tasks) {
      if (textOf(task.title).trim() === "") {
        yield { skipped: "empty" };
        continue;
      }
      const read = readTask(task, project, timeZone);
      yield read;
      for (const [n, step] of itemsOf(task.checklistItems).map(membersOf).entries()) {
        const parent = textOf(task.id) || null;
        yield {
          uid: textOf(step.id) || (parent && `${parent}/${n + 1}`),
          // What it was named when it was taken.
          parent: read.uid,
          title: textOf(step.displayName),
          project,
          completed: step.isChecked === true,
          completedAt: asMoment(readDate(textOf(step.checkedDateTime), "UTC"), "UTC"),
        };
      }
    }
  }
}

/** The lists of a file: of lists with tasks, of tasks alone, or the answer of Graph to either. */
function listsOf(json: unknown): { project: string | null; tasks: Members[] }[] {
  const file = membersOf(json);
  const value = Array.isArray(json) ? json : (file.value ?? file.lists ?? file.tasks);
  const items = itemsOf(value).map(membersOf);
  if (items.some(isTask)) return [{ project: nameOf(file), tasks: items }];
  return items.map((list) => ({
    project: nameOf(list),
    tasks: itemsOf(list.tasks ?? list.value ?? list.items).map(membersOf),
  }));
}

/** The list in which everything begins is no list of one's own. */
function nameOf(list: Members): string | null {
  if (list.wellknownListName === "defaultList") return null;
  const name = textOf(list.displayName ?? list.name ?? list.listName).trim();
  return /^(tasks|aufgaben|tareas|tâches|کام)$/i.test(name) ? null : name || null;
}

function readTask(task: Members, project: string | null, timeZone: string): ImportedTask {
  const losses: Loss[] = [];
  const reminder = task.isReminderOn === true && moment(task.reminderDateTime, timeZone);
  const due = moment(task.dueDateTime, timeZone);
  const rule = ruleOf(membersOf(task.recurrence));
  if (task.recurrence && !rule) losses.push({ kind: "rule" });
  if (task.hasAttachments === true) losses.push({ kind: "attachments" });
  if (itemsOf(task.linkedResources).length > 0) losses.push({ kind: "link" });
  return {
    uid: textOf(task.id) || null,
    title: textOf(task.title),
    notes: plainText(textOf(membersOf(task.body).content)),
    project,
    labels: textsOf(task.categories),
    priority: PRIORITIES[textOf(task.importance)],
    // A due date is a day, written as its midnight in some zone.
    due: due && dayOf(due, zoneOf(task.dueDateTime, timeZone)),
    rule,
    reminders: reminder ? [{ at: reminder }] : undefined,
    completed: task.status === "completed",
    completedAt: moment(task.completedDateTime, timeZone),
    createdAt: asMoment(readDate(textOf(task.createdDateTime), "UTC"), "UTC"),
    losses,
  };
}

/** The zone of a time; names of Windows, which are no IANA zone, are taken for that of the person. */
function zoneOf(time: unknown, timeZone: string): string {
  const zone = textOf(membersOf(time).timeZone);
  return isTimeZone(zone) ? zone : timeZone;
}

function moment(time: unknown, timeZone: string): string | null {
  const zone = zoneOf(time, timeZone);
  const text = textOf(membersOf(time).dateTime) || textOf(time);
  return asMoment(readDate(text, zone), zone);
}

const DAYS: Record<string, string> = {
  monday: "MO",
  tuesday: "TU",
  wednesday: "WE",
  thursday: "TH",
  friday: "FR",
  saturday: "SA",
  sunday: "SU",
};
const PLACES: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/** The rule of a pattern; see https://learn.microsoft.com/en-us/graph/api/resources/recurrencepattern */
function ruleOf(recurrence: Members): string | null {
  const pattern = membersOf(recurrence.pattern);
  const type = textOf(pattern.type);
  const unit = /^(?:absolute|relative)?(daily|weekly|monthly|yearly)$/i.exec(type)?.[1];
  const base = unit && ruleEvery(numberOf(pattern.interval) ?? 1, unit.slice(0, 1));
  if (!base) return null;
  const days = textsOf(pattern.daysOfWeek).map((day) => DAYS[day.toLowerCase()] ?? "");
  const parts: string[] = [base];
  if (/weekly/i.test(type) && days.length > 0) parts.push(`BYDAY=${days.join(",")}`);
  if (/^relative/i.test(type)) {
    const place = PLACES[textOf(pattern.index).toLowerCase()] ?? 1;
    parts.push(`BYDAY=${days.map((day) => place + day).join(",")}`);
  } else if (/^absolute/i.test(type)) parts.push(`BYMONTHDAY=${numberOf(pattern.dayOfMonth) ?? 1}`);
  if (/yearly$/i.test(type)) parts.push(`BYMONTH=${numberOf(pattern.month) ?? 1}`);
  const range = membersOf(recurrence.range);
  const count = numberOf(range.numberOfOccurrences);
  if (range.type === "numbered" && count) parts.push(`COUNT=${count}`);
  if (range.type === "endDate") parts.push(`UNTIL=${textOf(range.endDate).replace(/-/g, "")}`);
  return parts.join(";");
}
