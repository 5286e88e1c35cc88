import { taskNouns } from "../lexicon/fillers";
import {
  barePriorities,
  categoryAfter,
  categoryBefore,
  namedPriorities,
  type Priority,
} from "../lexicon/filters";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Source, type Token, textOf } from "../text/tokens";
import { trimPunctuation } from "./utterance";

const named = new PhraseBook(namedPriorities);
const bare = new PhraseBook(barePriorities);
const before = new PhraseBook(categoryBefore);
const after = new PhraseBook(categoryAfter);
const nouns = new PhraseBook(taskNouns);

/** Adverbs say it of the doing, so they cannot begin a title. */
const URGENTLY = new PhraseBook<true>([
  [
    {
      en: "urgently|asap",
      ur: "فوراً|فوری طور پر|جلد از جلد|ارجنٹ",
      roman: "fauran|foran|fori tor par|jald az jald|asap|urgently",
    },
    true,
  ],
]);

/** A value that was read, and the tokens without the words that said it. */
export interface Read<T> {
  value: T | undefined;
  rest: readonly Token[];
}

/** Priority said by name ("high priority"), wherever it stands. */
export function readNamedPriority(tokens: readonly Token[]): Read<Priority> {
  const found = named.anywhere(tokens);
  return found
    ? { value: found.value, rest: without(tokens, found.start, found.length) }
    : none(tokens);
}

/**
 * Priority of a new task. An adjective counts only where it cannot be part of the title: before a
 * word for a task, before a colon, or at the very end.
 */
export function readPriority(tokens: readonly Token[]): Read<Priority> {
  const byName = readNamedPriority(tokens);
  if (byName.value) return byName;
  const soon = URGENTLY.at(tokens, 0);
  if (soon && soon.length < tokens.length) {
    return { value: "high", rest: trimPunctuation(tokens.slice(soon.length)) };
  }
  const start = /^(a|an|the|ek|aik|ایک)$/.test(tokens[0]?.norm ?? "") ? 1 : 0;
  const first = bare.at(tokens, start);
  if (first) {
    const next = tokens[start + first.length];
    const divided = next?.kind === "mark" && /^[:,\-–—،]$/.test(next.norm);
    if (divided || nouns.at(tokens, start + first.length)) {
      return { value: first.value, rest: tokens.slice(start + first.length) };
    }
  }
  const last = bare.endingAt(tokens, tokens.length);
  if (last && last.length < tokens.length) {
    const at = tokens.length - last.length;
    // "… due 4 December #uni high": what stood between was said of the task as well.
    const apart = (tokens[at]?.index ?? 0) - (tokens[at - 1]?.index ?? 0) > 1;
    const told = /^(its|thats|very|super|extremely)$/.test(tokens[at - 1]?.norm ?? "");
    const divided = apart || told || tokens[at - 1]?.kind === "mark";
    if (
      divided ||
      /^(urgent|urgently|asap|fauri|zaroori|zaruri|فوری|ضروری|ارجنٹ|important|!+)$/.test(
        tokens[at]?.norm ?? "",
      )
    ) {
      return { value: last.value, rest: withoutCopula(tokens.slice(0, at)) };
    }
  }
  return none(tokens);
}

/** Without the "it's" or "which is" that led to an adjective. */
function withoutCopula(tokens: readonly Token[]): readonly Token[] {
  let rest = trimPunctuation(tokens);
  while (
    /^(its|it|is|this|that|thats|which|very|really|so|quite|super|and)$/.test(
      rest.at(-1)?.norm ?? "",
    ) &&
    rest.length > 1
  )
    rest = trimPunctuation(rest.slice(0, -1));
  return rest;
}

/** Whether a word alone may say a priority: urgent, ضروری. */
export function isBarePriority(token: Token): boolean {
  return bare.at([token], 0) !== null;
}

/** Priority in a request for a list or a change: any adjective of priority will do. */
export function readAnyPriority(tokens: readonly Token[]): Read<Priority> {
  const byName = readNamedPriority(tokens);
  if (byName.value) return byName;
  const found = bare.anywhere(tokens);
  return found
    ? { value: found.value, rest: without(tokens, found.start, found.length) }
    : none(tokens);
}

/** A category said by name: #home, "in category home", گھر کے زمرے میں. */
export function readCategory(source: Source, tokens: readonly Token[]): Read<string> {
  for (let at = 0; at < tokens.length; at++) {
    const tag = tokens[at + 1];
    const glued = tag?.start === tokens[at]?.end;
    if (tokens[at]?.norm === "#" && tag?.kind === "word" && glued) {
      return { value: textOf(source, [tag]), rest: without(tokens, at, 2) };
    }
  }
  const behind = after.anywhere(tokens);
  const name = behind ? tokens[behind.start - 1] : undefined;
  const ahead = before.anywhere(tokens);
  if (
    ahead &&
    isName(tokens[ahead.start + ahead.length]) &&
    !(behind && behind.length > ahead.length)
  ) {
    const value = tokens[ahead.start + ahead.length];
    if (value)
      return {
        value: textOf(source, [value]),
        rest: without(tokens, ahead.start, ahead.length + 1),
      };
  }
  // "Submit the project" names no category; "in the garden project" does.
  const off = /^(?:se|سے)$/.test(tokens[(behind?.start ?? 0) + (behind?.length ?? 0)]?.norm ?? "");
  // "Gym list se hata do" takes it off the list.
  const listed = off && /^(?:list|فہرست|لسٹ)$/.test(tokens[behind?.start ?? 0]?.norm ?? "");
  const unled =
    name !== undefined &&
    tokens[behind?.start ?? 0]?.norm === "project" &&
    !LEADS.test(tokens[(behind?.start ?? 0) - 2]?.norm ?? "") &&
    !LEADS.test(tokens[(behind?.start ?? 0) - 3]?.norm ?? "");
  if (behind && !unled && !listed && isName(name) && name && !NO_NAME.has(name.norm)) {
    const from = /^(to|in|on|under|for)$/.test(tokens[behind.start - 2]?.norm ?? "") ? 2 : 1;
    const mine = /^(my|the)$/.test(tokens[behind.start - 2]?.norm ?? "") ? 3 : from;
    const start = behind.start - mine;
    if (start >= 0)
      return { value: textOf(source, [name]), rest: without(tokens, start, mine + behind.length) };
  }
  return none(tokens);
}

/** Text after "note:" or "description:", which is not part of the title. */
export function readDescription(source: Source, tokens: readonly Token[]): Read<string> {
  const at = tokens.findIndex(
    (token, i) =>
      i > 0 &&
      /^(description|details|detail|notes?|تفصیل|tafseel|نوٹ)$/.test(token.norm) &&
      tokens[i + 1]?.norm === ":",
  );
  if (at < 0) return none(tokens);
  const value = textOf(source, tokens.slice(at + 2));
  const joined = /^(with|and|aur|اور)$/.test(tokens[at - 1]?.norm ?? "") ? 1 : 0;
  return value ? { value, rest: trimPunctuation(tokens.slice(0, at - joined)) } : none(tokens);
}

/** Tokens without a stretch of them. */
export function without(tokens: readonly Token[], start: number, length: number): Token[] {
  return [...tokens.slice(0, start), ...tokens.slice(start + length)];
}

const LEADS = /^(to|in|on|under|for)$/;
const NO_NAME = wordSet(
  "by wala wale wali والا والے والی walay the my a to in کی ki new hai hain he h ہے ہیں kya کیا meri mere mera میری میرے apni اپنی poori puri پوری todo task this that it",
);

function isName(token: Token | undefined): boolean {
  if (/^(of|to|for|from|in|is|as|and|the|a|an|my|all|some)$/.test(token?.norm ?? "")) return false;
  return token?.kind === "word" || token?.kind === "quote";
}

function none<T>(tokens: readonly Token[]): Read<T> {
  return { value: undefined, rest: tokens };
}
