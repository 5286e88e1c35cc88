import { randomUUID } from "node:crypto";
import type { Model, ModelRequest, ModelResponse, protocol, StreamEvent } from "@openai/agents";

/** A complete response of a model, as JSON. */
export type ModelReply = Extract<StreamEvent, { type: "response_done" }>["response"];

/** The recorded model responses of one run. */
export interface ResponseJournal {
  /** Responses that a process recorded before it lost the run, oldest first; consumed in order. */
  readonly recorded: ModelReply[];
  /** Ids of the tool calls of the run. */
  readonly callIds: Set<string>;
  /** Called after the first text of a response; resolves when that text is on its way to readers. */
  firstTextEmitted(): Promise<void>;
  /** Records a response before its tool calls are executed. */
  record(reply: ModelReply): Promise<void>;
}

/**
 * A model that replays the recorded responses of a run before it sends requests. Each response is
 * recorded before its tool calls are executed, so that a process that takes over the run executes
 * the same calls under the same ids. Call ids are unique within a run: some providers reuse theirs.
 */
export class ReplayModel implements Model {
  readonly #model: Model;
  readonly #journal: ResponseJournal;

  constructor(model: Model, journal: ResponseJournal) {
    this.#model = model;
    this.#journal = journal;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(request);
  }

  getRetryAdvice(...args: Parameters<NonNullable<Model["getRetryAdvice"]>>) {
    return this.#model.getRetryAdvice?.(...args);
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const recorded = this.#journal.recorded.shift();
    if (recorded) {
      yield* replay(recorded);
      return;
    }
    let hasText = false;
    for await (const event of this.#model.getStreamedResponse(request)) {
      if (event.type !== "response_done") {
        yield event;
        // The first text is written before the agents continue, to shorten the time to it.
        if (!hasText && event.type === "output_text_delta") {
          hasText = true;
          await this.#journal.firstTextEmitted();
        }
        continue;
      }
      const response = { ...event.response, output: event.response.output.map(this.#ensureId) };
      await this.#journal.record(response);
      yield { ...event, response };
    }
  }

  readonly #ensureId = (item: protocol.OutputModelItem): protocol.OutputModelItem => {
    if (item.type !== "function_call") return item;
    const { callIds } = this.#journal;
    const taken = !item.callId || callIds.has(item.callId);
    const callId = taken ? `${item.callId || item.name}-${randomUUID()}` : item.callId;
    callIds.add(callId);
    return { ...item, callId };
  };
}

function* replay(response: ModelReply): Generator<StreamEvent> {
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
