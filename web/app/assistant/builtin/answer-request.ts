import type { AgentInputItem, protocol } from "@openai/agents";
import type { Numerals } from "#app/i18n/numerals";
import type { Preferences } from "#app/when/preferences";
import { toProviderData } from "../answer-data";
import type { Language } from "../language";
import { plan } from "./plan";
import type { KnownTask } from "./reading/known";
import { readTurn, urduHandoff } from "./request";
import type { Call, Plan, Turn } from "./turn";

/** All that one response of the built-in model is made from; can be cloned between threads. */
export interface BuiltinRequest {
  /** The latest items of the conversation, as `recentItems` gives them. */
  input: AgentInputItem[];
  handoffs: { toolName: string }[];
  /** Name of the tool to call, if the agent's settings ask for one. */
  toolChoice?: string;
  /** The tasks that the person may speak of. */
  tasks?: readonly KnownTask[];
  /** The present moment, in milliseconds since 1970. */
  now: number;
  /** The person's IANA time zone: every date is resolved in it. */
  timeZone: string;
  /** What to answer in; without it, what the person writes in. */
  language?: Language;
  /** How the person counts weeks and hours, as far as they chose. */
  preferences?: Partial<Preferences>;
  /** The digits that the person reads in Urdu; without it 123. */
  numerals?: Numerals;
}

/** One response of the built-in model; can be cloned between threads. */
export interface BuiltinResponse {
  output: protocol.OutputModelItem[];
  inputTokens: number;
  outputTokens: number;
  /** Processor time of the thread that it took, in milliseconds. */
  processorMs: number;
}

/**
 * Responds to a request. The time that it takes grows faster than the length of a message, so a
 * server runs it in a worker thread, with a deadline.
 */
export function answerRequest(request: BuiltinRequest): BuiltinResponse {
  const before = process.threadCpuUsage();
  const output = outputOf(request);
  const inputTokens = countWords(JSON.stringify(request.input));
  const outputTokens = countWords(JSON.stringify(output));
  const { user, system } = process.threadCpuUsage(before);
  return { output, inputTokens, outputTokens, processorMs: (user + system) / 1_000 };
}

function outputOf(request: BuiltinRequest): protocol.OutputModelItem[] {
  const now = Temporal.Instant.fromEpochMilliseconds(request.now);
  const read = readTurn(request, now.toZonedDateTimeISO(request.timeZone));
  const turn: Turn = {
    ...read,
    language: request.language ?? read.language,
    numerals: request.numerals,
    known: request.tasks,
    preferences: request.preferences,
  };
  const handoff = handoffFor(request, turn.language !== "en");
  if (handoff) return [callItem({ name: handoff, arguments: {} })];
  return itemsOf(plan(turn));
}

/** The hand-over to make, if the agent's settings ask for one or the person wrote Urdu. */
function handoffFor(request: BuiltinRequest, urdu: boolean): string | null {
  const named = request.handoffs.find(({ toolName }) => toolName === request.toolChoice);
  return named?.toolName ?? (urdu ? urduHandoff(request) : null);
}

function itemsOf(planned: Plan): protocol.OutputModelItem[] {
  if ("calls" in planned) return planned.calls.map(callItem);
  const { text, ...data } = planned;
  return [
    {
      type: "message",
      role: "assistant",
      id: `msg-${crypto.randomUUID()}`,
      status: "completed",
      content: [{ type: "output_text", text }],
      ...(Object.keys(data).length > 0 && { providerData: toProviderData(data) }),
    },
  ];
}

function callItem(wanted: Call): protocol.OutputModelItem {
  const callId = `call-${crypto.randomUUID()}`;
  return {
    type: "function_call",
    id: callId,
    callId,
    name: wanted.name,
    status: "completed",
    arguments: JSON.stringify(wanted.arguments),
  };
}

/** Words stand in for tokens: there is no tokeniser here, and usage is only kept for display. */
function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
