import { sameLetter } from "./lexicon/letters";

/** The forms in which words are compared: one per letter in Urdu, one per sound in Roman Urdu. */

const LETTERS = new RegExp(`[${Object.keys(sameLetter).join("")}]`, "g");
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u065f\u0670]/g;

/** Arabic and Urdu digits as ASCII digits; the length stays. */
export const asciiDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** The same words come again and again. Bounded, and only for words of an ordinary length. */
function remembered(spell: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    if (word.length > 32) return spell(word);
    let form = known.get(word);
    if (form === undefined) {
      form = spell(word);
      if (known.size > 5000) known.clear();
      known.set(word, form);
    }
    return form;
  };
}

/** A word in lower case, one form per letter, without vowel marks, joiners and apostrophes. */
export const plainWord = remembered((word) =>
  word
    .normalize("NFC")
    .toLowerCase()
    .replace(UNSEEN, "")
    .replace(LETTERS, (letter) => sameLetter[letter] ?? letter)
    .replace(/['’‘`]/g, ""),
);

/**
 * Roman Urdu has no spelling, only sounds: `hafte`, `haftay` and `haftey` are one word, and so are
 * `saarhe` and `sarhe`. What the folding does not bring together stands in the lexicon twice.
 */
export const foldSound = remembered((word) =>
  word
    .replace(/ee/g, "i")
    .replace(/oo/g, "u")
    .replace(/(.)\1+/g, "$1")
    .replace(/(?:ay|ey|ai|ei|(?<=[a-z]{3})y)$/, "e")
    .replace(/w/g, "v")
    .replace(/q/g, "k")
    .replace(/ph/g, "f")
    .replace(/(?<=[bdgjkrt])h(?=[aeiou])/g, "")
    .replace(/(?<=[aeiou])h$/, ""),
);
