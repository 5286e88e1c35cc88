import { detectLanguage, type Language, readConsent } from "../../language";
import { leads } from "../lexicon/leads";
import { PhraseBook } from "../text/phrase-book";
import { type Source, type Token, tokenise } from "../text/tokens";
import { addressed, aimedAt } from "./addressed";
import { amended } from "./amend";
import { mayAskForOne, namedInQuestion } from "./asked-one";
import { readAnyPriority, readCategory } from "./attributes";
import { clauses, DOUBTFUL } from "./clauses";
import { clearedOfNote, removesField } from "./clear";
import type { Classified } from "./clues";
import type { Command, Target } from "./command";
import { readDescribing } from "./describe";
import { readEither } from "./either";
import { readFilter, SEARCHES } from "./filter";
import { classify } from "./intent";
import { readNewTasks } from "./new-task";
import { inOrder } from "./order";
import { withoutReason } from "./reason";
import { isRefusal } from "./refrain";
import { courteous, marksObject, pointsAtTask, taskNoun } from "./shape";
import { smallTalk } from "./small-talk";
import { impliesUpdate, isMoved, settledAt, statesChange } from "./state";
import { readStatistics } from "./statistics";
import { readTaking } from "./taking";
import { readTarget } from "./target";
import {
  namesField,
  namesFieldOf,
  namesOnlyField,
  namesTitle,
  readUpdate,
  setsField,
} from "./update";
import { type Utterance, utterance } from "./utterance";

/** What a message asks for, command by command; something is always returned. */
export function understand(said: string, language: Language = detectLanguage(said)): Command[] {
  const text = inOrder(amended(said, language), language);
  const source = tokenise(
    text,
    language === "ur-Latn" || (language === "ur" && /[a-z]/i.test(text)),
  );
  const small = smallTalk(source.tokens);
  if (small) return [{ intent: small }];
  const commands: Command[] = [];
  let before: readonly Token[] = [];
  for (const tokens of clauses(source)) {
    const command = goingOn(source, tokens, commands.at(-1), readClause(source, tokens));
    const led = commands.at(-1)?.intent === "unknown" ? utterance(source, before) : null;
    commands.push(led ? spokenOf(led, command) : command);
    before = tokens;
  }
  const consent = readConsent(text);
  // "Delete it" is a command when it points at something, although it may answer a question too.
  const [only] = commands;
  const points =
    only !== undefined &&
    "target" in only &&
    (only.target.pointing !== undefined || only.target.everything === true);
  if (consent && !points) return [{ intent: "answer", yes: consent === "yes" }];
  const known = commands.filter((command) => command.intent !== "unknown");
  return known.length > 0 ? mergeAdds(known) : [commands[0] ?? NOTHING];
}

const NOTHING: Command = {
  intent: "unknown",
  target: { ids: [], filter: {}, text: "", wholeText: "" },
};

function readClause(source: Source, tokens: readonly Token[]): Command {
  const about = addressed(tokens);
  return (about && aimedAt(readPlain(source, about.rest), about.id)) ?? readPlain(source, tokens);
}

function readPlain(source: Source, tokens: readonly Token[]): Command {
  const said = utterance(source, withoutReason(tokens));
  const core = courteous(said.core);
  const small = smallTalk(tokens);
  if (small) return { intent: small };
  if (isRefusal(core)) return { intent: "refrain" };
  const stats = readStatistics(said, core);
  if (stats) return stats;
  const edited = readDescribing(said) ?? readTaking(said, core) ?? readEither(said, core);
  if (edited) return edited;
  const found = classify(said);
  const moved = found.by === "past" && said.dates.length > 0 && isMoved(core);
  if (found.by === "shape" || found.by === "none" || moved) {
    const stated = found.intent === "list" ? null : statesChange(said, core);
    const implied = stated ?? (found.intent === "list" ? null : impliesUpdate(said, core));
    if (implied) return readUpdate(said, implied, "");
    const does = core[0]?.norm === "do" && namesReference(said, core.slice(1));
    if (found.intent === "add" && does)
      return { intent: "complete", target: readTarget(said, core.slice(1)) };
    if (found.intent === "add" && namesReference(said, core)) return readUpdate(said, core, "");
  }
  return commandOf(said, found);
}

/** "I can't make the gym, move it to Friday", "gym isn't urgent, make it low": it is what the clause before spoke of. */
function spokenOf(before: Utterance, command: Command): Command {
  const led = lead.at(before.core, 0);
  const says = before.core.findIndex(({ norm }, at) => at > 0 && SAYS.test(norm));
  const points = "target" in command && command.target.pointing === "one";
  if (!(led || says > 0) || !points || command.intent === "unknown") return command;
  const about = led ? before.core.slice(led.length) : before.core.slice(0, says);
  return { ...command, target: readTarget({ ...before, dates: [] }, about) };
}

const SAYS = /^(?:is|isnt|are|arent|was|wasnt|has|hasnt|can|cant|wont|doesnt)$/;
const lead = new PhraseBook(leads);

/** "Add buy onions and complete gym": the task gym is done, or to complete it is a task too. */
function goingOn(
  source: Source,
  tokens: readonly Token[],
  before: Command | undefined,
  command: Command,
): Command {
  if (before?.intent !== "add" || command.intent !== "complete") return command;
  const adds = DOUBTFUL.test(tokens[0]?.norm ?? "") && command.target.text !== "";
  return adds ? { ...command, otherwise: readNewTasks(source, tokens, "") } : command;
}

/** "The third one tomorrow", teesra kal pe: of a task that is only pointed at, a day is a change. */
function namesReference(said: Utterance, core: readonly Token[]): boolean {
  if (core.length === 0 || (core.length === 1 && core[0]?.kind === "number")) return false;
  const { ids, places, pointing, text } = readTarget({ ...said, dates: [] }, core);
  return text === "" && (ids.length > 0 || places !== undefined || pointing !== undefined);
}

function commandOf(said: Utterance, found: Classified): Command {
  const { intent, rest, verb } = found;
  switch (intent) {
    case "add":
      return changesInstead(said, found) ?? readAdd(said, found);
    case "list":
      return readList(said, rest, verb);
    case "show":
      return readShow(said, found);
    case "update":
      return readUpdate(said, rest, verb);
    case "delete":
      if (removesField(rest)) return readUpdate(said, rest, "remove");
      if (setsField(rest)) return readUpdate(said, rest, verb);
      return clearedOfNote(said, rest) ?? { intent, target: readTarget(said, rest) };
    case "restore":
      return { intent, target: readTarget(said, rest) };
    case "complete":
    case "reopen":
      return settledAt(said, found)
        ? readUpdate(said, rest, "")
        : { intent, target: readDone(said, found) };
    default:
      return found.by === "question"
        ? readAsked(said, rest)
        : { intent: "unknown", target: readTarget(said, said.core) };
  }
}

/** "Isay zaroori bana do", "put task 1 in category home": of a task that is there, not a new one. */
function changesInstead(said: Utterance, { rest, by, verb }: Classified): Command | null {
  if (by === "closing" && namesTitle(rest)) return readUpdate(said, rest, "");
  // "Is ki category ghar rakho": a property of what is pointed at.
  const own = /^(is|us|iss|uss|اس)$/.test(rest[0]?.norm ?? "") && namesField(rest.slice(1));
  if (by === "closing" && own) return readUpdate(said, rest, "");
  if (by === "closing" && PUTS.test(verb) && namesFieldOf(rest)) return readUpdate(said, rest, "");
  if (by !== "closing" && !/^(put|set|schedule|add|assign)$/.test(verb)) return null;
  // "… pe daal do": a task that is pointed at is put on another day.
  const put =
    by === "closing" && PUTS.test(verb) && !/^(ek|aik|naya|نیا|ایک|نیی)$/.test(rest[0]?.norm ?? "");
  const onto = said.dates.some(({ end }) => /^(pe|par|پر)$/.test(said.tokens[end - 1]?.norm ?? ""));
  const known =
    rest.length === 0 ||
    onto ||
    pointsAtTask(rest) ||
    namesOnlyField(rest) ||
    taskNoun.anywhere(rest) !== null;
  if (put && said.dates.length > 0 && known) return readUpdate(said, rest, "");
  // "Gym mangal ko rakh lo": what stands before the day may be a task that is there.
  const ahead = (rest.at(-1)?.index ?? 0) < (said.tokens[said.dates[0]?.start ?? 0]?.index ?? 0);
  const moved = put && ahead && rest.length > 0 ? readUpdate(said, rest, "") : null;
  if (moved?.intent === "update" && said.dates.length > 0) {
    const otherwise = readNewTasks(said.source, spanOf(said, rest), said.source.text);
    return { ...moved, otherwise };
  }
  const categorised = readCategory(said.source, rest);
  // "Put the car wash in the errands category": "the" says that it is there already.
  const there = /^(the|my|that|this)$/.test(rest[0]?.norm ?? "");
  if (verb === "put" && categorised.value !== undefined && there)
    return readUpdate(said, rest, verb);
  const prioritised = readAnyPriority(categorised.rest);
  // "… ko grocery category mein dalo", "… ko high priority pe rakho"
  const object = rest.findIndex(marksObject);
  const valued = categorised.value !== undefined || prioritised.value !== undefined;
  if (put && valued && object > 0) return readUpdate(said, rest, "");
  const changes =
    categorised.value ?? prioritised.value ?? (by === "opening" && said.dates.length > 0);
  if (!changes) return null;
  const bare = prioritised.rest.filter(({ norm }) => !/^(?:on|at|as|to)$/.test(norm));
  const { ids, pointing, places, text } = readTarget(said, bare);
  const pointed = ids.length > 0 || pointing !== undefined || places !== undefined;
  return pointed && text === "" ? readUpdate(said, rest, "") : null;
}

const PUTS = /^(?:set|daal|dal|rakh|laga|سیٹ|ڈال|رکہ|لگا)/;

/** The title may stand between words that say when, so the tokens are taken again with the dates. */
function readAdd(said: Utterance, { rest }: Classified): Command {
  return { intent: "add", tasks: readNewTasks(said.source, spanOf(said, rest), said.source.text) };
}

function spanOf(said: Utterance, rest: readonly Token[]): Token[] {
  const kept = new Set(rest.map((token) => token.index));
  const coreIndexes = new Set(said.core.map((token) => token.index));
  return said.tokens.filter((token) => kept.has(token.index) || !coreIndexes.has(token.index));
}

function readList(said: Utterance, rest: readonly Token[], verb: string): Command {
  const target = readTarget(said, rest);
  const one =
    target.ids.length === 1 ||
    target.places !== undefined ||
    (target.pointing === "one" && rest.length > 0);
  if (one && said.dates.length === 0) return { intent: "show", target };
  const filter = readFilter(said, rest, verb);
  const { search, status, overdue: _, ...narrowed } = filter;
  if (search && SEARCHES.test(verb) && Object.keys(narrowed).length === 0)
    return { intent: "search", query: search, filter: { ...(status ? { status } : {}) } };
  return { intent: "list", filter, counting: false };
}

/** "I paid the bill" may be the task "pay the bill", or only "the bill"; so may بل ادا کر دیا. */
function readDone(said: Utterance, { rest, by, verb }: Classified): Target {
  const target = readTarget(said, rest);
  const verbFirst = by === "past" && verb !== "";
  const verbLast = by === "closing" && PAST_HELPER.test(verb) && rest.length > 1;
  if (target.text === "" || !(verbFirst || verbLast)) return target;
  const without = readTarget(said, verbFirst ? rest.slice(1) : rest.slice(0, -1)).text;
  if (verbLast && /^(?:ho|ہو)/.test(verb))
    return without ? { ...target, shorter: without } : target;
  return { ...target, text: without || target.text, wholeText: target.text };
}

const PAST_HELPER =
  /^(?:gaya|gayi|gai|gaye|گیا|گیی|گیے)(?: |$)|^(?:(?:kar|kr|karwa|krwa|کر|کروا|کرا) ?)?(?:diya|dia|liya|lia|di|li|aya|aaya|chuka|chuki|دیا|لیا|دی|لی|چکا|چکی|ایا|ایی)(?: |$)|^(?:ho|ہو) ?(?:g|گ|chuk|چک)/;

/** "Tell me about …" is about one task, or about a day. */
function readShow(said: Utterance, { rest, verb }: Classified): Command {
  const target = readTarget(said, rest);
  const named = target.ids.length > 0 || target.places || target.pointing || target.text !== "";
  if (!named) return { intent: "list", filter: readFilter(said, rest, verb), counting: false };
  return { intent: "show", target };
}

/** "Did I send the invoice": of a task with such words, if there is one. */
function readAsked(said: Utterance, core: readonly Token[]): Command {
  const { words, shorter } = namedInQuestion(core);
  if (words.length === 0 || !mayAskForOne(core))
    return { intent: "unknown", target: readTarget(said, core) };
  const target = readTarget({ ...said, dates: [] }, words);
  const less = readTarget({ ...said, dates: [] }, shorter).text;
  return { intent: "show", target: less ? { ...target, shorter: less } : target, perhaps: true };
}

/** "It is not done yet, open it again": the same once more, of what is only pointed at. */
function repeats(command: Command, before: Command): boolean {
  if (command.intent !== before.intent || !("target" in command)) return false;
  const { ids, places, pointing, everything, filter, text } = command.target;
  const named = ids.length > 0 || places || everything || text !== "" || pointing === "several";
  const same =
    command.intent !== "update" ||
    (before.intent === "update" &&
      JSON.stringify(command.changes) === JSON.stringify(before.changes));
  return !named && Object.keys(filter).length === 0 && same;
}

function mergeAdds(commands: readonly Command[]): Command[] {
  const merged: Command[] = [];
  for (const command of commands) {
    const last = merged.at(-1);
    if (command.intent === "add" && last?.intent === "add") last.tasks.push(...command.tasks);
    else if (!last || !repeats(command, last)) merged.push(command);
  }
  return merged;
}
