import { z } from "zod";
import { CHOSEN_PARTS } from "#app/accounts/preferences/time-preferences";
import { assistantLanguages } from "#app/i18n/conversation";
import { DEFAULT_NUMERALS, numeralSystems } from "#app/i18n/numerals";
import { timeZoneInput } from "#app/platform/time-zone";
import { preferencesInput } from "#app/reminders/preferences/preferences";
import { filterFields, filterName } from "#app/tasks/filters/filter-fields";
import { FILTERS_MAX } from "#app/tasks/filters/saved-filter";
import { colourInput, GROUPS_MAX, type GroupKind, groupName } from "#app/tasks/groups/group";
import { taskFields } from "#app/tasks/task/task-input";

/** Maximum size of an import file, in bytes: of a full list with its history, and of attachments. */
export const ARCHIVE_MAX = 128 * 1024 * 1024;
/** How deep its JSON may be nested: tool calls of a conversation hold values of any kind. */
export const ARCHIVE_DEPTH = 64;
/** Maximum bytes of attachments in an export, newest first, so that it stays importable. */
export const ATTACHMENT_BYTES_MAX = 20 * 1024 * 1024;
/** Marks a file as our export. */
export const ARCHIVE_FORMAT = "karlo-account";
/** Version of the file format. */
export const ARCHIVE_VERSION = 1;

/** Most items of a list, such as changes. */
export const ITEMS_MAX = 500_000;
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(ITEMS_MAX);
const number = z.int("a number from 1").min(1).max(1_000_000_000);
const count = z.int("a number from 0").min(0).max(1_000_000_000);
const timestamp = z.iso
  .datetime({ error: "an RFC 3339 moment in UTC" })
  .refine((value) => value >= "1970", "a moment since 1970");
const text = (max: number) => z.string(`a text of at most ${max} characters`).max(max);
const json = z.record(z.string(), z.json()).nullable();

/** A task of an account. */
const accountTask = z.strictObject({
  id: number,
  ...taskFields(),
  // Absent in exports from before tasks had them.
  duration_minutes: taskFields().duration_minutes.default(null),
  recurrence_from: taskFields().recurrence_from.default("due"),
  recurrence_except: taskFields().recurrence_except.default([]),
  time_zone: taskFields().time_zone.default(null),
  // Absent in exports from before there were reminders.
  reminders: taskFields().reminders.default(null),
  // Absent in exports from before tasks had steps and labels.
  labels: taskFields().labels.default([]),
  parent_id: taskFields().parent_id.default(null),
  position: taskFields().position.default(null),
  previous_id: number.nullable(),
  completed_at: timestamp.nullable(),
  deleted_at: timestamp.nullable(),
  created_at: timestamp,
  updated_at: timestamp,
  version: number,
});

/** A change of a task. */
const accountChange = z.strictObject({
  task_id: number,
  actor: z.enum(["person", "assistant", "api", "mcp"]),
  action: text(50),
  before: json,
  after: json,
  created_at: timestamp,
});

/** Members of message parts that pages rely on; additional members are kept. */
const partSchemas = {
  text: z.looseObject({ text: z.string() }),
  handoff: z.looseObject({ to: z.string() }),
  tool_call: z.looseObject({
    id: z.string(),
    name: z.string(),
    arguments: z.record(z.string(), z.json()),
    result: json,
    status: z.enum(["running", "completed", "failed", "rejected"]),
  }),
  approval: z.looseObject({
    approvals: z.array(
      z.looseObject({
        id: z.string(),
        tool: z.string(),
        arguments: z.record(z.string(), z.json()),
        before: z.array(z.looseObject({ id: count, title: z.string() })),
        after: z.array(z.looseObject({ id: count, title: z.string() })),
      }),
    ),
  }),
  attachment: z.looseObject({
    id: z.uuid("an id of a file"),
    name: z.string(),
    media_type: z.string(),
    size: count,
  }),
  error: z.looseObject({ code: z.string(), detail: z.string() }),
};

const part = z.looseObject({ type: z.string() }).superRefine((value, context) => {
  const schema = partSchemas[value.type as keyof typeof partSchemas];
  const parsed = schema?.safeParse(value);
  for (const { path, message } of parsed?.error?.issues ?? []) {
    context.addIssue({ code: "custom", path, message });
  }
});

/** A file, with the ids of the tasks that it is on. */
const accountAttachment = z.strictObject({
  // Absent in exports from before messages had attachments.
  id: z.uuid("an id of a file").optional(),
  name: text(1_000),
  media_type: text(200),
  /** Null when it did not fit into the export. */
  content: z.base64("base64").nullable(),
  created_at: timestamp,
  // Absent in exports from before tasks had files.
  task_ids: list(number).default([]),
});

/** Its place among others; null: behind them, by name. */
const place = z.int().min(0).max(1_000_000).nullable();
const groups = (kind: GroupKind) =>
  z
    .array(
      z.strictObject({ name: groupName(kind), color: colourInput, archived: z.boolean(), place }),
    )
    .max(GROUPS_MAX)
    .default([]);
const filters = z
  .array(z.strictObject({ name: filterName, ...filterFields, place }))
  .max(FILTERS_MAX)
  .default([]);

/** A conversation with its messages and attachments. */
const accountConversation = z.strictObject({
  id: number,
  title: text(1_000),
  created_at: timestamp,
  updated_at: timestamp,
  messages: list(
    z.strictObject({
      role: z.enum(["user", "assistant"]),
      parts: list(part),
      created_at: timestamp,
      /** Set when the message, or one before it, was edited and sent again. */
      superseded_at: timestamp.optional(),
    }),
  ),
  attachments: list(accountAttachment),
});

/** What an export holds beside its lists. Validation messages name what is expected. */
export const accountHead = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT, `"${ARCHIVE_FORMAT}"`),
  version: z.literal(ARCHIVE_VERSION, `${ARCHIVE_VERSION}`),
  exported_at: timestamp,
  account: z.strictObject({
    name: text(200),
    email: text(320),
    created_at: timestamp,
    time_zone: timeZoneInput,
    locale: z.enum(["en", "ur"]),
    theme: z.enum(["light", "dark", "system"]),
    // Absent in exports from before there was a choice.
    numerals: z.enum(numeralSystems).default(DEFAULT_NUMERALS),
    assistant_language: z.enum(assistantLanguages).default("auto"),
    // Absent in exports from before they could be chosen.
    time_zone_chosen: z.boolean().default(false),
    first_weekday: z.int().min(1).max(7).nullable().default(null),
    clock_hours: z
      .union([z.literal(12), z.literal(24)])
      .nullable()
      .default(null),
    day_parts: z.partialRecord(z.enum(CHOSEN_PARTS), z.int().min(0).max(1_439)).default({}),
    // Absent in exports from before there were reminders, and nothing of them changes then.
    reminders: preferencesInput.optional(),
    // Absent in exports from before they were in them.
    lists: groups("list"),
    labels: groups("label"),
    filters,
    last_task_id: count,
    last_conversation_id: count,
  }),
});

/** The lists of an export, by their names. */
export const accountLists = {
  tasks: accountTask,
  history: accountChange,
  conversations: accountConversation,
  /** The files of tasks that no conversation has. */
  files: accountAttachment,
};

/** A valid export. */
export type AccountFile = z.output<typeof accountHead> & {
  tasks: z.output<typeof accountTask>[];
  history: z.output<typeof accountChange>[];
  conversations: z.output<typeof accountConversation>[];
  files: z.output<typeof accountAttachment>[];
};
