import { wordSet } from "../text/normalise";
import type { Token } from "../text/tokens";
import { textOf } from "../text/tokens";
import { isQuestion } from "./asking";
import { readAnyPriority, readNamedPriority } from "./attributes";
import type { Changes, Command, Target } from "./command";
import { readNewTasks } from "./new-task";
import {
  bareVerbLength,
  closing,
  endsInCommand,
  isCopula,
  isInfinitive,
  isUrduLike,
  marksObject,
  obligation,
  opening,
  pointsAtTask,
  spoken,
} from "./shape";
import { readTarget } from "./target";
import { becoming } from "./update";
import { trimPunctuation, type Utterance, whenOf } from "./utterance";

const MAKES = /^(?:make|set|turn|have|put|keep)$/;
const RECURS =
  /^(?:repeat|repeats|repeating|recur|recurs|recurring|happen|happens|a|to|thing|one|on|be|task|reminder|into|as|it|now|also|and)$/;
const IS =
  /^(?:is|are|was|got|should|must|needs|repeats|recurs|happens|has|will|goes|moved|shifted|rescheduled)$/;
const MOVED = /^(?:been|moved|shifted|pushed|postponed|rescheduled|back|due)$/;
const MUST = /^(?:needs|need|should|must|has|ought|will|is|to|be|happen|go)$/;
const INTO = /^(?:mein|me|mai|m|میں|مین)$/;
const PUTS = /^(?:daal|dal|rakh|laga|ڈال|رکہ|لگا)/;
const MOVES = /^(?:make|move|set|do|put|change|have)$/;
const WILL =
  /(?:^| )(?:ab |اب )?(?:ho ga|ho gi|hoga|hogi|hua kare gi|hua karegi|hua kare ga|ہو گی|ہو گا|ہوگی|ہوگا|ہوا کرے گی)$/;
const DUE =
  /(?:^| )(?:(?:ho|ہو) (?:(?:jana|jani|jane|جانا|جانی|جانے) (?:chahiye|chahye|chahie|چاہیے)|jaye|jae|jai|jaey|جایے|جاے)|(?:ho|ruk|reh|chal|ہو|رک|رہ|چل) (?:sakta|sakti|sakte|سکتا|سکتی|سکتے) (?:hai|he|h|hain|ہے|ہیں))$/;
const PROMISED =
  /(?:^| )(?:(?:kar|kr) ?(?:l|d)?(?:unga|ungi|oonga|oongi|un ga|un gi)|(?:kar|kr) (?:lun|dun) (?:ga|gi)|کرون(?: گ[ای])?|کر (?:لون|دون)(?: گ[ای])?)$/;
const OFF = /^(?:off|back|forward|out)$/;
const LISTS = /^(?:list|fehrist|todo|لسٹ|فہرست)$/;

/**
 * Reads what changes a task if there is one of that name and makes one otherwise: "make gym daily",
 * "the electricity bill is due on the 30th", "bread ko grocery mein daal do".
 */
export function readEither(said: Utterance, core: readonly Token[]): Command | null {
  if (said.question || isQuestion(core)) return null;
  const drawn = arrowed(said, core);
  if (drawn || core.length < 2) return drawn;
  if (isUrduLike(core))
    return (
      putInUrdu(said, core) ??
      dueNow(said, core) ??
      statedInUrdu(said, core) ??
      ratedInUrdu(said, core) ??
      replacedInUrdu(said, core)
    );
  const opens = opening.at(core, 0);
  if (opens && opens.length > 1) return null;
  // "Make call Ali tomorrow instead"
  const plain =
    !opens || (/^(?:make|do|have)$/.test(core[0]?.norm ?? "") && core.at(-1)?.norm === "instead");
  const stated = !plain
    ? null
    : (goesUnder(said, core) ??
      statedToBe(said, core) ??
      insteadOf(said, core) ??
      renamed(said, core));
  return stated ?? madeToRepeat(said, core) ?? putUnder(said, core);
}

/** "Make gym daily", "set the car wash to repeat every week", "make the dentist at 4pm". */
function madeToRepeat(said: Utterance, core: readonly Token[]): Command | null {
  const known = /^(?:the|my|our|that)$/.test(core[1]?.norm ?? "") && said.dates.length > 0;
  if (!MAKES.test(core[0]?.norm ?? "") || !(known || repeats(said))) return null;
  const rest = withoutTail(withoutTail(core.slice(1), RECURS), OFF);
  if (rest.length === 0 || pointsAtTask(rest)) return null;
  const { value: priority, rest: about } = readAnyPriority(rest);
  return either(said, about, { when: becoming(said), ...(priority && { priority }) }, core);
}

/** "Assignment -> friday", "gym => high". */
function arrowed(said: Utterance, core: readonly Token[]): Command | null {
  const arrow = said.tokens.find(({ norm }) => /^[>→]$/.test(norm))?.index ?? 0;
  const rated = readAnyPriority(core.filter(({ index }) => index > arrow));
  if (arrow === 0 || rated.rest.length > 0) return null;
  const changes: Changes = {
    ...(said.dates.length > 0 ? { when: becoming(said) } : {}),
    ...(rated.value ? { priority: rated.value } : {}),
  };
  const about = trimPunctuation(core.filter(({ index }) => index < arrow));
  return Object.keys(changes).length > 0 ? either(said, about, changes, about) : null;
}

/** "Gym should repeat every day", "rent is due on the 1st". */
function statedToBe(said: Utterance, core: readonly Token[]): Command | null {
  const at = core.findIndex(({ norm }, place) => place > 0 && IS.test(norm));
  const behind = core.slice(at + 1);
  const [doing] = behind;
  // "The car needs washing by Friday"
  if (core[at]?.norm === "needs" && said.dates.length > 0 && behind.length === 1 && doing)
    if (/ing$/.test(doing.norm))
      return either(said, [...core.slice(0, at), doing], { when: becoming(said) }, core);
  const moved = MOVED.test(core[at]?.norm ?? "");
  const timed = moved || /^(?:the|my)$/.test(core[0]?.norm ?? "");
  const dated = said.dates.some(({ when }) => when.day || when.repeat || (timed && when.clock));
  if (at < 1 || !dated || behind.some(({ norm }) => !RECURS.test(norm) && !MOVED.test(norm)))
    return null;
  const rest = core.slice(0, at);
  // What opens in a date tells of the day: "tomorrow is Ali's wedding".
  if (said.dates[0]?.start === 0 || pointsAtTask(rest)) return null;
  return either(said, rest, { when: becoming(said) }, rest);
}

/** "Dentist at 5 instead of 11". */
function insteadOf(said: Utterance, core: readonly Token[]): Command | null {
  const at = core.findIndex(({ norm }) => norm === "instead");
  // "Can we do the dentist on Thursday instead", "team meeting every two weeks instead".
  if (at > 0 && at === core.length - 1 && said.dates.length > 0)
    return either(
      said,
      withoutTail(withoutMove(core.slice(0, at)), MUST),
      { when: becoming(said) },
      core.slice(0, at),
    );
  const stop = core[at]?.index ?? 0;
  const dates = said.dates.filter(({ start }) => (said.tokens[start]?.index ?? 0) < stop);
  if (at < 1 || core[at + 1]?.norm !== "of" || dates.length === 0) return null;
  const rest = core
    .slice(0, at)
    .filter((_, place) => place > 0 || !MOVES.test(core[0]?.norm ?? ""));
  return either(said, rest, { when: whenOf({ dates }) }, core.slice(0, at));
}

function withoutMove(said: readonly Token[]): readonly Token[] {
  const core = said.slice(/^(?:ill|lets|id)$/.test(said[0]?.norm ?? "") ? 1 : 0);
  return MOVES.test(core[0]?.norm ?? "") ? core.slice(1) : core;
}

/** "Gym is now called morning workout". */
function renamed(said: Utterance, core: readonly Token[]): Command | null {
  const at = core.findIndex(({ norm }) => /^(called|named|titled)$/.test(norm));
  const is = core.findIndex(({ norm }) => /^(is|should)$/.test(norm));
  const between = core.slice(is + 1, at).every(({ norm }) => /^(now|be|being)$/.test(norm));
  if (is < 1 || at < is || at === core.length - 1 || !between) return null;
  const title = textOf(said.source, core.slice(at + 1));
  const target = readTarget(said, core.slice(0, is));
  return { intent: "update", target, changes: { title } };
}

/** میٹنگ اب ہر روز ہو گی, assignment ko 2 din aur aage: what will be, said of a task. */
function statedInUrdu(said: Utterance, core: readonly Token[]): Command | null {
  const pushed = said.dates.some(({ when }) => when.day?.kind === "move" && when.day.fromDue);
  if (pushed && marksObject(core.at(-1)))
    return either(said, core.slice(0, -1), { when: becoming(said) }, []);
  // "Dentist ab jumerat ko hai": what is so now was otherwise before.
  const now = core.at(-2)?.norm ?? "";
  if (NOW.has(now) && isCopula(core.at(-1)) && said.dates.length > 0)
    return either(said, core.slice(0, -2), { when: becoming(said) }, core.slice(0, -2));
  const dated = said.dates.length > 0;
  // "Dentist 10 baje hai": an hour without a day is that of a task that has one.
  const timed = said.dates.every(({ when }) => when.clock && !when.day && !when.repeat);
  const errand = opening.at(core, 0) || endsInCommand(core) || isInfinitive(core.at(-2));
  if (dated && timed && isCopula(core.at(-1)) && core.length > 1 && !errand)
    return either(said, core.slice(0, -1), { when: becoming(said) }, core);
  const due = dated ? (DUE.exec(spoken(core)) ?? PROMISED.exec(spoken(core))) : null;
  // The گا of ہو گا looks like a courtesy, so it is looked for in the whole.
  const will = due ?? WILL.exec(spoken(core)) ?? WILL.exec(spoken(trimPunctuation(said.core)));
  const changed = repeats(said) || (dated && core.some(({ norm }) => NOW.has(norm)));
  if (!will || !(due || changed)) return null;
  const verb = will[0].trim().replace(/ گ[ای]$/, "");
  const rest = core
    .slice(0, core.length - verb.split(" ").length)
    .filter(({ norm }) => !NOW.has(norm));
  if (rest.length === 0) return null;
  const command = either(said, rest, { when: becoming(said) }, rest);
  // What can wait is there already.
  if (command?.intent !== "update") return command;
  const waits = /(?:sakt|سکت)/.test(will[0]);
  const { otherwise, ...plain } = command;
  return withShorter(waits ? plain : command);
}

/** "Invoice ab peer ko bhejni hai": what is to be done on another day now. */
function dueNow(said: Utterance, core: readonly Token[]): Command | null {
  const words = core.filter(({ norm }) => !NOW.has(norm));
  const bound = obligation.endingAt(words, words.length)?.length ?? 0;
  const rest = words.slice(0, words.length - bound);
  const now = said.dates.length > 0 && words.length < core.length;
  return now && isInfinitive(rest.at(-1))
    ? withShorter(either(said, rest, { when: becoming(said) }, rest))
    : null;
}

/** "Assignment peer ko jama hoga": the verb may be no part of its name. */
function withShorter(command: Command | null): Command | null {
  if (command?.intent !== "update") return command;
  const shorter = command.target.text.split(" ").slice(0, -1).join(" ");
  return { ...command, target: { ...command.target, shorter } };
}

/** "Bread ki jagah rolls lene hain": what is to be done instead of a task. */
function replacedInUrdu(said: Utterance, core: readonly Token[]): Command | null {
  const at = core.findIndex(({ norm }) =>
    /^(?:jagah|jaga|bajaye|bajae|جگہ|بجاے|بجایے)$/.test(norm),
  );
  if (at < 2 || at === core.length - 1 || said.dates.length > 0) return null;
  // "… ki jagah rusk kar do": a verb that only commands is no part of what it becomes.
  const commanding = closing.endingAt(core, core.length)?.length ?? bareVerbLength(core);
  const verb = isInfinitive(core.at(-1)) ? 0 : commanding;
  const becomes = core.slice(at + 1, core.length - verb);
  const [task, ...others] = readNewTasks(said.source, becomes, "");
  if (!task || others.length > 0) return null;
  return either(said, core.slice(0, at - 1), { title: task.title }, core);
}

/** گاڑی دھونا اب ضروری نہیں رہا, "dentist bohat zaroori hai": how much a task matters. */
function ratedInUrdu(said: Utterance, core: readonly Token[]): Command | null {
  const bound = isCopula(core.at(-1));
  const words = core.slice(0, bound ? -1 : undefined).filter(({ norm }) => !NOW.has(norm));
  const { value, rest } = bound ? readAnyPriority(words) : readNamedPriority(words);
  const closes = value !== undefined && rest.every((token, at) => token === words[at]);
  if (!closes || rest.length === 0 || pointsAtTask(rest)) return null;
  if (opening.at(core, 0) || endsInCommand(rest) || core.some(({ kind }) => kind === "mark"))
    return null;
  const changes = { priority: value };
  // What does not matter any more is nothing to be added.
  if (core.some(({ norm }) => NOT.has(norm)))
    return { intent: "update", target: readTarget({ ...said, dates: [] }, rest), changes };
  // "Doodh lana zaroori hai" says that it has to be done.
  return isInfinitive(rest.at(-1)) ? null : either(said, rest, changes, words);
}

const NOT = wordSet("nahi nahin nhi nai نہیں");
const NOW = wordSet("ab اب abhi ابھی");

/** "Put wash the car under errands", "put gym in health". */
function putUnder(said: Utterance, core: readonly Token[]): Command | null {
  const last = core.at(-1);
  const joint = core.at(-2)?.norm ?? "";
  const verbs = joint === "under" ? /^(?:put|file|move|list)$/ : /^(?:put|file|move)$/;
  if (!/^(?:under|in|into)$/.test(joint) || !verbs.test(core[0]?.norm ?? "")) return null;
  if (core.length < 4 || last?.kind !== "word") return null;
  const category = textOf(said.source, [last]);
  return either(said, core.slice(1, -2), { category }, core);
}

/** "Task 6 goes under family": what a task belongs to. */
function goesUnder(said: Utterance, core: readonly Token[]): Command | null {
  const last = core.at(-1);
  const rest = core.slice(0, -2).filter(({ norm }) => !/^(?:should|must|can)$/.test(norm));
  if (core.at(-2)?.norm !== "under" || last?.kind !== "word") return null;
  if (rest.length < 2 || !/^(?:goes|go|belongs|is|be)$/.test(rest.at(-1)?.norm ?? "")) return null;
  const target = readTarget({ ...said, dates: [] }, rest.slice(0, -1));
  return { intent: "update", target, changes: { category: textOf(said.source, [last]) } };
}

/** "Bread ko grocery mein daal do": but "… ko list mein daal do" adds. */
function putInUrdu(said: Utterance, core: readonly Token[]): Command | null {
  const into = core.findLastIndex(({ norm }) => INTO.test(norm));
  const value = core[into - 1];
  const object = core.findLastIndex((token, at) => at < into && marksObject(token));
  if (object < 1 || object !== into - 2 || !value || LISTS.test(value.norm)) return null;
  if (!PUTS.test(core[into + 1]?.norm ?? "") || core.length > into + 3) return null;
  const rated = readAnyPriority([value]).value;
  const changes = rated ? { priority: rated } : { category: textOf(said.source, [value]) };
  return either(said, core.slice(0, object), changes, core);
}

function either(
  said: Utterance,
  about: readonly Token[],
  changes: Changes,
  title: readonly Token[],
): Command | null {
  const target: Target = readTarget({ ...said, dates: [] }, trimPunctuation(about));
  const known = target.ids.length > 0 || target.pointing || target.places || target.everything;
  if (known) return { intent: "update", target, changes };
  if (target.text === "") return null;
  const kept = new Set(title.map(({ index }) => index));
  const dated = said.dates.flatMap(({ start, end }) => said.tokens.slice(start, end));
  for (const { index } of dated) kept.add(index);
  const span = said.tokens.filter(({ index }) => kept.has(index));
  return {
    intent: "update",
    target,
    changes,
    otherwise: readNewTasks(said.source, span, said.source.text),
  };
}

function withoutTail(tokens: readonly Token[], words: RegExp): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && words.test(tokens[end - 1]?.norm ?? "")) end--;
  return tokens.slice(0, end);
}

const repeats = (said: Utterance): boolean => said.dates.some(({ when }) => when.repeat);
