import type { ReplyLanguage } from "#app/i18n/conversation";
import { englishWords, plainUrduWords, urduEvidence } from "./builtin/lexicon/languages";
import { normaliseWord } from "./builtin/text/normalise";
import { tokenise } from "./builtin/text/tokens";

export { readConsent } from "./consent/read-reply";

/** Language of a message: English, Urdu script, or Urdu in Latin letters. */
export type Language = ReplyLanguage;

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;

/** A longer message has its language in its first and its last characters. */
const SAMPLE_MAX = 2_000;

/**
 * Detects the language of a message: by its script, then by words that only one language has. A
 * message without evidence ("ok", "3") is in `previous`.
 */
export function detectLanguage(message: string, previous: Language = "en"): Language {
  const text =
    message.length > SAMPLE_MAX
      ? `${message.slice(0, SAMPLE_MAX / 2)}\n${message.slice(-SAMPLE_MAX / 2)}`
      : message;
  const words = tokenise(text, false).tokens.filter(
    (token) => token.kind === "word" && !isOfCode(text, token),
  );
  const script = words.filter((word) => ARABIC.test(word.norm));
  const latin = words.filter((word) => /[a-z]/.test(word.norm));
  if (script.length > 0) {
    const grammar = script.some((word) => plainUrduWords.has(word.norm));
    const english = latin.filter((word) => englishWords.has(word.norm)).length;
    if (grammar || script.length >= latin.length || english === 0) return "ur";
    return "en";
  }
  if (latin.length === 0) return quotedUrdu(text) ?? previous;
  let urdu = 0;
  let english = 0;
  for (const word of latin) {
    const evidence = urduEvidence(word.norm);
    if (englishWords.has(word.norm)) english += evidence > 0 ? 0.5 : 1;
    urdu += evidence;
  }
  if (endsInVerb(text)) urdu += 1;
  if (urdu >= 2 && urdu > english) return "ur-Latn";
  if (urdu >= 1 && english === 0 && (latin.length <= 2 || urdu >= latin.length / 4))
    return "ur-Latn";
  if (english > 0 || latin.length > 2) return "en";
  return isNeutral(latin.map((word) => word.norm)) ? previous : "en";
}

/** "E27" and "4k" are of no language; what is only written together ("5baje") is. */
function isOfCode(text: string, { start, end }: { start: number; end: number }): boolean {
  const isDigit = (at: number) => /[0-9۰-۹]/.test(text[at] ?? "");
  return isDigit(end) || (isDigit(start - 1) && end - start < 3);
}

const VERB_LAST = /\b(?:de|le|kar|kr|bhej|rakh) (?:di|diya|do|li|liya|dein)[.!]?$/i;
const DO_LAST = /.\bdo[.!]?$/i;

/** A verb at the end, as in Urdu only: "assignment de di", "bread ko high priority do". */
function endsInVerb(text: string): boolean {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  const end = DO_LAST.exec(line);
  return VERB_LAST.test(line) || (end !== null && /\bko\b/i.test(line.slice(0, end.index)));
}

function isNeutral(words: readonly string[]): boolean {
  return words.every((word) =>
    /^(ok|okay|k|hmm|yes|no|done|undo|delete|add|list|task|tasks|help|thanks)$/.test(
      normaliseWord(word),
    ),
  );
}

function quotedUrdu(text: string): Language | null {
  return ARABIC.test(text) && /\p{L}/u.test(text) ? "ur" : null;
}
