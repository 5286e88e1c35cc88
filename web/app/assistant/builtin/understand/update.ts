import type { DateMark } from "../dates/recognise";
import type { When } from "../dates/when";
import { changeNoise, type Field, fieldNames } from "../lexicon/changes";
import { barePriorities, type Priority } from "../lexicon/filters";
import { PhraseBook } from "../text/phrase-book";
import { type Token, textOf } from "../text/tokens";
import { readAnyPriority, readCategory, readNamedPriority, without } from "./attributes";
import { isLater, newDates } from "./change-signs";
import { withoutField } from "./clear";
import type { Changes, Command } from "./command";
import { closing, isUrduLike } from "./shape";
import { readTarget } from "./target";
import { stripEdges, trimPunctuation, type Utterance, whenOf } from "./utterance";

const fields = new PhraseBook(fieldNames);
const noise = new PhraseBook(changeNoise);
const bare = new PhraseBook(barePriorities);

/** Reads a change: "move X to Friday", "rename X to Y", X کی ترجیح زیادہ کر دو. */
export function readUpdate(said: Utterance, rest: readonly Token[], verb: string): Command {
  const changes: Changes = {};
  const split = readNewPriority(rest);
  if (split) {
    const target = readTarget({ ...said, dates: [] }, stripEdges(split.before, noise, noise));
    return { intent: "update", target, changes: { priority: split.value } };
  }
  const rated = readNamedPriority(rest);
  let words = rated.rest;
  const field = readField(words, verb);
  if (field.value) words = field.rest;

  const clear = /^(remove|clear|delete)$/.test(verb) ? field.value : undefined;
  if (clear && clear !== "title") return withoutField(said, words, clear);

  // "Tag it family": what is pointed at, and then the value.
  const pointed = /^(it|this|that)$/.test(rest[0]?.norm ?? "") && rest.length < 4;
  if (/^(tag|label|categori[sz]e)$/.test(verb) && pointed && rest.length > 1) {
    const value = stripEdges(rest.slice(1), noise, null);
    const category = textOf(said.source, value).replace(/^#/, "");
    return { intent: "update", target: readTarget(said, rest.slice(0, 1)), changes: { category } };
  }
  const exchanged = field.value === "category" && badal.anywhere(words) !== null;
  const category = exchanged
    ? { value: undefined, rest: words }
    : readCategory(said.source, rated.rest);
  const behind = field.value === "category" && isUrduLike(rest) ? valueBehind(rest, rest) : [];
  if (behind.length > 0 && behind.length < 4) {
    changes.category = textOf(said.source, behind);
    words = words.filter((token) => !behind.includes(token));
  } else if (category.value && field.value !== "title") {
    changes.category = category.value;
    words = readField(category.rest, verb).rest;
  } else if (field.value === "category" && valueBehind(words, rest).length > 0) {
    const value = valueBehind(words, rest);
    changes.category = textOf(said.source, value);
    words = words.filter((token) => !value.includes(token));
  } else if (field.value === "category" || /^(tag|label|categori[sz]e|file)$/.test(verb)) {
    const split = splitAtBecomes(words);
    if (split) {
      changes.category = textOf(said.source, split.after);
      words = split.before;
    }
  }

  const renames = field.value === "title" || /rename|retitle|reword|rephrase/.test(verb);
  if (/^(call|name) it$/.test(verb)) {
    const target = { ids: [], filter: {}, text: "", wholeText: "", pointing: "one" as const };
    return { intent: "update", target, changes: { title: textOf(said.source, rest) } };
  }
  const { which, becomes, all } = splitDates(said, rest);
  if (becomes.length > 0 && !renames) changes.when = becoming({ ...said, dates: becomes });
  const priority =
    renames || changes.category || rated.value
      ? { value: undefined, rest: words }
      : readAnyPriority(words);
  if (priority.value) words = priority.rest;
  const rating = rated.value ?? priority.value ?? steered(field.value, verb);
  if (rating) changes.priority = rating;
  const nothingYet = !changes.when && !changes.priority && changes.category === undefined;
  const renamed =
    renames || nothingYet ? (splitAtTitle(rest) ?? splitAtBecomes(words, verb)) : null;
  if (renamed && renamed.after.length > 0) {
    changes.title = textOf(said.source, renamed.after);
    words = renamed.before;
  }
  const left = stripEdges(words, noise, noise);
  const target = left.every((token) => noise.at([token], 0))
    ? { ...readTarget(said, []), filter: {}, pointing: "one" as const }
    : readTarget({ ...said, dates: which }, left);
  if (all) return { intent: "update", target: { ...target, everything: true }, changes };
  return {
    intent: "update",
    target:
      target.text === "" &&
      target.ids.length === 0 &&
      target.places === undefined &&
      !target.everything
        ? { ...target, pointing: target.pointing ?? "one" }
        : target,
    changes,
  };
}

/** کام ۶ کی کیٹیگری ذاتی کر دو: what stands behind the name of the property is its value. */
function valueBehind(words: readonly Token[], rest: readonly Token[]): readonly Token[] {
  const found = isUrduLike(rest) ? fields.anywhere(rest) : null;
  if (!found || badal.anywhere(rest)) return [];
  const behind = new Set(rest.slice(found.start + found.length));
  const value = stripEdges(
    words.filter((token) => behind.has(token)),
    noise,
    noise,
  );
  return value.every((token) => noise.at([token], 0)) ? [] : value;
}

/** What a task's date becomes: "a day earlier" and "later" count from the one that it has. */
export function becoming(said: Utterance): When {
  const when = whenOf({ dates: newDates(said) });
  const later = said.dates.some((mark) => isLater(said, mark));
  if (when.day?.kind !== "move" || (when.day.amount > 0 && !later)) return when;
  return { ...when, day: { ...when.day, fromDue: true } };
}

/** "Move everything due today to Friday": which tasks, and what becomes of them. */
function splitDates(
  said: Utterance,
  rest: readonly Token[],
): { which: readonly DateMark[]; becomes: readonly DateMark[]; all?: true } {
  const [first, ...others] = said.dates;
  const several = readTarget({ ...said, dates: [] }, stripEdges(rest, noise, noise)).everything;
  const target = readTarget({ ...said, dates: [] }, stripEdges(rest, noise, noise));
  // آج کے کام کل پر: of two dates the first tells which tasks, where nothing else does.
  const unnamed =
    others.length > 0 &&
    target.text === "" &&
    target.ids.length === 0 &&
    !target.pointing &&
    !target.places &&
    rest.length > 0;
  // نو بجے والی میٹنگ: one date tells which task.
  const wala = said.tokens[first?.end ?? 0]?.norm ?? "";
  if (
    first?.when.clock &&
    others.length > 0 &&
    /^(?:wala|wali|wale|والا|والی|والے)$/.test(wala) &&
    !several
  )
    return { which: [], becomes: others };
  if (!first || !(several || unnamed)) return { which: [], becomes: said.dates };
  if (unnamed) return { which: [first], becomes: others, all: true };
  const ahead = said.tokens.slice(Math.max(first.start - 2, 0), first.start + 1);
  const described = others.length > 0 || ahead.some(({ norm }) => norm === "due");
  return described ? { which: [first], becomes: others } : { which: [], becomes: said.dates };
}

/** "Change all high priority tasks to medium": a priority that is described, and the one to come. */
function readNewPriority(
  rest: readonly Token[],
): { before: readonly Token[]; value: Priority } | null {
  const at = rest.findLastIndex(({ norm }) => /^(to|as|into)$/.test(norm));
  if (at < 1) return null;
  const after = readAnyPriority(rest.slice(at + 1));
  const before = rest.slice(0, at);
  const described = readNamedPriority(before).value !== undefined;
  return after.value && after.rest.length === 0 && described
    ? { before, value: after.value }
    : null;
}

/** "Raise the priority", ترجیح بڑھا دو: the verb itself says what it becomes. */
function steered(field: Field | undefined, verb: string): Priority | undefined {
  if (field !== "priority") return undefined;
  if (/^(raise|increase|bump|boost)|بڑہا|ba[rd]ha/.test(verb)) return "high";
  return /^(lower|decrease|reduce|drop)|گہٹا|ghata/.test(verb) ? "low" : undefined;
}

/** "Drop the priority of task 3 to low": a property that becomes something, not a task that goes. */
export function setsField(rest: readonly Token[]): boolean {
  const start = /^(the|its)$/.test(rest[0]?.norm ?? "") && !fields.at(rest, 0) ? 1 : 0;
  const found = fields.at(rest, start);
  return found !== null && readAnyPriority(rest.slice(start + found.length)).value !== undefined;
}

function readField(
  tokens: readonly Token[],
  verb: string,
): { value: Field | undefined; rest: readonly Token[] } {
  if (/rename|retitle|reword|rephrase/.test(verb)) return { value: "title", rest: tokens };
  const start = fields.at(tokens, 0);
  const found = start
    ? { ...start, start: 0 }
    : isUrduLike(tokens) || tokens.length < 12
      ? fields.anywhere(tokens)
      : null;
  if (!found) return { value: undefined, rest: tokens };
  // The field's name is often half of a value: "high priority" is read as a whole later.
  if (found.value === "priority" || found.value === "category") {
    const beside =
      bare.endingAt(tokens, found.start) ?? bare.at(tokens, found.start + found.length);
    if (beside) return { value: found.value, rest: tokens };
  }
  return { value: found.value, rest: trimPunctuation(without(tokens, found.start, found.length)) };
}

/** Whether words begin with the name of a property: "ki category ghar". */
export function namesField(rest: readonly Token[]): boolean {
  return fields.at(rest, 0) !== null;
}

/** Whether words name a property of a task: "gari dhone ki date", "cake ki category party". */
export function namesFieldOf(rest: readonly Token[]): boolean {
  const found = isUrduLike(rest) ? fields.anywhere(rest) : null;
  // In گاڑی دھونے کی ڈیڈ لائن اتوار the property went with the date.
  const owns = /^(?:ka|ki|کا|کی)$/.test(rest.at(-1)?.norm ?? "") && rest.length > 1;
  return owns || (found !== null && found.length > 1 && found.start > 0);
}

/** Whether nothing is named but a property: "ka waqt", "priority". */
export function namesOnlyField(rest: readonly Token[]): boolean {
  return rest.length > 0 && fields.whole(rest) !== undefined;
}

/** Whether Urdu words give a task another name: کام ۲ کا نام … رکھ دو. */
export function namesTitle(rest: readonly Token[]): boolean {
  return splitAtTitle(rest) !== null;
}

function splitAtTitle(
  tokens: readonly Token[],
): { before: readonly Token[]; after: readonly Token[] } | null {
  if (!isUrduLike(tokens)) return null;
  for (let at = 0; at < tokens.length - 1; at++) {
    const found = fields.at(tokens, at);
    // "Aur naam … kar do": of what was just spoken of.
    if (
      at === 0 &&
      found?.value === "title" &&
      /^(naam|نام|title|unwan|عنوان)$/.test(tokens[0]?.norm ?? "")
    )
      return { before: [], after: stripEdges(tokens.slice(found.length), noise, noise) };
    if (at === 0) continue;
    const after = tokens.slice(at + (found?.length ?? 0));
    if (found?.value === "title" && found.length > 1 && after.length > 0) {
      // "Gym ka naam badal do, swimming kar do": the verb is said twice.
      const twice = closing.at(after, 0);
      const value = after.slice(twice?.value === "update" ? twice.length : 0);
      const meant = value.length > 0 ? value : after;
      return { before: tokens.slice(0, at), after: stripEdges(meant, noise, noise) };
    }
  }
  return null;
}

const badal = new PhraseBook<true>([
  [
    { ur: "بدل کر|بدل کے|تبدیل کر کے", roman: "badal kar|badal ke|tabdeel kar ke|change kar ke" },
    true,
  ],
]);

/** In "X کا زمرہ صحت سے بدل کر …" what stands before سے is the old value. */
function beforeOld(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  const of = tokens.findLastIndex(({ norm }) => /^(کا|کی|ka|ki)$/.test(norm));
  return last && /^(سے|se)$/.test(last.norm) && of > 0 ? tokens.slice(0, of) : tokens;
}

/** Cuts at the last "to" or "as" in English; at ko, se or ka in Urdu. */
function splitAtBecomes(
  tokens: readonly Token[],
  verb = "",
): { before: readonly Token[]; after: readonly Token[] } | null {
  const joint = isUrduLike(tokens)
    ? /^(کو|سے|کا|کی|کے|ko|se|ka|ki|ke|to)$/
    : /^(?:swap|exchange|replace|switch)/.test(verb)
      ? /^(?:for|with|by|to)$/
      : /^(to|as|into|with|=|>|:)$/;
  const quoted = tokens.findIndex((token, at) => at > 0 && token.kind === "quote");
  if (quoted > 0)
    return { before: tokens.slice(0, quoted), after: tokens.slice(quoted, quoted + 1) };
  const changed = isUrduLike(tokens) ? badal.anywhere(tokens) : null;
  if (changed && changed.start > 0 && changed.start + changed.length < tokens.length) {
    return {
      before: beforeOld(tokens.slice(0, changed.start)),
      after: stripEdges(tokens.slice(changed.start + changed.length), noise, noise),
    };
  }
  const named = /rename|retitle|reword|rephrase/.test(verb);
  for (let at = named ? 0 : 1; at < tokens.length - 1; at++) {
    if (!joint.test(tokens[at]?.norm ?? "")) continue;
    const says = /^(say|read|be)$/.test(tokens[at + 1]?.norm ?? "") && at + 2 < tokens.length;
    const after = stripEdges(tokens.slice(at + (says ? 2 : 1)), null, noise);
    return { before: tokens.slice(0, at), after };
  }
  return null;
}
