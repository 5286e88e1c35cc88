import type {
  HandoffInputData,
  Model,
  ModelRequest,
  ModelResponse,
  StreamEvent,
} from "@openai/agents";
import { RunHandoffCallItem, RunHandoffOutputItem, Usage } from "@openai/agents";

/**
 * The orchestrator's model when it was detected that the person writes Urdu: it hands over and does
 * nothing else. A provider would be asked for what is already decided, and not every one can be
 * made to call a given tool.
 */
export class HandOver implements Model {
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

/** What the specialist is given: the conversation, without the hand-over, which no model made. */
export function withoutHandOver(data: HandoffInputData): HandoffInputData {
  const isOther = (item: HandoffInputData["newItems"][number]) =>
    !(item instanceof RunHandoffCallItem) && !(item instanceof RunHandoffOutputItem);
  return {
    ...data,
    preHandoffItems: data.preHandoffItems.filter(isOther),
    newItems: data.newItems.filter(isOther),
  };
}
