import { findTimes, type TimeContext, type TimeSpan } from "#app/when/find-times";
import type { Language } from "../../language";
import { soundOf } from "../text/sound";
import { type Source, tokenise } from "../text/tokens";
import { type ClassSpan, findClasses } from "./classes";
import type { Known, KnownTitles } from "./known";

/** What a message is analysed against. */
export interface AnalysisOptions {
  time: TimeContext;
  titles: KnownTitles;
  /** Whether the message goes on from one before it. */
  goesOn: boolean;
  /** Whether a word was seen often enough to have weights of its own. */
  isKnownWord(word: string): boolean;
}

/** A message with all that was found in it before anything is decided. */
export interface Analysis {
  source: Source;
  language: Language;
  /** Classes of the lexicon at each token. */
  classes: readonly (readonly string[])[];
  spans: readonly ClassSpan[];
  times: readonly TimeSpan[];
  /** For each token the time that it is a part of, or -1. */
  timeAt: readonly number[];
  known: readonly Known[];
  /** How each token is written in features. */
  symbols: readonly string[];
  /** The consonants of Urdu words in either script; empty for others. */
  skeletons: readonly string[];
  /** Whether the message goes on from one before it. */
  goesOn: boolean;
}

/** What a word that is not known stands for in features. */
const UNKNOWN = "<?>";

/** A message in tokens. */
export const sourceOf = (text: string, language: Language): Source =>
  tokenise(text, language === "ur-Latn" || (language === "ur" && /[a-z]/i.test(text)));

/** Finds in a message what readings are made of. */
export function analyse(source: Source, language: Language, options: AnalysisOptions): Analysis {
  const { text, tokens } = source;
  const times = findTimes(text, options.time);
  const timeAt = new Array<number>(tokens.length).fill(-1);
  let from = 0;
  times.forEach(({ start, end }, at) => {
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= start) from += 1;
    for (let i = from; i < tokens.length && (tokens[i]?.start ?? 0) < end; i += 1) timeAt[i] = at;
  });
  const spans = findClasses(tokens);
  const classes: string[][] = tokens.map(() => []);
  for (const { name, start, end } of spans)
    for (let at = start; at < end; at += 1) classes[at]?.push(name);
  const known = options.titles.match(tokens);
  const symbols = tokens.map(({ kind, norm, fold }, at) => {
    const time = times[timeAt[at] ?? -1];
    if (time) return `<T${time.standing}>`;
    if (kind === "quote") return "<Q>";
    if (kind === "number") return "<N>";
    const word = fold || norm;
    return kind === "mark" || options.isKnownWord(word) ? word : UNKNOWN;
  });
  const skeletons = tokens.map(({ kind, norm, fold }) =>
    kind === "word" && (fold !== "" || /[\u0600-\u06ff]/.test(norm)) ? soundOf(fold || norm) : "",
  );
  return {
    source,
    language,
    classes,
    spans,
    times,
    timeAt,
    known,
    symbols,
    skeletons,
    goesOn: options.goesOn,
  };
}
