import { z } from "zod";
import { TITLE_MAX } from "#app/conversations/messages/message";
import { textInput } from "#app/platform/text-input";

/** Maximum page size of threads and items. */
const PAGE_MAX = 100;

const id = z.string("an id").min(1, "an id").max(100, "an id");
const thread_id = id;

const content = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.literal("input_text"), text: z.string("a text") }),
    z.object({ type: z.literal("input_tag"), text: z.string("a text") }),
  ],
  { error: "content of the type input_text or input_tag" },
);

const input = z
  .object({
    content: z.array(content, { error: "a list of content" }).max(100, "at most 100 parts"),
    attachments: z.array(id, { error: "a list of ids" }).max(10, "at most 10").default([]),
    quoted_text: z.string("a text").max(10_000, "at most 10,000 characters").nullish(),
  })
  .meta({ id: "ChatKitInput" });

/** A user message of a ChatKit client. */
export type UserInput = z.output<typeof input>;

const page = z.object({
  limit: z.int("a number").min(1, "1 or more").max(PAGE_MAX, `at most ${PAGE_MAX}`).nullish(),
  order: z.enum(["asc", "desc"], { error: "asc or desc" }).default("desc"),
  after: id.nullish(),
});

const action = z
  .object({
    type: z.string("the name of an action").max(100, "the name of an action"),
    payload: z
      .looseObject({
        run_id: z.uuid("the id of a run").optional(),
        says: z.string("a text").max(100, "a text").optional(),
      })
      .meta({ id: "ChatKitPayload" })
      .nullish(),
  })
  .meta({ id: "ChatKitAction" });
const customAction = z.object({ thread_id, item_id: id.nullish(), action });

/** The schema of an operation. Unknown members are ignored: clients send more. */
function request<Type extends string, Params extends z.ZodType>(type: Type, params: Params) {
  const name = type.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase());
  return z.object({ type: z.literal(type), params }).meta({ id: `ChatKit${name}` });
}

/**
 * The requests of the ChatKit protocol.
 * Source: https://github.com/openai/chatkit-python/blob/main/chatkit/types.py
 */
export const chatKitRequest = z
  .discriminatedUnion(
    "type",
    [
      request("threads.create", z.object({ input })),
      request("threads.add_user_message", z.object({ thread_id, input })),
      request("threads.retry_after_item", z.object({ thread_id, item_id: id })),
      request("threads.custom_action", customAction),
      request("threads.sync_custom_action", customAction),
      request("threads.add_client_tool_output", z.object({ thread_id, result: z.unknown() })),
      request("threads.add_structured_input", z.object({ thread_id, item_id: id })),
      request("threads.get_by_id", z.object({ thread_id })),
      request("threads.list", page),
      request("threads.update", z.object({ thread_id, title: textInput({ max: TITLE_MAX }) })),
      request("threads.delete", z.object({ thread_id })),
      request("items.list", page.extend({ thread_id })),
      request(
        "items.feedback",
        z.object({
          thread_id,
          item_ids: z.array(id, { error: "a list of ids" }).max(100, "at most 100"),
          kind: z.enum(["positive", "negative"], { error: "positive or negative" }),
        }),
      ),
      request("attachments.create", z.object({ name: id, size: z.int(), mime_type: id })),
      request("attachments.delete", z.object({ attachment_id: id })),
      request("input.transcribe", z.object({ audio_base64: z.string(), mime_type: id })),
    ],
    { error: "an operation of the ChatKit protocol" },
  )
  .meta({ id: "ChatKitRequest" });

/** A validated request. */
export type ChatKitRequest = z.output<typeof chatKitRequest>;

/** The parameters of an operation. */
export type Params<Type extends ChatKitRequest["type"]> = Extract<
  ChatKitRequest,
  { type: Type }
>["params"];
