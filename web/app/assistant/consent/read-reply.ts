import type { QuestionKind } from "#app/i18n/conversation";
import { type Token, tokenise } from "#app/when/tokens";
import { joints, orders, type Sense, vocatives } from "./lexicon";
import { findPhrase, findWord, PhraseSet } from "./phrases";

/** The question that a reply may answer. */
export interface Question {
  kind: QuestionKind;
  tasks: readonly { id: number; title: string }[];
}

/** What a message says to a question. */
export interface Reply {
  /** Null for what is neither yes nor no, and wherever that is not sure. */
  answer: "yes" | "no" | null;
  /** What is to be heard as a message of its own; empty where the message says only yes or no. */
  rest: string;
  /** The yes that a rest follows, as it was said. */
  said?: string;
}

/** No longer message is a reply and more; what follows a no may be of any length. */
const REPLY_MAX = 600;

/** A phrase of a reply, or the name of a task that the question was about. */
interface Piece {
  sense: Sense | "named";
  start: number;
  end: number;
  /** Number of its words. */
  length: number;
  /** What stands behind it: nothing, a comma or the like, or the end of a sentence. */
  pause: "" | "," | ".";
}

/** What a message says as far as it consists of the words of replies. */
interface Head {
  pieces: Piece[];
  /** Where the first other word begins; the length of the text if there is none. */
  at: number;
  /** The tasks of the question that are named. */
  named: ReadonlySet<number>;
}

const jointSet = new PhraseSet([joints]);
const vocativeSet = new PhraseSet([vocatives]);
const orderSet = new PhraseSet([orders]);
const acts: ReadonlySet<string> = new Set(["delete", "complete", "change", "undo"]);
const idle: ReadonlySet<string> = new Set(["filler", "hum"]);
/** With any of these a message is no yes. */
const against: ReadonlySet<string> = new Set(["no", "not", "stop", "back", "doubt"]);
/** With any of these, what follows a yes may be about the same tasks. */
const unsure: ReadonlySet<string> = new Set([
  ...["no", "not", "stop", "back", "it", "one", "all", "delete", "undo"],
]);

/**
 * Reads a message as the reply to a question. A no is heard wherever a message begins with one, in
 * whatever form. A yes is heard only where nothing speaks against it: in doubt a message is none.
 *
 * @param question what was asked; without it, whatever it may have been
 */
export function readReply(text: string, question?: Question): Reply {
  const other: Reply = { answer: null, rest: text };
  const tokens = tokenise(text.slice(0, REPLY_MAX));
  const head = readHead(text, tokens, question);
  const senses = new Set(head.pieces.map(({ sense }) => sense));
  const whole = head.at === text.length;
  const no = readNo(text, head, whole);
  if (no) return no;
  if (/[?؟]/.test(text) || text.length > REPLY_MAX) return other;
  if (whole && senses.has("hum") && head.pieces.every(({ sense }) => idle.has(sense)))
    return { answer: "no", rest: "" };
  if (!agrees(head, question)) return other;
  if (whole) return { answer: "yes", rest: "" };
  const rest = senses.has("yes") ? clauseAfter(text, tokens, head) : "";
  if (rest === "") return other;
  const last = head.pieces.findLast(({ sense }) => !idle.has(sense));
  return { answer: "yes", rest, said: text.slice(0, last?.end).trim() };
}

/** Reads a message that says only yes or no; `null` for any other. */
export function readConsent(text: string): "yes" | "no" | null {
  const { answer, rest } = readReply(text);
  return rest === "" ? answer : null;
}

function readHead(text: string, tokens: readonly Token[], question: Question | undefined): Head {
  const pieces: Piece[] = [];
  const named = new Set<number>();
  const names = namesOf(question);
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    const task = findTask(text, tokens, at, names);
    const phrase = task ? null : findPhrase(tokens, at);
    if (task) named.add(task.id);
    const length = task?.length ?? phrase?.length ?? 0;
    if (length === 0) {
      if (!isPause(token)) break;
      const last = pieces.at(-1);
      if (last && token.plain !== "#")
        last.pause = ENDS.test(token.plain) ? "." : last.pause || ",";
      at += 1;
      continue;
    }
    const end = tokens[at + length - 1]?.end ?? token.end;
    const sense = phrase ? phrase.value : "named";
    pieces.push({ sense, start: token.start, end, length, pause: text[end] === "\n" ? "." : "" });
    at += length;
  }
  return { pieces, at: tokens[at]?.start ?? text.length, named };
}

const ENDS = /[.!;۔]/;

/** Marks that part what is said, and signs that say nothing. */
function isPause({ kind, plain }: Token): boolean {
  return kind === "mark" && !/[?؟\p{L}\p{N}]/u.test(plain);
}

/** A task by which a reply may name what it is about. */
interface Name {
  id: number;
  title: string;
  /** The words of the title; none if it is not told from a reply: "no", "stop it". */
  words: readonly string[];
}

/** More tasks than this are not named one by one. */
const NAMES_MAX = 20;

function namesOf(question: Question | undefined): Name[] {
  return (question?.tasks ?? []).slice(0, NAMES_MAX).map(({ id, title }) => {
    const words = tokenise(title).map((word) => wordOf(title, word));
    const vague = words.every((word) => findWord(word) !== null);
    return { id, title: title.trim().toLowerCase(), words: vague ? [] : words };
  });
}

/** A task of the question that is named at a place: by its number or by its whole title. */
function findTask(
  text: string,
  tokens: readonly Token[],
  at: number,
  names: readonly Name[],
): { id: number; length: number } | null {
  const token = tokens[at];
  if (token?.kind === "number") {
    const task = names.find(({ id }) => String(id) === token.plain);
    if (task) return { id: task.id, length: 1 };
  }
  for (const { id, title, words } of names) {
    if (words.length === 0) continue;
    if (token?.kind === "quote" && wordOf(text, token) === title) return { id, length: 1 };
    if (words.every((word, index) => word === formAt(text, tokens[at + index])))
      return { id, length: words.length };
  }
  return null;
}

const formAt = (text: string, token: Token | undefined) => token && wordOf(text, token);

/** The form that titles are compared by; of what is quoted, without its quotation marks. */
const wordOf = (text: string, { kind, plain, start, end }: Token): string =>
  kind === "quote"
    ? text
        .slice(start + 1, end - 1)
        .trim()
        .toLowerCase()
    : plain;

/** The reply of a message that begins with a no. */
function readNo(text: string, { pieces, at }: Head, whole: boolean): Reply | null {
  const first = pieces.findIndex((piece, index) => isNo(piece, pieces[index + 1], whole));
  const begins = pieces.slice(0, first).every(({ sense }) => !against.has(sense));
  if (first < 0 || !begins) return null;
  const not = pieces.findIndex(({ sense }) => sense === "not");
  const until = not < 0 ? pieces.length : not;
  const last = pieces.findLastIndex(
    (piece, index) => index < until && isNo(piece, pieces[index + 1], whole),
  );
  const after = pieces.slice(last + 1);
  const more =
    !whole ||
    after.some(({ sense }) => acts.has(sense) || sense === "doubt" || sense === "back") ||
    after.some(({ sense }) => sense === "named");
  if (!more) return { answer: "no", rest: "" };
  const refusal = pieces[last];
  // "No milk today" refuses nothing but milk; what it means is for the model to say.
  const glued = !whole && refusal?.pause === "" && after.length === 0 && !beginsOrder(text, at);
  if (!refusal || (glued && /^(?:no|n|nah)$/i.test(text.slice(refusal.start, refusal.end))))
    return { answer: "no", rest: text.slice(not < 0 ? 0 : (pieces[not]?.start ?? 0)).trim() };
  const from = after.length > 0 ? refusal.end : Math.min(at, text.length);
  const rest = withoutJoint(text.slice(from));
  return { answer: "no", rest };
}

/** Whether a clause of its own begins at a place. */
function beginsOrder(text: string, at: number): boolean {
  const tokens = tokenise(text.slice(at, REPLY_MAX));
  return jointSet.at(tokens, 0) !== null || orderSet.at(tokens, 0) !== null;
}

/** Whether a piece is a no: a verb like "cancel" only where nothing that it is about follows. */
function isNo(piece: Piece, next: Piece | undefined, whole: boolean): boolean {
  if (piece.sense === "no" || piece.sense === "not") return true;
  if (piece.sense !== "stop") return false;
  return whole || piece.pause !== "" || (next !== undefined && next.sense !== "filler");
}

/** Whether the head of a message is a yes to the question. */
function agrees({ pieces, named }: Head, question: Question | undefined): boolean {
  const senses = pieces.map(({ sense }) => sense);
  const has = (...wanted: string[]) => senses.some((sense) => wanted.includes(sense));
  if (senses.some((sense) => against.has(sense))) return false;
  const count = question?.tasks.length ?? 0;
  const act = senses.find((sense) => acts.has(sense));
  if (question) {
    if (act !== undefined && act !== question.kind) return false;
    if (named.size > 0 && named.size < count) return false;
    if (has("all") && count < 2) return false;
    if (has("one") && count > 1) return false;
  } else if (act !== undefined && has("all", "one")) return false;
  // "Hmm, ok" is no consent.
  if (has("yes") || has("do")) return true;
  if (has("hum") || has("named")) return false;
  return has("ok") || (act !== undefined && !isBare(pieces));
}

/** "Delete" by itself says too little; حذف کر دو is a sentence. */
const isBare = ([first, ...more]: readonly Piece[]): boolean =>
  more.length === 0 && first?.length === 1;

/** What follows a yes, if it is a clause of its own that takes nothing of the yes back; else "". */
function clauseAfter(text: string, tokens: readonly Token[], { pieces, at }: Head): string {
  const from = tokens.findIndex(({ start }) => start === at);
  const joint = jointSet.at(tokens, from);
  const said = pieces.slice(pieces.findLastIndex(({ sense }) => !idle.has(sense)));
  const parted = said.some(({ pause }) => pause === ".");
  if (!joint && !parted) return "";
  let first = from + (joint?.length ?? 0);
  while (findPhrase(tokens, first)?.value === "filler") first += 1;
  for (let index = first; index < tokens.length; ) {
    const phrase = findPhrase(tokens, index);
    if (phrase && unsure.has(phrase.value)) return "";
    index += phrase?.length ?? 1;
  }
  const words = tokens.filter(({ kind }) => kind === "word");
  const ends = [1, 2, 3].some((length) => {
    const start = words.length - length;
    return start > 0 && orderSet.at(words, start)?.length === length;
  });
  const starts = orderSet.at(tokens, first) !== null;
  const start = tokens[first]?.start;
  const about = tokens.length - first > 1;
  return start !== undefined && about && (starts || ends) ? text.slice(start).trim() : "";
}

/** A rest without what joined it to the no, and without an address. */
function withoutJoint(text: string): string {
  let rest = text;
  for (;;) {
    rest = rest.replace(/^[\s,.;:!،؛۔…–—-]+/u, "");
    const tokens = tokenise(rest.slice(0, REPLY_MAX));
    const found = jointSet.at(tokens, 0) ?? vocativeSet.at(tokens, 0);
    const next = found && tokens[found.length];
    if (!next) return rest.trim();
    rest = rest.slice(next.start);
  }
}
