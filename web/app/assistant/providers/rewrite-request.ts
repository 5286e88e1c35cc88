import { toOpenApiSchema } from "./openapi-schema";
import type { Quirks } from "./presets";
import { parseReasoning } from "./reasoning";

/** Google's placeholder for the signature of a call that another model made. */
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

/** The parts of a Chat Completions request that are rewritten. */
export interface ChatRequest {
  messages: ChatMessage[];
  tools?: ChatTool[];
}

/**
 * Adapts a Chat Completions request to a provider: text parts become one string, and the reasoning
 * that came with tool calls is sent back with them.
 */
export function rewriteChat(request: ChatRequest, quirks: Quirks): ChatRequest {
  return {
    ...request,
    messages: request.messages.map((message) => rewriteMessage(message, quirks)),
    tools: request.tools?.map((tool) => rewriteTool(tool, quirks)),
  };
}

function rewriteTool(tool: ChatTool, { openApiSchemas }: Quirks): ChatTool {
  const { strict, parameters, ...rest } = tool.function;
  const { $schema, ...schema } = parameters ?? {};
  return {
    ...tool,
    function: {
      ...rest,
      parameters: parameters && (openApiSchemas ? openApiParameters(schema) : schema),
      // Every server treats an absent `strict` as false; some reject the field.
      ...(strict && { strict }),
    },
  };
}

/** Undefined for a tool without parameters: an object schema without properties is rejected. */
function openApiParameters(schema: Record<string, unknown>): Record<string, unknown> | undefined {
  const converted = toOpenApiSchema(schema);
  return Object.keys(converted.properties ?? {}).length > 0 ? converted : undefined;
}

function rewriteMessage(message: ChatMessage, quirks: Quirks): ChatMessage {
  const content = joinText(message.content);
  if (message.role !== "assistant") return { ...message, content };
  const { reasoning: state, tool_calls: calls = [], ...rest } = message;
  const { reasoning, signatures } = parseReasoning(state);
  const empty = quirks.contentRequired ? " " : calls.length > 0 ? null : "";
  // Tool calls of another model have no reasoning to send back.
  const sent = reasoning || (quirks.reasoningRequired && calls.length > 0 ? " " : undefined);
  return {
    ...rest,
    content: content || empty,
    ...(sent && { reasoning_content: sent }),
    ...(calls.length > 0 && { tool_calls: rewriteCalls(calls, signatures, quirks) }),
  };
}

function rewriteCalls(
  calls: ToolCall[],
  signatures: Record<string, string>,
  { thoughtSignatures }: Quirks,
): ToolCall[] {
  return calls.map((call, index) => {
    // Only the first of parallel calls has a signature.
    const fallback = thoughtSignatures && index === 0 ? NO_SIGNATURE : undefined;
    const signature = signatures[call.id] ?? fallback;
    return {
      ...call,
      function: { ...call.function, arguments: call.function.arguments || "{}" },
      ...(signature && { extra_content: { google: { thought_signature: signature } } }),
    };
  });
}

/** Joins the parts of a message into one string if all of them are text. */
function joinText(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  const texts = content.map((part) => part.text ?? part.refusal);
  return texts.every((text) => typeof text === "string") ? texts.join("\n") : content;
}

/** The parts of a request to OpenAI's Responses that are rewritten. */
export interface ResponsesRequest {
  model: string;
  store?: boolean;
  include?: string[];
  input: { type?: string; encrypted_content?: string | null }[];
}

/** Models whose reasoning is returned encrypted. */
const REASONING_MODEL = /^(o\d|gpt-([5-9]|\d\d))(?!.*chat)/;

/** Adapts a request to OpenAI's Responses: nothing is stored there, so reasoning is sent encrypted. */
export function rewriteResponses(request: ResponsesRequest): ResponsesRequest {
  return {
    ...request,
    store: false,
    // Reasoning of another provider, from before the run paused, is not encrypted and is rejected.
    input: request.input.filter(
      ({ type, encrypted_content }) => type !== "reasoning" || encrypted_content,
    ),
    ...(REASONING_MODEL.test(request.model) && {
      include: [...(request.include ?? []), "reasoning.encrypted_content"],
    }),
  };
}
