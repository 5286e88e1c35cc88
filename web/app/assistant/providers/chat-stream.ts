import { AppError } from "#app/platform/errors";
import { type Carried, carry } from "./reasoning";

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
    delta?: {
      content?: string | null;
      reasoning?: string;
      reasoning_content?: string | null;
      tool_calls?: ToolCallDelta[] | null;
    };
  }[];
}

interface Call {
  id: string;
  named: boolean;
  arguments: string;
}

/**
 * Reads the chunks of one Chat Completions stream and gives them as the SDK expects them: each tool
 * call at an index of its own, under an id, named once; thoughts gathered in one piece at the end.
 */
export class ChatStream {
  /** True once the provider has said that the answer is whole. */
  finished = false;
  readonly #calls: Call[] = [];
  readonly #carried: Carried = { reasoning: "", signatures: {} };

  /** @throws AppError `model_refused` when the provider's filter stopped the answer */
  rewrite(chunk: Chunk): Chunk {
    for (const choice of chunk.choices ?? []) {
      choice.index ??= 0;
      const { delta } = choice;
      if (delta?.tool_calls) delta.tool_calls = delta.tool_calls.map((call) => this.#place(call));
      if (delta) this.#gather(delta);
      if (choice.finish_reason) this.#finish(choice);
    }
    return chunk;
  }

  #gather(delta: NonNullable<NonNullable<Chunk["choices"]>[number]["delta"]>): void {
    const thoughts = delta.reasoning_content ?? delta.reasoning;
    if (typeof thoughts === "string") this.#carried.reasoning += thoughts;
    delete delta.reasoning_content;
    delete delta.reasoning;
  }

  #finish(choice: NonNullable<Chunk["choices"]>[number]): void {
    // Gemini adds its own word: "content_filter: RECITATION".
    if (choice.finish_reason?.startsWith("content_filter"))
      throw new AppError("model_refused", 502);
    // A call that was cut off is no call.
    if (choice.finish_reason === "length" && this.#calls.length > 0) {
      throw new Error("The answer ended within a tool call.");
    }
    this.finished = true;
  }

  /** One more chunk for the end of the stream, if there is something to carry. */
  end(): Chunk | null {
    const reasoning = carry(this.#carried);
    return reasoning ? { choices: [{ index: 0, delta: { reasoning } }] } : null;
  }

  /** Gives a piece of a call its place: Gemini sends whole calls without an index, or all at 0. */
  #place(delta: ToolCallDelta): ToolCallDelta {
    const name = delta.function?.name || undefined;
    let at = this.#indexOf(delta, name);
    let call = this.#calls[at];
    if (!call) {
      at = this.#calls.length;
      call = { id: delta.id || `call_${crypto.randomUUID()}`, named: false, arguments: "" };
      this.#calls.push(call);
    }
    const signature = delta.extra_content?.google?.thought_signature;
    if (signature) this.#carried.signatures[call.id] = signature;
    const given = delta.function?.arguments ?? "";
    const text = typeof given === "string" ? given : JSON.stringify(given);
    call.arguments += text;
    const piece = {
      index: at,
      id: call.id,
      type: "function",
      function: {
        ...(name && !call.named && { name }),
        arguments: text,
      },
    };
    call.named ||= name !== undefined;
    return piece;
  }

  #indexOf({ id, index }: ToolCallDelta, name: string | undefined): number {
    if (id) {
      const known = this.#calls.findIndex((call) => call.id === id);
      return known >= 0 ? known : this.#calls.length;
    }
    const at = index ?? this.#calls.length - 1;
    const call = this.#calls[at];
    // A name after a call that is whole begins another, whatever its index says.
    return name && call?.named && isWhole(call.arguments) ? this.#calls.length : at;
  }
}

function isWhole(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
