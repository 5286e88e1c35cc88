/** Languages of the assistant's answers: English, Urdu, and Roman Urdu. */
export const replyLanguages = ["en", "ur", "ur-Latn"] as const;

/** A language that the assistant answers in. */
export type ReplyLanguage = (typeof replyLanguages)[number];

/** The answer language setting; `auto` follows the language of each message. */
export const assistantLanguages = ["auto", ...replyLanguages] as const;

/** A value of the answer language setting. */
export type AssistantLanguage = (typeof assistantLanguages)[number];

type QuestionText = (what: string) => string;

/** First-strong isolates keep "#3 buy milk" in one piece inside a right-to-left sentence. */
const isolate = (text: string): string => `\u2068${text}\u2069`;

/** The kinds of approval questions; `undo` would discard a later change. */
export type QuestionKind = "delete" | "complete" | "change" | "undo";

const questions: Record<ReplyLanguage, Record<QuestionKind, QuestionText>> = {
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

const withdrawals: Record<ReplyLanguage, Record<QuestionKind, QuestionText>> = {
  en: {
    delete: (what) => `I did not delete ${what}.`,
    complete: (what) => `I did not complete ${what}.`,
    change: (what) => `I did not change ${what}.`,
    undo: (what) => `I did not undo ${what}.`,
  },
  ur: {
    delete: (what) => `میں نے ${what} کو حذف نہیں کیا۔`,
    complete: (what) => `میں نے ${what} کو مکمل نہیں کیا۔`,
    change: (what) => `میں نے ${what} میں تبدیلی نہیں کی۔`,
    undo: (what) => `میں نے ${what} کو واپس نہیں کیا۔`,
  },
  "ur-Latn": {
    delete: (what) => `Main ne ${what} ko delete nahi kiya.`,
    complete: (what) => `Main ne ${what} ko mukammal nahi kiya.`,
    change: (what) => `Main ne ${what} mein tabdeeli nahi ki.`,
    undo: (what) => `Main ne ${what} ko wapas nahi kiya.`,
  },
};

const joins: Record<ReplyLanguage, { comma: string; and: string; more: (n: number) => string }> = {
  en: { comma: ", ", and: " and ", more: (n) => `${n} more` },
  ur: { comma: "، ", and: " اور ", more: (n) => `مزید ${n}` },
  "ur-Latn": { comma: ", ", and: " aur ", more: (n) => `${n} aur` },
};

const noTitles: Record<ReplyLanguage, string> = { en: "this", ur: "یہ", "ur-Latn": "yeh" };

/** Maximum number of titles in a sentence; the table beside it lists all. */
const TITLES_MAX = 5;

function join(language: ReplyLanguage, titles: string[]): string {
  if (titles.length === 0) return noTitles[language];
  const { comma, and, more } = joins[language];
  const named = titles.length > TITLES_MAX ? titles.slice(0, TITLES_MAX) : titles;
  const items = language === "ur" ? named.map(isolate) : [...named];
  if (titles.length > named.length) items.push(more(titles.length - named.length));
  const last = items.pop() ?? "";
  return items.length === 0 ? last : `${items.join(comma)}${and}${last}`;
}

/** The question of a run that waits for approval, with the titles of the affected tasks. */
export function approvalQuestion(
  language: ReplyLanguage,
  kind: QuestionKind,
  titles: string[],
): string {
  return questions[language][kind](join(language, titles));
}

/** Says that what was asked about was not done, because the person went on without a yes. */
export function approvalWithdrawn(
  language: ReplyLanguage,
  kind: QuestionKind,
  titles: string[],
): string {
  return withdrawals[language][kind](join(language, titles));
}

/** Explains why a question is asked again: these tasks were changed since. */
export function approvalChanged(language: ReplyLanguage, titles: string[]): string {
  const what = titles.map(isolate).join(joins[language].comma);
  if (language === "ur") return `${what} اس دوران بدلا گیا ہے۔`;
  if (language === "ur-Latn") return `${what} is dauran badla gaya hai.`;
  return `${what} changed in the meantime.`;
}
