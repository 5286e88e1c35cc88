import { lookedFor } from "../lexicon/ambiguous";
import { errandVerbs } from "../lexicon/errands";
import { listNoise, questions } from "../lexicon/fillers";
import { aboutAfter, repeating, statuses } from "../lexicon/filters";

import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { readAnyPriority } from "./attributes";
import type { Classified, Clues } from "./clues";
import * as shape from "./shape";

const question = new PhraseBook(questions);
// English question words ("do", "is") mean other things inside Roman Urdu.
const urduQuestion = new PhraseBook(
  questions.map(([{ ur, roman }, asks]) => [{ ur, roman }, asks] as const),
);
const status = new PhraseBook(statuses);
const noise = new PhraseBook(listNoise);
const comesBack = new PhraseBook(repeating);
const topicBefore = new PhraseBook<true>([
  [{ en: "about|regarding|containing|mentioning|mention|mentions|related to" }, true],
]);
const topicBehind = new PhraseBook(aboutAfter);

/** Whether some words begin like a question, or hold an Urdu question word. */
export function isQuestion(core: readonly Token[]): boolean {
  return (
    (question.at(core, 0) !== null && !isDoing(core)) ||
    (shape.isUrduLike(core) && urduQuestion.anywhere(core) !== null)
  );
}

/** "Do the dishes", "did the gym": an auxiliary asks only before a pronoun. */
function isDoing(core: readonly Token[]): boolean {
  return (
    /^(do|did|have|has|had|was|were)$/.test(core[0]?.norm ?? "") &&
    !/^(i|we|you|they|he|she|it|any|anything|there|my)$/.test(core[1]?.norm ?? "")
  );
}

/** Whether an Urdu question word stands anywhere. */
export function asksInUrdu(core: readonly Token[]): boolean {
  return urduQuestion.anywhere(core) !== null;
}

/** Whether words name tasks or a state that tasks are in. */
export function asksForTasks(tokens: readonly Token[]): boolean {
  return shape.taskNoun.anywhere(tokens) !== null || status.anywhere(tokens) !== null;
}

/** Whether a question is about the list. */
export function isListQuestion({ said, core }: Clues): boolean {
  if (core.length === 0) return said.dates.length > 0;
  if (asksForTasks(core) || comesBack.anywhere(core)) return true;
  if (said.dates.length > 0 && said.tokens.some(({ norm }) => norm === "due")) return true;
  const named = topicBefore.anywhere(core) ?? topicBehind.anywhere(core);
  if (named && (named.start > 0 || core.length > named.length) && core.length <= 8) return true;
  if (core.length <= 8 && readAnyPriority(core).value !== undefined) return true;
  // "What have I got on", کیا پلان ہے: beside a day, words that ask and say nothing else.
  return said.dates.some(({ when }) => when.day ?? when.part) && isNoise(core);
}

/** "Meetings tomorrow", "kal ki appointment": what is there on a day, without a question mark. */
export function isLookedFor({ said, core, urdu }: Clues): boolean {
  if (core.length === 0 || core.length > 3 || !said.dates.some(({ when }) => when.day))
    return false;
  if (!urdu)
    return lookedFor.test(core.at(-1)?.norm ?? "") && !errandVerbs.has(core[0]?.norm ?? "");
  const [mark] = said.dates;
  return mark?.start === 0 && OF.has(core[0]?.norm ?? "") && core.length > 1;
}

const OF = wordSet("ka ki ke k کا کی کے");

/** "Dentist?", "birthday date?": a thing with a question mark and no question. */
export function asksForOne({ said, core, first, last }: Clues): boolean {
  const asked = said.question && !first && !last && core.length < 5;
  return asked && !isQuestion(core) && !shape.isTaskLike(core);
}

const ASPECT = wordSet("date time day status deadline when تاریخ وقت");

/** "Birthday date?": what is asked about a task is no part of its name. */
export function withoutAspect(core: readonly Token[]): readonly Token[] {
  return core.length > 1 && ASPECT.has(core.at(-1)?.norm ?? "") ? core.slice(0, -1) : core;
}

/** "My tasks", "overdue", "آج کے کام": a list without a verb. */
export function isBareList({ said, core }: Clues): boolean {
  if (core.length === 0) {
    return said.dates.length > 0 && said.dates.every((mark) => !mark.when.repeat);
  }
  if (said.dates.length > 0 && asksForTasks(core) && isNoise(core)) return true;
  // "Tasks in the school category"
  const kinds = /^(tasks|todos|items|things|reminders|everything|anything)$/;
  const told = /^(in|about|for|under|with|without|due|tagged|from|of|related|that)$/;
  const start = /^(my|all|the)$/.test(core[0]?.norm ?? "") ? 1 : 0;
  if (kinds.test(core[start]?.norm ?? "") && told.test(core[start + 1]?.norm ?? "")) return true;
  if (core.length > 5) return false;
  if (status.whole(core) !== undefined) return true;
  return shape.taskNoun.endingAt(core, core.length) !== null && !shape.isInfinitive(core.at(-1));
}

function isNoise(core: readonly Token[]): boolean {
  for (let at = 0; at < core.length; ) {
    const found = noise.at(core, at) ?? status.at(core, at) ?? question.at(core, at);
    if (!found && core[at]?.kind !== "mark") return false;
    at += found?.length ?? 1;
  }
  return true;
}

const OF_DAY = /^(?:din|tareekh|tarikh|date|time|waqt|دن|تاریخ|وقت)$/;

/** Gym kab jana hai, کیک کس دن کا ہے: what is asked of one task stands behind its name. */
export function askedFor({ core, urdu, first }: Clues): Classified | null {
  const when = core.findIndex(
    ({ norm }, at) =>
      /^(kab|کب|kidhar|kahan|kaha|کہان|کدہر)$/.test(norm) ||
      (/^(kis|کس)$/.test(norm) && OF_DAY.test(core[at + 1]?.norm ?? "")),
  );
  return urdu && !first && when > 0 && core.length - when <= 4
    ? { intent: "show", rest: core.slice(0, when), by: "question", verb: "" }
    : null;
}
