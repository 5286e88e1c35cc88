import { MINUTES_BEFORE_MAX, REMINDERS_MAX, type Reminder } from "#app/tasks/task/reminder";
import { dayFrom } from "#app/when/calendar";
import { findTimes, type TimeContext } from "#app/when/find-times";
import { asciiDigits, plainWord } from "#app/when/spelling";
import { epochOf, localOf, minutesFrom } from "#app/when/zone";
import { overlap, type Place } from "./literal-places";

/** What a mark of a line asks for: some minutes before the task is due, or a time of its day. */
export type AskedReminder = { minutes_before: number } | { time: string };

/** Words of a line that ask for a reminder, such as `!30m` and `!9am`. */
export interface ReminderMark extends Place {
  text: string;
  asked: AskedReminder;
}

/** The words of each unit, and its minutes; a single letter stands at its number. */
const UNITS: readonly [words: string, minutes: number][] = [
  ["m min mins minute minutes mint م منٹ منٹس", 1],
  ["h hr hrs hour hours ghanta ghante ghanty گ گھ گھنٹہ گھنٹے گھنٹا", 60],
  ["d day days din د دن", 1_440],
  ["w wk wks week weeks hafta hafte hafty ہ ہفتہ ہفتے", 10_080],
];
const units = new Map(
  UNITS.flatMap(([words, minutes]) =>
    words.split(" ").map((word) => [plainWord(word), minutes] as const),
  ),
);
const BEFORE = new Set(["before", "pehle", "pehlay", "پہلے"].map(plainWord));

const SIGN = /(?<![^\s،,])[!！](?=\S)/gu;
/** Words that a mark may have: "30 minutes before", "subah 9 baje". */
const WORDS_MAX = 3;
/** Signs of a line that are looked at: most lines have none, and looking takes time. */
const SIGNS_MAX = 2 * REMINDERS_MAX;
const WORD = /[^\s،,]+/gu;

/**
 * Finds the words of a line that ask for reminders: `!30m`, `!2 hours`, `!1d`, `!9am`, with Urdu words
 * and digits too (`!۳۰م`, `!صبح ۹ بجے`). Every mark counts; what only looks like one stays a word.
 */
export function readReminderMarks(line: string, context: TimeContext): ReminderMark[] {
  const { literal = [], ...setting } = context;
  const marks: ReminderMark[] = [];
  for (const { index: start } of [...line.matchAll(SIGN)].slice(0, SIGNS_MAX)) {
    if (marks.length === REMINDERS_MAX) break;
    const ends = wordEnds(line, start + 1);
    for (const end of ends.reverse()) {
      const asked = readAsked(line.slice(start + 1, end), setting);
      const place = { start, end };
      if (!asked || [...literal, ...marks].some((other) => overlap(place, other))) continue;
      marks.push({ ...place, text: line.slice(start, end), asked });
      break;
    }
  }
  return marks;
}

/** Where the first words behind a place end. */
function wordEnds(line: string, from: number): number[] {
  WORD.lastIndex = from;
  const ends: number[] = [];
  while (ends.length < WORDS_MAX) {
    const word = WORD.exec(line);
    if (!word) break;
    // A comma parts what is said.
    if (/[،,]/.test(line.slice(ends.at(-1) ?? from, word.index))) break;
    ends.push(word.index + word[0].length);
  }
  return ends;
}

function readAsked(words: string, context: TimeContext): AskedReminder | null {
  const amount = /^(\p{Nd}{1,6})(\s?)(\p{L}[\p{L}\p{M}]*)(?:\s+(\S+))?$/u.exec(words);
  if (amount) {
    const [, count = "", space, unit = "", before] = amount;
    const size = space && unit.length === 1 ? undefined : units.get(plainWord(unit));
    const minutes = Number(asciiDigits(count)) * (size ?? Number.NaN);
    if (minutes <= MINUTES_BEFORE_MAX && (!before || BEFORE.has(plainWord(before))))
      return { minutes_before: minutes };
  }
  const [said, ...others] = findTimes(words, context);
  const whole = said?.start === 0 && said.end === words.length && others.length === 0;
  if (!whole || said.says.day || said.value?.kind !== "moment") return null;
  const { time, minutes } = said.value;
  return time !== null && minutes === null ? { time } : null;
}

/**
 * The reminders that marks ask for, of a task with a due date. A time is that of the due day, at the
 * latest when the task is due: of a flight at six, "!9pm" is the evening before. Without a due date it
 * is the next one.
 *
 * @returns null without marks: the person's default
 */
export function remindersOf(
  asked: readonly AskedReminder[],
  dueAt: string | null,
  context: Pick<TimeContext, "now" | "timeZone">,
): Reminder[] | null {
  if (asked.length === 0) return null;
  return asked.map((one) => ("time" in one ? { at: momentOf(one.time, dueAt, context) } : one));
}

function momentOf(
  time: string,
  dueAt: string | null,
  { now, timeZone }: Pick<TimeContext, "now" | "timeZone">,
): string {
  const minutes = minutesFrom(time);
  const write = (day: number) =>
    `${new Date(epochOf({ day, minutes }, timeZone)).toISOString().slice(0, 19)}Z`;
  if (dueAt === null) {
    const present = localOf(now.getTime(), timeZone);
    return write(minutes <= present.minutes ? present.day + 1 : present.day);
  }
  if (!dueAt.includes("T")) return write(dayFrom(dueAt));
  const due = localOf(Date.parse(dueAt), timeZone);
  return write(minutes <= due.minutes ? due.day : due.day - 1);
}
