import { Prisma } from "#app/platform/generated/client";
import { parseDue, startOfDay, today } from "./due-date";
import { PRIORITIES } from "./task";
import type { TaskQuery } from "./task-query";

const { sql } = Prisma;

/**
 * The SQL condition for a person's tasks that a query asks for. A day is kept as its midnight in
 * UTC, a moment as itself, so that every comparison with "today" has two arms.
 */
export function taskFilter(userId: string, query: TaskQuery, timeZone: string): Prisma.Sql {
  const conditions = [sql`user_id = ${userId}`, sql`deleted_at IS NULL`];
  if (query.status === "open") conditions.push(sql`completed_at IS NULL`);
  if (query.status === "completed") conditions.push(sql`completed_at IS NOT NULL`);
  if (query.priority) conditions.push(sql`priority = ${PRIORITIES.indexOf(query.priority) + 1}`);
  if (query.category) conditions.push(sql`lower(category) = lower(${query.category})`);
  // Each word is in the text as it stands, or nearly: the migrations say what is near.
  for (const word of query.search?.split(/\s+/) ?? []) {
    conditions.push(
      sql`(search_text LIKE search_pattern(${word}) OR search_vector @@ search_query(${word}))`,
    );
  }
  if (query.dueFrom) conditions.push(dueFrom(query.dueFrom, timeZone));
  if (query.dueTo) conditions.push(dueTo(query.dueTo, timeZone));
  if (query.overdue !== undefined) {
    const late = sql`(completed_at IS NULL AND due_at IS NOT NULL AND ${isPast(new Date(), timeZone)})`;
    conditions.push(query.overdue ? late : sql`NOT ${late}`);
  }
  return Prisma.join(conditions, " AND ");
}

/** True of a due date that is over for the person: the moment, or the whole day. */
export function isPast(now: Date, timeZone: string): Prisma.Sql {
  return sql`CASE WHEN due_has_time THEN due_at < ${now} ELSE due_at < ${utcDay(today(now, timeZone))} END`;
}

/** True of a due date that lies on the person's `day`. */
export function isOnDay(day: string, timeZone: string): Prisma.Sql {
  return sql`CASE WHEN due_has_time
    THEN due_at >= ${startOfDay(day, timeZone)} AND due_at < ${startOfDay(day, timeZone, 1)}
    ELSE due_at = ${utcDay(day)} END`;
}

function dueFrom(from: string, timeZone: string): Prisma.Sql {
  const { moment, day, isDay } = bounds(from, timeZone);
  const first = isDay ? startOfDay(day, timeZone) : moment;
  return sql`CASE WHEN due_has_time THEN due_at >= ${first} ELSE due_at >= ${utcDay(day)} END`;
}

function dueTo(to: string, timeZone: string): Prisma.Sql {
  const { moment, day, isDay } = bounds(to, timeZone);
  const last = isDay ? sql`due_at < ${startOfDay(day, timeZone, 1)}` : sql`due_at <= ${moment}`;
  return sql`CASE WHEN due_has_time THEN ${last} ELSE due_at <= ${utcDay(day)} END`;
}

function bounds(text: string, timeZone: string) {
  const due = parseDue(text);
  const moment = due?.dueAt ?? new Date(Number.NaN);
  const isDay = !due?.dueHasTime;
  return { moment, isDay, day: isDay ? text : today(moment, timeZone) };
}

function utcDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
