import * as ambiguous from "../lexicon/ambiguous";
import { errandVerbs } from "../lexicon/errands";
import { isPastVerb } from "../lexicon/past";
import { splitVerbs } from "../lexicon/split-verbs";
import { wordSet } from "../text/normalise";
import type { Token } from "../text/tokens";
import { asksForTasks } from "./asking";
import { showsChange } from "./change-signs";
import type { Classified, Clues } from "./clues";
import * as shape from "./shape";

/** Verbs that may say what a task becomes. */
export const MARKS = /^(?:mark|set|make|put|turn|change|move|switch)$/;

/** "Mark X as …": what it becomes stands at the end, or right behind the verb. */
export function marked(core: readonly Token[]): Classified | null {
  const verb = core[0]?.norm ?? "";
  const found = shape.closing.endingAt(core, core.length);
  // "Put the gym back to undone" marks it; "put the gym off" does not.
  const plain = /^(mark|set|make)$/.test(verb);
  const last = plain || (found?.length ?? 0) > 1 ? found : null;
  const rest = core.slice(1);
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
export function inTwo({ said, core }: Clues): Classified | null {
  const verbs = splitVerbs.filter(({ verb }) => verb.test(core[0]?.norm ?? ""));
  const particle = (norm: string) => verbs.find((one) => one.particle.test(norm));
  const at = core.findIndex(({ norm }, place) => place > 1 && particle(norm) !== undefined);
  const meant = particle(core[at]?.norm ?? "");
  // "Bring the visit forward by a day": the particle went with the date.
  const pushed = said.dates.some(({ when }) => when.day?.kind === "move" && when.day.fromDue);
  if (!meant && pushed && verbs.length > 0)
    return { intent: "update", rest: core.slice(1), by: "opening", verb: core[0]?.norm ?? "" };
  if (!meant || core.length - at > 3) return null;
  // "… off my list": where it stood says nothing of the task.
  const listed = /^(my|the)?( ?todo)? ?list$/.test(shape.spoken(core.slice(at + 1)));
  const rest = core.slice(1, listed ? at : undefined).filter((_, place) => place + 1 !== at);
  if (meant.intent === "update" && !showsChange(said, rest) && said.dates.length === 0) return null;
  return { intent: meant.intent, rest, by: "opening", verb: core[0]?.norm ?? "" };
}

/** Whether an ambiguous verb opens something to be done rather than a command. */
export function isErrandAfterAll({ said, core, first, verb, rest }: Clues): boolean {
  if (ambiguous.errandAfterAll.test(shape.spoken(core)) && !asksForTasks(core)) return true;
  if (!first || !errandVerbs.has(core[0]?.norm ?? "") || rest.length === 0) return false;
  if (shape.pointsAtTask(rest)) return false;
  const article = /^(a|an|some)$/.test(rest[0]?.norm ?? "");
  if (verb === "repeat" && said.dates.some(({ when }) => when.repeat)) return false;
  // "Every weekday drop the kids at school": what happens again is done, not deleted.
  if (ambiguous.ambiguousDelete.test(verb))
    return said.dates.some(({ when }) => when.repeat) && !asksForTasks(rest);
  if (ambiguous.ambiguousSearch.test(verb)) return article || said.dates.length > 0;
  if (ambiguous.ambiguousList.test(verb)) return !asksForTasks(rest);
  if (verb === "check") return !asksForTasks(rest);
  if (ambiguous.ambiguousComplete.test(verb)) return said.dates.length > 0;
  return ambiguous.ambiguousUpdate.test(verb) && !showsChange(said, rest);
}

/** Pasts that are no nouns and no commands. */
const SETTLED = /^(paid|sent|bought|made|written|taken|given|brought|sold|fed|told|met)$/;

/** "Unfinished tasks" are those that are not done. */
const OPEN = wordSet("unfinished uncompleted unchecked unticked undone");

const PARTICLE = /^(in|off|out|up|over|away|down|back)$/;

/** "I paid the bill", "the bill is paid": said of something that was to be done. */
export function inThePast({ core, first, last }: Clues): Classified | null {
  if (first?.value === "complete" || first?.value === "add" || last?.value === "delete")
    return null;
  // "The plumber still hasn't been called"
  const undone = core.findIndex(({ norm }) => /^(hasnt|havent|isnt|wasnt|werent)$/.test(norm));
  if (undone > 1 && core.length - undone < 4 && isPastVerb(core.at(-1)?.norm ?? ""))
    return { intent: "reopen", rest: core.slice(0, undone), by: "past", verb: "" };
  const never = notYet(core);
  if (never) return never;
  const subject = /^(i|ive|we|weve)$/.test(core[0]?.norm ?? "") ? 1 : 0;
  let at = subject;
  while (/^(have|had|just|already|finally|also|actually)$/.test(core[at]?.norm ?? "")) at++;
  const verb = core[at]?.norm ?? "";
  // "I've been to the gym"
  const have = at > subject || /ve$/.test(core[0]?.norm ?? "");
  if (have && verb === "been" && core[at + 1]?.norm === "to" && core.length > at + 2)
    return { intent: "complete", rest: core.slice(at + 2), by: "past", verb: "" };
  // "Put" and "read" are pasts and commands alike; without an "I" they command.
  const told = isPastVerb(verb) && !OPEN.has(verb) && (at > 0 || !errandVerbs.has(verb));
  if (told && core.length > at + 1) {
    return { intent: "complete", rest: core.slice(at), by: "past", verb };
  }
  // "Assignment submitted"
  const ending = core.at(-1)?.norm ?? "";
  if (
    !subject &&
    !first &&
    !last &&
    core.length > 1 &&
    core.length < 6 &&
    (/ed$/.test(ending) || SETTLED.test(ending)) &&
    isPastVerb(ending)
  ) {
    return { intent: "complete", rest: core.slice(0, -1), by: "past", verb: "" };
  }
  // "The form is handed in": the verb may be in two pieces.
  const end = PARTICLE.test(core.at(-1)?.norm ?? "") ? core.length - 1 : core.length;
  if (
    !subject &&
    end > 2 &&
    /^(is|are|was|were|been|got)$/.test(core[end - 2]?.norm ?? "") &&
    isPastVerb(core[end - 1]?.norm ?? "")
  ) {
    return { intent: "complete", rest: core.slice(0, end - 2), by: "past", verb: "" };
  }
  return null;
}

/** "I haven't actually called the plumber yet": it was not done after all. */
function notYet(core: readonly Token[]): Classified | null {
  const words = core.filter(({ norm }) => !/^(actually|really|even|yet|still|i|we)$/.test(norm));
  const verb = words[1]?.norm ?? "";
  const told = /^(havent|didnt)$/.test(words[0]?.norm ?? "") && words.length > 2;
  return told && (isPastVerb(verb) || errandVerbs.has(verb))
    ? { intent: "reopen", rest: words.slice(1), by: "past", verb }
    : null;
}

/** What people tell of themselves is nothing to be done. */
const FEELING =
  /^(?:i|im|we|he|she|they|you|youre|life) (?:am |are |is |was |so |really |feel |feeling )*(?:feel|love|hate|like|think|hope|wish|miss|know|cant|sad|happy|tired|bored|hungry|sick|angry|fine|good|late|stressed|lonely|sleepy|hard|boring|great|annoying)\b/;

/** Whether words without a command are something to be done. */
export function isErrand({ said, core }: Clues): boolean {
  if (core.length === 0 || FEELING.test(shape.spoken(core))) return false;
  if (errandVerbs.has(core[0]?.norm ?? "") && core.length > 1) return true;
  if (core.length > 1 && shape.isInfinitive(core.at(-1))) return true;
  // "Dentist: bring x-rays"
  const colon = core.findIndex(({ norm }) => norm === ":");
  if (colon > 0 && errandVerbs.has(core[colon + 1]?.norm ?? "")) return true;
  return said.dates.length > 0;
}
