import type { AgentInputItem, ModelRequest } from "@openai/agents";
import { detectLanguage, type Language } from "../language";
import { readShown } from "./shown";
import type { Outcome, Shown, Turn } from "./turn";

type FunctionCall = Extract<AgentInputItem, { type: "function_call" }>;
type FunctionResult = Extract<AgentInputItem, { type: "function_call_result" }>;

/** Reads a model request as a turn of the conversation. */
export function readTurn(request: ModelRequest, now: Temporal.ZonedDateTime): Turn {
  const items: AgentInputItem[] =
    typeof request.input === "string" ? [{ role: "user", content: request.input }] : request.input;
  const last = items.findLastIndex(isUser);
  const text = textOf(items[last]);
  const before = items.slice(0, Math.max(last, 0));
  const after = items.slice(last + 1);
  const answers = before.filter((item) => "role" in item && item.role === "assistant").map(textOf);
  const previous = before.filter(isUser).map(textOf);
  const said = answers.filter(Boolean).at(-1) ?? "";
  const written = languageOf(text, previous.at(-1), after, request);
  return {
    text,
    attached: countFiles(items[last]),
    written,
    language: written,
    now,
    outcomes: readOutcomes(after),
    shown: readShown(said),
    ...listedIn(answers.slice(-4).map(readShown)),
    spoken: answers.slice(-4).flatMap(readShown),
    earlier: previous.slice(-3),
    questioned: /[?؟]/.test(said) ? (previous.at(-1) ?? null) : null,
  };
}

/** The name of the hand-over to the Urdu specialist, if one is offered. */
export function urduHandoff(request: ModelRequest): string | null {
  return request.handoffs.find(({ toolName }) => /urdu/i.test(toolName))?.toolName ?? null;
}

function languageOf(
  text: string,
  previous: string | undefined,
  after: readonly AgentInputItem[],
  request: ModelRequest,
): Language {
  const language = detectLanguage(text, previous ? detectLanguage(previous) : "en");
  const handed = after.some(
    (item) => item.type === "function_call" && /^transfer_to_.*urdu/i.test(item.name),
  );
  // Who was handed over to the specialist is answered in Urdu, whatever the words look like.
  return handed && request.handoffs.length === 0 && language === "en" ? "ur" : language;
}

function readOutcomes(items: readonly AgentInputItem[]): Outcome[] {
  const results = new Map(items.filter(isResult).map((item) => [item.callId, item]));
  const outcomes: Outcome[] = [];
  for (const item of items) {
    if (!isCall(item) || item.name.startsWith("transfer_to_")) continue;
    const result = results.get(item.callId);
    if (result) outcomes.push(outcomeOf(item, result));
  }
  return outcomes;
}

function outcomeOf(item: FunctionCall, result: FunctionResult): Outcome {
  const text = outputText(result.output);
  const value = parseObject(text);
  const error = errorIn(value);
  const rejected = value === null && /\brejected\b|not approved|نامنظور/i.test(text);
  return {
    name: item.name,
    arguments: parseObject(item.arguments) ?? {},
    value,
    rejected,
    error: error ?? (value === null && !rejected ? { code: "failed", detail: "" } : null),
  };
}

/** A result's text: the SDK gives a string, one part, or parts. */
function outputText(output: FunctionResult["output"]): string {
  if (typeof output === "string") return output;
  const parts = Array.isArray(output) ? output : [output];
  return parts
    .map((part) => ("text" in part && typeof part.text === "string" ? part.text : ""))
    .join("\n");
}

/** Reads JSON, also where an MCP server wrapped the text in content parts of its own. */
function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed)) return unwrap(parsed[0]);
    return unwrap(parsed);
  } catch {
    return null;
  }
}

function unwrap(value: unknown): Record<string, unknown> | null {
  if (typeof value === "string") return parseObject(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const object = value as Record<string, unknown>;
  if (object.type === "text" && typeof object.text === "string") return parseObject(object.text);
  if (typeof object.structuredContent === "object" && object.structuredContent !== null) {
    return object.structuredContent as Record<string, unknown>;
  }
  return object;
}

function errorIn(value: Record<string, unknown> | null): Outcome["error"] {
  const error = value?.error;
  if (typeof error === "string") return { code: "failed", detail: error };
  if (typeof error !== "object" || error === null) return null;
  const { code, detail } = error as { code?: unknown; detail?: unknown };
  return { code: String(code ?? "failed"), detail: typeof detail === "string" ? detail : "" };
}

/** The last list, and what was told of its tasks since: answers that only name some of them. */
function listedIn(answers: Shown[][]): Pick<Turn, "listed" | "told"> {
  let last: Pick<Turn, "listed" | "told"> = { listed: [] };
  answers.forEach((tasks, at) => {
    const told = answers.slice(at + 1).flat();
    const within = told.every(({ id }) => tasks.some((task) => task.id === id));
    const recent = at >= answers.length - 2;
    const longer = tasks.length >= last.listed.length || !last.told;
    if (tasks.length > 1 && (within ? longer : recent))
      last = { listed: tasks, ...(within && { told }) };
  });
  return last;
}

function textOf(item: AgentInputItem | undefined): string {
  if (!item || !("content" in item)) return "";
  const { content } = item;
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => ("text" in part && typeof part.text === "string" ? part.text : ""))
    .filter(Boolean)
    .join("\n");
}

function countFiles(item: AgentInputItem | undefined): number {
  if (!item || !("content" in item) || !Array.isArray(item.content)) return 0;
  return item.content.filter(({ type }) => type === "input_file").length;
}

function isUser(item: AgentInputItem): boolean {
  return "role" in item && item.role === "user";
}

function isCall(item: AgentInputItem): item is FunctionCall {
  return item.type === "function_call";
}

function isResult(item: AgentInputItem): item is FunctionResult {
  return item.type === "function_call_result";
}
