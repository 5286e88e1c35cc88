import { randomUUID } from "node:crypto";
import type { Model, ModelRequest, ModelResponse, protocol, StreamEvent } from "@openai/agents";

/** A model's whole response, in JSON. */
export type ModelReply = Extract<StreamEvent, { type: "response_done" }>["response"];

/** What the model of one run has said, and where it is kept. */
export interface ModelMemory {
  /** Responses of the process that had the run before, oldest first; each is taken out once. */
  readonly known: ModelReply[];
  /** Ids of the calls that the run has made. */
  readonly callIds: Set<string>;
  /** Resolves when the first words of a response are on their way to who waits for them. */
  begun(): Promise<void>;
  /** Keeps a response before what it wants is done. */
  keep(reply: ModelReply): Promise<void>;
}

/**
 * A model that says again what it said to the process that had the run before, and only then asks.
 * What it says and wants done is kept before it is done, so that nothing is done twice under two
 * names. Each call has an id of its own within the run: some providers use theirs again.
 */
export class RememberingModel implements Model {
  readonly #model: Model;
  readonly #memory: ModelMemory;

  constructor(model: Model, memory: ModelMemory) {
    this.#model = model;
    this.#memory = memory;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(request);
  }

  getRetryAdvice(...args: Parameters<NonNullable<Model["getRetryAdvice"]>>) {
    return this.#model.getRetryAdvice?.(...args);
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const known = this.#memory.known.shift();
    if (known) {
      yield* sayAgain(known);
      return;
    }
    let silent = true;
    for await (const event of this.#model.getStreamedResponse(request)) {
      if (event.type !== "response_done") {
        yield event;
        // All that comes after the first words can wait for them, and not they for it.
        if (silent && event.type === "output_text_delta") {
          silent = false;
          await this.#memory.begun();
        }
        continue;
      }
      const response = { ...event.response, output: event.response.output.map(this.#ownId) };
      await this.#memory.keep(response);
      yield { ...event, response };
    }
  }

  readonly #ownId = (item: protocol.OutputModelItem): protocol.OutputModelItem => {
    if (item.type !== "function_call") return item;
    const { callIds } = this.#memory;
    const taken = !item.callId || callIds.has(item.callId);
    const callId = taken ? `${item.callId || item.name}-${randomUUID()}` : item.callId;
    callIds.add(callId);
    return { ...item, callId };
  };
}

function* sayAgain(response: ModelReply): Generator<StreamEvent> {
  yield { type: "response_started" };
  for (const item of response.output) {
    if (item.type !== "message") continue;
    for (const part of item.content) {
      if (part.type === "output_text" && part.text) {
        yield { type: "output_text_delta", delta: part.text };
      }
    }
  }
  yield { type: "response_done", response };
}
