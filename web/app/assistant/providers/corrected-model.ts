import type {
  AgentInputItem,
  Model,
  ModelRequest,
  ModelResponse,
  protocol,
  StreamEvent,
} from "@openai/agents";
import { AppError } from "#app/platform/errors";
import { offeredNames } from "./cleaned-model";

type Response = Extract<StreamEvent, { type: "response_done" }>["response"];
type Call = protocol.FunctionCallItem;

/**
 * A model that is told once what is wrong with its tool calls: a tool that is not offered, or
 * arguments that are not JSON. None of the calls of such an answer is made.
 */
export class CorrectedModel implements Model {
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(request);
  }

  /** @throws AppError `model_failed` when the second answer has such calls too */
  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const names = offeredNames(request);
    let first: Response | undefined;
    for await (const event of this.#model.getStreamedResponse(request)) {
      if (event.type !== "response_done" || faultsIn(event.response, names).size === 0) yield event;
      else first = event.response;
    }
    if (!first) return;
    const faults = faultsIn(first, names);
    const again = { ...request, input: [...itemsOf(request.input), ...told(first, faults)] };
    for await (const event of this.#model.getStreamedResponse(again)) {
      if (event.type !== "response_done") yield event;
      else if (faultsIn(event.response, names).size > 0) {
        const cause = new Error("The model called tools wrongly, and again after it was told.");
        throw new AppError("model_failed", 502, { cause });
      } else yield { ...event, response: joined(first, event.response) };
    }
  }
}

/** What is wrong with calls of an answer. */
function faultsIn(response: Response, names: ReadonlySet<string>): Map<Call, string> {
  const faults = new Map<Call, string>();
  for (const item of response.output) {
    if (item.type !== "function_call") continue;
    const fault = names.has(item.name)
      ? faultOfArguments(item.arguments)
      : `There is no tool ${item.name}. The tools are: ${[...names].join(", ")}.`;
    if (fault !== null) faults.set(item, fault);
  }
  return faults;
}

function faultOfArguments(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? null : "The arguments are not a JSON object.";
  } catch (error) {
    return `The arguments are not JSON: ${(error as Error).message}`;
  }
}

/** The answer as a part of the input, each call with what became of it. */
function told({ output }: Response, faults: ReadonlyMap<Call, string>): AgentInputItem[] {
  const calls = output.filter((item) => item.type === "function_call");
  // Servers read the arguments of earlier calls.
  const sent = output.map((item) =>
    item.type === "function_call" && faultOfArguments(item.arguments) !== null
      ? { ...item, arguments: "{}" }
      : item,
  );
  const results = calls.map(({ callId, name }, index): AgentInputItem => {
    const call = calls[index];
    const detail = call && faults.get(call);
    const error = { code: "not_called", detail: detail ?? "Not called, for the fault of another." };
    const output = { type: "text", text: JSON.stringify({ error, hint: HINT }) } as const;
    return { type: "function_call_result", callId, name, status: "completed", output };
  });
  return [...sent, ...results];
}

const HINT = "None of these calls was made. Make all that are needed again, rightly.";

/** The second answer, with what the first one said before its calls and the tokens of both. */
function joined(first: Response, second: Response): Response {
  const said = first.output.filter(({ type }) => type === "message");
  const usage = {
    ...second.usage,
    inputTokens: first.usage.inputTokens + second.usage.inputTokens,
    outputTokens: first.usage.outputTokens + second.usage.outputTokens,
    totalTokens: first.usage.totalTokens + second.usage.totalTokens,
  };
  return { ...second, usage, output: [...said, ...second.output] };
}

const itemsOf = (input: ModelRequest["input"]): AgentInputItem[] =>
  typeof input === "string" ? [{ type: "message", role: "user", content: input }] : input;
