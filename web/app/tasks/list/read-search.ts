import { filterTimes, findTimes, type TimeContext } from "#app/when/find-times";
import { cutOut } from "#app/when/read-line";
import type { TimeFilter } from "#app/when/resolve/filter";
import { plainWord } from "#app/when/spelling";

/** A search whose words say when: the days that they name, and the words that are left. */
export interface SearchReading extends TimeFilter {
  words: string;
}

/** Words that stand beside a time and name no task. */
const FILLERS = new Set(
  `task tasks todo todos to-do thing things item items all any my the a is are what whats show list
  find with that which due for on jo jin wale wala wali waale kaam kam sab sare mere meri ke ki ka ko
  hai hain dikhao dikhaen کام کاموں سب سارے میرے میری جو جن والے والا والی کے کی کا کو ہے ہیں دکھاؤ دکھائیں`
    .split(/\s+/)
    .map(plainWord),
);

/**
 * Reads the times of a search: "milk in december", "without a date", "overdue".
 *
 * @returns null where it names no days
 */
export function readSearch(search: string, context: TimeContext): SearchReading | null {
  const asking = { ...context, asks: true };
  const spans = findTimes(search, asking);
  const times = filterTimes(search, spans, asking);
  if (!times) return null;
  const words = cutOut(search, spans).split(" ");
  return { ...times, words: words.filter((word) => !FILLERS.has(plainWord(word))).join(" ") };
}
