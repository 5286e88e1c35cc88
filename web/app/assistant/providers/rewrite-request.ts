import { bareSchema } from "./bare-schema";
import type { Quirks } from "./presets";
import { readCarried } from "./reasoning";

/** Google's own word for a call that has no signature, since another made it. */
const NO_SIGNATURE = "skip_thought_signature_validator";

interface ToolCall {
  id: string;
  function: { name: string; arguments: string };
  extra_content?: unknown;
}

interface ChatMessage {
  role: string;
  content?: unknown;
  reasoning?: unknown;
  reasoning_content?: string;
  tool_calls?: ToolCall[];
}

interface ChatTool {
  function: { strict?: boolean; parameters?: Record<string, unknown> };
}

/** The body of a Chat Completions request, as far as it is rewritten. */
export interface ChatRequest {
  messages: ChatMessage[];
  tools?: ChatTool[];
}

/**
 * A Chat Completions request as its provider takes it: plain texts in place of parts, and what the
 * provider gave with its tool calls sent back with them.
 */
export function rewriteChat(request: ChatRequest, quirks: Quirks): ChatRequest {
  return {
    ...request,
    messages: request.messages.map((message) => rewriteMessage(message, quirks)),
    tools: request.tools?.map((tool) => rewriteTool(tool, quirks)),
  };
}

function rewriteTool(tool: ChatTool, { bareSchemas }: Quirks): ChatTool {
  const { strict, parameters, ...named } = tool.function;
  const { $schema, ...schema } = parameters ?? {};
  return {
    ...tool,
    function: {
      ...named,
      parameters: parameters && (bareSchemas ? bareParameters(schema) : schema),
      // Not strict is what every server takes a tool for that says nothing.
      ...(strict && { strict }),
    },
  };
}

/** Parameters that are none are left out: an object without members is refused, too. */
function bareParameters(schema: Record<string, unknown>): Record<string, unknown> | undefined {
  const bare = bareSchema(schema);
  return Object.keys(bare.properties ?? {}).length > 0 ? bare : undefined;
}

function rewriteMessage(message: ChatMessage, quirks: Quirks): ChatMessage {
  const content = plainText(message.content);
  if (message.role !== "assistant") return { ...message, content };
  const { reasoning: carried, tool_calls: calls = [], ...rest } = message;
  const { reasoning, signatures } = readCarried(carried);
  const empty = quirks.contentRequired ? " " : calls.length > 0 ? null : "";
  // A conversation that began before, or with another model, has no thoughts to send back.
  const thoughts = reasoning || (quirks.reasoningRequired && calls.length > 0 ? " " : undefined);
  return {
    ...rest,
    content: content || empty,
    ...(thoughts && { reasoning_content: thoughts }),
    ...(calls.length > 0 && { tool_calls: rewriteCalls(calls, signatures, quirks) }),
  };
}

function rewriteCalls(
  calls: ToolCall[],
  signatures: Record<string, string>,
  { thoughtSignatures }: Quirks,
): ToolCall[] {
  return calls.map((call, index) => {
    // Of calls made together only the first is signed.
    const made = thoughtSignatures && index === 0 ? NO_SIGNATURE : undefined;
    const signature = signatures[call.id] ?? made;
    return {
      ...call,
      function: { ...call.function, arguments: call.function.arguments || "{}" },
      ...(signature && { extra_content: { google: { thought_signature: signature } } }),
    };
  });
}

/** The text of a message that is nothing but text; parts of other kinds stay as they are. */
function plainText(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  const texts = content.map((part) => part.text ?? part.refusal);
  return texts.every((text) => typeof text === "string") ? texts.join("\n") : content;
}

/** The body of a request to OpenAI's Responses, as far as it is rewritten. */
export interface ResponsesRequest {
  model: string;
  store?: boolean;
  include?: string[];
  input: { type?: string; encrypted_content?: string | null }[];
}

/** Models that think, and give their thoughts only sealed. */
const REASONS = /^(o\d|gpt-([5-9]|\d\d))(?!.*chat)/;

/**
 * A request to OpenAI's Responses of which nothing is kept there, so that the thoughts of a turn
 * come and go sealed.
 */
export function rewriteResponses(request: ResponsesRequest): ResponsesRequest {
  return {
    ...request,
    store: false,
    // Thoughts of another provider, from before a run waited, are not sealed and not taken.
    input: request.input.filter(
      ({ type, encrypted_content }) => type !== "reasoning" || encrypted_content,
    ),
    ...(REASONS.test(request.model) && {
      include: [...(request.include ?? []), "reasoning.encrypted_content"],
    }),
  };
}
