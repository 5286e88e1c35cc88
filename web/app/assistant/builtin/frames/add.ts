import { combineTimes, isOfTime, type TimeSpan } from "#app/when/find-times";
import { saysAll } from "#app/when/read-line";
import { emptyWords, holding } from "../lexicon/title-words";
import type { Analysis } from "../reading/analyse";
import { JOINTS, type Tag } from "../reading/features";
import { type Token, textOf } from "../text/tokens";
import { alikeBreaks } from "./alike-breaks";
import { type Clause, isBareWord, plainTokens, restOf, wordsOf } from "./clause";
import { daysOf } from "./clause-times";
import type { NewTask } from "./command";
import { prioritiesIn } from "./priority";
import { titleIn, withInfinitive, withoutTail } from "./title";

/** One thing of a command that adds: its words, from a break to the next one. */
interface Item {
  start: number;
  end: number;
  title: Token[];
  times: TimeSpan[];
}

/** Reads the tasks that a clause adds. */
export function readNewTasks(clause: Clause): NewTask[] {
  const { source } = clause.analysis;
  const items = itemsOf(clause);
  const group = headOf(clause, items);
  const told = items.filter(({ title }) => title.length > 0);
  const [only] = items;
  // Words that are nothing else are the title, where none was told for sure.
  if (only && told.length === 0) only.title = withoutTail(clause.analysis, restOf(clause));
  // Nothing of a list is lost: what no word was told of is a thing as it was written.
  else
    for (const [at, item] of items.entries())
      if (
        item.title.length === 0 &&
        (at > 0 || isList(clause) || goesOnWith(clause, items[at + 1]))
      )
        item.title = contentOf(clause, item);
  const titled = items.filter(({ title }) => saysSomething(clause, title));
  // "Tomorrow: milk, eggs": what is said beside the things is said of all of them.
  const shared = items.filter((item) => !titled.includes(item)).flatMap(({ times }) => times);
  const dated = titled.filter(({ times }) => times.length > 0);
  const [first] = titled;
  const last = titled.at(-1);
  const leads =
    first !== undefined && dated.length === 1 && dated[0] === first && leadsAll(clause, first);
  const trails =
    last !== undefined &&
    dated.length === 1 &&
    dated[0] === last &&
    trailsAll(clause, titled, last);
  // "Tomorrow at ten the bank, and at five the dentist": both are tomorrow.
  const days =
    first && !leads && first.times.length > 0 && leadsAll({ ...clause, times: first.times }, first)
      ? first.times.filter(({ says, said }) => says.day && !said.repeat)
      : [];
  const category = wordsOf(clause, "C") ?? group;
  const description = wordsOf(clause, "D");
  const priority = prioritiesIn(clause)[0];
  return titled.map((item) => {
    const own = item.times.length > 0 ? item.times : leads || trails ? (dated[0]?.times ?? []) : [];
    const hour = days.length > 0 && own.length > 0 && own.every(({ says }) => !says.day);
    const of = shared.length > 0 ? shared : hour ? daysOf(days) : [];
    const spans = of.length > 0 ? together(clause, of, own) : own;
    const title = [...item.title, ...unsaid(clause, item, spans)].sort((a, b) => a.index - b.index);
    return {
      title: withInfinitive(textOf(source, title), clause, title),
      ...(spans.length > 0 ? { when: { text: source.text, spans, context: clause.context } } : {}),
      ...(priority ? { priority } : {}),
      ...(category ? { category } : {}),
      ...(description ? { description } : {}),
      ...aheadOf(clause, spans.length > 0),
    };
  });
}

/** The words of times that cannot be kept as they were said: they stay in the title, as everywhere. */
function unsaid(
  { analysis: { source }, context }: Clause,
  { start, end }: Item,
  spans: readonly TimeSpan[],
): Token[] {
  const { value, problems } = combineTimes(source.text, spans, context);
  const asked = problems.some(({ kind }) => /^(?:impossible|contradiction|choice)$/.test(kind));
  if (spans.length === 0 || asked || saysAll(value, problems)) return [];
  const left = value === null ? spans : spans.filter(({ said }) => said.repeat?.often);
  return source.tokens
    .slice(start, end)
    .filter((token) => left.some((span) => token.start < span.end && token.end > span.start));
}

/** Whether words are more than a command: "set a recurring reminder" tells no title. */
const saysSomething = ({ analysis }: Clause, title: readonly Token[]): boolean =>
  title.some(
    ({ index, kind, norm }) =>
      kind === "quote" ||
      (kind !== "mark" &&
        !emptyWords.has(norm) &&
        !analysis.classes[index]?.some((name) => COMMANDING.test(name))),
  );

const COMMANDING =
  /^(?:(?:open|close):(?:add|update)|tasks|must|polite|particle|it|they|repeats|number)$/;

/** A title begins with neither "a" nor the "to" of its command. */
const withoutHead = (title: Token[]): Token[] =>
  title.slice(title.length > 1 && /^(?:an?|to)$/.test(title[0]?.norm ?? "") ? 1 : 0);

/**
 * Where a command stands between words of a title they are not one: of "Ali kal aa raha hai, yaad
 * dilana ke keys deni hain" only the longer part is.
 */
function longestPart({ spans, source }: Analysis, tokens: Token[], tags: readonly Tag[]): Token[] {
  const named = ({ index }: Token): boolean => tags[index] === "T";
  const [from, to] = [tokens.find(named)?.index ?? 0, tokens.findLast(named)?.index ?? 0];
  const command = spans.find(
    ({ name, start, end }) =>
      /^(?:open|close):add$/.test(name) &&
      (end - start > 1 || isComma(source.tokens[start - 1])) &&
      start > from &&
      end <= to &&
      tags.slice(start, end).every((tag) => tag === "O"),
  );
  if (!command) return tokens;
  const before = tokens.filter(({ index }) => index < command.start);
  const after = tokens.filter(({ index }) => index >= command.end);
  return before.filter(named).length > after.filter(named).length ? before : after;
}

const COMMA = /^[,،]$/;
const isComma = (token: Token | undefined): boolean => COMMA.test(token?.norm ?? "");

/** So long before its own date it rings; so long before another date a task without one is due. */
function aheadOf(clause: Clause, dated: boolean): Pick<NewTask, "ahead" | "reminders"> {
  const { ahead } = clause;
  if (!ahead || (dated && !ahead.rings)) return {};
  if (!dated) return { ahead: ahead.minutes[0] };
  // "At six, and an hour before too."
  const too = clause.times.some(({ says }) => says.time) && plainTokens(clause).some(isToo);
  return { reminders: too ? [...ahead.minutes, 0] : ahead.minutes };
}

const isToo = ({ norm }: Token): boolean => /^(?:too|also|well|bhi|بہی|بھی)$/.test(norm);

/** Whether things are listed: behind a colon, or each on its line. */
function isList({ analysis, reading }: Clause): boolean {
  const { text, tokens } = analysis.source;
  return /[:\n]/.test(text.slice(tokens[reading.start]?.start, tokens[reading.end - 1]?.end));
}

/** Whether a thing begins with its title: "juice" behind "water," does, "add milk" behind "Ali," not. */
function goesOnWith({ analysis: { source } }: Clause, next: Item | undefined): boolean {
  const first = source.tokens
    .slice(next?.start, next?.end)
    .find(({ norm, kind }) => kind !== "mark" && !JOINTS.has(norm));
  return next !== undefined && first !== undefined && next.title[0]?.index === first.index;
}

/** The words of a thing that are neither a command nor a time; none where all of them are little. */
function contentOf(clause: Clause, { start, end }: Item): Token[] {
  const { analysis } = clause;
  const rest = restOf(clause).filter(({ index }) => index >= start && index < end);
  const from = rest.findIndex(({ norm, kind }) => kind !== "mark" && !JOINTS.has(norm));
  const told = from < 0 ? [] : rest.slice(from);
  return told.some(({ index }) => isBareWord(analysis, index)) ? told : [];
}

/**
 * Takes "make a shopping list:" off the first of several things, and gives the name of the list; it
 * is no part of their titles.
 */
function headOf({ analysis }: Clause, items: readonly Item[]): string | undefined {
  const [first] = items;
  const colon = first?.title.findIndex(({ norm }) => norm === ":") ?? -1;
  if (!first || colon < 0 || items.length < 2) return undefined;
  const head = first.title.slice(0, colon);
  first.title = first.title.slice(colon + 1);
  const list = head.findIndex(({ norm }) => /^(?:list|لسٹ|فہرست)$/.test(norm));
  const name = head[list - 1];
  const named = name && (analysis.classes[name.index] ?? []).length === 0;
  return named ? textOf(analysis.source, [name]) : undefined;
}

/** Times that are said of all, and those of one thing that go with them. */
function together(
  { analysis, context }: Clause,
  shared: TimeSpan[],
  own: readonly TimeSpan[],
): TimeSpan[] {
  const { text } = analysis.source;
  const kept = [...shared];
  for (const span of own) {
    kept.push(span);
    const { used, value } = combineTimes(text, kept, context);
    if (used.length < kept.length || value === null) kept.pop();
  }
  return kept;
}

function itemsOf({ analysis, reading, tags, times, moved, ahead }: Clause): Item[] {
  const said = [...times, ...moved, ...(ahead?.places ?? [])];
  const { tokens: words } = analysis.source;
  const alike = alikeBreaks(analysis, reading);
  const parted = [...new Set([...reading.breaks, ...alike.parted])]
    .filter((at) => !alike.joined.includes(at))
    .sort((a, b) => a - b)
    .filter((at) => at > reading.start && at < reading.end);
  // A number or a weekday alone is no thing of its own: "iOS 17.4", "every Monday or Thursday".
  const isThing = (from: number, to = reading.end): boolean =>
    words
      .slice(from, to)
      .some(
        ({ kind, norm, index }) =>
          analysis.timeAt[index] !== -1 ||
          kind === "quote" ||
          (kind === "word" && !isOfTime(norm) && !holding.has(norm)),
      );
  const edges = [
    reading.start,
    ...parted.filter((at, place) => isThing(at, parted[place + 1])),
    reading.end,
  ];
  return edges.slice(1).map((end, at) => {
    const start = edges[at] ?? 0;
    const tokens = analysis.source.tokens.slice(start, end);
    const from = tokens[0]?.start ?? 0;
    const to = tokens.at(-1)?.end ?? 0;
    return {
      start,
      end,
      title: withoutHead(
        withoutTail(analysis, titleIn(analysis, longestPart(analysis, tokens, tags), tags, said)),
      ),
      times: times.filter((span) => span.start < to && span.end > from),
    };
  });
}

/** Whether the times of the first thing stand before it and so before all. */
function leadsAll({ times }: Clause, { title }: Item): boolean {
  const start = title[0]?.start ?? 0;
  return times.every((span) => span.end <= start);
}

/** Whether the times of the last thing are of all: an hour behind a verb of its own is not. */
function trailsAll({ analysis }: Clause, all: readonly Item[], { times, title }: Item): boolean {
  const verb = title[0] && analysis.classes[title[0].index]?.includes("errand");
  return all.length > 1 && (!verb || times.some(({ says }) => says.day));
}
