import { numberWords, ordinalWords } from "../lexicon/numbers";
import {
  countWords,
  exceptions,
  neighbours,
  numberNouns,
  numberNounsAfter,
  pluralWords,
  singleWords,
  wholeWords,
} from "../lexicon/references";
import { silentWords } from "../lexicon/silent";
import { JOINTS } from "../reading/features";
import { PhraseBook } from "../text/phrase-book";
import { type Token, textOf } from "../text/tokens";
import { type Clause, isBareWord, plainTokens, runsOf, says } from "./clause";
import type { Target } from "./command";
import { readFilter } from "./filter";

const before = new PhraseBook(numberNouns);
const after = new PhraseBook(numberNounsAfter);
const words = new PhraseBook(numberWords);
const ordinals = new PhraseBook(ordinalWords);
const beside = new PhraseBook(neighbours);
const excepting = new PhraseBook(exceptions);

/** Reads which tasks a clause is about. */
export function readTarget(clause: Clause): Target {
  const target: Target = { ids: [], filter: {}, names: [] };
  const { source } = clause.analysis;
  target.names = namesOf(clause);
  const plain = plainTokens(clause);
  target.ids = readNumbers(plain, target.names.length > 0);
  // "Delete all reminders for Sunday, since I am going nowhere": no word of that names a task.
  const one = says(clause, /^it$/) || plain.some(({ norm }) => singleWords.has(norm));
  // "That item from the list" is one.
  const all = says(clause, /^all$/) && target.ids.length === 0 && (isPlural(plain) || !one);
  // "Everything except the gym": what is named is left as it is.
  const excepted = target.names.length > 0 ? excepting.anywhere(plain)?.value : undefined;
  if (excepted && all)
    return {
      ...target,
      names: [],
      except: target.names,
      filter: readFilter(clause),
      everything: true,
    };
  if (excepted === "always") return { ...target, names: [] };
  if (all && !namesKnown(clause) && readFilter(clause).days)
    return { ...target, names: [], filter: readFilter(clause), everything: true };
  if (target.names.length > 0 || target.ids.length > 0) return target;
  // "Us se pehle wala" is no first one.
  const neighbour = beside.anywhere(plain);
  if (neighbour) return { ...target, pointing: neighbour.value };
  const found = readPlaces(plain);
  if (found.length > 0) return { ...target, places: found };
  const filter = readFilter(clause);
  // "The party is tomorrow and not today" speaks of no tasks of a day.
  if (clause.reading.intent === "update" && !says(clause, OF_TASKS)) delete filter.days;
  const described = Object.keys(filter).some((kind) => kind !== "days");
  const strange = described ? [] : strangeWords(clause, plain);
  if (strange.length > 0) return { ...target, names: [textOf(source, strange)] };
  // "Clear my calendar": all that is on it; "that on my calendar" and "an event" are one.
  const whole =
    clause.reading.intent === "delete" && !one && plain.some(({ norm }) => wholeWords.has(norm));
  const filtered = Object.keys(filter).length > 0;
  // Urdu does not tell one task from several: مکمل شدہ کام are all that are done.
  const urdu = clause.analysis.language !== "en" && filtered && !says(clause, /^it$/);
  const statused = filter.status !== undefined || filter.overdue !== undefined;
  const several = all || isPlural(plain) || whole || urdu || statused;
  if (says(clause, /^they$/) && !filtered && !says(clause, /^state:open$/))
    return { ...target, pointing: "several" };
  // No word was told to be the title, but some are words of a task that is there.
  const known = filtered || several ? [] : knownWords(clause);
  if (known.length > 0) return { ...target, names: [textOf(source, known)] };
  if (says(clause, /^it$/) && !several && !filtered) return { ...target, pointing: "one" };
  return { ...target, filter, ...(several ? { everything: true as const } : {}) };
}

/** Words that speak of tasks, and so of those of a day. */
const OF_TASKS = /^(?:tasks|all|they|place|list|in-list|state|it)/;

/**
 * Words that were not told to be a name, but are of no other kind: what is deleted or completed is
 * not found by its day alone where they name it.
 */
function strangeWords(clause: Clause, plain: readonly Token[]): Token[] {
  const { analysis, reading } = clause;
  if (!/^(?:delete|complete)$/.test(reading.intent) || says(clause, /^(?:all|it|they)$/)) return [];
  const isLastOf = (index: number): boolean =>
    analysis.language === "en" &&
    index > reading.start &&
    (index + 1 === reading.end ||
      (analysis.timeAt[index + 1] ?? -1) >= 0 ||
      analysis.source.tokens[index + 1]?.kind === "mark");
  const isStrange = ({ index, norm }: Token): boolean =>
    analysis.symbols[index] === "<?>" ||
    // "The clothes one is done", "delete the piano": a word that is nothing else stands before its
    // "one", or at the end of the order.
    (isBareWord(analysis, index) &&
      !silentWords.has(norm) &&
      (analysis.classes[index + 1]?.includes("place") === true || isLastOf(index)));
  const first = plain.find(isStrange)?.index ?? Number.POSITIVE_INFINITY;
  const run = plain.filter(({ index }) => index >= first);
  const end = run.findIndex((token, at) => !isStrange(token) || token.index !== first + at);
  return run.slice(0, end < 0 ? run.length : end);
}

/** Whether the words of a clause name a task that is there, with all of its words. */
export const namesTask = ({ tags, analysis }: Clause): boolean =>
  tags.some((tag, at) => tag === "T" && analysis.known[at] === 2);

const namesKnown = ({ tags, analysis }: Clause): boolean =>
  tags.some((tag, at) => tag === "T" && (analysis.known[at] ?? 0) > 0);

function knownWords({ analysis, reading, times }: Clause): Token[] {
  return analysis.source.tokens.filter(
    ({ index, start, end }) =>
      index >= reading.start &&
      index < reading.end &&
      (analysis.known[index] ?? 0) > 0 &&
      !analysis.classes[index]?.some((name) => /^(?:open|close|it|they)/.test(name)) &&
      !times.some((span) => start < span.end && end > span.start),
  );
}

/** The words by which tasks are named, one name for what a joint does not part. */
function namesOf(clause: Clause): string[] {
  const { source } = clause.analysis;
  const runs = runsOf(clause, "T")
    .flatMap(partedRuns)
    .map((run) => withObject(clause, run));
  const names = runs.map((tokens) => textOf(source, tokens)).filter((name) => name !== "");
  const [first, second, ...more] = runs;
  const [from, to] = [first?.at(-1), second?.[0]];
  const gap = from && to ? source.text.slice(from.end, to.start).trim() : "";
  // "Bread and car": one name or two, which the titles will show.
  if (more.length === 0 && JOINED.test(gap)) return [`${names[0]} ${gap} ${names[1]}`];
  return names;

  /** "The report is done, and I got the bread": words of their own stand between two names. */
  function partedRuns(run: Token[]): Token[][] {
    const from = run.findIndex(({ index }, at) => {
      const gap = source.tokens.slice((run[at - 1]?.index ?? index) + 1, index);
      return gap.some(({ norm }) => JOINTS.has(norm));
    });
    return from < 1 ? [run] : [run.slice(0, from), ...partedRuns(run.slice(from))];
  }
}

/** Urdu puts the verb last: of "kapre lene ka reminder" lene alone would name too much. */
function withObject({ analysis, reading, tags, times }: Clause, run: Token[]): Token[] {
  const { classes, source } = analysis;
  if (!run.every(({ index }) => classes[index]?.includes("infinitive"))) return run;
  let from = run[0]?.index ?? 0;
  const isObject = (at: number): boolean => {
    const token = source.tokens[at];
    return (
      token?.kind === "word" &&
      at >= reading.start &&
      tags[at] === "O" &&
      !silentWords.has(token.norm) &&
      !times.some((span) => token.start < span.end && token.end > span.start) &&
      !classes[at]?.some((name) => /^(?:open|close|polite|particle|it|they|all|joint)/.test(name))
    );
  };
  while (isObject(from - 1)) from -= 1;
  return [...source.tokens.slice(from, run[0]?.index), ...run];
}

const JOINED = /^(?:and|aur|or|اور|,|،|&)$/i;

/** Numbers of tasks: "task 3", "3 and 12", "teen number wala". */
function readNumbers(tokens: readonly Token[], named: boolean): number[] {
  const ids: number[] = [];
  const isNumbered = (at: number, end: number): boolean =>
    before.endingAt(tokens, at) !== null || after.at(tokens, end) !== null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    // Beside a title a number is an hour or a count, unless it is said to be that of a task.
    if (token.kind === "number" && /^\d{1,9}$/.test(token.norm)) {
      if (!named || isNumbered(at, at + 1)) ids.push(Number(token.norm));
    } else {
      const word = words.at(tokens, at);
      // "Kaam no 3": beside a number it is no nine.
      if (word && tokens[at + 1]?.kind !== "number" && isNumbered(at, at + word.length))
        ids.push(word.value);
    }
  }
  return [...new Set(ids)];
}

/** Places in a list: "the second one", دوسرا والا, "the last two". */
function readPlaces(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const ordinal = ordinals.at(tokens, at);
    if (!ordinal) continue;
    const next = at + ordinal.length;
    const count = countWords[tokens[next]?.norm ?? ""] ?? 1;
    for (let k = 0; k < count; k += 1)
      found.push(ordinal.value < 0 ? ordinal.value - (count - 1 - k) : ordinal.value + k);
    at = next - 1;
  }
  return found;
}

/** Whether words speak of several tasks. */
const isPlural = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm }) => pluralWords.has(norm));
