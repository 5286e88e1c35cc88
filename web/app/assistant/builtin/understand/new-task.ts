import { recogniseDates, undated } from "../dates/recognise";
import { errandVerbs } from "../lexicon/errands";
import { taskKinds, titleEndings, titleLinks, titleOpenings } from "../lexicon/fillers";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Source, type Token, textOf } from "../text/tokens";
import { readAnyPriority, readCategory, readDescription, readPriority } from "./attributes";
import type { NewTask } from "./command";
import { onEachDay } from "./each-day";
import { isInfinitive, isTaskLike, isUrduLike, obligation } from "./shape";
import { trimPunctuation, type Utterance, utterance, whenOf } from "./utterance";

const openings = new PhraseBook(titleOpenings, taskKinds);
const links = new PhraseBook(titleLinks);
const endings = new PhraseBook(titleEndings);

const SEVERAL =
  /\b(tasks|todos|reminders|items|things|following|taskon)\b|کاموں|یہ کام|do kaam|teen kaam|دو کام|تین کام|yeh kaam|ye kaam|دونوں|تینوں|\b(?:dono|donon|teeno|teenon|both)\b/i;

/** The tasks in the words after "add": one, or several where each reads like a task. */
export function readNewTasks(source: Source, tokens: readonly Token[], said: string): NewTask[] {
  const pieces = splitItems(source, trimPunctuation(tokens), SEVERAL.test(said));
  const tasks = pieces
    .flatMap((piece) => onEachDay(source, piece))
    .map((piece) => readNewTask(source, piece))
    .filter((task) => task.title !== "");
  const dated = tasks.filter((task) => Object.keys(task.when).length > 0);
  const [only] = dated;
  // "Buy milk and call Ali tomorrow": a date said once is meant for all.
  if (tasks.length > 1 && dated.length === 1 && only) {
    return tasks.map((task) => ({ ...task, when: only.when }));
  }
  return tasks;
}

function readNewTask(source: Source, tokens: readonly Token[]): NewTask {
  const described = readDescription(source, trimPunctuation(tokens));
  const said = utterance(source, described.rest);
  const category = readCategory(source, said.core);
  const prioritised = readPriority(trimPunctuation(category.rest));
  const stripped = stripTitle(withoutCase(said, prioritised.rest));
  const late = prioritised.value ? { value: undefined, rest: stripped } : readPriority(stripped);
  const priority = prioritised.value ?? late.value;
  const rest = late.value ? stripTitle(late.rest) : stripped;
  return {
    title: titleOf(source, withOften(said, rest)),
    when: whenOf(said),
    ...(priority ? { priority } : {}),
    ...(category.value ? { category: category.value } : {}),
    ...(described.value ? { description: described.value } : {}),
  };
}

/** Of "kal 5 baje ki meeting" the ki belongs to the hour. */
function withoutCase({ tokens, dates }: Utterance, rest: readonly Token[]): readonly Token[] {
  const behind = new Set(dates.map(({ end }) => tokens[end]?.index));
  const isLoose = ({ norm, index }: Token, at: number) =>
    OF.has(norm) && behind.has(index) && (at === 0 || OF.has(rest[at - 1]?.norm ?? ""));
  return rest.length > 1 ? rest.filter((token, at) => !isLoose(token, at)) : rest;
}

const OF = wordSet("ka ki ke کا کی کے");

/** A title keeps "twice a day", which no rule of repetition can say. */
function withOften(said: Utterance, rest: readonly Token[]): readonly Token[] {
  const often = said.dates
    .filter(({ when }) => when.often)
    .flatMap(({ start, end }) => said.tokens.slice(start, end));
  return [...rest, ...often].sort((a, b) => a.index - b.index);
}

function stripTitle(tokens: readonly Token[]): readonly Token[] {
  let rest = withoutCopula(trimPunctuation(tokens));
  for (let opened = false; ; ) {
    const link = opened ? links.at(rest, 0) : null;
    const opening = opensTitle(rest) ?? link;
    const article = !isUrduLike(rest) && /^(a|an|to|that)$/.test(rest[0]?.norm ?? "") ? 1 : 0;
    const length = opening?.length ?? article;
    if (length > 0 && length < rest.length) {
      opened = true;
      rest = trimPunctuation(rest.slice(length));
      continue;
    }
    const ending = endings.endingAt(rest, rest.length) ?? boundEnding(rest) ?? copula(rest);
    // "Report bhejni hai boss ko": behind its verb the object keeps its ko.
    const told = isInfinitive(rest.at(-3)) || COPULA.has(rest.at(-3)?.norm ?? "");
    const object = KO.has(rest.at(-1)?.norm ?? "") && told && isObject(rest.at(-2));
    if (ending && ending.length < rest.length && !object) {
      rest = trimPunctuation(rest.slice(0, rest.length - ending.length));
      continue;
    }
    return openings.whole(rest) || endings.whole(rest) ? [] : rest;
  }
}

function isObject(token: Token | undefined): boolean {
  return token?.kind === "word" && !COPULA.has(token.norm);
}

/** What leads to the title; کام کے بعد and "kaam se pehle" belong to it. */
function opensTitle(tokens: readonly Token[]): { length: number } | null {
  const found = openings.at(tokens, 0);
  const [next, after] = tokens.slice(found?.length ?? 0);
  const works = WORK.has(tokens[(found?.length ?? 0) - 1]?.norm ?? "");
  const placed = PLACED.has(next?.norm ?? "") || BEHIND.has(after?.norm ?? "");
  return works && placed ? null : found;
}

const WORK = wordSet("kaam kam کام");
const PLACED = wordSet("se pe par ki ka سے پر کی کا");
const BEHIND = wordSet("baad bad liye dauran waqt بعد لیے دوران وقت");

/** The ہے of دودھ لانا ہے, where a joint stands behind it. */
function boundEnding(tokens: readonly Token[]): { length: number } | null {
  const bound = obligation.endingAt(tokens, tokens.length);
  return bound && isInfinitive(tokens.at(-bound.length - 1)) ? bound : null;
}

/** Nor does a title begin with the ہے of بہت ضروری ہے. */
function withoutCopula(tokens: readonly Token[]): readonly Token[] {
  return tokens.length > 1 && COPULA.has(tokens[0]?.norm ?? "")
    ? trimPunctuation(tokens.slice(1))
    : tokens;
}

/** The ہے of "parson zoom call hai": what there is, is the title. */
function copula(tokens: readonly Token[]): { length: number } | null {
  return isUrduLike(tokens) && COPULA.has(tokens.at(-1)?.norm ?? "") ? { length: 1 } : null;
}

const COPULA = wordSet("hai hain ہے ہیں");

/** The title as written. دودھ لانے کا کام is the task دودھ لانا: what bent the verb was cut off. */
function titleOf(source: Source, tokens: readonly Token[]): string {
  // "Kapre utarne hain chat se": the verb was bent within it.
  const bent = tokens.findIndex(
    (token, at) => at > 0 && at < tokens.length - 1 && isBent(source, token, tokens[at + 1]),
  );
  if (bent > 0)
    return `${titleOf(source, tokens.slice(0, bent + 1))} ${textOf(source, tokens.slice(bent + 1))}`;
  const title = textOf(source, tokens);
  const next = source.tokens[(tokens.at(-1)?.index ?? 0) + 1];
  if (!isInfinitive(tokens.at(-1)) || !BENDS.has(next?.norm ?? "")) return title;
  return title
    .replace(/نے$/, "نا")
    .replace(/(\w)ne$/, "$1na")
    .replace(/(\w)nay$/, "$1na");
}

function isBent(source: Source, verb: Token, next: Token | undefined): boolean {
  const bends = BENDING.has(source.tokens[verb.index + 1]?.norm ?? "");
  return isInfinitive(verb) && bends && next?.index !== verb.index + 1;
}

const BENDING = wordSet("hain hen ہیں");
const BENDS = wordSet(
  "ہے ہیں ہوں گے ہوگا ہونگے تھے کا کی کے کو والا والی hai hain hn h he hy honge hon hoga hogi parenge ka ki ke ko wala wali",
);

const KO = wordSet("ko se ka ki ke mein me pe par کو سے کا کی کے میں پر");

const HARD = /^[;؛•*]$/;
const SOFT = wordSet(", ، and aur or اور & ۔ . then phir پھر nor plus also");

/** Cuts "buy milk, call Ali and pay the bill" where each piece reads like a task of its own. */
function splitItems(source: Source, tokens: readonly Token[], several: boolean): Token[][] {
  const pieces: Token[][] = [[]];
  const joints: boolean[] = [];
  const numbered = numbering(tokens);
  const dates = recogniseDates(tokens);
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    if (numbered.has(at) || (token.kind === "quote" && previous?.kind === "quote")) {
      pieces.push([token]);
      joints.push(true);
      return;
    }
    if (numbered.has(at - 1)) {
      pieces.at(-1)?.push(token);
      return;
    }
    const line = previous ? source.text.slice(previous.end, token.start).includes("\n") : false;
    // The "and" of "every tue and thu" parts no tasks.
    const within = dates.some(({ start, end }) => start < at && at < end - 1);
    const soft = SOFT.has(token.norm) && at > 0 && at < tokens.length - 1 && !within;
    if (line || HARD.test(token.norm)) {
      pieces.push(HARD.test(token.norm) ? [] : [token]);
      joints.push(true);
    } else if (soft) {
      if (pieces.at(-1)?.length !== 0) {
        pieces.push([token]);
        joints.push(false);
      }
    } else pieces.at(-1)?.push(token);
  });
  const items = joinPieces(pieces, joints, several || isBareList(source, pieces))
    .map(dropJoint)
    .filter((piece) => piece.length > 0);
  return joinAttributes(source, items);
}

/** "Milk, eggs and bread": three or more things of a word or two, with nothing said of them. */
function isBareList(source: Source, pieces: readonly Token[][]): boolean {
  const titles = pieces.map((piece) => readNewTask(source, dropJoint(piece)).title);
  return (
    titles.length > 2 &&
    titles.every((title) => /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?$/u.test(title)) &&
    pieces.every((piece) => !piece.some(isVerb) && !piece.some(isInfinitive))
  );
}

/** Where "1) … 2) …" begins its items. */
function numbering(tokens: readonly Token[]): ReadonlySet<number> {
  const places = tokens.flatMap((token, at) =>
    token.kind === "number" && /^[.)]$/.test(tokens[at + 1]?.norm ?? "") ? [at] : [],
  );
  return new Set(places.length > 1 ? places : []);
}

/** "API docs; priority high; kal tak": a piece without a title is said of the one before it. */
function joinAttributes(source: Source, items: Token[][]): Token[][] {
  const joined: Token[][] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (last && readNewTask(source, item).title === "") last.push(...item);
    else joined.push(item);
  }
  return joined;
}

/** Puts back together what was cut inside one task: "eggs and bread" after "buy milk". */
function joinPieces(pieces: Token[][], joints: boolean[], several: boolean): Token[][] {
  const items: Token[][] = [];
  pieces.forEach((piece, at) => {
    const last = items.at(-1);
    const hard = at === 0 || joints[at - 1] === true;
    if (!last || hard || isBreak(last, dropJoint(piece), several)) items.push([...piece]);
    else last.push(...piece);
  });
  return items;
}

function isBreak(left: readonly Token[], right: readonly Token[], several: boolean): boolean {
  if (right.length === 0) return false;
  if (several || (isDated(right) && isDated(dropJoint(left)))) return true;
  if (isUrduLike(right) && isUrduLike(left)) {
    return endsLikeTask(left) && endsLikeTask(right);
  }
  if (left.every(isQuoted) && right.every(isQuoted)) return true;
  const content = stripTitle(left);
  // "Milk and call the bank" is two; "wash and dry the clothes" is one.
  const thing = content.length === 1 && !isVerb(content[0]);
  return (
    (content.length > 1 || thing) && right.length > 1 && isTaskLike(right) && !isUrduLike(right)
  );
}

/** "Gym on Tuesday and lunch on Friday": each has a day or an hour, and something to do. */
function isDated(piece: readonly Token[]): boolean {
  const marks = recogniseDates(piece);
  if (!marks.some(({ when }) => when.day || when.clock)) return false;
  const words = undated(piece, marks);
  const content = words[0]?.kind === "mark" ? [] : readAnyPriority(stripTitle(words)).rest;
  return content.length > 0 && !GOES_ON.has(content[0]?.norm ?? "");
}

/** What goes on with the task before it: "fly on Monday and come back on Friday". */
const GOES_ON = wordSet("come back return returning coming again not wapas dobara واپس دوبارہ");

function isVerb(token: Token | undefined): boolean {
  return errandVerbs.has(token?.norm ?? "");
}

function isQuoted({ kind }: Token): boolean {
  return kind === "quote";
}

/** Ends in an infinitive, before the words that a command leaves behind it. */
function endsLikeTask(tokens: readonly Token[]): boolean {
  const stripped = stripTitle(undated(tokens));
  return isInfinitive(stripped.at(-1)) || (isTaskLike(stripped) && stripped.length > 1);
}

function dropJoint(piece: readonly Token[]): Token[] {
  const [first] = piece;
  const rest =
    first && (SOFT.has(first.norm) || HARD.test(first.norm)) ? piece.slice(1) : [...piece];
  // A list may be numbered: "1. buy milk".
  const numbered = rest[0]?.kind === "number" && /^[.)-]$/.test(rest[1]?.norm ?? "");
  return numbered ? rest.slice(2) : rest;
}
