import { setImmediate } from "node:timers/promises";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { addDays } from "#app/tasks/task/calendar-days";
import { occurrencesBetween } from "#app/tasks/task/recurrence";
import { fromRow, occurrenceOf, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";
import { localDue } from "#app/tasks/times/local-due";

/** Most tasks whose later occurrences are looked for. */
const TASKS_MAX = 200;
/** So many are computed before others get their turn: some milliseconds of work. */
const BATCH = 10;

/** A later occurrence of a task that repeats, which is no task yet. */
export interface LaterOccurrence {
  /** The task as it is now. */
  id: number;
  title: string;
  day: string;
  /** Null for a whole day. */
  time: string | null;
}

/**
 * The later occurrences of what repeats within some days, by day and hour. What is counted from its
 * completion has none that are known.
 *
 * @param today in the zone of the person: the next occurrence of what is late comes after it
 * @param from the first day, `2026-11-22`
 * @param to the last one
 */
export async function listLater(
  db: Db,
  { id, timeZone }: { id: string; timeZone: string },
  { today, from, to }: { today: string; from: string; to: string },
): Promise<LaterOccurrence[]> {
  const tomorrow = addDays(today, 1);
  const first = from > tomorrow ? from : tomorrow;
  if (first > to) return [];
  const rows = await query<TaskColumns & { seriesAt: Date | null; seriesHasTime: boolean }>(
    db,
    Prisma.sql`SELECT ${TASK_COLUMNS}, series_at AS "seriesAt", series_has_time AS "seriesHasTime" FROM task
      WHERE user_id = ${id} AND recurrence IS NOT NULL AND completed_at IS NULL
        AND deleted_at IS NULL AND due_at < ${new Date(`${addDays(to, 2)}T00:00:00Z`)}
      ORDER BY due_at LIMIT ${TASKS_MAX}`,
  );
  const found: LaterOccurrence[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % BATCH === BATCH - 1) await setImmediate();
    const task = fromRow(row);
    if (!task.recurrence) continue;
    const zone = task.timeZone ?? timeZone;
    const days = occurrencesBetween(task.recurrence, occurrenceOf(task, row), zone, [first, to]);
    const { title } = task;
    for (const day of days) {
      const due = laterDue(task.dueAt, day, zone, timeZone);
      if (due.day >= first && due.day <= to) found.push({ id: task.id, title, ...due });
    }
  }
  const key = ({ day, time }: LaterOccurrence) => `${day} ${time ?? "~"}`;
  return found.sort((one, two) => {
    const [a, b] = [key(one), key(two)];
    return a < b ? -1 : a > b ? 1 : one.id - two.id;
  });
}

/** The day and the hour of an occurrence where the person is; its hour is kept in the zone of its task. */
function laterDue(dueAt: string | null, day: string, zone: string, timeZone: string) {
  const time = dueAt === null ? null : (localDue({ dueAt }, zone)?.time ?? null);
  if (!time) return { day, time: null };
  const moment = Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(zone)
    .toInstant()
    .toString();
  const due = localDue({ dueAt: moment }, timeZone);
  return { day: due?.day ?? day, time: due?.time ?? time };
}
