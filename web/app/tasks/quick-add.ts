import { dayIn, timeIn } from "#app/i18n/dates";
import { addDays, nextWeekday } from "./quick-add-days";
import { type Reading, RULES, type Rule } from "./quick-add-rules";
import { meaning, PRIORITY_WORDS, plain } from "./quick-add-words";
import { PRIORITIES, type Priority } from "./task";

/** Kinds of words that the line understands. */
export type QuickKind = "date" | "time" | "recurrence" | "priority" | "category";

/** What a line says. Empty texts and null: it says nothing of the kind. */
export interface QuickAdd {
  title: string;
  /** `2026-11-22` */
  date: string;
  /** `17:00` */
  time: string;
  recurrence: string | null;
  priority: Priority | null;
  category: string | null;
  /** Kinds that words in the line spoke of. */
  found: QuickKind[];
}

/** What is marked by a sign. */
const MARKS: Rule[] = [
  {
    kind: "priority",
    pattern: /(?<=^|\s)!([\p{L}]+|[123])(?=\s|$)/u,
    read: (into, [, word]) => {
      const level = meaning(PRIORITY_WORDS, word);
      into.priority = PRIORITIES.find((priority) => priority === level) ?? null;
      return into.priority !== null;
    },
  },
  {
    kind: "category",
    pattern: /(?<=^|\s)#(\p{L}[\p{L}\p{M}\p{N}_-]{0,49})(?=\s|$)/u,
    read: () => true,
  },
];

/**
 * Reads a line such as "pay rent friday 9am !high #home every month", in English, Urdu or Roman
 * Urdu. The same line means the same in the browser and on the server.
 *
 * @param literal kinds that the person wants left as words
 */
export function readQuickAdd(
  line: string,
  { now, timeZone }: { now: Date; timeZone: string },
  literal: readonly string[] = [],
): QuickAdd {
  const today = dayIn(timeZone, now);
  const into: Reading = {
    title: "",
    date: "",
    time: "",
    recurrence: null,
    priority: null,
    category: null,
    found: [],
    rest: plain(line),
    today,
    hint: "",
  };
  for (const { kind, pattern, read } of [...MARKS, ...RULES]) {
    if (literal.includes(kind) || into.found.includes(kind)) continue;
    const match = pattern.exec(into.rest);
    if (!match || !read(into, [...match])) continue;
    into.found.push(kind);
    const end = match.index + match[0].length;
    if (kind === "category") into.category = line.slice(match.index + 1, end);
    into.rest =
      into.rest.slice(0, match.index) + "\0".repeat(match[0].length) + into.rest.slice(end);
  }
  return finish(line, into, timeIn(now, timeZone), literal);
}

function finish(line: string, into: Reading, clock: string, literal: readonly string[]): QuickAdd {
  const { rest, today, hint, part: _, ...said } = into;
  said.title = line
    .split("")
    .map((unit, at) => (rest[at] === "\0" ? " " : unit))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  if (hint && !said.time && !literal.includes("time")) said.time = hint;
  if (said.time && !said.found.includes("time")) said.found.push("time");
  if (!said.date && !literal.includes("date") && (said.time || said.recurrence)) {
    said.date = firstDay(said, today, clock);
    said.found.push("date");
  }
  // It is a list of what to do: who asks to be reminded wants it on it.
  said.title = said.title.replace(/^(?:please )?remind me (?:to )?(?=\S)/i, "");
  // A line of nothing but dates is a title after all.
  if (said.title) return said;
  const nothing = { date: "", time: "", recurrence: null, priority: null, category: null };
  return { ...nothing, title: line.trim(), found: [] };
}

/** A time alone means the next time the clock shows it; a rule begins on its first day. */
function firstDay({ recurrence, time }: QuickAdd, today: string, clock: string): string {
  const from = time && time <= clock ? addDays(today, 1) : today;
  const days = /BYDAY=([A-Z,]+)/.exec(recurrence ?? "")?.[1]?.split(",");
  const dates = days?.map((day) => nextWeekday(addDays(from, -1), day) ?? from).sort();
  return dates?.[0] ?? from;
}
