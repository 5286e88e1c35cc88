import * as ambiguous from "../lexicon/ambiguous";
import { beyond } from "../lexicon/beyond";
import type { Intent } from "../lexicon/commands";
import { errandVerbs } from "../lexicon/errands";
import { listNoise, questions } from "../lexicon/fillers";
import { aboutAfter, statuses } from "../lexicon/filters";
import { isPastVerb } from "../lexicon/past";
import { splitVerbs } from "../lexicon/split-verbs";
import { dayQuestions } from "../lexicon/statistics";
import { wordSet } from "../text/normalise";
import { type Found, PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { isBarePriority, readAnyPriority } from "./attributes";
import { showsChange } from "./change-signs";
import * as shape from "./shape";
import { trimPunctuation, type Utterance } from "./utterance";

const question = new PhraseBook(questions);
// English question words ("do", "is") mean other things inside Roman Urdu.
const urduQuestion = new PhraseBook(
  questions.map(([{ ur, roman }, asks]) => [{ ur, roman }, asks] as const),
);
const status = new PhraseBook(statuses);
const noise = new PhraseBook(listNoise);
const topic = new PhraseBook(beyond);
const topicBefore = new PhraseBook<true>([
  [{ en: "about|regarding|containing|mentioning|mention|mentions|related to" }, true],
]);
const topicBehind = new PhraseBook(aboutAfter);
const dayQuestion = new PhraseBook(dayQuestions);

/** What a clause asks for, and the words that are left when the command is taken out. */
export interface Classified {
  intent: Intent | null;
  rest: readonly Token[];
  /** How it was seen: said outright, or only implied by the shape of the sentence. */
  by: "opening" | "closing" | "obligation" | "past" | "question" | "shape" | "none";
  /** The words that opened the command. */
  verb: string;
}

/** What the rules look at. */
interface Clues {
  said: Utterance;
  core: readonly Token[];
  first: Found<Intent> | null;
  last: Found<Intent> | null;
  /** The words of the opening, and what follows it. */
  verb: string;
  rest: readonly Token[];
  asks: boolean;
  urdu: boolean;
}

type Rule = (clues: Clues) => Classified | null;

/** Decides what a clause asks for: the first rule that knows decides. */
export function classify(said: Utterance): Classified {
  const { head: core, tail } = withoutTail(shape.courteous(said.core));
  const decided = decide(said, core);
  return tail.length === 0 ? decided : { ...decided, rest: [...decided.rest, ...tail] };
}

/**
 * Cuts off what is said of a task after its command: "… add kar do, high priority". Only where the
 * words before it end in a command by themselves.
 */
function withoutTail(core: readonly Token[]): {
  head: readonly Token[];
  tail: readonly Token[];
} {
  if (!shape.isUrduLike(core)) return { head: core, tail: [] };
  // "Wo kaam dikhao jo late hain": the clause that tells which ones.
  const which = core.findIndex(({ norm }) => /^(jo|جو|jin|جن)$/.test(norm));
  if (which > 1 && shape.endsInCommand(core.slice(0, which)))
    return { head: core.slice(0, which), tail: core.slice(which + 1) };
  if (shape.endsInCommand(core)) return { head: core, tail: [] };
  for (let at = Math.max(1, core.length - 8); at < core.length; at++) {
    const head = trimPunctuation(core.slice(0, at));
    const tail = core.slice(at).filter(({ norm }) => !COPULA.has(norm));
    const ends = shape.endsInCommand(head) || shape.isInfinitive(head.at(-1));
    if (ends && isAttribute(tail)) return { head, tail };
    if (isObject(tail) && shape.endsInCommand(head)) return { head, tail };
  }
  return { head: core, tail: [] };
}

const COPULA = wordSet("hai he h ہے aur or اور bhi بھی with ho ہو");

/** An object behind its verb, as talk has it: "invoice bhej di Bilal ko", "hata do list se". */
function isObject(tokens: readonly Token[]): boolean {
  return (
    tokens.length === 2 &&
    tokens[0]?.kind === "word" &&
    /^(ko|se|ka|ki|کو|سے|کا|کی)$/.test(tokens[1]?.norm ?? "")
  );
}

function isAttribute(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind !== "mark");
  const rated = readAnyPriority(words);
  return words.length > 0 && rated.value !== undefined && rated.rest.length === 0;
}

function decide(said: Utterance, core: readonly Token[]): Classified {
  const first = shape.opening.at(core, 0);
  const urdu = shape.isUrduLike(core);
  const clues: Clues = {
    said,
    core,
    first,
    last: shape.closing.endingAt(core, core.length),
    verb: shape.spoken(core.slice(0, first?.length ?? 0)),
    rest: core.slice(first?.length ?? 0),
    asks: said.question || isQuestion(core),
    urdu,
  };
  for (const rule of RULES) {
    const decided = rule(clues);
    if (decided) return decided;
  }
  return { intent: null, rest: core, by: "none", verb: "" };
}

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

/** "Tell me a joke" is asked of us. */
const TELLING = /^(tell|give|teach|sing|write|play) (me|us)\b(?! (more )?about)/;

const RULES: readonly Rule[] = [
  // One word alone names a list: "completed", "overdue".
  (clues) =>
    clues.core.length === 1 && /^(completed|pending|overdue|open)$/.test(shape.spoken(clues.core))
      ? shaped("list", clues, "shape")
      : null,
  ({ core, first, last, asks }) =>
    (asks || first?.value === "list" || last?.value === "list") &&
    first?.value !== "add" &&
    topic.anywhere(core) &&
    !asksForTasks(core) &&
    !shape.pointsAtTask(core)
      ? { intent: null, rest: core, by: "none", verb: "" }
      : null,
  ({ core, rest }) =>
    TELLING.test(shape.spoken(core)) && !asksForTasks(rest) && !shape.pointsAtTask(rest)
      ? { intent: null, rest: core, by: "none", verb: "" }
      : null,
  (clues) => (clues.first?.length === clues.core.length ? null : announced(clues)),
  // "Todo deploy the site": the word for a task, and what is to be done.
  ({ core, first }) =>
    !first &&
    core.length > 1 &&
    /^(todo|task|reminder)$/.test(core[0]?.norm ?? "") &&
    errandVerbs.has(core[1]?.norm ?? "")
      ? { intent: "add", rest: core.slice(1), by: "opening", verb: "" }
      : null,
  // Someone asks what there is.
  (clues) =>
    clues.asks && !clues.first && isListQuestion(clues) ? shaped("list", clues, "question") : null,
  // "Is task 3 done?" asks; "task 3 is done" tells.
  ({ said, core, last, rest }) =>
    said.question &&
    /^(is|are|was|did|has|have)$/.test(core[0]?.norm ?? "") &&
    last?.value === "complete"
      ? { intent: "show", rest: core.slice(1, core.length - last.length), by: "question", verb: "" }
      : said.question && rest.length === 0 && core.length > 0 && last?.value === "list"
        ? { intent: "list", rest: [], by: "question", verb: "" }
        : null,
  ({ first, core }) =>
    first?.length === 1 && /^(mark|set|make)$/.test(core[0]?.norm ?? "") ? marked(core) : null,
  (clues) => inTwo(clues),
  // کب asks for the day of one task: gym kab jana hai.
  ({ core, urdu, first }) => {
    const when = core.findIndex(({ norm }) => /^(kab|کب)$/.test(norm));
    return urdu && !first && when > 0 && core.length - when <= 4
      ? { intent: "show", rest: core.slice(0, when), by: "question", verb: "" }
      : null;
  },
  // Verbs that may open an errand instead.
  (clues) => (isErrandAfterAll(clues) ? shaped("add", clues, "shape") : null),
  ({ first, last, verb, rest, urdu }) =>
    first?.value === "list" && last?.value !== "add"
      ? { intent: "list", rest: urdu && last ? cut(rest, last, "list") : rest, by: "opening", verb }
      : null,
  ({ verb, rest }) =>
    verb === "check" && shape.taskNoun.anywhere(rest)
      ? { intent: "list", rest, by: "opening", verb }
      : null,
  // Urdu ends in its verb.
  (clues) => (clues.urdu && clues.first?.value !== "add" ? closed(clues) : null),
  ({ said, core, first, asks }) => {
    const bound = shape.obligation.endingAt(core, core.length);
    const errand = core.slice(0, core.length - (bound?.length ?? 0));
    const planned = said.dates.length > 0 && errand.length > 0 && !asks;
    return bound && !first && (shape.isInfinitive(errand.at(-1)) || planned)
      ? { intent: "add", rest: errand, by: "obligation", verb: "" }
      : bound && first?.value === "add" && shape.isInfinitive(errand.at(-1))
        ? { intent: "add", rest: errand.slice(first.length), by: "opening", verb: "" }
        : null;
  },
  (clues) => (clues.asks ? null : inThePast(clues)),
  ({ first, last, verb, rest, urdu }) =>
    first && {
      intent: first.value,
      rest: urdu && last ? cut(rest, last, first.value) : rest,
      by: "opening",
      verb,
    },
  ({ core, last }) =>
    last && {
      intent: last.value,
      rest: core.slice(
        last.value === "add" &&
          /^(throw|stick|pop|chuck|drop|slap|get|place|keep|want|have)$/.test(core[0]?.norm ?? "")
          ? 1
          : 0,
        core.length - last.length,
      ),
      by: "closing",
      verb: "",
    },
  (clues) => (isBareList(clues) ? shaped("list", clues, "shape") : null),
  (clues) => (clues.asks || !isErrand(clues) ? null : shaped("add", clues, "shape")),
];

function shaped(intent: Intent, { core }: Clues, by: Classified["by"]): Classified {
  return { intent, rest: core, by, verb: "" };
}

/** Without a closing that says the same as the opening did: "add karo … shamil karo". */
function cut(rest: readonly Token[], last: Found<Intent>, intent: Intent): readonly Token[] {
  if (last.value !== intent || last.length >= rest.length) return rest;
  return rest.slice(0, rest.length - last.length);
}

function closed({ core, first, last, asks }: Clues): Classified | null {
  if (!last) return null;
  // A question about what is done is no claim that it is.
  if (last.value === "complete" && asks && urduQuestion.anywhere(core)) return null;
  let rest = core.slice(0, core.length - last.length);
  // "… jana hai, yaad karwa dena": what has to be done comes first, and its ہے with it.
  const bound = last.value === "add" ? shape.obligation.endingAt(rest, rest.length) : null;
  const stated = bound && IS.has(shape.spoken(rest.slice(-bound.length)));
  if (bound && rest.length > bound.length) {
    if (stated || shape.isInfinitive(rest.at(-bound.length - 1)))
      rest = rest.slice(0, -bound.length);
  }
  if (first && first.length < core.length && first.value === "list") return null;
  const verb = shape.spoken(core.slice(rest.length));
  // "… والا کام اہم بنا دو": to make a task something is to change it, not to make one.
  const named = rest.some(({ norm }) => /^(والا|والی|والے|wala|wali|wale|walay)$/.test(norm));
  // So is "… ko zaroori mark kar do".
  const made = (/^(بنا|bana)/.test(verb) ? named : /^mark/.test(verb)) && isRated(rest.at(-1));
  return { intent: made ? "update" : last.value, rest, by: "closing", verb };
}

const IS = wordSet("hai hain he ہے ہیں");

function isRated(token: Token | undefined): boolean {
  return token !== undefined && isBarePriority(token);
}

function isAnnouncement(token: Token): boolean {
  return (
    shape.taskNoun.at([token], 0) !== null ||
    isBarePriority(token) ||
    /^(hai|he|is|ہے|new|very|bohat|نیا|naya|my|mera|میرا|a)$/.test(token.norm)
  );
}

/** "Ek kaam likho: gari ki service": the verb stands before a colon, the title behind it. */
function announced({ core }: Clues): Classified | null {
  const colon = core.findIndex((token) => token.norm === ":");
  const ahead = core.slice(0, Math.max(colon, 0));
  if (colon < 1 || colon > 6 || colon === core.length - 1) return null;
  // "Urgent task: fix the server" needs no verb at all.
  if (ahead.every((token) => isAnnouncement(token))) {
    const rated = ahead.filter(isBarePriority);
    return { intent: "add", rest: [...rated, ...core.slice(colon)], by: "opening", verb: "" };
  }
  // "Sauda lena hai: doodh, anday": what has to be done, and of what it consists.
  const bound = shape.obligation.endingAt(ahead, ahead.length);
  if (bound && shape.isInfinitive(ahead.at(-bound.length - 1))) {
    return { intent: "add", rest: core, by: "obligation", verb: "" };
  }
  const last = shape.closing.endingAt(ahead, ahead.length);
  if (!last || ahead.length - last.length > 4) return null;
  const rated = last.value === "add" ? ahead.slice(0, -last.length).filter(isBarePriority) : [];
  return {
    intent: last.value,
    rest: [...rated, ...core.slice(colon + (rated.length > 0 ? 0 : 1))],
    by: "opening",
    verb: "",
  };
}

/** "Mark X as …": what it becomes stands at the end, or right behind the verb. */
function marked(core: readonly Token[]): Classified | null {
  const last = shape.closing.endingAt(core, core.length);
  const rest = core.slice(1);
  const verb = core[0]?.norm ?? "";
  if (last && (last.value === "complete" || last.value === "reopen")) {
    return {
      intent: last.value,
      rest: rest.slice(0, rest.length - last.length),
      by: "opening",
      verb,
    };
  }
  const inner = shape.closing.at(rest, 0);
  if (inner && (inner.value === "complete" || inner.value === "reopen") && verb === "mark") {
    return { intent: inner.value, rest: rest.slice(inner.length), by: "opening", verb };
  }
  return null;
}

/** "Bring the meeting forward to 9": a verb in two pieces. */
function inTwo({ said, core }: Clues): Classified | null {
  const verbs = splitVerbs.filter(({ verb }) => verb.test(core[0]?.norm ?? ""));
  const particle = (norm: string) => verbs.find((one) => one.particle.test(norm));
  const at = core.findIndex(({ norm }, place) => place > 1 && particle(norm) !== undefined);
  const meant = particle(core[at]?.norm ?? "");
  if (!meant || core.length - at > 3) return null;
  // "… off my list": where it stood says nothing of the task.
  const listed = /^(my|the)?( ?todo)? ?list$/.test(shape.spoken(core.slice(at + 1)));
  const rest = core.slice(1, listed ? at : undefined).filter((_, place) => place + 1 !== at);
  if (meant.intent === "update" && !showsChange(said, rest) && said.dates.length === 0) return null;
  return { intent: meant.intent, rest, by: "opening", verb: core[0]?.norm ?? "" };
}

/** Whether an ambiguous verb opens something to be done rather than a command. */
function isErrandAfterAll({ said, core, first, verb, rest }: Clues): boolean {
  if (ambiguous.errandAfterAll.test(shape.spoken(core)) && !asksForTasks(core)) return true;
  if (!first || !errandVerbs.has(core[0]?.norm ?? "") || rest.length === 0) return false;
  if (shape.pointsAtTask(rest)) return false;
  const article = /^(a|an|some)$/.test(rest[0]?.norm ?? "");
  if (ambiguous.ambiguousSearch.test(verb)) return article || said.dates.length > 0;
  if (ambiguous.ambiguousList.test(verb)) return !asksForTasks(rest);
  if (verb === "check") return !asksForTasks(rest);
  if (ambiguous.ambiguousComplete.test(verb)) return said.dates.length > 0;
  return ambiguous.ambiguousUpdate.test(verb) && !showsChange(said, rest);
}

function asksForTasks(tokens: readonly Token[]): boolean {
  return shape.taskNoun.anywhere(tokens) !== null || status.anywhere(tokens) !== null;
}

/** "I paid the bill", "the bill is paid": said of something that was to be done. */
function inThePast({ core, first }: Clues): Classified | null {
  if (first?.value === "complete" || first?.value === "add") return null;
  const subject = /^(i|ive|we|weve)$/.test(core[0]?.norm ?? "") ? 1 : 0;
  let at = subject;
  while (/^(have|had|just|already|finally|also|actually)$/.test(core[at]?.norm ?? "")) at++;
  const verb = core[at]?.norm ?? "";
  // "Put" and "read" are pasts and commands alike; without an "I" they command.
  const told = isPastVerb(verb) && (at > 0 || !errandVerbs.has(verb));
  if (told && core.length > at + 1) {
    return { intent: "complete", rest: core.slice(at), by: "past", verb };
  }
  const said = shape.spoken(core.slice(-2));
  if (
    !subject &&
    core.length > 2 &&
    /^(is|are|was|were|been|got) /.test(said) &&
    isPastVerb(core.at(-1)?.norm ?? "")
  ) {
    return { intent: "complete", rest: core.slice(0, -2), by: "past", verb: "" };
  }
  return null;
}

function isListQuestion({ said, core }: Clues): boolean {
  if (core.length === 0) return said.dates.length > 0;
  if (asksForTasks(core)) return true;
  if (said.dates.length > 0 && said.tokens.some(({ norm }) => norm === "due")) return true;
  const named = topicBefore.anywhere(core) ?? topicBehind.anywhere(core);
  if (named && (named.start > 0 || core.length > named.length) && core.length <= 8) return true;
  if (core.length <= 8 && readAnyPriority(core).value !== undefined) return true;
  return (
    said.dates.some((mark) => mark.when.day) && core.length <= 6 && dayQuestion.whole(core) === true
  );
}

/** "My tasks", "overdue", "آج کے کام": a list without a verb. */
function isBareList({ said, core }: Clues): boolean {
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

function isErrand({ said, core }: Clues): boolean {
  if (core.length === 0) return false;
  if (errandVerbs.has(core[0]?.norm ?? "") && core.length > 1) return true;
  if (core.length > 1 && shape.isInfinitive(core.at(-1))) return true;
  return said.dates.length > 0;
}
