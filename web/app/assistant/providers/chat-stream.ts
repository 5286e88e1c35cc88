import { AppError } from "#app/platform/errors";
import { type ReasoningState, serializeReasoning } from "./reasoning";

interface ToolCallDelta {
  index?: number | null;
  id?: string | null;
  type?: string;
  function?: { name?: string | null; arguments?: unknown };
  extra_content?: { google?: { thought_signature?: string } };
}

interface Chunk {
  choices?: {
    index?: number;
    finish_reason?: string | null;
    delta?: Delta;
    /** In place of `delta`, from servers that do not stream. */
    message?: Delta;
  }[];
}

interface Delta {
  content?: unknown;
  reasoning?: string;
  reasoning_content?: string | null;
  tool_calls?: ToolCallDelta[] | null;
}

interface Call {
  id: string;
  /** The id and the index that the provider gave it. */
  given: { id: string; index: number | null };
  name: string | undefined;
  arguments: string;
}

/**
 * Normalises the chunks of one Chat Completions stream to what the SDK expects: each tool call has
 * its own index and id and is named once; reasoning is collected into one chunk at the end.
 */
export class ChatStream {
  /** True after a chunk with a `finish_reason`. */
  finished = false;
  readonly #calls: Call[] = [];
  readonly #state: ReasoningState = { reasoning: "", signatures: {} };

  /**
   * Normalises one chunk, in place.
   *
   * @throws AppError `model_refused` when the provider's content filter stopped the answer
   */
  rewrite(chunk: Chunk): Chunk {
    for (const choice of chunk.choices ?? []) {
      choice.index ??= 0;
      choice.delta ??= choice.message;
      const { delta } = choice;
      if (delta?.tool_calls)
        delta.tool_calls = delta.tool_calls.map((call) => this.#normaliseCall(call));
      if (delta) this.#collectReasoning(delta);
      if (delta && "content" in delta) delta.content = this.#textOf(delta.content);
      if (choice.finish_reason) this.#finish(choice);
    }
    return chunk;
  }

  /** The text of a content that may be a list of parts; Mistral's thoughts are among them. */
  #textOf(content: unknown): string | null {
    if (!Array.isArray(content)) return typeof content === "string" ? content : null;
    let text = "";
    for (const part of content as { type?: string; text?: unknown; thinking?: unknown }[]) {
      if (part.type === "thinking") this.#state.reasoning += this.#textOf(part.thinking) ?? "";
      else if (typeof part.text === "string") text += part.text;
    }
    return text;
  }

  #collectReasoning(delta: Delta): void {
    const reasoning = delta.reasoning_content ?? delta.reasoning;
    if (typeof reasoning === "string") this.#state.reasoning += reasoning;
    delete delta.reasoning_content;
    delete delta.reasoning;
  }

  #finish(choice: NonNullable<Chunk["choices"]>[number]): void {
    // Gemini appends a reason: "content_filter: RECITATION".
    if (choice.finish_reason?.startsWith("content_filter"))
      throw new AppError("model_refused", 502);
    this.finished = true;
  }

  /** The chunk to append at the end of the stream: the collected reasoning, if there is any. */
  end(): Chunk | null {
    const reasoning = serializeReasoning(this.#state);
    return reasoning ? { choices: [{ index: 0, delta: { reasoning } }] } : null;
  }

  /** Assigns a delta to its call: Gemini sends whole calls without an index, or all at index 0. */
  #normaliseCall(delta: ToolCallDelta): ToolCallDelta {
    const name = delta.function?.name || undefined;
    let index = this.#indexOf(delta, name);
    let call = this.#calls[index];
    if (!call) {
      index = this.#calls.length;
      const id = delta.id ?? "";
      const isNew = id !== "" && this.#calls.every((other) => other.id !== id);
      call = {
        id: isNew ? id : `call_${crypto.randomUUID()}`,
        given: { id, index: delta.index ?? null },
        name: undefined,
        arguments: "",
      };
      this.#calls.push(call);
    }
    const signature = delta.extra_content?.google?.thought_signature;
    if (signature) this.#state.signatures[call.id] = signature;
    const sent = textOfArguments(delta);
    const text = isRepeated(call, delta) ? "" : sent;
    call.arguments += text;
    const named = call.name === undefined && name !== undefined;
    call.name ??= name;
    return {
      index,
      id: call.id,
      type: "function",
      function: { ...(named && { name }), arguments: text },
    };
  }

  #indexOf(delta: ToolCallDelta, name: string | undefined): number {
    const { id, index = null } = delta;
    const isSame = ({ given }: Call) =>
      given.id === id && (given.index === index || index === null || given.index === null);
    const at = id ? this.#calls.findLastIndex(isSame) : (index ?? this.#calls.length - 1);
    const call = this.#calls[at];
    if (call && isRepeated(call, delta)) return at;
    // A name after complete arguments starts another call, whatever its index and id are.
    const isNext = name !== undefined && call?.name && isCompleteJson(call.arguments);
    return at < 0 || isNext ? this.#calls.length : at;
  }
}

/** Whether a delta is a whole call that has arrived already, under the same id and index. */
function isRepeated({ given, name, arguments: known }: Call, delta: ToolCallDelta): boolean {
  const same = delta.id === given.id && given.id !== "" && (delta.index ?? null) === given.index;
  return same && delta.function?.name === name && known !== "" && textOfArguments(delta) === known;
}

function textOfArguments({ function: called }: ToolCallDelta): string {
  const args = called?.arguments ?? "";
  return typeof args === "string" ? args : JSON.stringify(args);
}

function isCompleteJson(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
