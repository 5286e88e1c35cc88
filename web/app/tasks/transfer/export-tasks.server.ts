import type { Db } from "#app/platform/database/database";
import { readStoredRule } from "#app/tasks/task/recurrence";
import type { Task } from "#app/tasks/task/task";
import { fromRow } from "#app/tasks/task/task-row";
import { type CalendarTask, calendarEnd, calendarStart, writeTasks } from "./calendar-writer";
import type { Format, TransferTask } from "./transfer";
import { csvHeader, writeCsv } from "./transfer-csv";

/** Tasks that are read and written at a time: some milliseconds of work. */
const PAGE_ROWS = 250;

/**
 * Exports every task of a person, without the trash, as the text of a file for `importTasks`. The
 * text comes in pieces, each read when the one before was taken: no connection is held in between,
 * and no more than a page is in memory.
 */
export async function* exportTasks(
  db: Db,
  userId: string,
  format: Format,
  now = new Date(),
): AsyncGenerator<string> {
  let first = true;
  const zones = new Set<string>();
  if (format === "ics") yield calendarStart;
  else if (format === "csv") yield csvHeader();
  else yield `{\n  "exported_at": ${JSON.stringify(now.toISOString())},\n  "tasks": [`;
  for await (const page of readPages(db, userId)) {
    if (format === "ics") yield writeTasks(page, "tasks", now, zones);
    else {
      const tasks = page.map(({ uid, parent_uid, updated_at, version, ...task }) => task);
      if (format === "csv") yield writeCsv(tasks);
      else yield tasks.map((task, n) => `${first && n === 0 ? "" : ","}\n${indent(task)}`).join("");
    }
    first = false;
  }
  if (format === "ics") yield calendarEnd;
  else if (format === "json") yield `${first ? "" : "\n  "}]\n}`;
}

async function* readPages(db: Db, userId: string) {
  let last = 0;
  for (;;) {
    const rows = await db.task.findMany({
      where: { userId, deletedAt: null, number: { gt: last } },
      orderBy: { number: "asc" },
      take: PAGE_ROWS,
    });
    if (rows.length > 0) yield rows.map((row) => toCalendarTask(userId, fromRow(row)));
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1)?.number ?? last;
  }
}

const indent = (task: TransferTask): string => JSON.stringify(task, null, 2).replace(/^/gm, "    ");

/** A task as it stands in a calendar of a person. */
export function toCalendarTask(userId: string, task: Task): CalendarTask {
  return {
    uid: uidOf(userId, task.id),
    parent_uid: task.parentId === null ? null : uidOf(userId, task.parentId),
    id: task.id,
    parent_id: task.parentId,
    title: task.title,
    description: task.description,
    priority: task.priority,
    category: task.category,
    labels: task.labels,
    position: task.position,
    due_at: task.dueAt,
    duration_minutes: task.durationMinutes,
    recurrence: readStoredRule(task.recurrence),
    recurrence_from: task.recurrenceFrom,
    recurrence_except: task.recurrenceExcept,
    time_zone: task.timeZone,
    reminders: task.reminders,
    completed_at: task.completedAt,
    created_at: task.createdAt,
    updated_at: task.updatedAt,
    version: task.version,
  };
}

const uidOf = (userId: string, id: number): string => `${userId}-${id}@karlo`;
