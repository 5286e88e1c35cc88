import type { AgentInputItem, ModelRequest } from "@openai/agents";
import { type AnswerData, answerDataOf } from "../answer-data";
import { readReply } from "../consent/read-reply";
import { detectLanguage, type Language } from "../language";
import { readShown } from "./shown";
import type { Outcome, Shown, Turn } from "./turn";

type FunctionCall = Extract<AgentInputItem, { type: "function_call" }>;
type FunctionResult = Extract<AgentInputItem, { type: "function_call_result" }>;

/** The part of a model request that is read here. */
export interface TurnRequest {
  input: string | AgentInputItem[];
  handoffs: readonly Pick<ModelRequest["handoffs"][number], "toolName">[];
}

/** Messages before the last one that a turn is read from, of the assistant and of the person. */
const ANSWERS_READ = 4;
const EARLIER_READ = 3;

/** Reads a model request as a turn of the conversation. */
export function readTurn(request: TurnRequest, now: Temporal.ZonedDateTime): Turn {
  const items = itemsOf(request.input);
  const last = items.findLastIndex(isUser);
  const message = textOf(items[last]);
  const before = items.slice(0, Math.max(last, 0));
  const after = items.slice(last + 1);
  const answers = before.filter(isAnswer);
  const previous = before.filter(isUser).map(textOf);
  const answer = answers.findLast((item) => textOf(item) !== "");
  const said = textOf(answer);
  const { asked, choices = [] } = (answer && answerDataOf(answer)) ?? {};
  const chosen = choices.find(({ label }) => label === message.trim());
  const text = chosen?.says ?? heard(message, asked);
  const written = languageOf(chosen?.says ?? message, previous.at(-1), after, request);
  return {
    text,
    ...(asked && { asked }),
    attached: countFiles(items[last]),
    written,
    language: written,
    now,
    outcomes: readOutcomes(after),
    shown: answer ? shownIn(answer) : [],
    ...listedIn(answers.slice(-ANSWERS_READ).map(shownIn)),
    spoken: answers.slice(-ANSWERS_READ).flatMap(shownIn),
    earlier: previous.slice(-EARLIER_READ),
    questioned: /[?؟]/.test(said) ? (previous.at(-1) ?? null) : null,
  };
}

/** What is to be heard of a message: of one that withdrew a question by a no, what follows the no. */
function heard(message: string, asked: AnswerData["asked"]): string {
  if (!asked?.withdrawn) return message;
  const { answer, rest } = readReply(message, asked);
  return answer === "no" && rest !== "" ? rest : message;
}

/**
 * The items that {@link readTurn} reads the same turn from, so that a long conversation need not be
 * copied as a whole.
 */
export function recentItems(input: string | AgentInputItem[]): AgentInputItem[] {
  const items = itemsOf(input);
  const last = Math.max(items.findLastIndex(isUser), 0);
  const recent = items.slice(last);
  let answers = 0;
  let earlier = 0;
  let said = false;
  for (const item of items.slice(0, last).reverse()) {
    if (said && answers >= ANSWERS_READ && earlier >= EARLIER_READ) break;
    if (isUser(item)) earlier += 1;
    else if (isAnswer(item)) answers += 1;
    else continue;
    said ||= isAnswer(item) && textOf(item) !== "";
    recent.unshift(item);
  }
  return recent;
}

/** True if tools have been called for the person's last message. */
export function hasOutcomes(items: readonly AgentInputItem[]): boolean {
  return items.slice(items.findLastIndex(isUser) + 1).some(isResult);
}

/** The name of the hand-over to the Urdu specialist, if one is offered. */
export function urduHandoff(request: TurnRequest): string | null {
  return request.handoffs.find(({ toolName }) => /urdu/i.test(toolName))?.toolName ?? null;
}

function languageOf(
  text: string,
  previous: string | undefined,
  after: readonly AgentInputItem[],
  request: TurnRequest,
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
  const text = partsText(result.output);
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

/** The tasks that an answer showed; of one that was stored without them, those that it names. */
const shownIn = (item: AgentInputItem): Shown[] =>
  answerDataOf(item).shown ?? readShown(textOf(item));

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

const textOf = (item: AgentInputItem | undefined): string =>
  item && "content" in item ? partsText(item.content) : "";

/** The text of a content or a result: the SDK gives a string, one part, or parts. */
function partsText(content: unknown): string {
  if (typeof content === "string") return content;
  return [content as { text?: unknown } | null]
    .flat()
    .map((part) => (typeof part?.text === "string" ? part.text : ""))
    .filter(Boolean)
    .join("\n");
}

function countFiles(item: AgentInputItem | undefined): number {
  if (!item || !("content" in item) || !Array.isArray(item.content)) return 0;
  return item.content.filter(({ type }) => type === "input_file").length;
}

const itemsOf = (input: string | AgentInputItem[]): AgentInputItem[] =>
  typeof input === "string" ? [{ role: "user", content: input }] : input;

const isAnswer = (item: AgentInputItem): boolean => "role" in item && item.role === "assistant";

const isUser = (item: AgentInputItem): boolean => "role" in item && item.role === "user";

const isCall = (item: AgentInputItem): item is FunctionCall => item.type === "function_call";

const isResult = (item: AgentInputItem): item is FunctionResult =>
  item.type === "function_call_result";
