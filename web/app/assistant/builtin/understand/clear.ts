import {
  changeNoise,
  clearings,
  descriptionNouns,
  type Field,
  fieldNames,
} from "../lexicon/changes";
import { englishClasses } from "../lexicon/english-classes";
import { lightVerbs } from "../lexicon/light-verbs";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { readAnyPriority } from "./attributes";
import type { Changes, Command } from "./command";
import { bareVerbLength, isUrduLike, marksObject } from "./shape";
import { readTarget } from "./target";
import { stripEdges, type Utterance } from "./utterance";

const fields = new PhraseBook(fieldNames);
const notes = new PhraseBook(descriptionNouns);
const noise = new PhraseBook(changeNoise);
const clearing = new PhraseBook(clearings, { ...lightVerbs, ...englishClasses });

/** A task that loses one of its properties. */
export function withoutField(said: Utterance, words: readonly Token[], field: Field): Command {
  const changes: Changes =
    field === "priority"
      ? { priority: "medium" }
      : field === "description"
        ? { description: "" }
        : { clear: field === "title" ? [] : [field] };
  const left = stripEdges(words, noise, noise);
  const target = readTarget({ ...said, dates: [] }, left);
  const unnamed = left.every((token) => noise.at([token], 0));
  return {
    intent: "update",
    target: unnamed ? { ...target, filter: {}, text: "", pointing: "one" } : target,
    changes,
  };
}

/** "Stop repeating the meeting", "task 3 has no deadline": a property that a task should not have. */
export function readClearing(
  said: Utterance,
  core: readonly Token[],
  opens: number,
): Command | null {
  const found = clearing.anywhere(core);
  if (!found) return null;
  const commanded = opens > 0 || found.start === 0 || bareVerbLength(core) > 0;
  const stated = core.some(({ norm }) => /^(is|has|should|must|ho|ہو)$/.test(norm));
  if (!commanded && !stated && found.start + found.length < core.length) return null;
  const ending = core.length - bareVerbLength(core);
  const kept = core.filter(
    (_, at) =>
      at >= opens &&
      (at < found.start || at >= found.start + found.length) &&
      at < Math.max(ending, found.start + found.length),
  );
  const words = kept.filter(
    ({ norm }) => !/^(should|has|have|is|be|must|anymore|ever)$/.test(norm),
  );
  return withoutField(said, words, found.value);
}

const CATEGORY = /^(?:category|catagory|list|zumre|zumray|زمرے|کیٹیگری|کیٹگری)$/;
const TAKES = /^(?:nikal|nikaal|hata|نکال|ہٹا)/;

/** "Gym ko health category se nikal do": out of the category, not off the list. */
export function takenOut(said: Utterance, core: readonly Token[]): Command | null {
  const at = core.findLastIndex(({ norm }) => CATEGORY.test(norm));
  const from = /^(?:se|سے)$/.test(core[at + 1]?.norm ?? "");
  const object = core.findIndex(marksObject);
  const named = object > 0 && object < at - 1 && core[at]?.norm !== "list";
  return named && from && TAKES.test(core[at + 2]?.norm ?? "")
    ? withoutField(said, core.slice(0, object), "category")
    : null;
}

/** "Remove the note from gym", "gym ka note hata do": the task whose description goes. */
export function clearedOfNote(said: Utterance, rest: readonly Token[]): Command | null {
  const start = /^(the|its|his|any|my)$/.test(rest[0]?.norm ?? "") ? 1 : 0;
  const found = notes.at(rest, start);
  const behind = rest.slice(start + (found?.length ?? 0));
  if (found && /^(from|of|off|on|for|in)$/.test(behind[0]?.norm ?? ""))
    return withoutField(said, behind.slice(1), "description");
  if (found && start > 0 && behind.length === 0) return withoutField(said, [], "description");
  const last = isUrduLike(rest) ? notes.endingAt(rest, rest.length) : null;
  const whose = rest.slice(0, -(last?.length ?? 0));
  return last && OWNS.test(whose.at(-1)?.norm ?? "")
    ? withoutField(said, whose, "description")
    : null;
}

const OWNS = /^(?:ka|ki|ke|se|ka ek|کا|کی|کے|سے)$/;

/** Whether "remove …" takes a property off a task rather than the task off the list. */
export function removesField(rest: readonly Token[]): boolean {
  const start = /^(the|its|his|any)$/.test(rest[0]?.norm ?? "") && !fields.at(rest, 0) ? 1 : 0;
  const found = fields.at(rest, start);
  const next = found ? rest[start + found.length] : undefined;
  // "Remove the due date": of what was just spoken of.
  if (found && rest.length === start + found.length && found.value === "due") return true;
  // "Drop the priority of task 3 to low" says what it becomes.
  if (readAnyPriority(rest.slice(start + (found?.length ?? 0))).value !== undefined) return false;
  if (found && /^(from|of|off|on|for)$/.test(next?.norm ?? "")) return true;
  // "Its due date": nothing else is said of what should go.
  if (found && start > 0 && !next && rest[0]?.norm === "its") return true;
  // Urdu names the task first: کام ۳ کی تاریخ ہٹا دو.
  const last = isUrduLike(rest) ? fields.endingAt(rest, rest.length) : null;
  return last !== null && last.length < rest.length;
}
