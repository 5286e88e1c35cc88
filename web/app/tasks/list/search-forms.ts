/** Other forms in which a word of a search may stand in a text: spellings, and the other script. */

const URDU = /^[\u0620-\u06ff\u200b-\u200f]+$/;
const JOINERS = /[\u200b-\u200f\u2060\ufeff]+/;

/**
 * The words of a search, each with what it may be written as. A word is found if one of its forms is;
 * a form of several words if all of them are.
 */
export function searchForms(search: string): string[][][] {
  const words = search.normalize("NFC").split(/\s+/).filter(Boolean);
  return words.map((word, at) => {
    const parts = word.split(JOINERS).filter(Boolean);
    // اسلام آباد is also written as one word, with or without a joiner that nobody sees.
    const joined = [words[at - 1], word, words[at + 1]].every((one) => !one || URDU.test(one))
      ? [words[at - 1] && words[at - 1] + word, words[at + 1] && word + words[at + 1]]
      : [];
    const forms = [word, ...spellings(word), ...swapped(word), ...joined.filter((one) => !!one)];
    const whole = forms.map((form) => [form as string]);
    return parts.length > 1 ? [...whole, parts] : whole;
  });
}

/** گاۓ, گائے and گاے are one word. */
function spellings(word: string): string[] {
  const ending = /([اآو])(?:ۓ|[ئی]?ے)/g;
  return ["$1ے", "$1ئے"].map((form) => word.replace(ending, form)).filter((form) => form !== word);
}

/** Longer words are found with any one letter wrong; of four letters only two may be swapped. */
function swapped(word: string): string[] {
  const letters = [...word];
  if (letters.length !== 4 || !/^\p{L}+$/u.test(word)) return [];
  return [0, 1, 2].map((at) => {
    const [one = "", other = ""] = letters.slice(at, at + 2);
    return letters.toSpliced(at, 2, other, one).join("");
  });
}

/** Shorter words sound like too many others. */
const SOUND_MIN = 3;
/** Longer ones are no words. */
const SOUND_MAX = 32;
const LETTER = { urdu: "[^\\u0620-\\u06ff]", latin: "[^a-z]" };

/** What sounds like a word in the other script: دودھ for `doodh`, and the other way about. */
export interface Sound {
  /** The other script, as `search_sounds` of the migrations writes it. */
  script: "u" | "l";
  /** What has the same consonants as it may have: ں is not always written. */
  words: string[];
  /** A regular expression of PostgreSQL for it, in the normal form of `search_text`. */
  pattern: string;
}

/** The sound of a word; null for one that is too short, or is of neither script. */
export function soundOf(word: string): Sound | null {
  const { length } = word;
  if (length < SOUND_MIN || length > SOUND_MAX) return null;
  const lower = word.toLowerCase();
  if (/^[a-z]+$/.test(lower)) {
    return { script: "u", words: [lower], pattern: whole(LETTER.urdu, toUrdu(lower)) };
  }
  const plain = word.replace(/[\u064b-\u065f\u0670]/g, "");
  if (!URDU.test(plain)) return null;
  const words = [...new Set([plain, plain.replaceAll("ں", "")])];
  return { script: "l", words, pattern: whole(LETTER.latin, toLatin(plain)) };
}

const whole = (other: string, inner: string): string => `(?:^|${other})${inner}(?:$|${other})`;

/** What Latin letters, the longer first, may be in Urdu. Short vowels are not written. */
const SOUNDS: [latin: RegExp, urdu: string][] = [
  [/^kh/, "(?:خ|کہ)"],
  [/^gh/, "(?:غ|گہ)"],
  [/^(?:ph|f)/, "(?:ف|پہ)"],
  [/^sh/, "ش"],
  [/^ch/, "چ"],
  [/^sch/, "سک"],
  [/^(?:oo|au|u)/, "و?"],
  [/^o/, "[وا]?"],
  [/^(?:w|v)/, "و"],
  [/^(?:ai|ay)/, "[اع]?[یے]?"],
  [/^(?:ee|ey|ei|e|i|y)/, "[یےع]?"],
  [/^a+/, "[اعہ]?"],
  [/^h/, "[ہح]?"],
  [/^b/, "ب"],
  [/^p/, "پ"],
  [/^t/, "[تٹط]"],
  [/^j/, "[جژ]"],
  [/^d/, "[دڈ]"],
  [/^r/, "[رڑ]"],
  [/^z/, "[زذضظژ]"],
  [/^s/, "[سصث]"],
  [/^(?:ck|k|q)/, "[کق]"],
  [/^c/, "[کس]"],
  [/^g/, "[گغج]"],
  [/^l/, "ل"],
  [/^m/, "م"],
  [/^n/, "ن"],
  [/^x/, "کس"],
];

function toUrdu(word: string): string {
  // A vowel that begins a word is written with an alif or an ain; اسکول has one for the tongue.
  let pattern = /^[aeiou]/.test(word) ? "[اع]" : /^s[^aeiou]/.test(word) ? "ا?" : "";
  let rest = word.replace(/([^aeo])\1+/g, "$1");
  while (rest !== "") {
    const [latin, urdu = ""] = SOUNDS.find(([start]) => start.test(rest)) ?? [/^./];
    rest = rest.replace(latin, "");
    pattern += urdu;
  }
  return pattern;
}

const SHORT = "[aeiou]{0,2}";
/** What the letters of Urdu may be in Latin script. */
const LATIN: Record<string, string> = {
  ...{ ا: "[ao]{1,2}", آ: "a{1,2}", و: "[ouvwa]{1,3}", ی: "[ieya]{1,3}", ئ: "[ieya]{1,3}" },
  ...{ ے: "[eayi]{1,2}h?", ۓ: "[eayi]{1,2}h?", ع: "[aeiou]{0,2}", ہ: "[ha]{0,2}", ھ: "h?" },
  ...{ ء: "", ں: "n?", ب: "b+", پ: "p+", ت: "t+", ٹ: "t+", ط: "t+", ث: "s+", س: "s+", ص: "s+" },
  ...{ ج: "j+", چ: "(?:ch|c)+", ح: "h?", خ: "kh?", د: "d+", ڈ: "d+", ذ: "z+", ز: "z+" },
  ...{ ژ: "[zj]", ض: "z+", ظ: "z+", ر: "r+", ڑ: "r+h?", ش: "sh", غ: "gh?", ف: "(?:f|ph)+" },
  ...{ ق: "[qk]+", ک: "(?:ck|[kcq])+", گ: "g+", ل: "l+", م: "m+", ن: "n+" },
};
const WRITTEN_VOWEL = /[اآویئےۓع]/;

function toLatin(word: string): string {
  const letters = [...word].filter((letter) => letter in LATIN);
  return letters
    .map((letter, at) => {
      if (at === 0 && letter === "ا") return letters[1] === "س" ? "[aeiou]{0,2}" : "[aeiou]{1,2}";
      const next = letters[at + 1];
      const gap = next !== undefined && !WRITTEN_VOWEL.test(letter) && !WRITTEN_VOWEL.test(next);
      return `${LATIN[letter]}${gap ? SHORT : ""}`;
    })
    .join("");
}
