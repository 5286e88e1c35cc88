import type { Language } from "./language";

/** Titles of pages, apart from the dictionaries: a page's `meta` runs without either of them. */
const titles = {
  home: { en: "Karlo: a task list you talk to", ur: "کر لو: فہرست جس سے آپ بات کرتے ہیں" },
  signIn: { en: "Sign in · Karlo", ur: "سائن اِن · کر لو" },
  signUp: { en: "Sign up · Karlo", ur: "اکاؤنٹ بنائیے · کر لو" },
  tasks: { en: "Tasks · Karlo", ur: "کام · کر لو" },
  trash: { en: "Trash · Karlo", ur: "ردی کی ٹوکری · کر لو" },
  files: { en: "Tasks as files · Karlo", ur: "کام فائلوں میں · کر لو" },
  chat: { en: "Chat · Karlo", ur: "گفتگو · کر لو" },
  profile: { en: "Profile · Karlo", ur: "پروفائل · کر لو" },
  recovery: { en: "New password · Karlo", ur: "نیا پاس ورڈ · کر لو" },
  verify: { en: "Confirm your address · Karlo", ur: "پتے کی تصدیق · کر لو" },
  design: { en: "Design · Karlo", ur: "ڈیزائن · کر لو" },
  broken: { en: "Not shown · Karlo", ur: "صفحہ نہیں کھلا · کر لو" },
  notFound: { en: "Nothing here · Karlo", ur: "یہاں کچھ نہیں · کر لو" },
} satisfies Record<string, Record<Language, string>>;

type Match = { id: string; data?: unknown } | undefined;

/** A page's title in the language that the root of the page was rendered in. */
export function pageTitle(matches: readonly Match[], page: keyof typeof titles) {
  const root = matches.find((match) => match?.id === "root")?.data;
  const language =
    root && typeof root === "object" && "language" in root && root.language === "ur" ? "ur" : "en";
  return [{ title: titles[page][language] }];
}
