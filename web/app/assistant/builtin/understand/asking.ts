import { listNoise, questions } from "../lexicon/fillers";
import { aboutAfter, statuses } from "../lexicon/filters";
import { dayQuestions } from "../lexicon/statistics";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { readAnyPriority } from "./attributes";
import type { Clues } from "./clues";
import * as shape from "./shape";

const question = new PhraseBook(questions);
// English question words ("do", "is") mean other things inside Roman Urdu.
const urduQuestion = new PhraseBook(
  questions.map(([{ ur, roman }, asks]) => [{ ur, roman }, asks] as const),
);
const status = new PhraseBook(statuses);
const noise = new PhraseBook(listNoise);
const topicBefore = new PhraseBook<true>([
  [{ en: "about|regarding|containing|mentioning|mention|mentions|related to" }, true],
]);
const topicBehind = new PhraseBook(aboutAfter);
const dayQuestion = new PhraseBook(dayQuestions);

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
  if (asksForTasks(core)) return true;
  if (said.dates.length > 0 && said.tokens.some(({ norm }) => norm === "due")) return true;
  const named = topicBefore.anywhere(core) ?? topicBehind.anywhere(core);
  if (named && (named.start > 0 || core.length > named.length) && core.length <= 8) return true;
  if (core.length <= 8 && readAnyPriority(core).value !== undefined) return true;
  return (
    said.dates.some((mark) => mark.when.day) &&
    core.length <= 6 &&
    dayQuestion.whole(unled(core)) === true
  );
}

/** کل کا کیا پلان ہے: what stands between the day and the question. */
function unled(core: readonly Token[]): readonly Token[] {
  return /^(ka|ke|ki|ko|mein|کا|کے|کی|کو|مین)$/.test(core[0]?.norm ?? "") ? core.slice(1) : core;
}

/** "My tasks", "overdue", "آج کے کام": a list without a verb. */
export function isBareList({ said, core }: Clues): boolean {
  if (core.length === 0) {
    return said.dates.length > 0 && said.dates.every((mark) => !mark.when.repeat);
  }
  if (said.dates.length > 0 && asksForTasks(core) && isNoise(core)) return true;
  if (core.length > 5) return false;
  if (status.whole(core) !== undefined) return true;
  return shape.taskNoun.endingAt(core, core.length) !== null && !shape.isInfinitive(core.at(-1));
}

function isNoise(core: readonly Token[]): boolean {
  return core.every((token) => noise.at([token], 0) ?? status.at([token], 0));
}
