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

interface ChatRequest {
  messages: ChatMessage[];
  tools?: { function: { strict?: boolean; parameters?: Record<string, unknown> } }[];
}

/**
 * Rewrites the body of a Chat Completions request as its provider takes it: plain texts in place
 * of parts, and what the provider gave with its tool calls sent back with them.
 */
export function rewriteChat(body: string, quirks: Quirks): string {
  const request = JSON.parse(body) as ChatRequest;
  for (const message of request.messages) {
    message.content = plainText(message.content);
    if (message.role === "assistant") rewriteAssistant(message, quirks);
  }
  for (const { function: tool } of request.tools ?? []) {
    // Not strict is what every server takes a tool for that says nothing.
    if (tool.strict === false) delete tool.strict;
    delete tool.parameters?.$schema;
    if (quirks.bareSchemas && tool.parameters) tool.parameters = bareParameters(tool.parameters);
  }
  return JSON.stringify(request);
}

/** Parameters that are none are left out: an object without members is refused, too. */
function bareParameters(schema: Record<string, unknown>): Record<string, unknown> | undefined {
  const bare = bareSchema(schema);
  return Object.keys(bare.properties ?? {}).length > 0 ? bare : undefined;
}

function rewriteAssistant(message: ChatMessage, quirks: Quirks): void {
  const { reasoning, signatures } = readCarried(message.reasoning);
  delete message.reasoning;
  const calls = message.tool_calls ?? [];
  if (!message.content) message.content = quirks.contentRequired ? " " : calls.length ? null : "";
  // A conversation that began before, or with another model, has no thoughts to send back.
  if (reasoning) message.reasoning_content = reasoning;
  else if (quirks.reasoningRequired && calls.length > 0) message.reasoning_content = " ";
  for (const [index, call] of calls.entries()) {
    call.function.arguments ||= "{}";
    // Of calls made together only the first is signed.
    const made = quirks.thoughtSignatures && index === 0 ? NO_SIGNATURE : undefined;
    const signature = signatures[call.id] ?? made;
    if (signature) call.extra_content = { google: { thought_signature: signature } };
  }
}

/** The text of a message that is nothing but text; parts of other kinds stay as they are. */
function plainText(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  const texts = content.map((part) => part.text ?? part.refusal);
  return texts.every((text) => typeof text === "string") ? texts.join("\n") : content;
}

interface ResponsesRequest {
  model: string;
  store?: boolean;
  include?: string[];
  input: { type?: string; encrypted_content?: string | null }[];
}

/** Models that think, and give their thoughts only sealed. */
const REASONS = /^(o\d|gpt-([5-9]|\d\d))(?!.*chat)/;

/**
 * Rewrites the body of a request to OpenAI's Responses: nothing of it is kept there, so that the
 * thoughts of a turn come and go sealed.
 */
export function rewriteResponses(body: string): string {
  const request = JSON.parse(body) as ResponsesRequest;
  request.store = false;
  // Thoughts of another provider, from before a run waited, are not sealed and not taken.
  request.input = request.input.filter(
    ({ type, encrypted_content }) => type !== "reasoning" || encrypted_content,
  );
  if (REASONS.test(request.model)) {
    request.include = [...(request.include ?? []), "reasoning.encrypted_content"];
  }
  return JSON.stringify(request);
}
