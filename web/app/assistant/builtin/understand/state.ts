import { fieldNames } from "../lexicon/changes";
import { barePriorities } from "../lexicon/filters";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { readAnyPriority, readNamedPriority } from "./attributes";
import type { Classified } from "./clues";
import {
  bareVerbLength,
  isCopula,
  isInfinitive,
  isUrduLike,
  marksObject,
  pointsAtTask,
} from "./shape";
import type { Utterance } from "./utterance";

const fields = new PhraseBook(fieldNames);
const bare = new PhraseBook(barePriorities);

/** Whether a clause ends in "moved" or the like, behind what was moved. */
export function isMoved(core: readonly Token[]): boolean {
  return core.length > 1 && core[0]?.norm !== "i" && MOVED.test(core.at(-1)?.norm ?? "");
}

/**
 * Whether a clause that ends in a plain "do it" (کر دو) or names a field is a change: it says what
 * should become of a task, a date or a priority, but no verb of its own.
 */
export function impliesUpdate(said: Utterance, core: readonly Token[]): readonly Token[] | null {
  const length = bareVerbLength(core);
  if (length === 0) return null;
  if (length === core.length)
    return said.dates.length > 0 && !isInfinitive(core.at(-1)) ? [] : null;
  const rest = core.slice(0, core.length - length);
  // "Rozana walk karna" is something to do; "kaam 3 kal karna" says it of a task.
  const object = marksObject(rest.at(-1)) && said.dates.some((d) => d.when.repeat);
  if (isInfinitive(core.at(-1)) && !pointsAtTask(rest) && !object) return null;
  const named =
    fields.anywhere(rest) !== null ||
    bare.endingAt(rest, rest.length) !== null ||
    readAnyPriority(rest).value !== undefined;
  return named || said.dates.length > 0 ? rest : null;
}

/** "Task 2 is urgent", "gym should be high priority": the words of the task and of what it is. */
export function statesChange(said: Utterance, core: readonly Token[]): readonly Token[] | null {
  if (isUrduLike(core)) return statesInUrdu(core);
  // "Assignment priority medium": the value stands behind its name.
  const named = core.findIndex(({ norm }) => norm === "priority");
  if (named > 0 && bare.whole(core.slice(named + 1)) && !said.question) return core;
  const moved = core.some(({ norm }) => MOVED.test(norm));
  const at = core.findIndex(
    ({ norm }) =>
      STATES.test(norm) || (moved && /^(?:has|have|was|got|gets)$/.test(norm)) || MOVED.test(norm),
  );
  if (at < 1 || said.question) return null;
  const tail = core
    .slice(at + 1)
    .filter(
      ({ norm }) =>
        !/^(be|been|now|a|very|really|due|wait|happen|done|to|until|till|til|up|back|forward)$/.test(
          norm,
        ) && !MOVED.test(norm),
    );
  if (/^(isnt|arent)$/.test(core[at]?.norm ?? ""))
    return readNamedPriority(core).value ? core : null;
  const rated = tail.length > 0 && readAnyPriority(tail).rest.length === 0;
  const must =
    moved ||
    /^(should|must|can|needs|moves|goes|slips)$/.test(core[at]?.norm ?? "") ||
    said.tokens.some(({ norm }) => norm === "now");
  const dated =
    tail.length === 0 && said.dates.length > 0 && (must || pointsAtTask(core.slice(0, at)));
  return rated || dated ? [...core.slice(0, at), ...tail] : null;
}

const MOVED = /^(?:moved|shifted|changed|rescheduled|pushed|postponed|brought|delayed)$/;
const STATES = /^(is|are|isnt|arent|should|must|can|needs|moves|goes|slips)$/;

/** کام ۳ ضروری ہے: of a task that is pointed at, a word of priority and ہے. */
function statesInUrdu(core: readonly Token[]): readonly Token[] | null {
  const bound = isCopula(core.at(-1));
  if (!bound && (bareVerbLength(core) > 0 || !readNamedPriority(core).value)) return null;
  const rest = bound ? core.slice(0, -1) : core;
  const rated = readAnyPriority(rest);
  return rated.value !== undefined && rated.rest.length < rest.length && pointsAtTask(rated.rest)
    ? rest
    : null;
}

const NOW = /^(?:ho|ہو) ?(?:ga|گ).*(?:hai|he|ہے)$/;
const OF = wordSet("ka ki کا کی");

/** "Meeting 3 baje ho gai hai" and "meeting jumay ki ho gai": it is at another time now, not done. */
export function settledAt(said: Utterance, { by, intent, rest, verb }: Classified): boolean {
  if (by !== "closing" || intent !== "complete" || !/^(?:ho|ہو) ?(?:ga|گ)/.test(verb)) return false;
  const timed = said.dates.some(({ when }) => when.clock !== undefined && !when.repeat);
  const owned = said.dates.some(({ start, end }) =>
    said.tokens.slice(Math.max(start, end - 1), end + 1).some(({ norm }) => OF.has(norm)),
  );
  const named = rest.some(({ norm }) => !OF.has(norm));
  return named && (owned || (timed && NOW.test(verb)));
}
