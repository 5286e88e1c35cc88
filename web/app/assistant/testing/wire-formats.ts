import type { ProviderAnswer, ProviderRequest } from "./provider-messages";

/** How one provider streams its answers, and what it rejects. */
export interface WireFormat {
  /** The Server-Sent Events of an answer. */
  write(answer: ProviderAnswer, model: string): string[];
  /** An answer as one JSON document. */
  writeWhole(answer: ProviderAnswer, model: string): string;
  /** The body of a 400 response, if the provider rejects this request; else null. */
  reject(body: ProviderRequest["body"]): string | null;
  /** The text of the last user message, and the number of tool results since. */
  read(body: ProviderRequest["body"]): { userMessage: string; step: number };
}

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
      ...(answer.withoutUsage ? [] : [event({ ...chunk({}), choices: [], usage })]),
      event("[DONE]"),
    ];
  },
  writeWhole({ text = null, calls, finish }, model) {
    const tool_calls = calls?.map(
      ({ name, arguments: args, id = `call_${crypto.randomUUID()}` }) => ({
        id,
        type: "function",
        function: { name, arguments: jsonOf(args) },
      }),
    );
    const message = { role: "assistant", content: text, ...(tool_calls && { tool_calls }) };
    const finish_reason = finish ?? (calls ? "tool_calls" : "stop");
    const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
    const answer = { id: "chatcmpl-fake", object: "chat.completion", created: 1, model, usage };
    return JSON.stringify({ ...answer, choices: [{ index: 0, message, finish_reason }] });
  },
  reject: () => null,
  read({ messages = [] }) {
    const last = messages.findLastIndex(({ role }) => role === "user");
    const step = messages.slice(last).filter(({ role }) => role === "tool").length;
    return { userMessage: textIn(messages[last]?.content), step };
  },
};

const jsonOf = (args: Record<string, unknown> | string | null): string | null =>
  typeof args === "object" && args !== null ? JSON.stringify(args) : args;

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

function deltasOf({ text = "", calls = [], refusal, inParts }: ProviderAnswer): Delta[] {
  const contentOf = (word: string) => (inParts ? [{ type: "text", text: word }] : word);
  return [
    ...words(text).flatMap((word) =>
      word ? [{ role: "assistant", content: contentOf(word) }] : [],
    ),
    ...(refusal ? [{ role: "assistant", refusal }] : []),
    ...calls.flatMap(({ name, arguments: args, id = `call_${crypto.randomUUID()}` }, index) => {
      const json = jsonOf(args);
      const half = Math.ceil((json?.length ?? 0) / 2);
      const first = { name, arguments: json?.slice(0, half) ?? json };
      const start = {
        role: "assistant",
        tool_calls: [{ index, id, type: "function", function: first }],
      };
      if (!json) return [start];
      return [start, { tool_calls: [{ index, function: { arguments: json.slice(half) } }] }];
    }),
  ];
}

/**
 * Complete calls without an index, the first of them signed, then `stop`, with usage in every chunk.
 * Rejects a call of the newest turn without its signature, with an error in an array.
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
      ...calls.map(({ name, arguments: args }, index) =>
        chunk({
          tool_calls: [
            {
              id: index === 0 ? "" : `function-call-${crypto.randomUUID()}`,
              type: "function",
              function: { name, arguments: jsonOf(args) },
              ...(index === 0 && { extra_content: { google: { thought_signature: "signed==" } } }),
            },
          ],
        }),
      ),
      chunk({}, filtered ? "content_filter: SAFETY" : (finish ?? "stop")),
      event("[DONE]"),
    ];
  },
  reject({ messages = [], tools = [] }) {
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

/** The reasoning signature on a tool call of a request. */
export function signatureOf(call: unknown): string | undefined {
  const { extra_content: extra } = call as {
    extra_content?: { google?: { thought_signature?: string } };
  };
  return extra?.google?.thought_signature;
}

/** Streams reasoning before its answer, and requires it with every tool call. */
const mimo: WireFormat = {
  ...chat,
  write(answer, model) {
    const reason = (reasoning_content: string) => event(chunkOf(model)({ reasoning_content }));
    return [reason("They want "), reason("something."), ...chat.write(answer, model)];
  },
  reject({ messages = [] }) {
    const calling = messages.filter(({ tool_calls }) => tool_calls);
    const reject = (param: string) =>
      JSON.stringify({ error: { code: "400", message: "Param Incorrect", param, type: "" } });
    if (calling.some(({ content }) => !content)) return reject("`text` is not set");
    if (calling.some(({ reasoning_content }) => !reasoning_content)) {
      return reject("The reasoning_content in the thinking mode must be passed back to the API.");
    }
    return null;
  },
};

/** https://platform.claude.com/docs/en/api/openai-sdk: rejects empty texts. */
const anthropic: WireFormat = {
  ...chat,
  reject({ messages = [] }) {
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
    const typedEvent = (type: string, data: object) => {
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
      ...calls.map(({ name, arguments: args, id: callId = `call_${crypto.randomUUID()}` }) => ({
        id: `fc_${crypto.randomUUID()}`,
        type: "function_call",
        call_id: callId,
        name,
        arguments: jsonOf(args) ?? "",
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
    const reason = finish === "length" ? "max_output_tokens" : finish;
    const incomplete_details = reason ? { reason } : null;
    const status = finish ? "incomplete" : "completed";
    const item = { item_id: id, output_index: 1, content_index: 0 };
    return [
      typedEvent("response.created", { response: { ...response, status: "in_progress" } }),
      ...words(text ?? "").flatMap((delta) =>
        delta ? [typedEvent("response.output_text.delta", { ...item, delta, logprobs: [] })] : [],
      ),
      ...output.map((done, output_index) =>
        typedEvent("response.output_item.done", { output_index, item: done }),
      ),
      typedEvent(`response.${status}`, {
        response: { ...response, status, output, usage, incomplete_details },
      }),
    ];
  },
  writeWhole(answer, model) {
    const last = responses.write(answer, model).at(-1) ?? "";
    return JSON.stringify(JSON.parse(last.slice(last.indexOf("data: ") + 6)).response);
  },
  reject: () => null,
  read({ input = [] }) {
    const last = input.findLastIndex(({ role }) => role === "user");
    const step = input.slice(last).filter(({ type }) => type === "function_call_output").length;
    return { userMessage: textIn(input[last]?.content), step };
  },
};

export const wireFormats = { chat, gemini, mimo, anthropic, responses };
