import { z } from "zod";
import { chosenParts } from "#app/accounts/preferences/time-preferences";
import type { AssistantLanguage } from "#app/i18n/conversation";
import { DEFAULT_NUMERALS, isNumerals } from "#app/i18n/numerals";
import type { Db } from "#app/platform/database/database";
import { readReminderPreferences } from "#app/reminders/preferences/preferences.server";
import { listFilters } from "#app/tasks/filters/list-filters.server";
import type { Colour, GroupKind } from "#app/tasks/groups/group";
import { readStoredRule } from "#app/tasks/task/recurrence";
import { fromRow } from "#app/tasks/task/task-row";
import { toWire } from "#app/tasks/task/wire-task";
import {
  type AccountFile,
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  ATTACHMENT_BYTES_MAX,
  type accountHead,
} from "./account-file";

type History = AccountFile["history"];
type Conversation = AccountFile["conversations"][number];
type Files = AccountFile["files"];

/** Rows that are read and written at a time: some milliseconds of work. */
const PAGE_ROWS = 250;

/** Snapshots are JSON already; only their kind is checked, as an account may have very many. */
const snapshot = z.custom<History[number]["before"]>(
  (value) => typeof value === "object" && !Array.isArray(value),
);
const messageParts = z.array(z.looseObject({ type: z.string() }));

/**
 * Exports all data of a user except password, sessions and tokens: tasks with trash, history and
 * files, lists, labels and filters, conversations with messages and attachments, preferences, those of
 * reminders too. When the attachments exceed
 * {@link ATTACHMENT_BYTES_MAX}, the oldest are listed without content.
 *
 * The text comes in pieces, each read when the one before was taken: no connection is held in
 * between, and no more than a page is in memory. What is changed meanwhile may be in it before or
 * after its change; what is added is not in it.
 *
 * @returns the JSON of an {@link AccountFile}
 */
export async function* exportAccount(
  db: Db,
  userId: string,
  now = new Date(),
): AsyncGenerator<string> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const account: z.input<typeof accountHead>["account"] = {
    name: user.name,
    email: user.email,
    created_at: user.createdAt.toISOString(),
    time_zone: user.timeZone,
    locale: user.locale === "ur" ? "ur" : "en",
    theme: user.theme === "light" || user.theme === "dark" ? user.theme : "system",
    numerals: isNumerals(user.numerals) ? user.numerals : DEFAULT_NUMERALS,
    assistant_language: user.assistantLanguage as AssistantLanguage,
    time_zone_chosen: user.timeZoneChosen,
    first_weekday: user.firstWeekday,
    clock_hours: user.clockHours === 12 || user.clockHours === 24 ? user.clockHours : null,
    day_parts: chosenParts(user.dayParts),
    reminders: await readReminderPreferences(db, userId),
    ...(await exportNames(db, userId)),
    last_task_id: user.lastTaskNumber,
    last_conversation_id: user.lastConversationNumber,
  };
  const head = { format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, exported_at: now.toISOString() };
  yield `${JSON.stringify({ ...head, account }).slice(0, -1)},\n"tasks": [`;
  yield* joined(exportTasks(db, userId, user.lastTaskNumber));
  yield `],\n"history": [`;
  yield* joined(exportHistory(db, userId));
  yield `],\n"conversations": [`;
  const fitting = await fittingAttachments(db, userId);
  yield* exportConversations(db, userId, user.lastConversationNumber, fitting);
  yield `],\n"files": [`;
  yield* joined(exportFiles(db, userId, null, fitting));
  yield "]}\n";
}

/** What is kept of lists and labels beside their names, and the saved filters. */
async function exportNames(db: Db, userId: string) {
  const [groups, filters] = await Promise.all([
    db.taskGroup.findMany({ where: { userId }, orderBy: [{ place: "asc" }, { name: "asc" }] }),
    listFilters(db, userId),
  ]);
  const named = (kind: GroupKind) =>
    groups
      .filter((group) => group.kind === kind)
      .map(({ name, colour, archivedAt, place }) => ({
        name,
        color: colour as Colour | null,
        archived: archivedAt !== null,
        place,
      }));
  return {
    lists: named("list"),
    labels: named("label"),
    filters: filters.map(({ name, view, place }) => ({ name, ...view, place })),
  };
}

/** The items of pages as the inside of a JSON array, a piece for each page. */
async function* joined(pages: AsyncGenerator<object[]>): AsyncGenerator<string> {
  let separator = "\n";
  for await (const items of pages) {
    if (items.length === 0) continue;
    yield separator + items.map((item) => JSON.stringify(item)).join(",\n");
    separator = ",\n";
  }
}

async function* exportTasks(
  db: Db,
  userId: string,
  lastNumber: number,
): AsyncGenerator<AccountFile["tasks"]> {
  let last = 0;
  for (;;) {
    const rows = await db.task.findMany({
      where: { userId, number: { gt: last, lte: lastNumber } },
      orderBy: { number: "asc" },
      take: PAGE_ROWS,
    });
    yield rows.map((row) => {
      const { completed: _, ...task } = toWire(fromRow(row));
      return {
        ...task,
        recurrence: readStoredRule(task.recurrence),
        previous_id: row.previousNumber,
        deleted_at: row.deletedAt?.toISOString() ?? null,
      };
    });
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1)?.number ?? lastNumber;
  }
}

/** In the order of the tasks and of their changes, which an index has. */
async function* exportHistory(db: Db, userId: string): AsyncGenerator<History> {
  const newest = await db.taskChange.findFirst({
    where: { userId },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (!newest) return;
  let [task, change] = [0, 0n];
  for (;;) {
    const rows = await db.taskChange.findMany({
      where: {
        userId,
        id: { lte: newest.id },
        OR: [{ taskNumber: task, id: { gt: change } }, { taskNumber: { gt: task } }],
      },
      orderBy: [{ taskNumber: "asc" }, { id: "asc" }],
      take: PAGE_ROWS,
    });
    yield rows.map(({ taskNumber, actor, action, before, after, createdAt }) => ({
      task_id: taskNumber,
      actor: actor as History[number]["actor"],
      action,
      before: snapshot.parse(before),
      after: snapshot.parse(after),
      created_at: createdAt.toISOString(),
    }));
    const last = rows.at(-1);
    if (rows.length < PAGE_ROWS || !last) return;
    [task, change] = [last.taskNumber, last.id];
  }
}

async function* exportConversations(
  db: Db,
  userId: string,
  lastNumber: number,
  fitting: Set<string>,
): AsyncGenerator<string> {
  let separator = "\n";
  let last = 0;
  for (;;) {
    const row = await db.conversation.findFirst({
      where: { userId, number: { gt: last, lte: lastNumber } },
      orderBy: { number: "asc" },
    });
    if (!row) return;
    last = row.number;
    const head = {
      id: row.number,
      title: row.title,
      created_at: row.createdAt.toISOString(),
      updated_at: row.updatedAt.toISOString(),
    };
    yield `${separator}${JSON.stringify(head).slice(0, -1)},"messages":[`;
    yield* joined(exportMessages(db, userId, row.number));
    yield '],"attachments":[';
    yield* joined(exportFiles(db, userId, row.number, fitting));
    yield "]}";
    separator = ",\n";
  }
}

async function* exportMessages(
  db: Db,
  userId: string,
  conversationNumber: number,
): AsyncGenerator<Conversation["messages"]> {
  let last = 0n;
  for (;;) {
    const rows = await db.message.findMany({
      where: { userId, conversationNumber, id: { gt: last } },
      orderBy: { id: "asc" },
      take: PAGE_ROWS,
    });
    yield rows.map(({ role, parts, createdAt, supersededAt }) => ({
      role: role === "user" ? "user" : "assistant",
      parts: messageParts.parse(parts),
      created_at: createdAt.toISOString(),
      ...(supersededAt && { superseded_at: supersededAt.toISOString() }),
    }));
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/**
 * The files of a conversation; without one, those that only tasks have. One by one: a file may have some
 * megabytes.
 */
async function* exportFiles(
  db: Db,
  userId: string,
  conversationNumber: number | null,
  fitting: Set<string>,
): AsyncGenerator<Files> {
  const rows = await db.attachment.findMany({
    where: {
      userId,
      conversationNumber,
      ...(conversationNumber === null && { tasks: { some: {} } }),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    omit: { content: true },
    include: { tasks: { select: { taskNumber: true }, orderBy: { taskNumber: "asc" } } },
  });
  for (const { id, name, mediaType, createdAt, tasks } of rows) {
    const stored = fitting.has(id)
      ? await db.attachment.findFirst({ where: { userId, id }, select: { content: true } })
      : null;
    const content = stored && Buffer.from(stored.content).toString("base64");
    const task_ids = tasks.map(({ taskNumber }) => taskNumber);
    const created_at = createdAt.toISOString();
    yield [{ id, name, media_type: mediaType, content, created_at, task_ids }];
  }
}

/** The ids of the newest attachments that fit. */
async function fittingAttachments(db: Db, userId: string): Promise<Set<string>> {
  const files = await db.attachment.findMany({
    where: { userId, OR: [{ conversationNumber: { not: null } }, { tasks: { some: {} } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, size: true },
  });
  let left = ATTACHMENT_BYTES_MAX;
  const fitting = files.filter(({ size }) => {
    left -= size;
    return left >= 0;
  });
  return new Set(fitting.map(({ id }) => id));
}
