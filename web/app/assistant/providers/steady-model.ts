import { setTimeout as sleep } from "node:timers/promises";
import type { Model, ModelRequest, ModelResponse, protocol, StreamEvent } from "@openai/agents";
import { AppError } from "#app/platform/errors";
import { readFailure } from "./model-failure";

/** A request is sent at most so often. */
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 300;

type Done = Extract<StreamEvent, { type: "response_done" }>;

/**
 * A model that is asked again while nothing of its answer was shown: a request changes nothing, and
 * the tools it asks for run after its end. It has a limit on silence, and an empty answer, a
 * refusal and a cut stream are errors with a sentence of their own.
 */
export class SteadyModel implements Model {
  readonly #model: Model;
  readonly #silenceMs: number;

  constructor(model: Model, silenceMs: number) {
    this.#model = model;
    this.#silenceMs = silenceMs;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(request);
  }

  /** @throws AppError `model_failed`, `model_busy`, `model_slow`, `model_refused` */
  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    for (let attempt = 1; ; attempt += 1) {
      const held: StreamEvent[] = [];
      let shown = false;
      try {
        for await (const event of this.#attempt(request)) {
          if (event.type === "output_text_delta" || event.type === "response_done") {
            shown = true;
            yield* held.splice(0);
          }
          if (shown) yield event;
          else held.push(event);
        }
        return;
      } catch (thrown) {
        request.signal?.throwIfAborted();
        const { error, again, pause } = readFailure(thrown);
        if (shown || !again || attempt >= ATTEMPTS) throw error;
        const ms = pause === undefined ? FIRST_PAUSE_MS * 3 ** (attempt - 1) : pause * 1_000;
        await sleep(ms * (1 + Math.random() / 4), undefined, { signal: request.signal });
      }
    }
  }

  async *#attempt(request: ModelRequest): AsyncIterable<StreamEvent> {
    const silence = new AbortController();
    const late = () => silence.abort(new AppError("model_slow", 504));
    let timer = setTimeout(late, this.#silenceMs);
    const { signal: stop } = request;
    const signal = stop ? AbortSignal.any([stop, silence.signal]) : silence.signal;
    try {
      for await (const event of this.#model.getStreamedResponse({ ...request, signal })) {
        clearTimeout(timer);
        // A client whose request was aborted ends its stream as if it were whole.
        signal.throwIfAborted();
        yield event.type === "response_done" ? checkAnswer(event, request) : event;
        timer = setTimeout(late, this.#silenceMs);
      }
      signal.throwIfAborted();
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      clearTimeout(timer);
    }
  }
}

function checkAnswer(event: Done, request: ModelRequest): Done {
  const { output, usage } = event.response;
  const parts = output.flatMap((item) => (isMessage(item) ? item.content : []));
  if (parts.some(({ type }) => type === "refusal")) throw new AppError("model_refused", 502);
  const said = parts.some((part) => part.type === "output_text" && part.text.trim() !== "");
  if (!said && !output.some(({ type }) => type === "function_call")) {
    throw new Error("The answer is empty.");
  }
  if (usage.inputTokens + usage.outputTokens > 0) return event;
  // A server that does not count is counted by length: about four letters a token.
  const inputTokens = tokensIn([request.systemInstructions, request.input, request.tools]);
  const outputTokens = tokensIn(output);
  const totalTokens = inputTokens + outputTokens;
  const counted = { ...usage, inputTokens, outputTokens, totalTokens };
  return { ...event, response: { ...event.response, usage: counted } };
}

const tokensIn = (value: unknown): number =>
  Math.ceil(JSON.stringify(value, withoutImages).length / 4);

/** An image costs about a thousand tokens, however many letters its data URL has. */
const withoutImages = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.startsWith("data:image/") ? "image".repeat(800) : value;

function isMessage(item: protocol.OutputModelItem): item is protocol.AssistantMessageItem {
  return item.type === "message" && "role" in item && item.role === "assistant";
}
