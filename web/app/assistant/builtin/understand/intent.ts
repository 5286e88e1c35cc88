import * as ambiguous from "../lexicon/ambiguous";
import type { Intent } from "../lexicon/commands";
import { errandVerbs } from "../lexicon/errands";
import { questions } from "../lexicon/fillers";
import { statuses } from "../lexicon/filters";
import { isPastVerb } from "../lexicon/past";
import { dayQuestions } from "../lexicon/statistics";
import { type Found, PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { showsChange } from "./change-signs";
import * as shape from "./shape";
import type { Utterance } from "./utterance";

const question = new PhraseBook(questions);
const status = new PhraseBook(statuses);
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
  const core = shape.courteous(said.core);
  const first = shape.opening.at(core, 0);
  const urdu = shape.isUrduLike(core);
  const clues: Clues = {
    said,
    core,
    first,
    last: shape.closing.endingAt(core, core.length),
    verb: shape.spoken(core.slice(0, first?.length ?? 0)),
    rest: core.slice(first?.length ?? 0),
    asks:
      said.question || question.at(core, 0) !== null || (urdu && question.anywhere(core) !== null),
    urdu,
  };
  for (const rule of RULES) {
    const decided = rule(clues);
    if (decided) return decided;
  }
  return { intent: null, rest: core, by: "none", verb: "" };
}

const RULES: readonly Rule[] = [
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
  ({ core, first }) => {
    const bound = shape.obligation.endingAt(core, core.length);
    const errand = core.slice(0, core.length - (bound?.length ?? 0));
    return bound && !first && shape.isInfinitive(errand.at(-1))
      ? { intent: "add", rest: errand, by: "obligation", verb: "" }
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
      rest: core.slice(0, core.length - last.length),
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
  if (last.value === "complete" && asks && question.anywhere(core)) return null;
  const rest = core.slice(0, core.length - last.length);
  if (first && first.length < core.length && first.value === "list") return null;
  return { intent: last.value, rest, by: "closing", verb: "" };
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

/** Whether an ambiguous verb opens something to be done rather than a command. */
function isErrandAfterAll({ said, core, first, verb, rest }: Clues): boolean {
  if (ambiguous.errandAfterAll.test(shape.spoken(core))) return true;
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
  if (first?.value === "complete") return null;
  const subject = /^(i|ive|we|weve)$/.test(core[0]?.norm ?? "") ? 1 : 0;
  let at = subject;
  while (subject && /^(have|had|just|already|finally|also|actually)$/.test(core[at]?.norm ?? ""))
    at++;
  if (subject && isPastVerb(core[at]?.norm ?? "") && core.length > at + 1) {
    return { intent: "complete", rest: core.slice(at), by: "past", verb: core[at]?.norm ?? "" };
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
  return (
    said.dates.some((mark) => mark.when.day) && core.length <= 6 && dayQuestion.whole(core) === true
  );
}

/** "My tasks", "overdue", "آج کے کام": a list without a verb. */
function isBareList({ said, core }: Clues): boolean {
  if (core.length === 0) {
    return said.dates.length > 0 && said.dates.every((mark) => !mark.when.repeat);
  }
  if (core.length > 5) return false;
  if (status.whole(core) !== undefined) return true;
  return shape.taskNoun.endingAt(core, core.length) !== null && !shape.isInfinitive(core.at(-1));
}

function isErrand({ said, core }: Clues): boolean {
  if (core.length === 0 || core[1]?.norm === "me") return false;
  if (errandVerbs.has(core[0]?.norm ?? "") && core.length > 1) return true;
  if (core.length > 1 && shape.isInfinitive(core.at(-1))) return true;
  return said.dates.length > 0;
}
