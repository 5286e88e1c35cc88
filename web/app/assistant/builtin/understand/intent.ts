import { beyond, beyondRequests, calendarQuestion } from "../lexicon/beyond";
import type { Intent } from "../lexicon/commands";
import { errandVerbs } from "../lexicon/errands";
import { type Found, PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { announced, dueAndMore, thingsAlone } from "./announced";
import {
  askedFor,
  asksForOne,
  asksForTasks,
  asksInUrdu,
  isBareList,
  isListQuestion,
  isLookedFor,
  isQuestion,
  withoutAspect,
} from "./asking";
import { isBarePriority } from "./attributes";
import type { Classified, Clues } from "./clues";
import { inThePast, inTwo, isErrand, isErrandAfterAll, MARKS, marked } from "./english-verbs";
import * as shape from "./shape";
import { withoutTail } from "./tail";
import { trimPunctuation, type Utterance } from "./utterance";

const topic = new PhraseBook(beyond);

type Rule = (clues: Clues) => Classified | null;

/** Decides what a clause asks for: the first rule that knows decides. */
export function classify(said: Utterance): Classified {
  const { head: core, tail } = withoutTail(shape.courteous(said.core));
  const decided = decide(said, core);
  return tail.length === 0 ? decided : { ...decided, rest: [...decided.rest, ...tail] };
}

function decide(said: Utterance, core: readonly Token[]): Classified {
  const first = shape.opening.at(core, 0);
  const urdu = shape.isUrduLike(core);
  const clues: Clues = {
    said,
    core,
    first,
    last: closingOf(core),
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

/** "Tell me a joke" is asked of us. */
const TELLING = /^(tell|give|teach|sing|write|play) (me|us)\b(?! (more )?about)/;

const RULES: readonly Rule[] = [
  // One word alone names a list: "completed", "overdue".
  (clues) =>
    clues.core.length === 1 && /^(completed|pending|overdue|open)$/.test(shape.spoken(clues.core))
      ? shaped("list", clues, "shape")
      : null,
  ({ core, first, last, asks }) =>
    (asks ||
      first?.value === "list" ||
      last?.value === "list" ||
      /^(play|sing)$/.test(core[0]?.norm ?? "")) &&
    first?.value !== "add" &&
    topic.anywhere(core) &&
    !asksForTasks(core) &&
    !shape.pointsAtTask(core)
      ? { intent: null, rest: core, by: "none", verb: "" }
      : null,
  ({ core }) =>
    calendarQuestion.test(shape.spoken(core))
      ? { intent: null, rest: core, by: "none", verb: "" }
      : null,
  ({ core, rest, said }) =>
    (TELLING.test(shape.spoken(core)) ||
      (said.dates.length === 0 &&
        beyondRequests.some((request) => request.test(shape.spoken(core))))) &&
    !asksForTasks(rest) &&
    !shape.pointsAtTask(rest)
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
  // کہاں and کب ask for one task: ahmed wala kaam kahan hai.
  (clues) => (NAMED.test(shape.spoken(clues.core)) ? askedFor(clues) : null),
  // "Do I still need to call Ali" asks for a task of that name.
  ({ core }) => {
    const asked = NEEDED.exec(shape.spoken(core));
    return asked
      ? {
          intent: "show",
          rest: core.slice(asked[0].trim().split(" ").length),
          by: "question",
          verb: "",
        }
      : null;
  },
  // "Who do I need to call": whatever has to be done of that kind.
  ({ core }) => {
    const asked = OF_KIND.exec(shape.spoken(core));
    return asked && errandVerbs.has(asked[1] ?? "")
      ? {
          intent: "list",
          rest: core.slice(core.findIndex(({ norm }) => norm === asked[1])),
          by: "question",
          verb: "",
        }
      : null;
  },
  // "Is gym done" needs no question mark.
  ({ core, last }) =>
    /^(is|are|was|were|has)$/.test(core[0]?.norm ?? "") &&
    core.length > 2 &&
    last?.value === "complete" &&
    !asksForTasks(core.slice(1, -last.length))
      ? { intent: "show", rest: core.slice(1, core.length - last.length), by: "question", verb: "" }
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
    first?.length === 1 && MARKS.test(core[0]?.norm ?? "") ? marked(core) : null,
  (clues) => inTwo(clues),
  // کب asks for the day of one task: gym kab jana hai.
  (clues) => askedFor(clues),
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
    // "Dentist wale task ko hatana hai": of a task that is there.
    const removed = REMOVING.exec(shape.spoken(errand))?.[0].trim().split(" ").length ?? 0;
    const there = errand.slice(0, -removed || undefined);
    if (
      bound &&
      removed > 0 &&
      !first &&
      shape.pointsAtTask(there) &&
      shape.marksObject(there.at(-1))
    )
      return { intent: "delete", rest: there, by: "closing", verb: "" };
    // "13 number wala aaj khatam karna hai": a task that is there gets its day.
    const doing = shape.closing.endingAt(errand, errand.length)?.length ?? 0;
    const named = errand.slice(0, errand.length - (doing || shape.bareVerbLength(errand)));
    if (bound && planned && !first && named.length < errand.length && shape.isNamed(named))
      return { intent: "update", rest: named, by: "closing", verb: "" };
    return bound && !first && !asksInUrdu(errand) && (shape.isInfinitive(errand.at(-1)) || planned)
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
  ({ core, last, asks }) =>
    !last || (asks && last.value === "complete" && asksInUrdu(core))
      ? null
      : {
          intent: last.value,
          rest: core.slice(
            last.value === "add" &&
              /^(throw|stick|pop|chuck|drop|slap|get|place|keep|want|have)$/.test(
                core[0]?.norm ?? "",
              )
              ? 1
              : 0,
            core.length - last.length,
          ),
          by: "closing",
          verb: "",
        },
  (clues) => (isBareList(clues) || isLookedFor(clues) ? shaped("list", clues, "shape") : null),
  (clues) =>
    clues.core.length > 0 && asksForOne(clues)
      ? { ...shaped("show", clues, "question"), rest: withoutAspect(clues.core) }
      : null,
  (clues) => dueAndMore(clues) ?? thingsAlone(clues),
  (clues) => (clues.asks || !isErrand(clues) ? null : shaped("add", clues, "shape")),
  // "Do I have to pay anything this week"
  (clues) =>
    clues.asks && clues.core.some(({ norm }) => /^(?:any|anything|koi|کویی)$/.test(norm))
      ? shaped("list", clues, "question")
      : null,
  // "Bread wala": a task, and nothing said of it.
  (clues) =>
    /(?:^| )(?:wala|wali|والا|والی)(?: (?:kaam|kam|task|کام|ٹاسک))?$/.test(
      shape.spoken(clues.core),
    ) &&
    clues.core.length > 1 &&
    clues.core.length < 6
      ? shaped("show", clues, "question")
      : null,
  ({ asks, core }) => (asks ? { intent: null, rest: core, by: "question", verb: "" } : null),
];

const NAMED = /(?:^| )(?:wala|wali|والا|والی)(?: |$)/;

const REMOVING =
  / (?:hatana|mitana|nikalna|(?:delete|remove|cancel|khatam) karna|ہٹانا|مٹانا|نکالنا|(?:حذف|ڈیلیٹ|منسوخ|کینسل) کرنا)$/;

const OF_KIND =
  /^(?:who|whom|what|where) (?:do|should|must) (?:i|we) (?:(?:still )?(?:need|have) to )?(?!do\b|start\b|work\b|finish\b|focus\b|get\b)(\w+)(?: (?:to|with|for))?$/;

const NEEDED =
  /^(?:do|did) (?:i|we) (?:still )?(?:need|have) to (?!do\b|be\b|have\b)(?!.*\b(?:anything|something|today|tasks?)\b)/;

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
  if (last.value === "complete" && asks && asksInUrdu(core)) return null;
  let rest = trimPunctuation(core.slice(0, core.length - last.length));
  // "… mukammal nahi hui thi, wapas khol do": said twice.
  const twice = last.value === "reopen" ? shape.closing.endingAt(rest, rest.length) : null;
  if (twice?.value === "reopen" && twice.length < rest.length) rest = rest.slice(0, -twice.length);
  // "… jana hai, yaad karwa dena": what has to be done comes first, and its ہے with it.
  const bound = last.value === "add" ? shape.obligation.endingAt(rest, rest.length) : null;
  const stated = bound?.length === 1 && shape.isCopula(rest.at(-1));
  if (bound && rest.length > bound.length) {
    if (stated || shape.isInfinitive(rest.at(-bound.length - 1)))
      rest = rest.slice(0, -bound.length);
  }
  if (first && first.length < core.length && first.value === "list") return null;
  const verb = shape.spoken(core.slice(rest.length));
  // "… والا کام اہم بنا دو": to make a task something is to change it, not to make one.
  const object = shape.marksObject(rest.at(-2));
  const named =
    object || rest.some(({ norm }) => /^(والا|والی|والے|wala|wali|wale|walay)$/.test(norm));
  // So is "… ko zaroori mark kar do".
  const made = (/^(بنا|bana)/.test(verb) ? named : /^mark/.test(verb)) && isRated(rest.at(-1));
  return { intent: made ? "update" : last.value, rest, by: "closing", verb };
}

function closingOf(core: readonly Token[]): Found<Intent> | null {
  const last = shape.closing.endingAt(core, core.length);
  // "Match dekhna hai" is to be done, "kaam dekhna hai" asks.
  const watched = WATCHED.test(core.at(-(last?.length ?? 0))?.norm ?? "");
  if (last?.value === "list" && watched && !asksForTasks(core.slice(0, -last.length))) return null;
  // "Bill reh gaya" and "bhool gaya" tell of what is not done.
  const undone = UNDONE.test(shape.spoken(core.slice(-(last?.length ?? 0) - 1)));
  return undone && last?.value === "complete" ? null : last;
}

const WATCHED = /^(?:dekhn|دیکہن)/;
const UNDONE =
  /^(?:nahi|nahin|nhi|nai|na|نہیں|نہ|reh|rah|bhool|bhul|thak|der ho|so|chala|chali|رہ|بہول|تہک|چلا|چلی|دیر ہو) (?:ga|گی)/;

function isRated(token: Token | undefined): boolean {
  return token !== undefined && isBarePriority(token);
}
