import type { Intent } from "../lexicon/commands";
import type { Found } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import type { Utterance } from "./utterance";

/** What a clause asks for, and the words that are left when the command is taken out. */
export interface Classified {
  intent: Intent | null;
  rest: readonly Token[];
  /** How it was seen: said outright, or only implied by the shape of the sentence. */
  by: "opening" | "closing" | "obligation" | "past" | "question" | "shape" | "none";
  /** The words that opened the command. */
  verb: string;
}

/** What the rules look at. */
export interface Clues {
  said: Utterance;
  core: readonly Token[];
  first: Found<Intent> | null;
  last: Found<Intent> | null;
  /** The words of the opening, and what follows it. */
  verb: string;
  rest: readonly Token[];
  asks: boolean;
  urdu: boolean;
}
