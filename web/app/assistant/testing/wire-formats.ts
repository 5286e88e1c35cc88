import type { ProviderAnswer, ProviderRequest } from "./fake-provider";

/** How one provider writes its streams, and what it refuses. */
export interface WireFormat {
  /** The pieces of a whole answer: lines of Server-Sent Events. */
  write(answer: SpokenAnswer, model: string): string[];
  /** The body of a 400, when the provider would not take this request. */
  refuse(body: ProviderRequest["body"]): string | null;
  /** What the person said last, and how many tool results came since. */
  read(body: ProviderRequest["body"]): { said: string; step: number };
}

/** An answer that has content. */
export type SpokenAnswer = Extract<ProviderAnswer, { text?: string }>;

const event = (data: object | string): string =>
  `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;

const words = (text: string): string[] => text.split(/(?<= )/);

interface Delta {
  [name: string]: unknown;
}

/** https://platform.openai.com/docs/api-reference/chat-streaming */
const chat: WireFormat = {
  write(answer, model) {
    const chunk = chunkOf(model);
    const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
    return [
      ...deltasOf(answer).map((delta) => event(chunk(delta))),
      event(chunk({}, answer.finish ?? (answer.calls ? "tool_calls" : "stop"))),
      ...(answer.uncounted ? [] : [event({ ...chunk({}), choices: [], usage })]),
      event("[DONE]"),
    ];
  },
  refuse: () => null,
  read({ messages = [] }) {
    const last = messages.findLastIndex(({ role }) => role === "user");
    const step = messages.slice(last).filter(({ role }) => role === "tool").length;
    return { said: textIn(messages[last]?.content), step };
  },
};

/** The first text of a message. */
function textIn(content: unknown): string {
  if (!Array.isArray(content)) return String(content);
  return content.find(({ text }) => typeof text === "string")?.text ?? "";
}

function chunkOf(model: string) {
  return (delta: Delta, finish_reason: string | null = null) => ({
    id: "chatcmpl-fake",
    object: "chat.completion.chunk",
    created: 1,
    model,
    choices: [{ index: 0, delta, finish_reason }],
  });
}

function deltasOf({ text = "", calls = [], refusal }: SpokenAnswer): Delta[] {
  return [
    ...words(text).flatMap((content) => (content ? [{ role: "assistant", content }] : [])),
    ...(refusal ? [{ role: "assistant", refusal }] : []),
    ...calls.flatMap(({ name, arguments: given }, index) => {
      const json = JSON.stringify(given);
      const half = Math.ceil(json.length / 2);
      const first = { name, arguments: json.slice(0, half) };
      const id = `call_${crypto.randomUUID()}`;
      return [
        { role: "assistant", tool_calls: [{ index, id, type: "function", function: first }] },
        { tool_calls: [{ index, function: { arguments: json.slice(half) } }] },
      ];
    }),
  ];
}

/**
 * Whole calls without an index, the first of them signed, `stop` after them, usage in every chunk;
 * a call of the newest turn without its signature is refused, with an error in a list.
 */
const gemini: WireFormat = {
  ...chat,
  write({ text, calls = [], refusal, finish }, model) {
    const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
    const chunk = (delta: Delta, end: string | null = null) =>
      event({ ...chunkOf(model)(delta, end), usage });
    const filtered = finish === "content_filter" || refusal !== undefined;
    return [
      ...words(text ?? "").flatMap((content) => (content ? [chunk({ content })] : [])),
      ...calls.map(({ name, arguments: given }, index) =>
        chunk({
          tool_calls: [
            {
              id: index === 0 ? "" : `function-call-${crypto.randomUUID()}`,
              type: "function",
              function: { name, arguments: JSON.stringify(given) },
              ...(index === 0 && { extra_content: { google: { thought_signature: "signed==" } } }),
            },
          ],
        }),
      ),
      chunk({}, filtered ? "content_filter: SAFETY" : "stop"),
      event("[DONE]"),
    ];
  },
  refuse({ messages = [], tools = [] }) {
    const schemas = JSON.stringify(tools.map(({ function: { parameters } }) => parameters ?? null));
    const unknown = /"\$schema"|"additionalProperties"|"type":\[|"properties":\{\}/.test(schemas);
    const unsigned = messages.some(({ tool_calls }) => tool_calls && !signatureOf(tool_calls[0]));
    const message = unsigned
      ? "Function call is missing a thought_signature in functionCall parts."
      : "Invalid JSON payload received. Unknown name";
    const error = { code: 400, message, status: "INVALID_ARGUMENT" };
    return unknown || unsigned ? JSON.stringify([{ error }]) : null;
  },
};

/** The signature that came back with a tool call. */
export function signatureOf(call: unknown): string | undefined {
  const { extra_content: extra } = call as {
    extra_content?: { google?: { thought_signature?: string } };
  };
  return extra?.google?.thought_signature;
}

/** Thinks before it answers, and wants to hear its thoughts again with every tool call. */
const mimo: WireFormat = {
  ...chat,
  write(answer, model) {
    const think = (reasoning_content: string) => event(chunkOf(model)({ reasoning_content }));
    return [think("They want "), think("something."), ...chat.write(answer, model)];
  },
  refuse({ messages = [] }) {
    const calling = messages.filter(({ tool_calls }) => tool_calls);
    const refuse = (param: string) =>
      JSON.stringify({ error: { code: "400", message: "Param Incorrect", param, type: "" } });
    if (calling.some(({ content }) => !content)) return refuse("`text` is not set");
    if (calling.some(({ reasoning_content }) => !reasoning_content)) {
      return refuse("The reasoning_content in the thinking mode must be passed back to the API.");
    }
    return null;
  },
};

/** https://platform.claude.com/docs/en/api/openai-sdk: refuses texts that are empty. */
const anthropic: WireFormat = {
  ...chat,
  refuse({ messages = [] }) {
    const message = "messages: text content blocks must be non-empty";
    const error = { type: "invalid_request_error", message };
    const empty = messages.some(({ content }) => content === "");
    return empty ? JSON.stringify({ error }) : null;
  },
};

/** https://platform.openai.com/docs/api-reference/responses-streaming */
const responses: WireFormat = {
  write({ text, calls = [], refusal, finish }, model) {
    let sequence_number = 0;
    const say = (type: string, data: object) => {
      sequence_number += 1;
      return `event: ${type}\n${event({ type, sequence_number, ...data })}`;
    };
    const id = `msg_${crypto.randomUUID()}`;
    const content = refusal
      ? [{ type: "refusal", refusal }]
      : [{ type: "output_text", text: text ?? "", annotations: [] }];
    const message = { id, type: "message", role: "assistant", status: "completed", content };
    const output = [
      { id: "rs_1", type: "reasoning", summary: [], encrypted_content: "sealed" },
      ...(text || refusal ? [message] : []),
      ...calls.map(({ name, arguments: given }) => ({
        id: `fc_${crypto.randomUUID()}`,
        type: "function_call",
        call_id: `call_${crypto.randomUUID()}`,
        name,
        arguments: JSON.stringify(given),
        status: "completed",
      })),
    ];
    const usage = {
      input_tokens: 100,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 10,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 110,
    };
    const response = { id: "resp_fake", object: "response", created_at: 1, model, output: [] };
    const incomplete_details = finish ? { reason: finish } : null;
    const status = finish ? "incomplete" : "completed";
    const item = { item_id: id, output_index: 1, content_index: 0 };
    return [
      say("response.created", { response: { ...response, status: "in_progress" } }),
      ...words(text ?? "").flatMap((delta) =>
        delta ? [say("response.output_text.delta", { ...item, delta, logprobs: [] })] : [],
      ),
      ...output.map((done, output_index) =>
        say("response.output_item.done", { output_index, item: done }),
      ),
      say(`response.${status}`, {
        response: { ...response, status, output, usage, incomplete_details },
      }),
    ];
  },
  refuse: () => null,
  read({ input = [] }) {
    const last = input.findLastIndex(({ role }) => role === "user");
    const step = input.slice(last).filter(({ type }) => type === "function_call_output").length;
    return { said: textIn(input[last]?.content), step };
  },
};

export const wireFormats = { chat, gemini, mimo, anthropic, responses };
