import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";
import {
  type CalendarTask,
  calendarEnd,
  calendarStart,
  writeTasks,
} from "#app/tasks/transfer/calendar-writer";
import { toCalendarTask } from "#app/tasks/transfer/export-tasks.server";
import { COMPLETED_DAYS } from "./feed";
import type { OpenFeed } from "./find-feed.server";

const { sql } = Prisma;
/** Tasks that are read and written at a time: some milliseconds of work. */
const PAGE_ROWS = 100;
const DAY_MS = 86_400_000;
const NAMES = { en: "Karlo", ur: "کر لو" };

/**
 * Writes the tasks of a feed as a calendar, in pieces, each read when the one before was taken. Open
 * tasks, and those that were completed lately; of events, only what is due.
 *
 * @param publicUrl the address of this server, which each task is shown at
 */
export async function* writeFeed(
  db: Db,
  feed: OpenFeed,
  publicUrl: string,
  now = new Date(),
): AsyncGenerator<string> {
  const name = feed.category ? `${NAMES[feed.locale]}: ${feed.category}` : NAMES[feed.locale];
  const zones = new Set<string>();
  yield calendarStart + head(name, feed.timeZone);
  for await (const page of readPages(db, feed, now)) {
    const tasks = page.map((row): CalendarTask => {
      const task = toCalendarTask(feed.userId, fromRow(row));
      const url = `${publicUrl.replace(/\/$/, "")}/tasks?task=${row.number}`;
      // A repeated moment keeps its hour in the person's zone where it has none.
      return { ...task, time_zone: task.time_zone ?? (task.recurrence && feed.timeZone), url };
    });
    yield writeTasks(tasks, feed.kind, now, zones);
  }
  yield calendarEnd;
}

/** What a calendar is called, and how often it is asked for, in the words of most programs. */
function head(name: string, timeZone: string): string {
  const lines = [
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\s+/g, " ");

async function* readPages(
  db: Db,
  { userId, kind, category }: OpenFeed,
  now: Date,
): AsyncGenerator<TaskColumns[]> {
  const since = new Date(now.getTime() - COMPLETED_DAYS * DAY_MS);
  const conditions = [
    sql`user_id = ${userId} AND deleted_at IS NULL`,
    sql`(completed_at IS NULL OR completed_at > ${since})`,
    ...(category === null ? [] : [sql`lower(category) = lower(${category})`]),
    ...(kind === "events" ? [sql`due_at IS NOT NULL`] : []),
  ];
  for (let last = 0; ; ) {
    const rows = await query<TaskColumns>(
      db,
      sql`SELECT ${TASK_COLUMNS} FROM task WHERE ${Prisma.join(conditions, " AND ")}
        AND number > ${last} ORDER BY number LIMIT ${PAGE_ROWS}`,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1)?.number ?? last;
  }
}
