import { fixtureTasks } from "../builtin/corpus/fixture-tasks";
import { type Analysis, analyse, sourceOf } from "../builtin/reading/analyse";
import {
  followFeatures,
  intentFeatures,
  isJoint,
  jointFeatures,
  type Stretch,
  TAGS,
  tagFeatures,
} from "../builtin/reading/features";
import { KnownTitles } from "../builtin/reading/known";
import { detectLanguage } from "../language";
import type { Case } from "./learn";
import { INTENTS, type Mark, type Sentence } from "./sentence";

/** The moment that sentences are said at: a Saturday morning in Karachi. */
const NOW = new Date("2026-11-21T04:00:00Z");

/** What a sentence teaches each of the three models. */
export interface Lessons {
  joints: Case[];
  intents: Case[];
  tags: Case[];
}

/** Kinds of command that name tasks which are there. */
const NAMING = new Set(["complete", "reopen", "delete", "update", "find", "restore"]);

/** Other tasks of the person, so that not every task that is there is meant. */
const OTHERS = ["buy milk", "gym", "امی کو فون کرنا", "bijli ka bill", "dentist appointment"];

/**
 * The tasks that the person may have had when a sentence was said: those that it names, most of the
 * time, and others. `dice` gives numbers from 0 to 1.
 */
export function titlesFor(sentence: Sentence, dice: () => number): string[] {
  if (sentence.follows !== null) return fixtureTasks.map(({ title }) => title);
  const titles = OTHERS.filter(() => dice() < 0.3);
  if (sentence.intents.includes("add")) titles.push(...nearTitles(sentence, dice));
  if (!sentence.intents.some((intent) => NAMING.has(intent))) return titles;
  for (const mark of sentence.marks) {
    const words = sentence.text.slice(mark.start, mark.end);
    if (mark.tag !== "T") continue;
    const roll = dice();
    if (roll < 0.65) titles.push(words);
    else if (roll < 0.85) titles.push(`${words} ${dice() < 0.5 ? "for Sara" : "جلدی"}`);
  }
  return titles;
}

/** Tasks that share a word with a new one: "buy eggs" is new where "buy milk" is there. */
function nearTitles({ text, marks }: Sentence, dice: () => number): string[] {
  return marks
    .filter(({ tag }) => tag === "T" && dice() < 0.2)
    .map(({ start, end }) => {
      const words = text.slice(start, end).split(" ");
      return `${words[Math.floor(dice() * words.length)]} ${OTHERS[Math.floor(dice() * OTHERS.length)]}`;
    });
}

/** Analyses a sentence as if the person had some tasks. */
export function analyseSentence(
  sentence: Sentence,
  titles: readonly string[],
  isKnownWord: (word: string) => boolean,
): Analysis {
  const language = detectLanguage(sentence.text);
  const tasks = titles.map((title, at) => ({ id: at + 1, title, completed: false }));
  return analyse(sourceOf(sentence.text, language), language, {
    time: { now: NOW, timeZone: "Asia/Karachi", spoken: true },
    titles: new KnownTitles(tasks),
    goesOn: sentence.goesOn,
    isKnownWord,
  });
}

/** What a sentence teaches. */
export function lessonsOf(sentence: Sentence, analysis: Analysis): Lessons {
  const stretches = stretchesOf(sentence, analysis);
  const fits = stretches.length === sentence.intents.length;
  const lessons: Lessons = { joints: jointCases(sentence, analysis), intents: [], tags: [] };
  if (!fits) return lessons;
  stretches.forEach((stretch, at) => {
    const intent = sentence.intents[at] ?? "unknown";
    const target = (INTENTS as readonly string[]).indexOf(intent);
    const before = sentence.intents[at - 1];
    lessons.intents.push({ features: intentFeatures(analysis, { ...stretch, before }), target });
    lessons.tags.push(...tagCases(sentence, analysis, stretch, intent));
  });
  return lessons;
}

/** Where a sentence is parted into its commands. */
export function stretchesOf({ cuts }: Sentence, { source: { tokens } }: Analysis): Stretch[] {
  const places = cuts.map((cut) => tokens.findIndex(({ start }) => start >= cut));
  const edges = [0, ...places.filter((at) => at > 0), tokens.length];
  return edges.slice(1).map((end, at) => ({ start: edges[at] ?? 0, end }));
}

/** What each token of a sentence is. */
export function tagsOf({ marks }: Sentence, { source: { tokens } }: Analysis): string[] {
  return tokens.map(({ start, end }) => {
    const mark = marks.find((one) => start < one.end && end > one.start);
    return mark?.tag ?? "O";
  });
}

function tagCases(
  sentence: Sentence,
  analysis: Analysis,
  stretch: Stretch,
  intent: string,
): Case[] {
  const tags = tagsOf(sentence, analysis);
  const cases: Case[] = [];
  for (let at = stretch.start; at < stretch.end; at += 1) {
    const before = at === stretch.start ? "^" : (tags[at - 1] ?? "O");
    const follow = followFeatures(before, intent, analysis.symbols[at] ?? "");
    cases.push({
      features: [...tagFeatures(analysis, at, stretch, intent), ...follow],
      target: (TAGS as readonly string[]).indexOf(tags[at] ?? "O"),
    });
  }
  return cases;
}

function jointCases(sentence: Sentence, analysis: Analysis): Case[] {
  const { tokens } = analysis.source;
  const titles = sentence.marks.filter(({ tag }) => tag === "T");
  const cases: Case[] = [];
  tokens.forEach((token, at) => {
    if (!isJoint(analysis, at)) return;
    const before = tokens[at - 1]?.end ?? 0;
    const cut = sentence.cuts.some((place) => place > before - 1 && place <= token.start);
    const target = cut ? 2 : isBetween(titles, token) ? 1 : 0;
    cases.push({ features: jointFeatures(analysis, at), target });
  });
  return cases;
}

/** Whether a token stands between the title of one thing and that of the next. */
function isBetween(
  titles: readonly Mark[],
  { start, end }: { start: number; end: number },
): boolean {
  const next = titles.findIndex((mark) => mark.start >= end);
  const before = titles[next - 1];
  return next > 0 && before !== undefined && before.end <= start && titles[next]?.more === false;
}
