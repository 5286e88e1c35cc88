import {
  type Model,
  type ModelRequest,
  type ModelResponse,
  type protocol,
  type StreamEvent,
  Usage,
} from "@openai/agents";
import type { BuiltinRequest, BuiltinResponse } from "./answer-request";
import type { KnownTask } from "./reading/known";
import { recentItems } from "./request";

export interface BuiltinModelOptions
  extends Pick<BuiltinRequest, "timeZone" | "language" | "numerals" | "preferences"> {
  /** The present moment; a test gives a fixed one. */
  now: () => Date;
  /** The tasks that the person may speak of. */
  readTasks(): Promise<KnownTask[]>;
  /** Makes a response: `answerRequest`, or what runs it in another thread. */
  answer(
    request: BuiltinRequest,
    signal: AbortSignal | undefined,
  ): BuiltinResponse | Promise<BuiltinResponse>;
}

/** A response whose output the stream can carry too. */
type Answer = ModelResponse & { responseId: string; output: protocol.OutputModelItem[] };

/**
 * The model that needs no key: what was learned from sentences, behind the SDK's
 * `Model`, so that agents, hand-over, tools, approvals and streaming are the same as with an LLM.
 */
export class BuiltinModel implements Model {
  readonly #options: BuiltinModelOptions;
  /** Read once, since what is said means the tasks as they were. */
  #tasks: Promise<KnownTask[]> | undefined;
  /** When it was said. */
  #now: number | undefined;

  constructor(options: BuiltinModelOptions) {
    this.#options = options;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#respond(request);
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const response = await this.#respond(request);
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

  async #respond(request: ModelRequest): Promise<Answer> {
    const { signal, modelSettings } = request;
    signal?.throwIfAborted();
    const { now, answer, readTasks, ...options } = this.#options;
    this.#tasks ??= readTasks();
    this.#now ??= now().getTime();
    const { output, inputTokens, outputTokens } = await answer(
      {
        ...options,
        tasks: await this.#tasks,
        now: this.#now,
        input: recentItems(request.input),
        handoffs: request.handoffs.map(({ toolName }) => ({ toolName })),
        toolChoice: modelSettings.toolChoice,
      },
      signal,
    );
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
}
