/** Texts that PostgreSQL cannot store. */
export const UNSTORABLE: [string, string][] = [
  ["NUL", "a\0b"],
  ["NUL alone", "\0"],
  ["a high surrogate", "a\ud83d"],
  ["a low surrogate", "\ude00b"],
  ["surrogates in the wrong order", "\ude00\ud83d"],
];
/** Texts that no field takes. */
export const UNFIT: [string, string][] = [
  ...UNSTORABLE,
  ["a bell", "a\u0007b"],
  ["an escape", "\u001b[31mred"],
  ["a control of C1", "a\u009bb"],
  ["half a million characters", "x".repeat(500_000)],
];
/** Texts that nobody can see. */
export const INVISIBLE: [string, string][] = [
  ["nothing", ""],
  ["spaces", "  \t\n "],
  ["zero-width spaces", "\u200b\u200b"],
  ["joiners", "\u200c\u200d"],
  ["direction marks", "\u200e\u200f\u202e"],
  ["a byte order mark", "\ufeff"],
  ["a word joiner", "\u2060"],
  ["a soft hyphen", "\u00ad"],
  ["a Hangul filler", "\u3164"],
  ["a blank of braille", "\u2800"],
  ["variation selectors", "\ufe0f\ufe0f"],
  ["a Mongolian vowel separator", "\u180e"],
  ["tags", "\u{e0020}\u{e0041}"],
];
/** Values that are no text. */
export const STRANGE = [5, true, null, [], {}, ["a"], { a: 1 }, 1e308];
