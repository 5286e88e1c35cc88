import { PIECE } from "./lexicon/pieces";
import { asciiDigits, foldSound, plainWord } from "./spelling";

/** A piece of a text, with where it stands in it. */
export interface Token {
  /** Places in the text, in UTF-16 units. */
  start: number;
  end: number;
  kind: "word" | "number" | "mark" | "quote";
  /** The form that words are compared by; empty for what is quoted. */
  plain: string;
  /** The sound of a word in Latin letters, as Roman Urdu is compared; empty otherwise. */
  sound: string;
  /** Whether it is a possessive: "today's". */
  owner: boolean;
  /** Whether nothing stands between it and the token before. */
  glued: boolean;
  /** Whether only its first letter is a capital. */
  capital: boolean;
}

/** Cuts a text into tokens. Linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const small = /\p{Ll}/u.test(text);
  let last = 0;
  for (const match of asciiDigits(text).matchAll(PIECE)) {
    const piece = match[0];
    const start = match.index;
    const kind = kindOf(piece);
    const owner = kind === "word" && /..['’]s$/i.test(piece) && !IS.test(piece);
    const plain = formOf(owner ? piece.slice(0, -2) : piece, kind);
    const roman = kind === "word" && /^[a-z]+$/.test(plain) && !(small && ACRONYM.test(piece));
    const sound = roman ? foldSound(plain) : "";
    const end = start + piece.length;
    const glued = start === last && start > 0;
    const capital = kind === "word" && /^\p{Lu}(?!\p{Lu})/u.test(piece);
    tokens.push({ start, end, kind, plain, sound, owner, glued, capital });
    last = end;
  }
  return tokens;
}

/** The PE of "PE kit" is no word of Roman Urdu, unless all is written in capitals. */
const ACRONYM = /^[A-Z]{2,3}$/;

/** "It's", "that's": what owns nothing. */
const IS = /^(?:it|that|this|what|who|how|when|where|why|he|she|there|here|let)['’]s$/i;

function formOf(piece: string, kind: Token["kind"]): string {
  if (kind === "mark") return piece;
  return kind === "quote" ? "" : plainWord(kind === "number" ? piece.replaceAll(" ", "") : piece);
}

function kindOf(piece: string): Token["kind"] {
  if (/^\d/.test(piece)) return "number";
  if (/^\p{L}/u.test(piece)) return /^(?:https?:\/\/|www\.)|@/i.test(piece) ? "quote" : "word";
  return piece.length > 2 ? "quote" : "mark";
}
