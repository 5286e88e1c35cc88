import type { ReplyLanguage } from "#app/i18n/conversation";
import { consentWords } from "./builtin/lexicon/consent";
import { englishWords, plainUrduWords, urduEvidence } from "./builtin/lexicon/languages";
import { normaliseWord } from "./builtin/text/normalise";
import { PhraseBook } from "./builtin/text/phrase-book";
import { tokenise } from "./builtin/text/tokens";

/** What people write to Karlo in: English, Urdu script, or Urdu in Latin letters. */
export type Language = ReplyLanguage;

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;

/**
 * The language of a message. Script decides first, then the words that only one language has. A
 * message without evidence ("ok", "3") is in `previous`, or English.
 */
export function detectLanguage(text: string, previous: Language = "en"): Language {
  const words = tokenise(text, false).tokens.filter((token) => token.kind === "word");
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
  if (VERB_LAST.test(text)) urdu += 1;
  if (urdu >= 2 && urdu > english) return "ur-Latn";
  if (urdu >= 1 && english === 0 && (latin.length <= 2 || urdu >= latin.length / 4))
    return "ur-Latn";
  if (english > 0 || latin.length > 2) return "en";
  return isNeutral(latin.map((word) => word.norm)) ? previous : "en";
}

/** "Assignment de di", "bread ko high priority do": a verb at the end, as only Urdu has it. */
const VERB_LAST =
  /\bko\b.+\bdo[.!]?$|\b(?:de|le|kar|kr|bhej|rakh) (?:di|diya|do|li|liya|dein)[.!]?$/i;

const consent = new PhraseBook(consentWords);

/** Yes or no, when a whole message says only that; otherwise `null`. */
export function readConsent(text: string): "yes" | "no" | null {
  const tokens = tokenise(text, true).tokens.filter(
    ({ kind, norm }) => kind !== "mark" || /\p{Extended_Pictographic}/u.test(norm),
  );
  if (/[?؟]/.test(text) || tokens.length === 0 || tokens.length > 8) return null;
  const answers = new Set<"yes" | "no">();
  for (let at = 0; at < tokens.length; ) {
    const found = consent.at(tokens, at);
    if (!found) return null;
    if (found.value !== "filler") answers.add(found.value);
    at += found.length;
  }
  // "No, keep it" and "ok no" are both a no: where there is doubt, nothing is done.
  if (answers.has("no")) return "no";
  return answers.has("yes") ? "yes" : null;
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
