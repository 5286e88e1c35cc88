import type { Tag } from "../builtin/reading/features";

/** A sentence with what its words are and what it wants. */
export interface Sentence {
  text: string;
  /** Whether it is said after the one above it. */
  goesOn: boolean;
  marks: readonly Mark[];
  /** Places in the text where one command ends and the next begins. */
  cuts: readonly number[];
  /** What each of its commands wants. */
  intents: readonly string[];
  /** What must follow in the tests, where that is said: `add gym; due=2026-11-24`. */
  follows: string | null;
}

/** Words of a sentence that are something to its command. */
export interface Mark {
  start: number;
  end: number;
  tag: Exclude<Tag, "O">;
  /** Whether they go on with the title before. */
  more: boolean;
}

export const INTENTS = [
  "add",
  "list",
  "find",
  "stats",
  "next",
  "complete",
  "reopen",
  "delete",
  "update",
  "restore",
  "undo",
  "greet",
  "how",
  "thanks",
  "bye",
  "help",
  "identity",
  "refrain",
  "answer",
  "ask-title",
  "lists",
  "more",
  "unknown",
] as const;

const VERBS: Readonly<Record<string, string>> = { change: "update", show: "find", search: "find" };
const SAYS: Readonly<Record<string, string>> = {
  greeting: "greet",
  howAreYou: "how",
  welcome: "thanks",
  farewell: "bye",
  refrained: "refrain",
};
const OPENED: Readonly<Record<string, [Mark["tag"], boolean]>> = {
  "": ["T", false],
  "+": ["T", true],
  "=": ["N", false],
  ":": ["D", false],
  "#": ["C", false],
};

/**
 * Reads a file of sentences, one a line: `move {gym} to friday => update`.
 *
 * @throws Error naming the line that cannot be read
 */
export function readSentences(text: string): Sentence[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("# "))
    .map(readSentence);
}

function readSentence(line: string): Sentence {
  const goesOn = line.startsWith("> ");
  const at = line.lastIndexOf(" => ");
  if (at < 0) throw new Error(`No " => " in: ${line}`);
  const marked = line.slice(goesOn ? 2 : 0, at).replace(/^(\w+ ?): (?=\{)/, "$1: ");
  const [follows = "", said] = line.slice(at + 4).split(/ as (?=[a-z-]+(?: \/\/ [a-z-]+)*$)/);
  const intents = (said ?? intentsOf(follows)).split(" // ").map((name) => name.trim());
  const unknown = intents.find((name) => !(INTENTS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`No intent "${unknown}" in: ${line}`);
  const outcome = said !== undefined || /[ ;]/.test(follows.replaceAll(" // ", ""));
  return { ...readMarks(marked, line), goesOn, intents, follows: outcome ? follows : null };
}

/** The intents of what follows, where it does not say them itself. */
function intentsOf(follows: string): string {
  if (!follows.includes(" ") || follows.includes(" // ")) return follows;
  const intents = follows.split(" & ").map((part) => {
    const [verb = "", ...rest] = part.split(" ");
    if (verb === "says") return SAYS[rest.join(" ")] ?? rest.join(" ");
    if (verb !== "all") return VERBS[verb] ?? verb;
    if (/"deleted":true/.test(part)) return "delete";
    const done = /"completed":(true|false)\}\}$/.exec(part)?.[1];
    return done === undefined ? "update" : done === "true" ? "complete" : "reopen";
  });
  return intents.filter((name, place) => name !== intents[place - 1]).join(" // ");
}

function readMarks(marked: string, line: string): Pick<Sentence, "text" | "marks" | "cuts"> {
  const marks: Mark[] = [];
  const cuts: number[] = [];
  let text = "";
  for (let at = 0; at < marked.length; ) {
    if (marked.startsWith(" // ", at)) {
      if (!text.endsWith(" ") && !/^[,،.;!?۔؟]/.test(marked.slice(at + 4))) text += " ";
      cuts.push(text.length);
      at += 4;
    } else if (marked[at] === "{") {
      const end = marked.indexOf("}", at);
      if (end < 0) throw new Error(`No "}" in: ${line}`);
      const sign = /[+=:#]/.test(marked[at + 1] ?? "") ? (marked[at + 1] ?? "") : "";
      const [tag, more] = OPENED[sign] ?? ["T", false];
      const words = marked.slice(at + 1 + sign.length, end);
      marks.push({ start: text.length, end: text.length + words.length, tag, more });
      text += words;
      at = end + 1;
    } else text += marked[at++];
  }
  return { text, marks, cuts };
}
