import { findTimes } from "#app/when/find-times";
import {
  clearings,
  followingSteps,
  raises,
  removals,
  renamingClosings,
  renamingOpenings,
  skips,
} from "../lexicon/changes";
import { englishClasses } from "../lexicon/english-classes";
import { lightVerbs } from "../lexicon/light-verbs";
import { politeClosings } from "../lexicon/whole";
import { PhraseBook } from "../text/phrase-book";
import { type Token, textOf } from "../text/tokens";
import { type Clause, classValue, plainTokens, runsOf, says, whenOf, wordsOf } from "./clause";
import type { Changes } from "./command";
import { prioritiesIn } from "./priority";
import { isNumber } from "./swap";
import type { When } from "./when";

const renaming = new PhraseBook(renamingOpenings, lightVerbs);
const naming = new PhraseBook(renamingClosings, lightVerbs);
const politeness = new PhraseBook(politeClosings);
const clearing = new PhraseBook(clearings, { ...lightVerbs, ...englishClasses });
const removal = new PhraseBook(removals, lightVerbs);
const skipping = new PhraseBook(skips);
const following = new PhraseBook(followingSteps);
const raising = new PhraseBook(raises);

/** Reads what a clause changes about a task. */
export function readChanges(clause: Clause): Changes {
  if (clause.ahead?.rings) return { reminders: clause.ahead.minutes };
  const changes: Changes = {};
  const tokens = plainTokens(clause);
  const field = classValue(clause, "field");
  const renamed = wordsOf(clause, "N");
  const noted = says(clause, /^note$/);
  const timed = renamed !== undefined && field !== "title" ? timeAs(renamed, clause) : undefined;
  const told = noted || timed ? undefined : (literalName(clause, field) ?? renamed);
  // "From one loaf to two": a number is no name unless a word says that it is.
  const title = told && field !== "title" && isNumber(told) ? undefined : told;
  if (title) changes.title = title;
  const described = wordsOf(clause, "D");
  const quoted = !noted && described !== undefined && isQuoted(clause);
  if (quoted && title === undefined) changes.title = described;
  const description = quoted ? undefined : (described ?? (noted ? renamed : undefined));
  if (description) changes.description = description;
  const category = wordsOf(clause, "C");
  const removes = removal.anywhere(tokens) !== null;
  if (category) changes.category = removes ? null : category;
  const said = prioritiesIn(clause).at(-1);
  const priority = said ?? (field === "priority" ? raising.anywhere(tokens)?.value : undefined);
  if (priority) changes.priority = priority;
  const clear = readClearing(tokens, removes && title === undefined ? field : undefined);
  if (skipping.anywhere(tokens)) return { skip: true };
  const literal = title !== undefined && title !== renamed;
  const timely = field === "due" && runsOf(clause, "T").length > 0;
  const hour = timely ? bareHour(clause, tokens) : undefined;
  const when = (literal ? undefined : (putOff(clause) ?? hour ?? whenOf(clause))) ?? timed ?? hour;
  if (clear && !when) changes.clear = [clear];
  else if (removes && field === "priority" && !priority) changes.priority = "medium";
  else if (removes && noted && description === undefined) changes.description = "";
  if (when) changes.when = when;
  else if (Object.keys(changes).length === 0) {
    const hour = bareHour(clause, tokens);
    if (hour) changes.when = hour;
  }
  return changes;
}

/** A new name is taken as it was said, words of time and all: "rename it to buy milk tomorrow". */
function literalName(
  { analysis, reading, tags }: Clause,
  field: string | undefined,
): string | null {
  const { source, spans, language } = analysis;
  const first = source.tokens
    .slice(reading.start, reading.end)
    .find(({ index }) => tags[index] === "N");
  const words = source.tokens.slice(reading.start, reading.end);
  const renames = words.some(({ norm }) => /^(?:rename|retitle)$/.test(norm));
  if ((field !== "title" && !renames) || first?.kind === "quote") return null;
  // Urdu names the field before it and closes with the command: … ka naam … rakho.
  const noun = spans.findLast(
    (span) => span.name === "field:title" && span.start >= reading.start && span.end < reading.end,
  );
  const from = language === "en" ? first?.index : noun?.end;
  if (from === undefined) return null;
  let told = words.filter(({ index }) => index >= from);
  const changed = language === "en" ? null : renaming.at(told, 0);
  told = told.slice(changed?.length ?? 0);
  for (const book of language === "en" ? [politeness] : [politeness, naming]) {
    const end = book.endingAt(told, told.length);
    if (end && end.length < told.length) told = told.slice(0, -end.length);
  }
  return textOf(source, told) || null;
}

/** "Put it off till the week after", us se agle hafte: so much later than it is due. */
function putOff({ analysis, reading, context }: Clause): When | undefined {
  const tokens = analysis.source.tokens.slice(reading.start, reading.end);
  const text = following.anywhere(tokens)?.value;
  const spans = text ? findTimes(text, { ...context, moves: true }) : [];
  return text && spans.length > 0 ? { text, spans, context } : undefined;
}

/** "The meeting has moved to half ten": no new name, but a time. */
function timeAs(words: string, { context }: Clause): When | undefined {
  const text = /^\d{1,2}$/.test(words) ? `to ${words}` : words;
  const spans = findTimes(text, context);
  const [only, ...others] = spans;
  const whole = only && others.length === 0 && only.start === 0 && only.end === text.length;
  return whole ? { text, spans, context } : undefined;
}

/**
 * "Make it 6", "gym ka time subah 6 kar do": a number that no task is named by is the hour, of the part
 * of the day that is said beside it.
 */
function bareHour(
  { analysis, context, times }: Clause,
  tokens: readonly Token[],
): When | undefined {
  const [only, ...others] = tokens.filter(({ kind }) => kind === "number");
  const [part, ...more] = times;
  const alone = part === undefined || (more.length === 0 && part.said.part && !part.said.clock);
  if (!only || others.length > 0 || !alone || !/^\d{1,2}$/.test(only.norm)) return undefined;
  const hour = { en: "o'clock", ur: "بجے", "ur-Latn": "baje" }[analysis.language];
  const text = part ? `${part.text} ${only.norm} ${hour}` : `to ${only.norm}`;
  const spans = findTimes(text, context);
  return spans.length === 1 ? { text, spans, context } : undefined;
}

/** Whether what is said to be a note is one name in quotation marks. */
const isQuoted = (clause: Clause): boolean =>
  runsOf(clause, "D").every(([first, ...rest]) => first?.kind === "quote" && rest.length === 0);

function readClearing(
  tokens: readonly Token[],
  removed: string | undefined,
): "due" | "category" | "recurrence" | null {
  const said = clearing.anywhere(tokens)?.value;
  if (said) return said;
  return removed === "due" || removed === "category" || removed === "recurrence" ? removed : null;
}
