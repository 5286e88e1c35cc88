import { type DateContext, dueLabel } from "./dates";
import { directionOf, type Language } from "./language";
import { inNumerals, type Numerals } from "./numerals";

/** How long Snooze puts a reminder off; `ask` asks each time. */
export const SNOOZES = ["10m", "1h", "morning", "ask"] as const;
/** A value of the snooze setting. */
type SnoozeSetting = (typeof SNOOZES)[number];
/** A time that a reminder can be put off by. */
export type SnoozeTime = Exclude<SnoozeSetting, "ask">;

/** The language, digits and time zone of a text. */
export interface TextContext {
  language: Language;
  numerals: Numerals;
  timeZone: string;
  now: string;
  clock?: 12 | 24;
}

interface Texts {
  due: (when: string) => string;
  noDate: string;
  several: (count: number) => string;
  more: (count: number) => string;
  done: string;
  snooze: string;
  snoozes: Record<SnoozeTime, string>;
  ask: string;
  failed: string;
  kept: string;
  open: string;
  digest: string;
  dueToday: (count: number) => string;
  overdue: (count: number) => string;
  review: string;
  completed: (count: number) => string;
  stillOpen: (count: number) => string;
  mailOtherwise: string;
  today: string;
  tomorrow: string;
  yesterday: string;
}

const plural = (count: number, one: string, other: string) => (count === 1 ? one : other);

const texts: Record<Language, Texts> = {
  en: {
    due: (when) => `Due ${when}`,
    noDate: "Reminder",
    several: (count) => `${count} tasks`,
    more: (count) => `and ${count} more`,
    done: "Done",
    snooze: "Later",
    snoozes: { "10m": "In 10 minutes", "1h": "In an hour", morning: "Tomorrow morning" },
    ask: "When again?",
    failed: "Not saved: there was no connection. Try again, or open Karlo.",
    kept: "Waits for a connection, then it is sent.",
    open: "Open Karlo",
    digest: "Your day",
    dueToday: (count) => `${count} due today`,
    overdue: (count) => `${count} overdue`,
    review: "Your week",
    completed: (count) => plural(count, "1 task completed", `${count} tasks completed`),
    stillOpen: (count) => `${count} open`,
    mailOtherwise: "You get this mail because reminders by mail are on in your settings.",
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
  },
  ur: {
    due: (when) => `وقت: ${when}`,
    noDate: "یاد دہانی",
    several: (count) => `${count} کام`,
    more: (count) => `اور ${count} مزید`,
    done: "ہو گیا",
    snooze: "بعد میں",
    snoozes: { "10m": "10 منٹ بعد", "1h": "ایک گھنٹے بعد", morning: "کل صبح" },
    ask: "پھر کب یاد دلائیں؟",
    failed: "محفوظ نہیں ہوا: رابطہ نہیں تھا۔ دوبارہ کوشش کیجیے یا کر لو کھولیے۔",
    kept: "رابطے کا انتظار ہے، پھر بھیج دیا جائے گا۔",
    open: "کر لو کھولیے",
    digest: "آپ کا آج کا دن",
    dueToday: (count) => `آج کے ${count} کام`,
    overdue: (count) => `${count} کی تاریخ گزر چکی`,
    review: "آپ کا ہفتہ",
    completed: (count) => `${count} کام مکمل ہوئے`,
    stillOpen: (count) => `${count} باقی ہیں`,
    mailOtherwise: "یہ ای میل اس لیے آئی کہ آپ کی ترتیبات میں ای میل سے یاد دہانی چالو ہے۔",
    today: "آج",
    tomorrow: "کل",
    yesterday: "گزشتہ کل",
  },
};

/** The words of a notification's buttons and frame, in the person's digits. */
export function reminderWords({ language, numerals }: Pick<TextContext, "language" | "numerals">) {
  const { done, snooze, snoozes, ask, failed, kept, open, mailOtherwise } = texts[language];
  const inDigits = (text: string) => inNumerals(text, numerals);
  return {
    ...{ done, snooze, ask, failed, kept, open, mailOtherwise },
    snoozes: {
      "10m": inDigits(snoozes["10m"]),
      "1h": snoozes["1h"],
      morning: snoozes.morning,
    } satisfies Record<SnoozeTime, string>,
    lang: language,
    dir: directionOf(language),
  };
}

/** What a reminder says: of one task its title and date, of several their titles. */
export function reminderText(
  tasks: { title: string; dueAt: string | null }[],
  count: number,
  context: TextContext,
): { title: string; body: string } {
  const words = texts[context.language];
  const [first] = tasks;
  if (count === 1 && first) {
    const { today, tomorrow, yesterday } = words;
    const dates: DateContext = { ...context, words: { today, tomorrow, yesterday } };
    const body = first.dueAt === null ? words.noDate : words.due(dueLabel(first.dueAt, dates));
    return { title: first.title, body };
  }
  const titles = tasks.map(({ title }) => `\u2068${title}\u2069`);
  const rest = count - tasks.length;
  const more = rest > 0 ? [inNumerals(words.more(rest), context.numerals)] : [];
  const title = inNumerals(words.several(count), context.numerals);
  return { title, body: [...titles, ...more].join(" · ") };
}

/** What a morning's digest says. */
export function digestText(
  content: { due_today: number; overdue: number; titles: string[] },
  context: TextContext,
): { title: string; body: string } {
  const words = texts[context.language];
  const counts = [
    ...(content.due_today > 0 ? [words.dueToday(content.due_today)] : []),
    ...(content.overdue > 0 ? [words.overdue(content.overdue)] : []),
  ].map((text) => inNumerals(text, context.numerals));
  const titles = content.titles.map((title) => `\u2068${title}\u2069`);
  const lines = [counts.join(" · "), ...(titles.length > 0 ? [titles.join(" · ")] : [])];
  return { title: words.digest, body: lines.join("\n") };
}

/** What a week's look back says. */
export function reviewText(
  content: { completed: number; open: number; overdue: number },
  context: TextContext,
): { title: string; body: string } {
  const words = texts[context.language];
  const counts = [words.completed(content.completed), words.stillOpen(content.open)];
  if (content.overdue > 0) counts.push(words.overdue(content.overdue));
  return { title: words.review, body: inNumerals(counts.join(" · "), context.numerals) };
}
