import { combineTimes, findTimes, type TimeContext, type TimeSpan } from "#app/when/find-times";
import {
  fromTo,
  fromWords,
  insteadOf,
  lasts,
  numberBefore,
  numberedDay,
  onDay,
  orders,
  ratherThan,
  toDay,
} from "../lexicon/time-links";

/* Which of the times of a clause are meant, and what the others say. */

/** The days of some times, without their hours. */
export const daysOf = (spans: readonly TimeSpan[]): TimeSpan[] =>
  spans
    .filter(({ says, said }) => says.day && said.day)
    .map((span) => ({ ...span, said: { day: span.said.day } }));

/** How many minutes before something a time is: "a day before"; null where it is not. */
export function minutesBefore({ said: { shift } }: TimeSpan): number | null {
  const before = shift ? -(shift.minutes + (shift.days + shift.months * 30) * 1440) : 0;
  return before > 0 ? before : null;
}

/** "From Friday to Monday", jumme se peer: what is moved is of the first, and is due on the last. */
export function journeyOf(
  span: TimeSpan,
  context: TimeContext,
): { from: TimeSpan[]; target: TimeSpan } {
  const [, english, urdu, last = ""] = fromTo.exec(span.text) ?? [];
  const first = english ?? urdu ?? "";
  const [only, ...others] = last && !lasts.test(span.text) ? findTimes(last, context) : [];
  if (!only || others.length > 0) return { from: [], target: span };
  const { start, end } = span;
  const from = findTimes(first, context).map((source) => ({ ...source, start, end }));
  return { from, target: { ...only, start, end } };
}

/** "12 aur 17 ko": beside the number of a task a number is no day. */
export const isCounted = (text: string, { start, text: words }: TimeSpan): boolean =>
  numberedDay.test(words) && numberBefore.test(text.slice(0, start));

/** "From one bag to two": behind an amount a number is no hour. */
export const isAmount = (before: string, { said, text }: TimeSpan): boolean =>
  fromWords.test(before) && said.clock?.exact === false && /^\S+\s\p{L}+$/u.test(text);

/** "At 4, no 5", kal nahi parson: of two times the one that was said instead is meant. */
export function repaired(
  text: string,
  spans: readonly TimeSpan[],
): { kept: TimeSpan[]; dropped: TimeSpan[] } {
  const kept: TimeSpan[] = [];
  const dropped: TimeSpan[] = [];
  for (const span of spans) {
    const before = kept.at(-1);
    const gap = before ? text.slice(before.end, span.start) : "";
    if (before && insteadOf.test(gap)) {
      dropped.push({ ...span, start: before.end });
      continue;
    }
    if (before && ratherThan.test(gap)) {
      const mark = Math.max(0, gap.search(/[,،.–—-][^,،.–—-]*$/u));
      dropped.push({ ...before, start: before.end + mark, end: span.start });
      kept.pop();
      // "Tomorrow at ten, no, at eleven": the day stays.
      if (span.says.day) dropped.push(before);
      else kept.push(...daysOf([before]));
    }
    kept.push(span);
  }
  return { kept, dropped };
}

/** Of two days that are not one the first says which tasks are moved, the last where to. */
export function movedFrom(
  text: string,
  times: readonly TimeSpan[],
  context: TimeContext,
): TimeSpan[] {
  const [first, ...others] = times;
  const next = others.find(({ says, value }) => says.day || value?.kind === "shift");
  if (!first?.says.day || !next) return [];
  // "To tomorrow, I'm tired today", "kal pe kar do, aaj himmat nahi": what follows is the reason.
  const gap = text.slice(first.end, next.start);
  if (toDay.test(first.text) && !toDay.test(next.text)) return [next];
  if (onDay.test(first.text) && orders.test(gap) && !onDay.test(next.text)) return [next];
  // "Today's tasks to Monday": with words between them they are two days.
  if (/\p{L}/u.test(text.slice(first.end, next.start))) return [first];
  const { used, value } = combineTimes(text, times, context);
  return used.length === times.length && value !== null ? [] : [first];
}
