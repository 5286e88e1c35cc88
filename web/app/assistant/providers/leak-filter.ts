import { readCalls, readFunction, readSection, type TextualCall } from "./textual-calls";

/** How a piece of a text protocol begins; what it holds is not for the person. */
const OPENING = new RegExp(
  [
    "<(?:think|thinking|reasoning|thought)>",
    "</(?:think|thinking|reasoning|thought)>",
    "<(?:tool_call|tool_calls|function_call|tool_use)>",
    "</(?:tool_call|tool_calls|function_call|tool_use)>",
    "<function=",
    "\\[TOOL_CALLS\\]",
    // Tokens of chat templates; DeepSeek's have bars of full width.
    "<[|｜][^|｜<>\\n]{1,48}[|｜]>",
    "```",
  ].join("|"),
);

/** What may be the beginning of {@link OPENING}, at the end of a chunk. */
const PARTIAL = /(?:<[^<>\n]{0,50}|`{1,2}|\[[A-Z_]{0,11})$/;

type Mode =
  | "text"
  | "thought"
  | "call"
  | "section"
  | "role"
  | "channel"
  | "fence"
  | "code"
  | "json";

/** Where each piece ends; a piece that does not end reaches to the end of the text. */
const CLOSING: Record<Exclude<Mode, "text" | "json">, RegExp> = {
  thought: /<\/(?:think|thinking|reasoning|thought)>|<\|(?:end|start|return)\|>/,
  call: /<\/(?:tool_call|tool_calls|function_call|tool_use|function)>\s*(?:<\/tool_calls?>)?/,
  section: /<[|｜][^|｜<>\n]*calls[^|｜<>\n]*end[|｜]>|<\|(?:eom_id|eot_id|call)\|>/,
  role: /\n|<\|(?:end_header_id|message)\|>|(?=<\|channel\|>)/,
  channel: /<\|message\|>/,
  fence: /\n[ \t]*```/,
  code: /```/,
};

/** Longer than any closing: what is held back of a piece that is dropped. */
const TAIL = 64;

/**
 * Takes text protocols out of an answer that arrives in chunks: thoughts, tool calls that were
 * written as text, tokens of a chat template. Chunks may divide the text anywhere.
 */
export class LeakFilter {
  /** The tool calls that were written as text, in their order. */
  readonly calls: TextualCall[] = [];
  #mode: Mode = "text";
  /** What was not decided yet, and in a piece that is kept, the piece. */
  #rest = "";
  /** What a piece began with. */
  #opening = "";
  /** Whether anything was passed on. */
  #begun = false;

  /** Adds a chunk; returns what of the text is for the person. */
  push(chunk: string): string {
    this.#rest += chunk;
    return this.#read(false);
  }

  /** Ends the text; returns the rest of what is for the person. */
  end(): string {
    return this.#read(true);
  }

  #read(last: boolean): string {
    let text = "";
    for (;;) {
      const { length } = this.#rest;
      const mode = this.#mode;
      const more = mode === "text" ? this.#readText(last) : this.#readPiece(mode, last);
      text += this.#begun ? more : more.trimStart();
      this.#begun ||= text !== "";
      if (this.#rest.length === length && this.#mode === mode) return text;
    }
  }

  #readText(last: boolean): string {
    // An answer that is JSON throughout may be a call.
    if (!this.#begun && /^\s*[[{]/.test(this.#rest) && !/^\s*\[TOOL_CALLS\]/.test(this.#rest)) {
      if (!last && "[TOOL_CALLS]".startsWith(this.#rest.trimStart())) return "";
      return this.#enter("json", "", 0);
    }
    const match = OPENING.exec(this.#rest);
    if (!match) {
      const held = last ? -1 : this.#rest.search(PARTIAL);
      return this.#take(held < 0 ? this.#rest.length : held);
    }
    const text = this.#take(match.index);
    const [opening] = match;
    this.#enter(modeOf(opening), opening, opening.length);
    return text;
  }

  #readPiece(mode: Exclude<Mode, "text">, last: boolean): string {
    if (mode === "json") return last ? this.#finish(mode, this.#rest.length, 0) : "";
    if (mode === "fence" && !this.#mayBeCall()) return this.#enter("code", this.#opening, 0);
    const match = CLOSING[mode].exec(this.#rest);
    if (match) return this.#finish(mode, match.index, match[0].length);
    if (last) return this.#finish(mode, this.#rest.length, 0);
    if (mode === "thought") this.#take(Math.max(this.#rest.length - TAIL, 0));
    return "";
  }

  /** Ends a piece; returns what of it is for the person. */
  #finish(mode: Exclude<Mode, "text">, length: number, closing: number): string {
    const piece = this.#take(length);
    const end = this.#take(closing);
    const opening = this.#opening;
    this.#mode = "text";
    if (mode === "thought" || mode === "role") return "";
    if (mode === "code") return opening + piece + end;
    if (mode === "channel") return this.#openChannel(piece);
    if (mode === "section") {
      const to = /\bto=(\S+)/.exec(opening)?.[1];
      this.calls.push(...(to ? readSection(`${to} ${piece}`) : readSection(piece)));
      return "";
    }
    const text = mode === "call" && opening.startsWith("<function=") ? opening + piece : piece;
    const calls = text.includes("<function=")
      ? readFunction(text)
      : readCalls(text.replace(mode === "fence" ? /^\w*/ : /^\s*<tool_call>/, ""));
    this.calls.push(...calls);
    // Code that is no call is an answer like any other.
    return mode === "call" || calls.length > 0 ? "" : opening + piece + end;
  }

  /** The channels of gpt-oss: its thoughts, its calls, and its answer. */
  #openChannel(header: string): string {
    if (/\bto=/.test(header)) return this.#enter("section", header, 0);
    return /^\s*(?:analysis|commentary)/.test(header) ? this.#enter("thought", "", 0) : "";
  }

  /** Whether a fence holds JSON, as far as it has arrived. */
  #mayBeCall(): boolean {
    return /^[a-z_]*$|^(?:json|tool_call|tool_code|tool)?[ \t]*\n\s*(?:[[{]|$)/.test(this.#rest);
  }

  #enter(mode: Mode, opening: string, length: number): "" {
    this.#take(length);
    this.#mode = mode;
    this.#opening = opening;
    return "";
  }

  #take(length: number): string {
    const taken = this.#rest.slice(0, length);
    this.#rest = this.#rest.slice(length);
    return taken;
  }
}

/** What an opening opens; a token by itself is only dropped. */
function modeOf(opening: string): Mode {
  if (opening === "```") return "fence";
  if (/^<(?:think|reason|thought)/.test(opening)) return "thought";
  if (/^<(?:tool|function)/.test(opening)) return "call";
  if (opening === "[TOOL_CALLS]" || opening === "<|python_tag|>") return "section";
  if (/calls.*begin/.test(opening)) return "section";
  if (/^<\|(?:start|im_start|start_header_id)\|>$/.test(opening)) return "role";
  return opening === "<|channel|>" ? "channel" : "text";
}

/** A complete text without its text protocols, and the calls among them. */
export function cleanText(text: string): { text: string; calls: TextualCall[] } {
  const filter = new LeakFilter();
  const cleaned = filter.push(text) + filter.end();
  // What a template began to think before the answer ends without having begun.
  const thought = /^.*?<\/(?:think|thinking|reasoning|thought)>/s.exec(text);
  const orphan = thought && !/<(?:think|thinking|reasoning|thought)>/.test(thought[0]);
  if (orphan) return cleanText(text.slice(thought[0].length));
  return { text: cleaned.trim() === "" ? "" : cleaned, calls: filter.calls };
}
