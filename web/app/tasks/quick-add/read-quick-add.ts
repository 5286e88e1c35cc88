import { isSameName } from "#app/tasks/groups/names";
import { LABELS_MAX, PRIORITIES, type Priority } from "#app/tasks/task/task";
import { taskTimes } from "#app/tasks/times/task-times";
import type { TimeContext } from "#app/when/find-times";
import { cutOut, readLine } from "#app/when/read-line";
import { asciiDigits, plainWord } from "#app/when/spelling";
import type { Problem, TimeValue } from "#app/when/value";
import { overlap, type Place } from "./literal-places";
import {
  type AskedReminder,
  type ReminderMark,
  readReminderMarks,
  remindersOf,
} from "./reminder-marks";

/** Words of a line that set a field. */
export interface Mark extends Place {
  kind: "time" | "priority" | "category" | "label" | "reminder";
  text: string;
}

/** A quick-add line as it is read. */
export interface QuickAddReading {
  title: string;
  /** When it is due, how long it takes and how it repeats. */
  value: TimeValue | null;
  /** What is to be said about the words of time, whether or not they have a value. */
  problems: readonly Problem[];
  priority: Priority | null;
  category: string | null;
  labels: readonly string[];
  /** When it rings, see `remindersOf`; none of its own where nothing is said. */
  reminders: readonly AskedReminder[];
  /** The words that set something, in their order. */
  marks: Mark[];
}

/** The words of a priority, after their sign. */
const PRIORITY_WORDS: Record<Priority, string> = {
  high: "high hi h urgent 1 aham zaroori zaruri zyada اہم ضروری زیادہ فوری",
  medium: "medium med m normal 2 darmiyani darmiani درمیانی",
  low: "low l 3 kam کم",
};

const priorities = new Map(
  PRIORITIES.flatMap((priority) =>
    PRIORITY_WORDS[priority].split(" ").map((word) => [plainWord(word), priority] as const),
  ),
);

const SIGNED =
  /(?<=^|\s)(?:!(?<priority>[\p{L}\p{M}]+|\p{Nd})|#(?<category>\p{L}[\p{L}\p{M}\p{N}_-]{0,49})|@(?<label>\p{L}[\p{L}\p{M}\p{N}_-]{0,49}))(?=\s|$)/gu;

/** "Remind me to" is no part of the title of a task. */
const REMINDING = [
  /^(?:please )?remind me (?:to )?(?=\S)/i,
  /^(?:mujhe |mujhay )?ya+d (?:dilana|dilao|dila ?dena|dila ?do|dila ?dein) (?:ke |k )?(?=\S)/i,
  /^(?:مجھے )?یاد (?:دلانا|دلاؤ|دلائیں|دلا دینا|دلا دو|دلا دیں|دلا دیجیے|دلائیے) (?:کہ )?(?=\S)/,
];

/**
 * Reads a line such as "pay rent friday 9am !high #home every month !30m", in English, Urdu or Roman
 * Urdu. The browser and the server read it by this.
 *
 * @param context its `literal` places are no mark, their words stay in the title
 */
export function readQuickAdd(line: string, context: TimeContext): QuickAddReading {
  const { literal = [] } = context;
  const asked = readReminderMarks(line, context);
  const found = signedWords(line, [...literal, ...asked], context);
  const taken = [...literal, ...asked, ...found];
  const times = readLine(line, { ...context, literal: taken });
  const { rings, passed } = sortPassed(asked, times.value, context);
  const reminding = rings.map(
    ({ start, end, text }): Mark => ({ kind: "reminder", start, end, text }),
  );
  const signed = byStart([...found, ...reminding]);
  // Of "three times a week" only a part can be kept: it is marked, and stays in the title too.
  const said = times.spans.length === 0 && times.value ? times.left : times.spans;
  const timed = said.map(({ start, end, text }): Mark => ({ kind: "time", start, end, text }));
  const labels = found.filter((mark) => mark.kind === "label").map(({ text }) => text.slice(1));
  const find = (kind: Mark["kind"]) => found.find((mark) => mark.kind === kind)?.text.slice(1);
  const reading = {
    value: times.value,
    problems: [...times.problems, ...passed],
    priority: priorityOf(find("priority")),
    category: find("category") ?? null,
    labels: labels.filter(
      (one, at) => !labels.slice(0, at).some((other) => isSameName(one, other)),
    ),
    reminders: rings.map((mark) => mark.asked),
  };
  const marks = byStart([...signed, ...timed]);
  const title = titleOf(line, byStart([...signed, ...times.spans]));
  if (title) return { ...reading, title, marks };
  // What would leave no title is one: words of time first.
  const untimed = { ...reading, value: null, problems: [] };
  const words = titleOf(line, signed);
  if (words && signed.length > 0) return { ...untimed, title: words, marks: signed };
  const unsigned = { ...untimed, priority: null, category: null, labels: [], reminders: [] };
  return { ...unsigned, title: line.trim(), marks: [] };
}

/** Parts the marks of reminders that can ring from those whose time has passed, which stay words. */
function sortPassed(asked: readonly ReminderMark[], value: TimeValue | null, context: TimeContext) {
  const passed: Problem[] = [];
  const [{ dueAt }] = taskTimes(value);
  const rings = asked.filter((mark) => {
    const [rings] = remindersOf([mark.asked], dueAt, context) ?? [];
    if (!rings || !("at" in rings) || Date.parse(rings.at) > context.now.getTime()) return true;
    passed.push({ kind: "passed", at: rings.at });
    return false;
  });
  return { rings, passed };
}

/** The first priority, the first category and all labels of a line. */
function signedWords(line: string, literal: readonly Place[], context: TimeContext): Mark[] {
  const found = new Map<Mark["kind"], Mark>();
  const labels: Mark[] = [];
  for (const { 0: text, index: start, groups } of line.matchAll(SIGNED)) {
    const kind = groups?.category ? "category" : groups?.label ? "label" : "priority";
    const place = { start, end: start + text.length };
    if (kind === "label") {
      if (labels.length < LABELS_MAX && !literal.some((other) => overlap(place, other)))
        labels.push({ kind, text, ...place });
      continue;
    }
    if (found.has(kind) || literal.some((other) => overlap(place, other))) continue;
    if (kind === "priority" && !priorityOf(groups?.priority)) continue;
    found.set(kind, { kind, text, ...place });
  }
  if (labels.length === 0) return byStart([...found.values()]);
  // "@noon" says a time.
  const { spans } = readLine(line, { ...context, literal });
  const real = labels.filter((label) => !spans.some((span) => overlap(label, span)));
  return byStart([...found.values(), ...real]);
}

const byStart = <P extends Place>(places: P[]): P[] =>
  places.sort((one, two) => one.start - two.start);

const priorityOf = (word: string | undefined): Priority | null =>
  (word && priorities.get(plainWord(asciiDigits(word)))) || null;

/** Whether a line begins with "remind me to", which is no part of its title. */
export const asksToRemind = (line: string): boolean =>
  REMINDING.some((pattern) => pattern.test(line.trimStart()));

function titleOf(line: string, marks: readonly Place[]): string {
  const title = cutOut(line, marks);
  const reminding = REMINDING.find((pattern) => pattern.test(title));
  return reminding ? title.replace(reminding, "") : title;
}
