import { isOfTime } from "#app/when/find-times";
import type { Analysis } from "./analyse";
import type { ClassSpan } from "./classes";

/** A stretch of the tokens of a message: from the first one to before the last. */
export interface Stretch {
  start: number;
  end: number;
  /** What the part of the message before it wants, if there is one. */
  before?: string;
}

/** Words and marks between which a message may be parted. */
export const JOINTS: ReadonlySet<string> = new Set(
  ", ، ; ؛ . ۔ ! ? ؟ & : - – • * + and then also plus but so or aur phir lekin magar اور پھر لیکن مگر نیز تو".split(
    " ",
  ),
);

const symbol = ({ symbols }: Analysis, at: number): string => symbols[at] ?? (at < 0 ? "^" : "$");

const classesAt = ({ classes }: Analysis, at: number): readonly string[] =>
  classes[at] ?? (at < 0 ? FIRST : LAST);
const FIRST = ["^"];
const LAST = ["$"];

/** So far words are looked for on both sides: a bound, for messages of thousands of words. */
const FAR = 40;

const VERB = /^(?:open|close|must)/;

/** What speaks for and against a break at a token that may be a joint. */
export function jointFeatures(analysis: Analysis, at: number): string[] {
  const { source, timeAt, known, language, symbols } = analysis;
  const joints: number[] = [];
  for (let i = at - 1; i >= Math.max(0, at - FAR) && joints.length < 1; i -= 1)
    if (isJoint(analysis, i)) joints.push(i);
  let right = at + 1;
  while (right < symbols.length && right < at + FAR && !isJoint(analysis, right)) right += 1;
  const left = joints[0] === undefined ? Math.max(0, at - FAR) : joints[0] + 1;
  const features = ["b", `l:${language}`];
  const own = symbol(analysis, at);
  const add = (name: string): void => {
    features.push(name, `${own}|${name}`);
  };
  add("j");
  add(`p:${symbol(analysis, at - 1)}`);
  add(`n:${symbol(analysis, at + 1)}`);
  add(`p2:${symbol(analysis, at - 2)} ${symbol(analysis, at - 1)}`);
  add(`n2:${symbol(analysis, at + 1)} ${symbol(analysis, at + 2)}`);
  for (const name of classesAt(analysis, at - 1)) add(`pc:${name}`);
  for (const name of classesAt(analysis, at + 1)) add(`nc:${name}`);
  const line = source.text.slice(source.tokens[at]?.start ?? 0, source.tokens[at + 1]?.start ?? 0);
  if (line.includes("\n")) add("line");
  for (const [side, from, to] of [
    ["L", left, at],
    ["R", at + 1, right],
  ] as const) {
    const seen = new Set<string>();
    for (let i = from; i < to; i += 1) {
      for (const name of classesAt(analysis, i)) seen.add(name);
      if ((timeAt[i] ?? -1) >= 0) seen.add("T");
      if (known[i]) seen.add("K");
    }
    for (const name of seen) add(`${side}:${name}`);
    add(`${side}n:${Math.min(to - from, 6)}`);
  }
  const far = Math.max(0, at - FAR);
  const verbs = (from: number, to: number): Set<string> => {
    const seen = new Set<string>();
    for (let i = from; i < to; i += 1)
      for (const name of classesAt(analysis, i)) if (VERB.test(name)) seen.add(name);
    return seen;
  };
  for (const name of verbs(far, at)) add(`W:${name}`);
  for (const name of verbs(at, Math.min(symbols.length, at + FAR))) add(`A:${name}`);
  if (symbols.slice(far, at).includes(":")) add("colon");
  // "Arcata, California" is a place.
  if (isCapital(analysis, at - 1) && isCapital(analysis, at + 1)) add("names");
  return features;
}

const isCapital = ({ source: { text, tokens } }: Analysis, at: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text.slice(tokens[at]?.start ?? text.length, tokens[at]?.end));

/** Whether a message may be parted at a token. */
export function isJoint(analysis: Analysis, at: number): boolean {
  const { symbols, timeAt, source } = analysis;
  const token = source.tokens[at];
  if (!token || token.kind === "quote") return false;
  // "On 12 December, remind me": a mark that ends a time parts what is beside it.
  const time = timeAt[at] ?? -1;
  if (time >= 0 && (token.kind !== "mark" || timeAt[at + 1] === time)) return false;
  if (isBetweenTimes(analysis, at)) return false;
  if (at > 0 && JOINTS.has(token.norm)) return true;
  if (isItemNumber(analysis, at)) return true;
  if (at > 0 && JOINTS.has(symbols[at] ?? "")) return true;
  return at > 0 && /\n/.test(source.text.slice(source.tokens[at - 1]?.end ?? 0, token.start));
}

/** "Every Thursday and the 1st": where `web/app/when` reads neither, they are one time, unread. */
function isBetweenTimes({ timeAt, source: { tokens } }: Analysis, at: number): boolean {
  const next = tokens[at + 1]?.norm === "the" ? at + 2 : at + 1;
  const names = (place: number): boolean =>
    (timeAt[place] ?? -1) < 0 &&
    (isOfTime(tokens[place]?.norm ?? "") || isOfTime(tokens[place + 1]?.norm ?? ""));
  const word = tokens[at]?.kind === "word";
  return word && isOfTime(tokens[at - 1]?.norm ?? "") && (timeAt[at - 1] ?? -1) < 0 && names(next);
}

/** The number of a thing in a list: "1) rope 2) paint". */
const isItemNumber = ({ source: { tokens } }: Analysis, at: number): boolean =>
  tokens[at]?.kind === "number" &&
  /^\d{1,2}$/.test(tokens[at]?.norm ?? "") &&
  /^[).]$/.test(tokens[at + 1]?.norm ?? "") &&
  tokens[at + 1]?.start === tokens[at]?.end;

/** What speaks for what a stretch of a message wants. */
export function intentFeatures(analysis: Analysis, { start, end, before }: Stretch): string[] {
  const { source, symbols, known, skeletons, language, goesOn, spans, timeAt } = analysis;
  const features = ["b", `l:${language}`, `n:${Math.min(end - start, 12)}`];
  // A time and a title that is there are one word each.
  const words: string[] = [];
  for (let at = start; at < end; at += 1) {
    const word = known[at] === 2 && (timeAt[at] ?? -1) < 0 ? "<K>" : (symbols[at] ?? "");
    if (word.startsWith("<") && words.at(-1) === word) continue;
    words.push(word);
  }
  const padded = ["^", ...words, "$"];
  padded.forEach((word, at) => {
    features.push(`u:${word}`);
    if (at > 0) features.push(`2:${padded[at - 1]} ${word}`);
    if (at > 1) features.push(`3:${padded[at - 2]} ${padded[at - 1]} ${word}`);
  });
  features.push(`f2:${words.slice(0, 2).join(" ")}`, `f3:${words.slice(0, 3).join(" ")}`);
  features.push(`e2:${words.slice(-2).join(" ")}`, `e3:${words.slice(-3).join(" ")}`);
  for (let at = start; at < end; at += 1) {
    const token = source.tokens[at];
    if (token?.kind !== "word") continue;
    const { norm } = token;
    if ((symbols[at] ?? "") !== norm) features.push(`w:${norm}`);
    if (norm.length > 4) features.push(`x:${norm.slice(0, 4)}`, `y:${norm.slice(-3)}`);
    const skeleton = skeletons[at] ?? "";
    if (skeleton.length > 1) {
      features.push(`k:${skeleton}`);
      const next = at + 1 < end ? (skeletons[at + 1] ?? "") : "$";
      features.push(`kk:${skeleton} ${next}`);
    }
  }
  const within = spans.filter((span) => span.start >= start && span.end <= end);
  const longest: ClassSpan[] = [];
  for (const span of [...within].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = longest.at(-1);
    if (!before || before.end <= span.start || before.start === span.start) longest.push(span);
  }
  for (const { name } of within) features.push(`c:${name}`);
  const first = within.filter((span) => span.start === start);
  for (const { name } of first) features.push(`cf:${name}`);
  for (const { name, end: to } of within) if (to === end) features.push(`cl:${name}`);
  longest.forEach(({ name }, at) => {
    features.push(`cc:${longest[at - 1]?.name ?? "^"} ${name}`);
  });
  features.push(`cc:${longest.at(-1)?.name ?? "^"} $`);
  if (source.tokens.slice(start, end).some(({ norm }) => norm === "?" || norm === "؟"))
    features.push("?");
  let most = 0;
  let times = 0;
  for (let at = start; at < end; at += 1) {
    most = Math.max(most, known[at] ?? 0);
    if ((timeAt[at] ?? -1) >= 0 && timeAt[at] !== timeAt[at - 1]) times += 1;
  }
  features.push(`K:${most}`, `T:${Math.min(times, 2)}`, `KT:${most}${Math.min(times, 2)}`);
  if (goesOn) features.push("on", `on:${Math.min(end - start, 4)}`);
  if (start > 0) features.push("later", `after:${before}`, `after:${before} ${words[0]}`);
  if (end < symbols.length) features.push("earlier");
  return features;
}

/** What a word is to the command it stands in. */
export const TAGS = ["O", "T", "N", "D", "C"] as const;
export type Tag = (typeof TAGS)[number];

/** What speaks for what a word is, apart from the word before it. */
export function tagFeatures(
  analysis: Analysis,
  at: number,
  { start, end }: Stretch,
  intent: string,
): string[] {
  const { source, symbols, known, skeletons, timeAt, language } = analysis;
  const within = (place: number): boolean => place >= start && place < end;
  const word = (place: number): string =>
    within(place) ? (symbols[place] ?? "") : place < start ? "^" : "$";
  const named = (place: number): readonly string[] =>
    within(place) ? classesAt(analysis, place) : place < start ? FIRST : LAST;
  const features = ["b", `i:${intent}`, `li:${language} ${intent}`];
  const add = (name: string): void => {
    features.push(name, `${intent}|${name}`);
  };
  const own = word(at);
  add(`0:${own}`);
  add(`-:${word(at - 1)}`);
  add(`+:${word(at + 1)}`);
  features.push(`-0:${word(at - 1)} ${own}`, `0+:${own} ${word(at + 1)}`);
  features.push(`--:${word(at - 2)} ${word(at - 1)}`, `++:${word(at + 1)} ${word(at + 2)}`);
  features.push(`-0+:${word(at - 1)} ${own} ${word(at + 1)}`);
  for (const name of named(at)) add(`c0:${name}`);
  for (const name of named(at - 1)) add(`c-:${name}`);
  for (const name of named(at + 1)) add(`c+:${name}`);
  if (named(at).length === 0) add("c0");
  add(`k:${known[at] ?? 0}`);
  const time = (timeAt[at] ?? -1) >= 0;
  if (time) add("t");
  const token = source.tokens[at];
  if (token) {
    add(`kind:${token.kind}`);
    if (token.kind === "word") {
      features.push(`x:${token.norm.slice(0, 4)}`, `y:${token.norm.slice(-3)}`);
      if ((skeletons[at] ?? "") !== "") add(`s:${skeletons[at]}`);
      if (/^\p{Lu}/u.test(source.text.slice(token.start, token.start + 1)) && at > start)
        add("cap");
    }
  }
  if (isJoint(analysis, at)) add("joint");
  add(`from:${Math.min(at - start, 4)}`);
  add(`to:${Math.min(end - 1 - at, 4)}`);
  // Commands stand before the title in English and behind it in Urdu.
  let before = false;
  let behind = false;
  for (let i = Math.max(start, at - FAR); i < at; i += 1) before ||= isVerb(named(i));
  for (let i = at + 1; i < Math.min(end, at + FAR); i += 1) behind ||= isVerb(named(i));
  add(`v:${before ? 1 : 0}${behind ? 1 : 0}`);
  return features;
}

const isVerb = (names: readonly string[]): boolean => names.some((name) => VERB.test(name));

/** How the word before a word speaks for what it is. */
export const followFeatures = (before: string, intent: string, own: string): string[] => [
  `>${before}`,
  `>${before} ${intent}`,
  `>${before} ${own}`,
];
