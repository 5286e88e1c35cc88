import type {
  HandoffInputData,
  Model,
  ModelRequest,
  ModelResponse,
  StreamEvent,
} from "@openai/agents";
import { RunHandoffCallItem, RunHandoffOutputItem, Usage } from "@openai/agents";

/**
 * A model that calls one handoff tool and nothing else: the orchestrator's, when the detected
 * language is Urdu. It saves a request whose result is known, and not every provider can be forced
 * to call a certain tool.
 */
export class ForcedHandoff implements Model {
  readonly #tool: string;

  constructor(tool: string) {
    this.#tool = tool;
  }

  async getResponse(_request: ModelRequest): Promise<ModelResponse> {
    return { output: [this.#call()], usage: new Usage() };
  }

  async *getStreamedResponse(_request: ModelRequest): AsyncIterable<StreamEvent> {
    const usage = { inputTokens: 0, outputTokens: 0, totalTokens: 0 };
    const id = crypto.randomUUID();
    yield { type: "response_done", response: { id, usage, output: [this.#call()] } };
  }

  #call() {
    return {
      type: "function_call" as const,
      callId: `call_${crypto.randomUUID()}`,
      name: this.#tool,
      arguments: "{}",
      status: "completed" as const,
    };
  }
}

/** Input filter of the handoff: the specialist's provider must not see a call that no model made. */
export function removeHandoffItems(data: HandoffInputData): HandoffInputData {
  const isNotHandoff = (item: HandoffInputData["newItems"][number]) =>
    !(item instanceof RunHandoffCallItem) && !(item instanceof RunHandoffOutputItem);
  return {
    ...data,
    preHandoffItems: data.preHandoffItems.filter(isNotHandoff),
    newItems: data.newItems.filter(isNotHandoff),
  };
}
