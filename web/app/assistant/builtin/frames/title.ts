import type { TimeSpan } from "#app/when/find-times";
import { alsoWords, articles, copulas, holding, leadsOn, reasons } from "../lexicon/title-words";
import type { Analysis } from "../reading/analyse";
import { JOINTS, type Tag } from "../reading/features";
import type { Token } from "../text/tokens";
import type { Clause } from "./clause";

/** The words of a title: from the first to the last, with the little words between them. */
export function titleIn(
  analysis: Analysis,
  tokens: readonly Token[],
  tags: readonly Tag[],
  times: readonly TimeSpan[],
): Token[] {
  const named = tokens.filter(({ index }) => tags[index] === "T");
  const [first, last] = [named[0]?.index ?? 0, named.at(-1)?.index ?? -1];
  const isTimed = ({ start, end }: Token): boolean =>
    times.some((span) => start < span.end && end > span.start);
  const gaps = tokens.filter(
    (token) =>
      token.index > first && token.index < last && tags[token.index] === "O" && !isTimed(token),
  );
  const fills = gaps.every(
    ({ index, norm }) =>
      JOINTS.has(norm) || !analysis.classes[index]?.some((name) => FRAME.test(name)),
  );
  const verb = verbBehind(analysis, tokens, named.at(-1), isTimed);
  const title = (
    fills ? tokens.filter((token) => named.includes(token) || gaps.includes(token)) : named
  ).filter(({ norm }) => !alsoWords.has(norm));
  title.push(...verb);
  title.unshift(...beside(analysis, tokens, tags, title[0], -1, isTimed));
  title.push(...beside(analysis, tokens, tags, title.at(-1), 1, isTimed));
  if (analysis.language === "en") title.push(...restOfReason(tokens, title, isTimed));
  const from = title.findIndex(({ norm, kind }) => kind !== "mark" && !JOINTS.has(norm));
  return from < 0 ? [] : title.slice(from);
}

/** What stands beside a title and is nothing else is of it: "daily report", "form 16", "sun hat". */
function beside(
  { classes, timeAt, language }: Analysis,
  tokens: readonly Token[],
  tags: readonly Tag[],
  edge: Token | undefined,
  step: 1 | -1,
  isTimed: (token: Token) => boolean,
): Token[] {
  if (!edge || edge.kind === "quote") return [];
  // Behind the verb of an Urdu errand comes what is said of it.
  if (step > 0 && classes[edge.index]?.includes("infinitive")) return [];
  const claims = language === "en" ? CLAIMS : URDU_CLAIMS;
  const grown: Token[] = [];
  let kept = 0;
  for (let at = tokens.indexOf(edge) + step; tokens[at]; at += step) {
    const token = tokens[at] as Token;
    const names = classes[token.index] ?? [];
    // Behind the first things of a list stands a comma: "milk, eggs" is none without its milk.
    const within =
      token.kind === "mark" &&
      (isGlued(tokens, at) || isSign(tokens, at) || (step < 0 && /^[,،]$/.test(token.norm)));
    // "Morning glory" is of a title, "morning!" behind one is none.
    const little =
      within || holding.has(token.norm) || names.some((name) => name.startsWith("talk:"));
    if (isTimed(token) || (timeAt[token.index] ?? -1) >= 0 || tags[token.index] !== "O") break;
    if (!little && (token.kind === "mark" || names.some((name) => claims.test(name)))) break;
    grown.push(token);
    if (!little) kept = grown.length;
  }
  const own = grown.slice(0, kept);
  return step > 0 ? own : own.reverse();
}

/** "Before it renews on the 3rd": a title does not end in the middle of its reason. */
function restOfReason(
  tokens: readonly Token[],
  title: readonly Token[],
  isTimed: (token: Token) => boolean,
): Token[] {
  const last = title.at(-1);
  if (!last || !title.slice(-2).some(({ norm }) => reasons.has(norm))) return [];
  const behind = tokens.slice(tokens.indexOf(last) + 1);
  const end = behind.findIndex((token) => token.kind !== "word" || isTimed(token));
  const rest = end < 0 ? behind : behind.slice(0, end);
  return /^(?:on|at|from|by|for|in)$/.test(rest.at(-1)?.norm ?? "") ? rest.slice(0, -1) : rest;
}

/** Whether a mark holds a number together: 17.4. */
const isGlued = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start;

/** Whether a mark is of the number behind it: £15, #42. */
const isSign = (tokens: readonly Token[], at: number): boolean =>
  /^[#$£€₹%]$/.test(tokens[at]?.norm ?? "") &&
  tokens[at + 1]?.kind === "number" &&
  tokens[at]?.end === tokens[at + 1]?.start;

/** Classes of words that are of no title. */
const CLAIMS =
  /^(?:open|close|must|polite|particle|tasks|in-list|list|about|priority|urgent|added|note|field|rather|all|it|they|change|unwanted|ask|of)/;

const URDU_CLAIMS = /^(?!errand|infinitive|number)/;

/** Of "tanki check karni hai" the verb is a word of the title. */
function verbBehind(
  { classes }: Analysis,
  tokens: readonly Token[],
  last: Token | undefined,
  isTimed: (token: Token) => boolean,
): Token[] {
  const at = last ? tokens.indexOf(last) : -1;
  // "Sara ko 5 baje call karni hai": a time may stand between.
  const rest = at < 0 ? [] : tokens.slice(at + 1);
  const behind = rest.filter((token) => !isTimed(token)).slice(0, 4);
  const end = behind.findIndex(({ index }) => classes[index]?.includes("infinitive"));
  const verb = behind.slice(0, end + 1);
  const plain = verb.every(
    (token) => token.kind === "word" && !classes[token.index]?.some((name) => CLOSES.test(name)),
  );
  return end >= 0 && plain ? verb : [];
}

const CLOSES = /^(?:close|open|must|polite|added)/;

/** Words that stand between two parts of a title and belong to neither. */
const FRAME = /^(?:polite|must|added|in-list|urgent:high|priority)/;

/** Urdu closes with its command: what leads on to it is no part of a title. */
export function withoutTail(analysis: Analysis, title: Token[]): Token[] {
  const ends = ({ norm }: Token, at: number): boolean => at === 0 || !copulas.has(norm);
  let end = title.findLastIndex(ends) + 1;
  if (end < title.length) return withoutTail(analysis, title.slice(0, end));
  // "Fees deni hai school ki": behind its verb it leads on to nothing.
  if (title.some(({ index }) => analysis.classes[index]?.includes("must"))) return title;
  for (let before = -1; end > 1 && before !== end; ) {
    before = end;
    const last = title[end - 1];
    const { start = end } = closingAt(analysis, title, end) ?? {};
    if (start > 0) end = start;
    const leads = last && leadsAway(analysis, last);
    if (end > 1 && leads && end === before) end -= 1;
  }
  return title.slice(0, end);
}

/** Whether a word leads on to the command: "on" does before "my list", and not in "weigh in". */
function leadsAway({ language, source: { tokens } }: Analysis, last: Token): boolean {
  if (language !== "en") return leadsOn.has(last.fold || last.norm);
  const next = tokens[last.index + 1]?.norm ?? "";
  return (
    articles.has(last.norm) || (/^(?:on|in)$/.test(last.norm) && /^(?:my|our|the)$/.test(next))
  );
}

function closingAt(
  { spans, language }: Analysis,
  title: readonly Token[],
  end: number,
): { start: number } | null {
  const last = title[end - 1]?.index ?? -1;
  const closes = language === "en" ? /^added$/ : /^(?:close:add|about)$/;
  const found = spans.filter(
    (span) => closes.test(span.name) && span.end === last + 1 && span.end - span.start > 1,
  );
  const first = Math.min(...found.map(({ start }) => start));
  const at = title.findIndex(({ index }) => index >= first);
  return found.length > 0 && at >= 0 && at < end ? { start: at } : null;
}

/** "Kapre istri karne hain" is the task "kapre istri karna", and "dawai leni hai" is "dawai lena". */
export function withInfinitive(
  title: string,
  { analysis }: Clause,
  tokens: readonly Token[],
): string {
  const last = tokens.at(-1);
  if (!last || !analysis.classes[last.index]?.includes("infinitive")) return title;
  const next = analysis.source.tokens[last.index + 1];
  if (next) title = title.replace(/نے$/, "نا").replace(/ne$/, "na");
  const must = next && analysis.classes[next.index]?.includes("must");
  return must ? title.replace(/نی$/, "نا").replace(/ni$/, "na") : title;
}
