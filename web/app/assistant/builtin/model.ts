import {
  type Model,
  type ModelRequest,
  type ModelResponse,
  type protocol,
  type StreamEvent,
  Usage,
} from "@openai/agents";
import type { Numerals } from "#app/i18n/numerals";
import type { Language } from "../language";
import { plan } from "./plan";
import { readTurn, urduHandoff } from "./request";
import type { Call, Plan, Turn } from "./turn";

export interface BuiltinModelOptions {
  /** The present moment; a test gives a fixed one. */
  now: () => Date;
  /** The person's IANA time zone: every date is resolved in it. */
  timeZone: string;
  /** What to answer in; without it, what the person writes in. */
  language?: Language;
  /** The digits that the person reads in Urdu; without it 123. */
  numerals?: Numerals;
}

/** A response whose output the stream can carry too. */
type Answer = ModelResponse & { responseId: string; output: protocol.OutputModelItem[] };

/**
 * The model that needs no key: a fixed grammar of English, Urdu and Roman Urdu behind the SDK's
 * `Model`, so that agents, hand-over, tools, approvals and streaming are the same as with an LLM.
 */
export class BuiltinModel implements Model {
  readonly #options: BuiltinModelOptions;

  constructor(options: BuiltinModelOptions) {
    this.#options = options;
  }

  async getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#respond(request);
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const response = this.#respond(request);
    yield { type: "response_started" };
    for (const item of response.output) {
      if (item.type !== "message" || item.role !== "assistant") continue;
      for (const part of item.content) {
        if (part.type !== "output_text") continue;
        for (const delta of part.text.match(/\s*\S+\s*?(?=\s|$)|\s+/g) ?? []) {
          request.signal?.throwIfAborted();
          yield { type: "output_text_delta", itemId: item.id, delta };
        }
      }
    }
    request.signal?.throwIfAborted();
    const { requests, inputTokens, outputTokens, totalTokens } = response.usage;
    yield {
      type: "response_done",
      response: {
        id: response.responseId ?? "",
        usage: { requests, inputTokens, outputTokens, totalTokens },
        output: response.output,
      },
    };
  }

  #respond(request: ModelRequest): Answer {
    request.signal?.throwIfAborted();
    const output = this.#output(request);
    const inputTokens = countWords(JSON.stringify(request.input));
    const outputTokens = countWords(JSON.stringify(output));
    return {
      output,
      responseId: `builtin-${crypto.randomUUID()}`,
      usage: new Usage({
        requests: 1,
        inputTokens,
        outputTokens,
        totalTokens: inputTokens + outputTokens,
      }),
    };
  }

  #output(request: ModelRequest): protocol.OutputModelItem[] {
    const now = Temporal.Instant.fromEpochMilliseconds(this.#options.now().getTime());
    const read = readTurn(request, now.toZonedDateTimeISO(this.#options.timeZone));
    const turn: Turn = {
      ...read,
      language: this.#options.language ?? read.language,
      numerals: this.#options.numerals,
    };
    const handoff = handoffFor(request, turn.language !== "en");
    if (handoff) return [callItem({ name: handoff, arguments: {} })];
    return outputOf(plan(turn));
  }
}

/** The hand-over to make, if the agent's settings ask for one or the person wrote Urdu. */
function handoffFor(request: ModelRequest, urdu: boolean): string | null {
  const forced = request.modelSettings.toolChoice;
  const named = request.handoffs.find(({ toolName }) => toolName === forced);
  return named?.toolName ?? (urdu ? urduHandoff(request) : null);
}

function outputOf(planned: Plan): protocol.OutputModelItem[] {
  if ("calls" in planned) return planned.calls.map(callItem);
  return [
    {
      type: "message",
      role: "assistant",
      id: `msg-${crypto.randomUUID()}`,
      status: "completed",
      content: [{ type: "output_text", text: planned.text }],
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
