import type { Language } from "./language";

/** Page titles, outside the dictionaries because `meta` functions have no access to them. */
const titles = {
  home: { en: "Karlo: a task list you talk to", ur: "کر لو: فہرست جس سے آپ بات کرتے ہیں" },
  signIn: { en: "Sign in · Karlo", ur: "سائن اِن · کر لو" },
  signUp: { en: "Sign up · Karlo", ur: "اکاؤنٹ بنائیے · کر لو" },
  tasks: { en: "Tasks · Karlo", ur: "کام · کر لو" },
  lists: { en: "Lists · Karlo", ur: "فہرستیں · کر لو" },
  trash: { en: "Trash · Karlo", ur: "ردی کی ٹوکری · کر لو" },
  reminders: { en: "Reminders · Karlo", ur: "یاد دہانیاں · کر لو" },
  reminderSettings: {
    en: "How you are reminded · Karlo",
    ur: "آپ کو کیسے یاد دلایا جائے · کر لو",
  },
  files: { en: "Tasks as files · Karlo", ur: "کام فائلوں میں · کر لو" },
  chat: { en: "Chat · Karlo", ur: "گفتگو · کر لو" },
  profile: { en: "Profile · Karlo", ur: "پروفائل · کر لو" },
  calendars: { en: "In your calendar · Karlo", ur: "آپ کے کیلنڈر میں · کر لو" },
  security: { en: "Security · Karlo", ur: "حفاظت · کر لو" },
  apps: { en: "Apps and tokens · Karlo", ur: "ایپس اور ٹوکن · کر لو" },
  consent: { en: "Connect an app · Karlo", ur: "ایپ جوڑیے · کر لو" },
  recovery: { en: "New password · Karlo", ur: "نیا پاس ورڈ · کر لو" },
  verify: { en: "Confirm your address · Karlo", ur: "پتے کی تصدیق · کر لو" },
  design: { en: "Design · Karlo", ur: "ڈیزائن · کر لو" },
  offline: { en: "Offline · Karlo", ur: "آف لائن · کر لو" },
  install: { en: "Install Karlo", ur: "کر لو انسٹال کیجیے" },
  broken: { en: "Not shown · Karlo", ur: "صفحہ نہیں کھلا · کر لو" },
  notFound: { en: "Nothing here · Karlo", ur: "یہاں کچھ نہیں · کر لو" },
} satisfies Record<string, Record<Language, string>>;

type Match = { id: string; data?: unknown } | undefined;

/** The `meta` entry of a page's title, in the language of the root route's data. */
export function pageTitle(matches: readonly Match[], page: keyof typeof titles) {
  const root = matches.find((match) => match?.id === "root")?.data;
  const language =
    root && typeof root === "object" && "language" in root && root.language === "ur" ? "ur" : "en";
  return [{ title: titles[page][language] }];
}
