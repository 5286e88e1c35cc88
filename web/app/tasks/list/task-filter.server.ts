import { Prisma } from "#app/platform/generated/client";
import { parseDue, startOfDay, today } from "#app/tasks/task/due-date";
import { toStoredPriority } from "#app/tasks/task/task-columns";
import { type Sound, searchForms, soundOf } from "./search-forms";
import type { TaskQuery } from "./task-query";

const { sql } = Prisma;

/**
 * The SQL condition for a person's tasks that match a query. A day is stored as its midnight in UTC,
 * an instant as itself, so that every comparison with "today" has two branches.
 *
 * @param timeZone the person's IANA zone
 */
export function taskFilter(userId: string, query: TaskQuery, timeZone: string): Prisma.Sql {
  const conditions = [sql`user_id = ${userId}`, sql`deleted_at IS NULL`];
  if (query.status === "open") conditions.push(sql`completed_at IS NULL`);
  if (query.status === "completed") conditions.push(sql`completed_at IS NOT NULL`);
  if (query.priority) conditions.push(sql`priority = ${toStoredPriority(query.priority)}`);
  if (query.label) conditions.push(hasLabel(query.label));
  if (query.parentId === "none") conditions.push(sql`parent_number IS NULL`);
  else if (query.parentId) conditions.push(sql`parent_number = ${query.parentId}::integer`);
  if (query.category?.length) conditions.push(inCategory([query.category].flat()));
  if (query.completedFrom || query.completedTo)
    conditions.push(...completedWithin(query, timeZone));
  const words = searched(query.search);
  if (query.searchAsDue && words.length > 0) {
    const due = [...searched(query.searchAsDue.search), ...dueWithin(query.searchAsDue, timeZone)];
    conditions.push(sql`((${all(words)}) OR (${all(due)}))`);
  } else {
    conditions.push(...words);
  }
  return all([...conditions, ...dueWithin(query, timeZone)]);
}

const all = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join(conditions, " AND ") : sql`true`;

/** Each word is found in one of its forms, or is a label with its sign. */
function searched(search = ""): Prisma.Sql[] {
  const words = search.split(/\s+/).filter(Boolean);
  const labels = words.filter((word) => LABEL.test(word));
  const rest = labels.length > 0 ? words.filter((word) => !LABEL.test(word)).join(" ") : search;
  return [...labels.map((word) => hasLabel(word.slice(1))), ...searchForms(rest).map(findsOne)];
}

/** A label, as quick add takes it. */
const LABEL = /^@[\p{L}\p{N}]/u;

/** SQL: a task has a label, however it is written. */
const hasLabel = (name: string): Prisma.Sql =>
  sql`lower(${name}) IN (SELECT lower(label) FROM unnest(labels) AS label)`;

const inCategory = (names: string[]): Prisma.Sql =>
  sql`lower(category) IN (${Prisma.join(names.map((name) => sql`lower(${name})`))})`;

/** What a query demands of the moment of completion. */
function completedWithin({ completedFrom, completedTo }: TaskQuery, timeZone: string) {
  const conditions: Prisma.Sql[] = [];
  if (completedFrom) {
    const { moment, day, isDay } = bounds(completedFrom, timeZone);
    conditions.push(sql`completed_at >= ${isDay ? startOfDay(day, timeZone) : moment}`);
  }
  if (completedTo) {
    const { moment, day, isDay } = bounds(completedTo, timeZone);
    const last = isDay ? sql`< ${startOfDay(day, timeZone, 1)}` : sql`<= ${moment}`;
    conditions.push(sql`completed_at ${last}`);
  }
  return conditions;
}

/** What a query demands of due dates. */
function dueWithin(query: TaskQuery, timeZone: string): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (query.undated !== undefined)
    conditions.push(query.undated ? sql`due_at IS NULL` : sql`due_at IS NOT NULL`);
  if (query.dueFrom) conditions.push(dueFrom(query.dueFrom, timeZone));
  if (query.dueTo) conditions.push(isDueUntil(query.dueTo, timeZone));
  if (query.overdue !== undefined) {
    const overdue = sql`(completed_at IS NULL AND due_at IS NOT NULL AND ${isPast(new Date(), timeZone)})`;
    conditions.push(query.overdue ? overdue : sql`NOT ${overdue}`);
  }
  return conditions;
}

/** SQL: a text has one of the forms of a word; the first is the word as it was written. */
function findsOne(forms: string[][]): Prisma.Sql {
  const found = forms.map((words) => sql`(${Prisma.join(words.map(finds), " AND ")})`);
  const sound = soundOf(forms[0]?.[0] ?? "");
  if (sound !== null) found.push(soundsLike(sound));
  return sql`(${Prisma.join(found, " OR ")})`;
}

/**
 * SQL: a title, which is the first line of the text, sounds like a word in the other script. An index
 * has the consonants of its words, the pattern tells those apart that have the same.
 */
function soundsLike({ script, words, pattern }: Sound): Prisma.Sql {
  const keys = words.map((word) => sql`${script} || search_sound(${word})`);
  return sql`(title_sounds && ARRAY[${Prisma.join(keys)}]
    AND split_part(search_text, chr(10), 1) ~ ${pattern})`;
}

/** SQL: a text has a word, as it is or with a typo; the functions are defined in the migrations. */
const finds = (word: string): Prisma.Sql =>
  sql`(search_text LIKE search_pattern(${word}) OR search_vector @@ search_query(${word}))`;

/** SQL: the key of the indexes over due dates. */
const DUE_KEY = sql`COALESCE(due_at, 'infinity'::timestamptz)`;

/** SQL: the due date is past in `timeZone`, as an instant or as a whole day. */
export function isPast(now: Date, timeZone: string): Prisma.Sql {
  const day = utcDay(today(now, timeZone));
  return sql`(${DUE_KEY} < ${latest(now, day)}
    AND CASE WHEN due_has_time THEN due_at < ${now} ELSE due_at < ${day} END)`;
}

/** SQL: the due date is on `day` in `timeZone`. */
export function isOnDay(day: string, timeZone: string): Prisma.Sql {
  return sql`(${dueFrom(day, timeZone)} AND ${isDueUntil(day, timeZone)})`;
}

// Each has a bound that an index knows, and what it means exactly beside it.

function dueFrom(from: string, timeZone: string): Prisma.Sql {
  const { moment, day, isDay } = bounds(from, timeZone);
  const first = isDay ? startOfDay(day, timeZone) : moment;
  return sql`(${DUE_KEY} >= ${earliest(first, utcDay(day))}
    AND CASE WHEN due_has_time THEN due_at >= ${first} ELSE due_at >= ${utcDay(day)} END)`;
}

/** SQL: the due date is not after a day, or a moment, in `timeZone`. */
export function isDueUntil(to: string, timeZone: string): Prisma.Sql {
  const { moment, day, isDay } = bounds(to, timeZone);
  const end = isDay ? startOfDay(day, timeZone, 1) : moment;
  const last = isDay ? sql`due_at < ${end}` : sql`due_at <= ${moment}`;
  return sql`(${DUE_KEY} <= ${latest(end, utcDay(day))}
    AND CASE WHEN due_has_time THEN ${last} ELSE due_at <= ${utcDay(day)} END)`;
}

const earliest = (a: Date, b: Date): Date => (a < b ? a : b);
const latest = (a: Date, b: Date): Date => (a > b ? a : b);

function bounds(text: string, timeZone: string) {
  const due = parseDue(text);
  const moment = due?.dueAt ?? new Date(Number.NaN);
  const isDay = !due?.dueHasTime;
  return { moment, isDay, day: isDay ? text : today(moment, timeZone) };
}

function utcDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
