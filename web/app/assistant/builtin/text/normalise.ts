import { sameLetter } from "#app/when/lexicon/letters";
import { asciiDigits } from "#app/when/spelling";

/** Letters of the neighbours' keyboards, Pashto and Sindhi, beside those of Urdu and Arabic. */
const letters: Record<string, string> = { ...sameLetter, ۍ: "ی", ې: "ی", ڪ: "ک", ڻ: "ن" };

const LETTERS = new RegExp(`[${Object.keys(letters).join("")}]`, "g");
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640]/g;
const DIACRITICS = /\p{Mn}/gu;

/** One word as it is compared: lower case, one form per letter, no marks, no apostrophes. */
export function normaliseWord(word: string): string {
  return asciiDigits(word)
    .normalize("NFKC")
    .toLowerCase()
    .replace(INVISIBLE, "")
    .replace(LETTERS, (letter) => letters[letter] ?? letter)
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .replace(/['’‘`_-]/g, "");
}

/** Words in the form they are compared in. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map((word) => normaliseWord(word) || word));
}

/** A word without doubled letters. */
function undouble(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

/**
 * Roman Urdu has no spelling, only sounds: long vowels, doubled letters and final h are written or
 * left out at will. This gives one form for `kaam`/`kam`, `mukammal`/`mukamal`, `hai`/`hay`/`he`.
 */
export function foldRoman(word: string): string {
  const plain = normaliseWord(word);
  if (!/^[a-z]+$/.test(plain)) return plain;
  const sounds = undouble(plain.replace(/oo/g, "u").replace(/ee/g, "i"))
    .replace(/^kr/, "kar")
    .replace(/^me$/, "mein")
    .replace(/^k$/, "ke")
    .replace(/^b[aou]?h[aou]?t$/, "bohat")
    .replace(/gy(?=[aei]$)/, "gay")
    .replace(/iy(?=[ae])/g, "i")
    .replace(/(?:ai|ay|ei|ey)/g, "e")
    .replace(/au|aw(?=$|[^aeiou])/g, "ao")
    .replace(/w/g, "v")
    .replace(/q/g, "k")
    .replace(/ph/g, "f")
    .replace(/(?<=.[aeiou])h$/, "")
    // گئی is gai, gayi, gae: after a vowel its end is one sound.
    .replace(/(?<=[ae])i$/, "");
  return undouble(sounds);
}
