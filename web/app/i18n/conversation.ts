/** Sentences the conversation itself needs, outside of the pages and of any model. */
export const replyLanguages = ["en", "ur", "ur-Latn"] as const;

export type ReplyLanguage = (typeof replyLanguages)[number];

/** What a person may choose for the assistant's answers; `auto` is as each message is written. */
export const assistantLanguages = ["auto", ...replyLanguages] as const;

export type AssistantLanguage = (typeof assistantLanguages)[number];

type Question = (what: string) => string;

/** First-strong isolates keep "#3 buy milk" in one piece inside a right-to-left sentence. */
const isolate = (text: string): string => `\u2068${text}\u2069`;

/** What the person is asked about: to take away, tick off, change, or undo over a later change. */
export type QuestionKind = "delete" | "complete" | "change" | "undo";

const questions: Record<ReplyLanguage, Record<QuestionKind, Question>> = {
  en: {
    delete: (what) => `Delete ${what}? Say yes or no.`,
    complete: (what) => `Complete ${what}? Say yes or no.`,
    change: (what) => `Change ${what}? Say yes or no.`,
    undo: (what) => `Something was changed since. Undo ${what} all the same? Say yes or no.`,
  },
  ur: {
    delete: (what) => `کیا ${what} حذف کر دوں؟ ہاں یا نہیں کہیے۔`,
    complete: (what) => `کیا ${what} مکمل کر دوں؟ ہاں یا نہیں کہیے۔`,
    undo: (what) => `اس کے بعد کچھ بدلا گیا ہے۔ کیا ${what} پھر بھی واپس کر دوں؟ ہاں یا نہیں کہیے۔`,
    change: (what) => `کیا ${what} میں تبدیلی کر دوں؟ ہاں یا نہیں کہیے۔`,
  },
  "ur-Latn": {
    delete: (what) => `Kya ${what} delete kar doon? Haan ya nahi kahiye.`,
    complete: (what) => `Kya ${what} mukammal kar doon? Haan ya nahi kahiye.`,
    undo: (what) =>
      `Is ke baad kuch badla gaya hai. Kya ${what} phir bhi wapas kar doon? Haan ya nahi kahiye.`,
    change: (what) => `Kya ${what} mein tabdeeli kar doon? Haan ya nahi kahiye.`,
  },
};

const joins: Record<ReplyLanguage, { comma: string; and: string; more: (n: number) => string }> = {
  en: { comma: ", ", and: " and ", more: (n) => `${n} more` },
  ur: { comma: "، ", and: " اور ", more: (n) => `مزید ${n}` },
  "ur-Latn": { comma: ", ", and: " aur ", more: (n) => `${n} aur` },
};

const nothing: Record<ReplyLanguage, string> = { en: "this", ur: "یہ", "ur-Latn": "yeh" };

/** Beyond this many, a sentence stops being readable; the table beside it shows every row. */
const namedAtMost = 5;

function join(language: ReplyLanguage, titles: string[]): string {
  if (titles.length === 0) return nothing[language];
  const { comma, and, more } = joins[language];
  const named = titles.length > namedAtMost ? titles.slice(0, namedAtMost) : titles;
  const items = language === "ur" ? named.map(isolate) : [...named];
  if (titles.length > named.length) items.push(more(titles.length - named.length));
  const last = items.pop() ?? "";
  return items.length === 0 ? last : `${items.join(comma)}${and}${last}`;
}

/** What a run asks that waits, with the tasks that it is about. */
export function approvalQuestion(
  language: ReplyLanguage,
  kind: QuestionKind,
  titles: string[],
): string {
  return questions[language][kind](join(language, titles));
}

/** Says that tasks were changed since the question, so that it is asked again. */
export function approvalChanged(language: ReplyLanguage, titles: string[]): string {
  const what = titles.map(isolate).join(joins[language].comma);
  if (language === "ur") return `${what} اس دوران بدلا گیا ہے۔`;
  if (language === "ur-Latn") return `${what} is dauran badla gaya hai.`;
  return `${what} changed in the meantime.`;
}
