/* What the tokens of a text may be, as regular expressions. */

/** What is written in quotation marks is a name, whatever it says. Bounded: a lone mark is a mark. */
const QUOTE = [
  `"[^"\\n]{1,200}"`,
  "“[^“”\\n]{1,200}”",
  "«[^«»\\n]{1,200}»",
  "‘[^‘’\\n]{1,200}’",
  "(?<![\\p{L}\\d])'[^'\\n]{1,200}'(?![\\p{L}\\d])",
].join("|");
const LETTER = "[\\p{L}\\p{M}\\u200c\\u200d\\u0640]";

/** A quotation, an address, a date, a number with what is glued to it, a word, or a mark. */
export const PIECE = new RegExp(
  [
    QUOTE,
    // An address or a mention is no sentence.
    "(?:https?:\\/\\/|www\\.)\\S{1,2000}|[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.-]{1,100}",
    // 2026-12-05, 5/12/2026 and a moment as machines write it.
    "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:[zZ]|[+-]\\d{2}:?\\d{2})?",
    "\\d{1,4}([-/.])\\d{1,2}\\1\\d{1,4}(?![\\d/-])",
    "\\d{1,2}/\\d{1,2}(?![\\d/])",
    // 17:30 and 5.30, with am or pm and like endings glued to them; 5p.m., 1h30m, 5th, 9ish.
    // 6 :00, 6: 30 pm: a blank slipped in.
    "\\d{1,2} :\\d\\d(?![\\d:])|\\d{1,2} ?: \\d\\d(?=\\s?(?:[apAP]\\.?[mM]|baje|بجے))",
    `\\d{1,2}(?:[:.]\\d\\d)?[apAP]\\.[mM](?!\\p{L})\\.?|\\d+(?:[:.,]\\d+)*(?:(?:${LETTER}|\\d)+)?`,
    `\\p{L}${LETTER}*(?:['’]${LETTER}+)*`,
    "[^\\s\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]",
  ].join("|"),
  "gu",
);
