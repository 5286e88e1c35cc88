import type { Model, ModelRequest, ModelResponse, StreamEvent } from "@openai/agents";
import { failSpan, startSpan, withSpan } from "#app/platform/tracing/span";

/**
 * A model whose requests are spans, without what was asked and answered.
 * Conventions: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/
 */
export class TracedModel implements Model {
  readonly #model: Model;
  readonly #attributes: Record<string, string>;

  /**
   * @param provider `MODEL_PROVIDER`
   * @param name the provider's name of the model
   */
  constructor(model: Model, { provider, name }: { provider: string; name: string }) {
    this.#model = model;
    this.#attributes = {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": provider,
      "gen_ai.request.model": name,
    };
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(request);
  }

  getRetryAdvice(...args: Parameters<NonNullable<Model["getRetryAdvice"]>>) {
    return this.#model.getRetryAdvice?.(...args);
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const attributes = this.#attributes;
    const name = `chat ${attributes["gen_ai.request.model"]}`;
    const span = startSpan(name, { kind: "client", attributes });
    const events = withSpan(span, () =>
      this.#model.getStreamedResponse(request)[Symbol.asyncIterator](),
    );
    try {
      for (;;) {
        // Each step belongs to the span: the reader of the stream is in another async context.
        const { done, value } = await withSpan(span, () => events.next());
        if (done) return;
        if (value.type === "response_done") {
          const { inputTokens, outputTokens } = value.response.usage;
          span.setAttribute("gen_ai.usage.input_tokens", inputTokens);
          span.setAttribute("gen_ai.usage.output_tokens", outputTokens);
        }
        yield value;
      }
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      await events.return?.();
      span.end();
    }
  }
}
