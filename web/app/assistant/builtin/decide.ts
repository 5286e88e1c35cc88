import { type Clause, plainTokens, says } from "./frames/clause";
import type { Command } from "./frames/command";
import { isVague } from "./frames/command-of";
import { errandOf, firstOf, isAdding, isAside } from "./frames/errand";
import { denials, hedges, negations, prohibitions } from "./lexicon/negations";
import { again, stopping, wanting } from "./lexicon/particles";
import { removalWords } from "./lexicon/removal";
import { silentWords } from "./lexicon/silent";
import { JOINTS } from "./reading/features";
import type { Reading } from "./reading/read";
import { PhraseBook } from "./text/phrase-book";

/** What is done about a clause: what no score may decide comes before what the scores say. */
export function decide(command: Command, clause: Clause, as: (intent: string) => Command): Command {
  const { analysis, reading } = clause;
  const { intent } = command;
  if (
    TOUCHES.test(intent) &&
    (isForbidden(clause, intent) || denialBook.anywhere(plainTokens(clause)))
  )
    return { intent: "refrain" };
  // "X delete na karna" adds nothing.
  if (
    intent === "add" &&
    clause.analysis.language !== "en" &&
    says(clause, /:delete$/) &&
    isForbidden(clause, intent)
  )
    return { intent: "refrain" };
  // "What would that remove" takes nothing away, and "should I move it" moves nothing.
  if ((intent === "delete" || intent === "update") && isAsked(clause)) return as("find");
  if (intent === "undo" && isAsked(clause)) return { intent: "unknown" };
  if (intent === "delete" && !isOrdered(clause)) return withoutDeleting(command, reading, as);
  // "I might move the gym" is no order yet.
  if (TOUCHES.test(intent) && hedgeBook.anywhere(plainTokens(clause)))
    return { intent: "unsure", readings: [command, { intent: "refrain" }] };
  // "Clear the gutters": what names no task may be an errand.
  if (intent === "delete" && mayBeErrand(command, clause))
    return { intent: "unsure", readings: [as("add"), command] };
  // A negation completes nothing: what was not done is open.
  if (intent === "complete" && isNegated(clause)) return as("reopen");
  // "Ahmed ko phone milao" is an order, and not one to complete anything.
  const orders = plainTokens(clause).some(({ norm }) => ORDERS.test(norm));
  if (intent === "complete" && orders && !says(clause, /:complete$/))
    return { intent: "unsure", readings: [command, { intent: "refrain" }] };
  const doubts =
    ASKS_OF.test(analysis.source.tokens[reading.start]?.norm ?? "") ||
    (isQuestion(clause) && !says(clause, /^open:/));
  if ((intent === "complete" || intent === "reopen") && doubts) return as("find");
  // "Give me a list of plumbers" and "stop reminding me" ask for no new task.
  if (intent === "add" && asksForNone(clause))
    return { intent: "unsure", readings: [command, { intent: "refrain" }] };
  const ordered = isAdding(clause);
  // "Add soap" tells what the task should say.
  if (intent === "ask-title" && ordered) return as("add");
  const errand = intent === "unknown" ? ordered || errandOf(analysis, reading) : null;
  if (errand !== null) {
    const added = as("add");
    if (errand && added.intent === "add" && !asksForNone(clause)) return added;
    return { intent: "unsure", readings: [added, { intent: "refrain" }] };
  }
  // "What do I have on my list" names no task, and the words of a list are told otherwise.
  if (command.intent === "find" && isVague(command.target)) return as("list");
  if (command.intent === "complete" && !isStated(clause))
    return { intent: "find", target: command.target };
  // "Buy milk again next week" is a new task, though one of that name is there.
  if (intent === "update" && againBook.anywhere(plainTokens(clause)) && !says(clause, /:update$/))
    return as("add");
  // "So I should clean the room" tells what is to be done, and not what is to be changed.
  if (
    command.intent === "update" &&
    isVague(command.target) &&
    says(clause, /^open:add$/) &&
    !says(clause, /^(?:it|they)$/)
  )
    return as("add");
  if (isSure(reading, command)) return command;
  const [second = "unknown"] = reading.ranked[1] ?? [];
  const other = as(second);
  // Fifteen minutes more may be added, and a note; what else stands behind "add" is a new task.
  if (ordered !== null && intent === "add" && !TOUCHES.test(other.intent)) return command;
  return {
    intent: "unsure",
    readings: [command, other.intent === "unknown" ? { intent: "refrain" } : other],
  };
}

/** What changes a task that is there. */
const TOUCHES = /^(?:delete|update|complete|reopen)$/;

/** The end of an Urdu order. */
const ORDERS = /..(?:ao|اؤ)$/;

/** "Is the gym done" asks it without a mark too. */
const ASKS_OF = /^(?:is|are|has|was|were|does|kya|کیا)$/;

const hedgeBook = new PhraseBook(hedges);
const forbidding = new PhraseBook(prohibitions);
const denialBook = new PhraseBook(denials);
const againBook = new PhraseBook(again);
const wantingBook = new PhraseBook(wanting);
const stoppingBook = new PhraseBook(stopping);

/** Whether a clause wants something shown, or a reminder stopped. */
function asksForNone(clause: Clause): boolean {
  const tokens = plainTokens(clause);
  const first = tokens.findIndex(({ index }) => !isAside(clause.analysis, index));
  return (
    wantingBook.at(tokens, Math.max(first, 0)) !== null || stoppingBook.anywhere(tokens) !== null
  );
}

const isQuestion = ({ analysis, reading }: Clause): boolean =>
  analysis.source.tokens
    .slice(reading.start, reading.end)
    .some(({ norm }) => norm === "?" || norm === "؟");

/** Whether a clause begins as only a question does, or asks what would be if. */
const isAsked = (clause: Clause): boolean => {
  const [first, second] = clause.analysis.source.tokens.slice(clause.reading.start);
  const asks = QUESTIONS.test(first?.norm ?? "") && second?.norm !== "about";
  return asks || (isQuestion(clause) && SUPPOSING.test(first?.norm ?? ""));
};

const QUESTIONS = /^(?:what|whats|which|who|why|how|when|where|did|does|was|were|should|shall)$/;
const SUPPOSING = /^(?:if|suppose|say|agar|agr|اگر)$/;

/** Whether a clause says that something is not so; "no, …" in front of it is an answer. */
const isNegated = (clause: Clause): boolean => {
  const { tokens } = clause.analysis.source;
  return plainTokens(clause).some(
    ({ norm, index }) => negations.has(norm) && tokens[index + 1]?.kind !== "mark",
  );
};

/**
 * "Don't delete it", مت ہٹانا: where the word that forbids is no part of what says "not wanted". What
 * is to be changed may be told beside what is not: "don't delete it, just move it".
 */
const isForbidden = (clause: Clause, intent: string): boolean => {
  const { spans, classes, language } = clause.analysis;
  const parts = spans.filter(({ name }) => /^(?:open|close):|^unwanted$/.test(name));
  const tokens = plainTokens(clause);
  return tokens.some(({ index }, at) => {
    const found = forbidding.at(tokens, at);
    if (!found || parts.some(({ start, end }) => start <= index && index < end)) return false;
    if (intent === "delete") return true;
    const behind = tokens.slice(at + found.length).map((token) => classes[token.index] ?? []);
    const names = intent === "update" ? /^open:update$/ : /^open:(?:update|complete|reopen)$/;
    return language === "en"
      ? (behind[0]?.some((name) => names.test(name)) ?? false)
      : !behind.flat().some((name) => name.startsWith("close:"));
  });
};

/** Nothing is deleted without a word that says so. */
const isOrdered = (clause: Clause): boolean =>
  says(clause, /^(?:open|close):delete$|^unwanted$/) ||
  plainTokens(clause).some(({ norm, fold }) => removalWords.has(norm) || removalWords.has(fold));

/** What is read as a deletion without a word that says so: its next reading, or a question. */
function withoutDeleting(
  command: Command,
  { ranked }: Reading,
  as: (intent: string) => Command,
): Command {
  const [, [intent = "unknown", share = 0] = []] = ranked;
  if (share >= LIKELY) return as(intent);
  return { intent: "unsure", readings: [command, { intent: "refrain" }] };
}

/** Whether a deletion begins as an errand may, and names nothing that is there. */
const mayBeErrand = (command: Command, clause: Clause): boolean => {
  const { analysis, reading } = clause;
  const { start, end } = reading;
  const first = firstOf(analysis, start);
  const named = "target" in command && command.target.names.length > 0;
  const isKnown = analysis.known.slice(first, end).some((known) => known > 0);
  const told = says(clause, /^(?:tasks|in-list|list|place|it|they|all|unwanted)$/);
  return named && !isKnown && !told && analysis.classes[first]?.includes("errand") === true;
};

const LIKELY = 0.1;

/** How sure a change must be; what only shows tasks is never asked about. Fixed by the dev sentences. */
const SURE = 0.6;

const CHANGES: ReadonlySet<string> = new Set(["add", "complete", "reopen", "update", "restore"]);

const isSure = ({ probability }: Reading, { intent }: Command): boolean =>
  probability >= SURE || !CHANGES.has(intent);

/** Whether more than the name of a task is said: "eggs" alone is nothing that was done. */
const isStated = (clause: Clause): boolean =>
  plainTokens(clause).some(
    ({ norm, kind, index }) =>
      kind === "word" &&
      !silentWords.has(norm) &&
      !JOINTS.has(norm) &&
      !clause.analysis.classes[index]?.some((name) => /^(?:polite|particle|added)/.test(name)),
  ) || clause.analysis.classes.some((names) => names.some((name) => /:complete$/.test(name)));
