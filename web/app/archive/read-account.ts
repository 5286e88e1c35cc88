import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Attachment } from "#app/attachments/attachment";
import { sanitizeFileName } from "#app/attachments/attachment-name";
import { detectMediaType } from "#app/attachments/attachment-type.server";
import { AppError, isAppError } from "#app/platform/errors";
import { expectedOf } from "#app/platform/expected";
import { readJsonMembers } from "#app/platform/json-members";
import { NO_DUE, toColumns } from "#app/tasks/task/task-columns";
import { fromWire } from "#app/tasks/task/task-input";
import {
  type AccountFile,
  ARCHIVE_DEPTH,
  accountHead,
  accountLists,
  ITEMS_MAX,
} from "./account-file";

/** Characters of a batch, which is one statement. */
const BATCH_CHARACTERS = 256 * 1024;

/** Rows of a table as JSON of an array, with numbers of the file; see `importAccount`. */
export interface RowBatch {
  table: "task" | "change" | "conversation" | "message";
  json: string;
}

/** An attachment of a conversation or of tasks, decoded. */
export interface AttachmentRow {
  id: string;
  conversation: number | null;
  tasks: number[];
  name: string;
  mediaType: Attachment["mediaType"];
  content: Uint8Array<ArrayBuffer>;
  createdAt: string;
}

/** What the reader of an account reports on its way. */
export type AccountReport = { batch: RowBatch } | { attachment: AttachmentRow } | { tasks: number };

/** What an account file says of itself, once all of it was read. */
export interface AccountSummary {
  account: AccountFile["account"];
  tasks: number;
  conversations: number;
  /** The highest numbers of the file. */
  lastTask: number;
  lastConversation: number;
}

type Conversation = AccountFile["conversations"][number];
type Part = Conversation["messages"][number]["parts"][number];

/**
 * Reads and validates the file of an account, item by item, and reports its rows in batches. Runs in
 * a worker thread: the file may have been edited by anybody.
 *
 * @throws AppError `archive_invalid` (422) with the place of the first fault, `file_bound` (422)
 */
export async function readAccount(
  bytes: Uint8Array,
  report: (value: AccountReport) => void,
): Promise<AccountSummary> {
  // PostgreSQL stores no NUL, neither in text nor in JSON.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("\\u0000"))
    throw new AppError("archive_invalid", 422);
  const reader = new AccountReader(report);
  try {
    const lists = Object.keys(accountLists);
    for (const { name, index, value } of readJsonMembers(bytes, lists, ARCHIVE_DEPTH)) {
      if (index === null) reader.head[name] = value;
      else await reader.take(name as keyof typeof accountLists, index, value);
    }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw new AppError("archive_invalid", 422, { cause: error });
    throw error;
  }
  return reader.finish();
}

class AccountReader {
  /** The members of the file that are no lists. */
  readonly head: Record<string, unknown> = {};
  private readonly open = new Map<RowBatch["table"], string[]>();
  private readonly sizes = new Map<RowBatch["table"], number>();
  private readonly ids = { tasks: new Set<number>(), conversations: new Set<number>() };
  private readonly previous = new Set<number>();
  private readonly withFiles = new Map<number, string>();
  private readonly parents = new Map<number, { parent: number; at: string }>();

  constructor(private readonly report: (value: AccountReport) => void) {}

  async take(name: keyof typeof accountLists, index: number, value: unknown): Promise<void> {
    const at = `${name}.${index}`;
    if (index >= ITEMS_MAX)
      throw new AppError("file_bound", 422, { values: { bound: "items", max: ITEMS_MAX } });
    if (name === "tasks") this.takeTask(parse(accountLists.tasks, value, at), at);
    else if (name === "history") this.takeChange(parse(accountLists.history, value, at));
    else if (name === "files")
      await this.takeAttachments(null, [parse(accountLists.files, value, at)], at);
    else await this.takeConversation(parse(accountLists.conversations, value, at), at);
  }

  finish(): AccountSummary {
    for (const [id, { parent, at }] of this.parents)
      if (parent === id || !this.ids.tasks.has(parent) || this.parents.has(parent))
        throw invalid(`${at}.parent_id`, "the id of another task of the file that is no step");
    for (const [id, at] of this.withFiles)
      if (!this.ids.tasks.has(id)) throw invalid(`${at}.task_ids`, "ids of tasks of the file");
    // An import without its lists is no export.
    const { account } = parse(accountHead, this.head, "");
    for (const table of this.open.keys()) this.flush(table);
    const { tasks, conversations } = this.ids;
    return {
      account,
      tasks: tasks.size,
      conversations: conversations.size,
      lastTask: highest(account.last_task_id, tasks),
      lastConversation: highest(account.last_conversation_id, conversations),
    };
  }

  private takeTask(task: AccountFile["tasks"][number], at: string): void {
    takeOnce(this.ids.tasks, task.id, `${at}.id`, "an id that no other has");
    const { previous_id, parent_id: parent } = task;
    if (parent !== null) this.parents.set(task.id, { parent, at });
    if (previous_id !== null) {
      const expected = "an occurrence that has no other successor";
      takeOnce(this.previous, previous_id, `${at}.previous_id`, expected);
    }
    const columns = { ...NO_DUE, ...toColumns(fromWire(task)) };
    this.add("task", {
      ...task,
      priority: columns.priority,
      due_at: columns.dueAt,
      due_has_time: columns.dueHasTime,
    });
    if (this.ids.tasks.size % 1_000 === 0) this.report({ tasks: this.ids.tasks.size });
  }

  private takeChange(change: AccountFile["history"][number]): void {
    this.add("change", change);
  }

  private async takeConversation(conversation: Conversation, at: string): Promise<void> {
    const { id, title, created_at, updated_at, messages } = conversation;
    takeOnce(this.ids.conversations, id, `${at}.id`, "an id that no other has");
    this.add("conversation", { id, title, created_at, updated_at });
    const ids = await this.takeAttachments(id, conversation.attachments, `${at}.attachments`);
    for (const { parts, ...message } of messages) {
      const renamed = parts.map((part) => withNewId(part, ids));
      this.add("message", { conversation: id, ...message, parts: renamed });
    }
  }

  /**
   * Decodes attachments and gives their new ids by the old ones. Their types are detected from the
   * content: attachments are served again with their type.
   *
   * @param conversation the number of theirs; null for those that only tasks have
   * @param at the place of the list in the file; of the one attachment, for those of tasks
   */
  private async takeAttachments(
    conversation: number | null,
    attachments: AccountFile["files"],
    at: string,
  ) {
    const ids = new Map<string, string>();
    for (const [index, { id: old, name, content: encoded, ...rest }] of attachments.entries()) {
      const place = conversation === null ? at : `${at}.${index}`;
      const tasks = [...new Set(rest.task_ids)];
      for (const task of tasks) this.withFiles.set(task, place);
      if (encoded === null) continue;
      const content = new Uint8Array(Buffer.from(encoded, "base64"));
      const mediaType = await detectMediaType(content).catch((error: unknown) => {
        const reason = isAppError(error) ? String(error.values.expected ?? "less") : "";
        throw invalid(place, reason);
      });
      const id = randomUUID();
      if (old) ids.set(old, id);
      const { created_at: createdAt } = rest;
      const file = { name: sanitizeFileName(name, mediaType), mediaType, createdAt };
      this.report({ attachment: { id, conversation, tasks, content, ...file } });
    }
    return ids;
  }

  private add(table: RowBatch["table"], row: object): void {
    const json = JSON.stringify(row);
    const rows = this.open.get(table) ?? [];
    rows.push(json);
    this.open.set(table, rows);
    const size = (this.sizes.get(table) ?? 0) + json.length;
    this.sizes.set(table, size);
    if (size >= BATCH_CHARACTERS) this.flush(table);
  }

  private flush(table: RowBatch["table"]): void {
    const rows = this.open.get(table) ?? [];
    if (rows.length > 0) this.report({ batch: { table, json: `[${rows.join()}]` } });
    this.open.set(table, []);
    this.sizes.set(table, 0);
  }
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  at: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [at, ...(issue?.path ?? [])].filter((step) => step !== "").join(".");
  if (path === "") throw new AppError("archive_invalid", 422);
  throw invalid(path, issue ? expectedOf(issue) : "");
}

function takeOnce(taken: Set<number>, id: number, at: string, expected: string): void {
  if (taken.has(id)) throw invalid(at, expected);
  taken.add(id);
}

const invalid = (field: string, reason: string): AppError =>
  new AppError("archive_invalid", 422, {
    field,
    values: { at: field.slice(0, 200), reason: reason.slice(0, 200) },
  });

/** Maps the id in an attachment part; one without imported content gets an id that matches nothing. */
function withNewId(part: Part, ids: Map<string, string>): Part {
  if (part.type !== "attachment") return part;
  return { ...part, id: ids.get(String(part.id)) ?? randomUUID() };
}

function highest(last: number, ids: Set<number>): number {
  let most = last;
  for (const id of ids) most = Math.max(most, id);
  return most;
}
