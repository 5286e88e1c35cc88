import type {
  AgentInputItem,
  Model,
  ModelRequest,
  ModelResponse,
  StreamEvent,
} from "@openai/agents";

/**
 * A model that prepends the earlier messages of a conversation to each request. The agents do not
 * hold them: the SDK would copy each item three times before each call.
 */
export class HistoryModel implements Model {
  readonly #model: Model;
  readonly #history: AgentInputItem[];

  constructor(model: Model, history: AgentInputItem[]) {
    this.#model = model;
    this.#history = history;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(this.#withHistory(request));
  }

  getRetryAdvice(...args: Parameters<NonNullable<Model["getRetryAdvice"]>>) {
    return this.#model.getRetryAdvice?.(...args);
  }

  getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    return this.#model.getStreamedResponse(this.#withHistory(request));
  }

  #withHistory(request: ModelRequest): ModelRequest {
    const { input } = request;
    const items: AgentInputItem[] =
      typeof input === "string" ? [{ type: "message", role: "user", content: input }] : input;
    return { ...request, input: [...this.#history, ...items] };
  }
}
