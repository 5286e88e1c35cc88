import { z } from "zod";
import { assistantLanguages } from "#app/i18n/conversation";
import { DEFAULT_NUMERALS, numeralSystems } from "#app/i18n/numerals";
import { timeZoneInput } from "#app/platform/time-zone";
import { taskFields } from "#app/tasks/task-input";

/** Largest file that is read back, in bytes. */
export const ARCHIVE_MAX = 32 * 1024 * 1024;
/** So many bytes of attachments an export holds, so that it can be read back; the newest ones. */
export const ATTACHED_MAX = 20 * 1024 * 1024;
export const ARCHIVE_FORMAT = "karlo-account";
export const ARCHIVE_VERSION = 1;

const ITEMS_MAX = 200_000;
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(ITEMS_MAX);
const number = z.int("a number from 1").min(1).max(1_000_000_000);
const count = z.int("a number from 0").min(0).max(1_000_000_000);
const moment = z.iso
  .datetime({ error: "an RFC 3339 moment in UTC" })
  .refine((value) => value >= "1970", "a moment since 1970");
const text = (max: number) => z.string(`a text of at most ${max} characters`).max(max);
const json = z.record(z.string(), z.json()).nullable();

const task = z.strictObject({
  id: number,
  ...taskFields(),
  previous_id: number.nullable(),
  completed_at: moment.nullable(),
  deleted_at: moment.nullable(),
  created_at: moment,
  updated_at: moment,
  version: number,
});

const change = z.strictObject({
  task_id: number,
  actor: z.enum(["person", "assistant", "api", "mcp"]),
  action: text(50),
  before: json,
  after: json,
  created_at: moment,
});

/** What the pages rely on in the parts they know; members beyond that are kept as they are. */
const known = {
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
  const schema = known[value.type as keyof typeof known];
  const parsed = schema?.safeParse(value);
  for (const { path, message } of parsed?.error?.issues ?? []) {
    context.addIssue({ code: "custom", path, message });
  }
});

const conversation = z.strictObject({
  id: number,
  title: text(1_000),
  created_at: moment,
  updated_at: moment,
  messages: list(
    z.strictObject({
      role: z.enum(["user", "assistant"]),
      parts: list(part),
      created_at: moment,
      /** Written anew since, or said after a message that was. */
      superseded_at: moment.optional(),
    }),
  ),
  attachments: list(
    z.strictObject({
      // Files from before messages carried any do not say it.
      id: z.uuid("an id of a file").optional(),
      name: text(1_000),
      media_type: text(200),
      /** Null where there was no room for it in one file. */
      content: z.base64("base64").nullable(),
      created_at: moment,
    }),
  ),
});

/** Everything of a person, as one file holds it. */
export const accountFile = z
  .strictObject({
    format: z.literal(ARCHIVE_FORMAT, `"${ARCHIVE_FORMAT}"`),
    version: z.literal(ARCHIVE_VERSION, `${ARCHIVE_VERSION}`),
    exported_at: moment,
    account: z.strictObject({
      name: text(200),
      email: text(320),
      created_at: moment,
      time_zone: timeZoneInput,
      locale: z.enum(["en", "ur"]),
      theme: z.enum(["light", "dark", "system"]),
      // Files from before there was a choice do not say it.
      numerals: z.enum(numeralSystems).default(DEFAULT_NUMERALS),
      assistant_language: z.enum(assistantLanguages).default("auto"),
      last_task_id: count,
      last_conversation_id: count,
    }),
    tasks: list(task),
    history: list(change),
    conversations: list(conversation),
  })
  .superRefine(({ tasks, conversations }, context) => {
    for (const [name, rows] of Object.entries({ tasks, conversations })) {
      const ids = new Set<number>();
      rows.forEach(({ id }, index) => {
        if (ids.has(id)) {
          const message = "an id that no other has";
          context.addIssue({ code: "custom", path: [name, index, "id"], message });
        }
        ids.add(id);
      });
    }
    const previous = new Set<number>();
    tasks.forEach(({ previous_id }, index) => {
      if (previous_id === null) return;
      if (previous.has(previous_id)) {
        const message = "an occurrence that has no other successor";
        context.addIssue({ code: "custom", path: ["tasks", index, "previous_id"], message });
      }
      previous.add(previous_id);
    });
  });

export type AccountFile = z.output<typeof accountFile>;
