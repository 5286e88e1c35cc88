import type { TimeContext, TimeSpan } from "#app/when/find-times";
import { aheadWords, remindingWords } from "../lexicon/reminding";
import { fromIt } from "../lexicon/time-links";
import type { Analysis } from "../reading/analyse";
import type { ClassSpan } from "../reading/classes";
import type { Tag } from "../reading/features";
import type { Reading } from "../reading/read";
import { type Token, textOf } from "../text/tokens";
import { isAmount, isCounted, journeyOf, minutesBefore, movedFrom, repaired } from "./clause-times";
import { settledTags } from "./settle-tags";
import type { When } from "./when";

/** One command of a message: its words, what each of them is, and its times. */
export interface Clause {
  analysis: Analysis;
  reading: Reading;
  context: TimeContext;
  /** The times that are none of a title's words. */
  times: readonly TimeSpan[];
  /**
   * Times that are none of the command's: where it moves tasks those that say which, as in "move
   * today's tasks to Friday", else those that were taken back.
   */
  moved: readonly TimeSpan[];
  /** What each token is, with times taken or left as a whole. */
  tags: readonly Tag[];
  /** How long before something: "remind me an hour before". */
  ahead?: Ahead;
}

/** Words that say how long before something: an hour before, and a day before. */
interface Ahead {
  places: readonly TimeSpan[];
  minutes: readonly number[];
  /** Whether they ask that a task rings so long before. */
  rings: boolean;
}

/**
 * Makes a clause of a reading.
 *
 * @param context how its times are to be read
 * @param timesIn the times of the whole message, read so
 */
export function clauseOf(
  analysis: Analysis,
  reading: Reading,
  context: TimeContext,
  timesIn: (context: TimeContext) => readonly TimeSpan[],
): Clause {
  const { source } = analysis;
  const from = source.tokens[reading.start]?.start ?? 0;
  const to = source.tokens[reading.end - 1]?.end ?? source.text.length;
  // A time may end in the comma that parts it from the next clause.
  const isWithin = ({ start, text }: TimeSpan): boolean =>
    start >= from && start + text.replace(/[\s,،.;؛۔]+$/u, "").length <= to;
  /** The times of this clause, read in some way. */
  const readIn = (way: Partial<TimeContext>): TimeSpan[] =>
    timesIn({ ...context, ...way }).filter(
      (span) => isWithin(span) && (reading.intent === "add" || !isCounted(source.text, span)),
    );
  const ahead = aheadIn(analysis, reading, () => readIn({ asks: false, moves: true }));
  const aheads = ahead?.places ?? [];
  const within = readIn({}).filter((span) => !aheads.some((one) => meets(one, span)));
  const journeys = context.moves ? within.map((span) => journeyOf(span, context)) : [];
  const targets = journeys
    .map(({ target }) => target)
    .filter((span) => !isAmount(source.text.slice(from, span.start), span));
  const { kept: found, dropped } = repaired(source.text, context.moves ? targets : within);
  const tags = settledTags(analysis, reading);
  for (const at of dropped.flatMap((one) => placesOf(source.tokens, one))) tags[at] = "O";
  for (const at of aheads.flatMap((one) => placesOf(source.tokens, one))) tags[at] = "O";
  const times: TimeSpan[] = [];
  for (const span of found) {
    const places = placesOf(source.tokens, span);
    const named = places.filter((at) => tags[at] !== "O").length;
    // Words of a time are all taken, or all left to the title.
    // What a new task says of time is one, unless it may be part of a name.
    const sure = reading.intent === "add" && span.standing > 1;
    if (named * 2 > places.length && (!sure || places.some((at) => tags[at] === "N"))) {
      const tag = places.map((at) => tags[at]).find((one) => one !== "O") ?? "T";
      for (const at of places) tags[at] = tag;
    } else {
      for (const at of places) tags[at] = "O";
      times.push(span);
    }
  }
  const moved = context.moves
    ? [
        ...journeys.flatMap(({ from: source }) => source),
        ...movedFrom(source.text, times, context),
        // "Aaj wale kaam kal pe": what says which tasks is of no date that they are given.
        ...readIn({ moves: false, asks: true }).filter(
          (span) =>
            span.says.day &&
            ![...within, ...aheads].some((one) => meets(one, span)) &&
            placesOf(source.tokens, span).every((at) => tags[at] === "O"),
        ),
      ]
    : dropped;
  return {
    analysis,
    reading,
    context,
    times: times.filter((span) => !moved.includes(span)),
    moved,
    tags,
    ...(ahead && { ahead }),
  };
}

/**
 * How long before something a clause speaks of: a reminder before a task, or a new task before it.
 * Where it neither reminds nor adds, so much earlier is a change of date.
 */
function aheadIn(
  { source }: Analysis,
  { intent, start, end }: Reading,
  moves: () => readonly TimeSpan[],
): Ahead | null {
  const tokens = source.tokens.slice(start, end);
  if (!tokens.some(({ norm }) => aheadWords.has(norm))) return null;
  const rings = tokens.some(({ norm }) => remindingWords.has(norm));
  if (!rings && intent !== "add") return null;
  // Of "meeting se ek ghanta pehle" the se is no word of the meeting.
  const of = (start: number): number => fromIt.exec(source.text.slice(0, start))?.[0].length ?? 0;
  const places = moves()
    .filter((span) => minutesBefore(span) !== null)
    .map((span) => ({ ...span, start: span.start - of(span.start) }));
  const minutes = places.flatMap((span) => minutesBefore(span) ?? []);
  return minutes.length > 0 ? { places, minutes, rings } : null;
}

const meets = (one: TimeSpan, two: TimeSpan): boolean => one.start < two.end && one.end > two.start;

/** The tokens that a place in the text covers. */
function placesOf(tokens: readonly Token[], place: { start: number; end: number }): number[] {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= place.start) low = middle + 1;
    else high = middle;
  }
  const places: number[] = [];
  for (let at = low; at < tokens.length && (tokens[at]?.start ?? 0) < place.end; at += 1)
    places.push(at);
  return places;
}

/** The words of one kind, each run of them that a break does not part. */
export function runsOf(clause: Clause, tag: Tag): Token[][] {
  const { tags, reading, analysis } = clause;
  const runs: Token[][] = [];
  let open = false;
  for (let at = reading.start; at < reading.end; at += 1) {
    const token = analysis.source.tokens[at];
    if (!token) continue;
    if (reading.breaks.includes(at) && tags[at] !== tag) open = false;
    if (tags[at] !== tag) continue;
    if (open) runs.at(-1)?.push(token);
    else runs.push([token]);
    open = true;
  }
  return runs;
}

/** The words of one kind as they were written; nothing where there are none. */
export function wordsOf(clause: Clause, tag: Tag): string | undefined {
  const text = runsOf(clause, tag)
    .map((tokens) => {
      const end = tokens.findLastIndex(({ kind }) => kind !== "mark") + 1;
      return textOf(clause.analysis.source, tokens.slice(0, end));
    })
    .join(" ");
  return text === "" ? undefined : text;
}

/** The tokens of a clause that are nothing else: its command and its little words. */
export function plainTokens({ tags, reading, analysis, times, moved, ahead }: Clause): Token[] {
  const { tokens } = analysis.source;
  const told = [...times, ...moved, ...(ahead?.places ?? [])];
  const said = new Set(told.flatMap((span) => placesOf(tokens, span)));
  return tokens
    .slice(reading.start, reading.end)
    .filter(({ index }) => tags[index] === "O" && !said.has(index));
}

/** The classes of words in a clause that are of no title, and no part of a longer time. */
const spansOf = ({ analysis, reading, tags, times }: Clause): readonly ClassSpan[] =>
  analysis.spans.filter(({ start, end }) => {
    if (start < reading.start || end > reading.end) return false;
    if (!tags.slice(start, end).every((tag) => tag === "O")) return false;
    const { tokens } = analysis.source;
    const [from, to] = [tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0];
    return !times.some(
      (time) => time.start <= from && to <= time.end && time.text.length > to - from,
    );
  });

/** Whether a class of words is in a clause, outside of titles and times. */
export const says = (clause: Clause, name: RegExp): boolean =>
  spansOf(clause).some((span) => name.test(span.name));

/** The value of a class of words in a clause, such as `high` of `urgent:high`. */
export function classValue(clause: Clause, name: string): string | undefined {
  const spans = spansOf(clause).filter((span) => span.name.startsWith(`${name}:`));
  const [longest] = spans.sort((a, b) => b.end - b.start - (a.end - a.start));
  return longest?.name.slice(name.length + 1);
}

/** The times of a clause, if it has any. */
export function whenOf({ analysis, times, context }: Clause): When | undefined {
  return times.length === 0 ? undefined : { text: analysis.source.text, spans: times, context };
}

/** Little words and words of the command, which are no content. */
const SMALL =
  /^(?:open|close|must|polite|particle|consent|rather|change|priority|urgent|field|it|added|tasks|in-list|list|all)/;

/** What a clause says beside its times, priorities and little words: the words of a bare answer. */
export function clauseText(clause: Clause): string {
  const { analysis, reading } = clause;
  const named = analysis.source.tokens.filter(
    ({ index }) => clause.tags[index] === "T" && index >= reading.start && index < reading.end,
  );
  if (named.length > 0) return textOf(analysis.source, named);
  return textOf(analysis.source, restOf(clause));
}

/** Whether a token is a word that is of no class: it names or describes something. */
export const isBareWord = ({ classes, source }: Analysis, at: number): boolean =>
  source.tokens[at]?.kind === "word" && classes[at]?.length === 0;

/** The words of a clause between its little words and those of its command. */
export function restOf(clause: Clause): Token[] {
  const small = new Set<number>();
  for (const { name, start, end } of clause.analysis.spans)
    if (SMALL.test(name)) for (let at = start; at < end; at += 1) small.add(at);
  const plain = plainTokens(clause);
  const isSmall = ({ index, kind }: Token): boolean => small.has(index) || kind === "mark";
  const from = plain.findIndex((token) => !isSmall(token));
  const to = plain.findLastIndex((token) => !isSmall(token));
  return from < 0 ? [] : plain.slice(from, to + 1);
}
