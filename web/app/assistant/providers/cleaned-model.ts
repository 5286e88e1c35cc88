import type { Model, ModelRequest, ModelResponse, protocol, StreamEvent } from "@openai/agents";
import { withoutAnswerData } from "../answer-data";
import { cleanText, LeakFilter } from "./leak-filter";
import { type TextualCall, toolName } from "./textual-calls";

type ResponseDone = Extract<StreamEvent, { type: "response_done" }>;
type Output = protocol.OutputModelItem[];

/** The names that a request offers: its tools and handoffs. */
export const offeredNames = ({ tools, handoffs }: ModelRequest): ReadonlySet<string> =>
  new Set([
    ...tools.flatMap((tool) => (tool.type === "function" ? [tool.name] : [])),
    ...handoffs.map((handoff) => handoff.toolName),
  ]);

/**
 * A model whose answers have no text protocols in them: thoughts and the tokens of a chat template
 * are taken out, and tool calls that were written as text are calls.
 */
export class CleanedModel implements Model {
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    return this.#model.getResponse(request);
  }

  async *getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    const filter = new LeakFilter();
    for await (const event of this.#model.getStreamedResponse(withoutAnswerData(request))) {
      if (event.type === "output_text_delta") {
        const delta = filter.push(event.delta);
        if (delta !== "") yield { ...event, delta };
      } else if (event.type === "response_done") {
        const delta = filter.end();
        if (delta !== "") yield { type: "output_text_delta", delta };
        yield cleanResponse(event, request);
      } else yield event;
    }
  }
}

function cleanResponse(event: ResponseDone, request: ModelRequest): ResponseDone {
  const written: TextualCall[] = [];
  const output: Output = event.response.output.flatMap((item): Output => {
    if (item.type === "function_call") return [withPlainCall(item)];
    if (item.type !== "message" || item.role !== "assistant") return [item];
    const content = item.content.map((part) => {
      if (part.type !== "output_text") return part;
      const { text, calls } = cleanText(part.text);
      written.push(...calls);
      return { ...part, text };
    });
    const isEmpty = content.every((part) => part.type === "output_text" && part.text === "");
    return isEmpty ? [] : [{ ...item, content }];
  });
  // A server that reads the calls out of the text may leave them there too.
  const isCalling = output.some(({ type }) => type === "function_call");
  const says = output.some(({ type }) => type === "message");
  const calls = isCalling ? [] : callable(written, request, !says);
  return { ...event, response: { ...event.response, output: [...output, ...calls.map(toItem)] } };
}

/**
 * The calls to make of those that were written as text. What only repeats data of the conversation,
 * such as the title of a task, is none. A tool that is not offered is called only by an answer that
 * says nothing else, so that the model is told.
 */
function callable(calls: TextualCall[], request: ModelRequest, alone: boolean): TextualCall[] {
  if (calls.length === 0) return calls;
  const names = offeredNames(request);
  const inputText = squeeze(JSON.stringify(dataIn(request.input)));
  const own = calls.filter(
    (call) => call.arguments === "{}" || !inputText.includes(squeeze(call.arguments)),
  );
  const known = own.filter(({ name }) => names.has(name));
  return known.length === 0 && alone ? own : known;
}

/** What an answer may repeat: messages of the person and results of tools. */
const dataIn = (input: ModelRequest["input"]) =>
  typeof input === "string"
    ? input
    : input.filter((item) =>
        "role" in item ? item.role === "user" : item.type !== "function_call",
      );

/** JSON however often it was put into JSON, and however it was laid out. */
const squeeze = (json: string): string => json.replace(/[\s\\]+/g, "");

const toItem = (call: TextualCall): protocol.FunctionCallItem => ({
  type: "function_call",
  callId: `call_${crypto.randomUUID()}`,
  status: "completed",
  ...call,
  arguments: plainArguments(call.arguments),
});

const withPlainCall = (item: protocol.FunctionCallItem): protocol.FunctionCallItem => ({
  ...item,
  name: toolName(item.name),
  arguments: plainArguments(item.arguments),
});

/** No arguments as an object without members, and JSON that was put into JSON as it was. */
function plainArguments(json: string | null | undefined): string {
  const text = (json ?? "").trim();
  if (text === "" || text === "null" || text === '""') return "{}";
  if (!text.startsWith('"')) return text;
  try {
    return plainArguments(String(JSON.parse(text)));
  } catch {
    return text;
  }
}
