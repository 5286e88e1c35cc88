import type {
  AgentInputItem,
  Model,
  ModelRequest,
  ModelResponse,
  StreamEvent,
} from "@openai/agents";

/**
 * A model that is also given what was said before the message that is answered. Agents need not
 * know it, and the SDK would copy each item of it three times before each call.
 */
export class HistoryModel implements Model {
  readonly #model: Model;
  readonly #earlier: AgentInputItem[];

  constructor(model: Model, earlier: AgentInputItem[]) {
    this.#model = model;
    this.#earlier = earlier;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(this.#recall(request));
  }

  getRetryAdvice(...args: Parameters<NonNullable<Model["getRetryAdvice"]>>) {
    return this.#model.getRetryAdvice?.(...args);
  }

  getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    return this.#model.getStreamedResponse(this.#recall(request));
  }

  #recall(request: ModelRequest): ModelRequest {
    const { input } = request;
    const said: AgentInputItem[] =
      typeof input === "string" ? [{ type: "message", role: "user", content: input }] : input;
    return { ...request, input: [...this.#earlier, ...said] };
  }
}
