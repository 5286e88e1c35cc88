import { listNoise, questions } from "../lexicon/fillers";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { isUrduLike, spoken } from "./shape";

const noise = new PhraseBook([...listNoise, ...questions]);

/** What tells in Urdu that something was done, and asks for it where a question word stands. */
const AUXILIARY = wordSet(
  "kar kr kiya kia kiye ki li liya lia di diya dia gaya gayi gai gya tha thi the chuka chuki chuke hun hoon کر کیا کی کیے لی لیا لیے دی دیا دیے گیا گئی گئے تھا تھی تھے چکا چکی چکے ہوں",
);

/** What asks about the world or about us, not about a task: how to cook, who somebody is. */
const ELSEWHERE =
  /^(?:how|why|who|whos|where|what|whats|which|can|could|should|would|will|may) |(?:^| )(?:you|your|yourself|tum|tumhara|aap|kaise|kese|kaisa|kaisi|kyun|kyu|kaun|kon|آپ|تم|تمہارا|کیسے|کیسا|کیسی|کیون|کون)(?: |$)/;

/** Whether a question may be about one task: it asks whether it was done, or when it is. */
export function mayAskForOne(core: readonly Token[]): boolean {
  return !ELSEWHERE.test(spoken(core));
}

/**
 * The words of a question that may name a task: "when am I seeing the dentist", کیا علی کو فون کیا تھا.
 * The first of them in English, the last in Urdu, may be a verb that no title has.
 */
export function namedInQuestion(core: readonly Token[]): {
  words: readonly Token[];
  shorter: readonly Token[];
} {
  const urdu = isUrduLike(core);
  const words = core.filter(
    (token) =>
      token.kind === "quote" ||
      (token.kind !== "mark" && !noise.at([token], 0) && !(urdu && AUXILIARY.has(token.norm))),
  );
  return { words, shorter: urdu ? words.slice(0, -1) : words.slice(1) };
}
