import { setTimeout as sleep } from "node:timers/promises";
import type { Model, ModelRequest, ModelResponse, protocol, StreamEvent } from "@openai/agents";
import { AppError } from "#app/platform/errors";
import { classifyFailure } from "./model-failure";

/** Most times that a request is sent. */
const ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 300;

type ResponseDone = Extract<StreamEvent, { type: "response_done" }>;

/**
 * A model whose failed requests are retried, as long as no event of the answer was passed on: a
 * request has no side effects, and the tools it calls run after it has ended. It also has an idle
 * timeout, and turns an empty answer, a refusal, a cut answer and a truncated stream into errors.
 */
export class RetryingModel implements Model {
  readonly #model: Model;
  readonly #idleMs: number;

  /** @param idleMs how long the provider may send nothing, in milliseconds */
  constructor(model: Model, idleMs: number) {
    this.#model = model;
    this.#idleMs = idleMs;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(request);
  }

  /** @throws AppError `model_failed`, `model_busy`, `model_slow`, `model_refused`, `answer_cut` */
  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    for (let attempt = 1; ; attempt += 1) {
      // Events before the first text are held back, so that an attempt can be discarded.
      const buffered: StreamEvent[] = [];
      let committed = false;
      try {
        for await (const event of this.#attempt(request)) {
          if (event.type === "output_text_delta" || event.type === "response_done") {
            committed = true;
            yield* buffered.splice(0);
          }
          if (committed) yield event;
          else buffered.push(event);
        }
        return;
      } catch (thrown) {
        request.signal?.throwIfAborted();
        const { error, retryable, retryAfter } = classifyFailure(thrown);
        if (committed || !retryable || attempt >= ATTEMPTS) throw error;
        const ms =
          retryAfter === undefined ? FIRST_BACKOFF_MS * 3 ** (attempt - 1) : retryAfter * 1_000;
        await sleep(ms * (1 + Math.random() / 4), undefined, { signal: request.signal });
      }
    }
  }

  async *#attempt(request: ModelRequest): AsyncIterable<StreamEvent> {
    const idle = new AbortController();
    const onIdle = () => idle.abort(new AppError("model_slow", 504));
    let timer = setTimeout(onIdle, this.#idleMs);
    let isCut = false;
    const signal = request.signal ? AbortSignal.any([request.signal, idle.signal]) : idle.signal;
    try {
      for await (const event of this.#model.getStreamedResponse({ ...request, signal })) {
        clearTimeout(timer);
        // After an abort the client ends its stream as if it were complete.
        signal.throwIfAborted();
        isCut ||= event.type === "model" && endsByLength(event.event);
        // What it called before is not made: the arguments may have been cut, even if they parse.
        if (isCut && event.type === "response_done") throw answerCut();
        yield event.type === "response_done" ? checkResponse(event, request) : event;
        timer = setTimeout(onIdle, this.#idleMs);
      }
      signal.throwIfAborted();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw isCut ? answerCut(error) : error;
    } finally {
      clearTimeout(timer);
    }
  }
}

const answerCut = (cause?: unknown) => new AppError("answer_cut", 502, { cause });

/** Whether a provider's event says that the answer reached the most tokens that it may have. */
function endsByLength(event: unknown): boolean {
  const { choices, response } = event as {
    choices?: { finish_reason?: string | null }[];
    response?: { incomplete_details?: { reason?: string } | null };
  };
  const reason = choices?.[0]?.finish_reason ?? response?.incomplete_details?.reason;
  return /^(?:length|max_tokens|max_output_tokens)$/i.test(reason ?? "");
}

function checkResponse(event: ResponseDone, request: ModelRequest): ResponseDone {
  const { output, usage } = event.response;
  const parts = output.flatMap((item) => (isAssistantMessage(item) ? item.content : []));
  if (parts.some(({ type }) => type === "refusal")) throw new AppError("model_refused", 502);
  const hasText = parts.some((part) => part.type === "output_text" && part.text.trim() !== "");
  if (!hasText && !output.some(({ type }) => type === "function_call")) {
    throw new Error("The answer is empty.");
  }
  if (usage.inputTokens + usage.outputTokens > 0) return event;
  // Some servers report no usage; a token has about four characters.
  const inputTokens = estimateTokens([request.systemInstructions, request.input, request.tools]);
  const outputTokens = estimateTokens(output);
  const totalTokens = inputTokens + outputTokens;
  const counted = { ...usage, inputTokens, outputTokens, totalTokens };
  return { ...event, response: { ...event.response, usage: counted } };
}

const estimateTokens = (value: unknown): number =>
  Math.ceil(JSON.stringify(value, shortenImages).length / 4);

/** An image costs about a thousand tokens, however long its data URL is. */
const shortenImages = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.startsWith("data:image/") ? "image".repeat(800) : value;

function isAssistantMessage(item: protocol.OutputModelItem): item is protocol.AssistantMessageItem {
  return item.type === "message" && "role" in item && item.role === "assistant";
}
