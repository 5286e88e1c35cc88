import { useMemo } from "react";
import type { Language } from "./language";
import { useDisplayLocale } from "./use-format";

// Texts of one page alone: in the dictionary they would be loaded with every page.

const en = {
  title: "In your calendar",
  back: "Profile",
  intro:
    "Your calendar can show what is due. It subscribes to a secret address and asks for it again and again; nothing that you do there changes a task.",
  make: "Make an address",
  of: "Which tasks",
  all: "All tasks",
  as: "Shown as",
  kinds: { events: "Events", tasks: "Tasks" },
  kindHint:
    "Google Calendar and most others show events: tasks that are due, at their time. Thunderbird shows tasks too, with those that have no date.",
  create: "Make the address",
  address: "Your address",
  once: "Copy it now: it is shown this once. Whoever has it can read these tasks, so treat it like a password.",
  addressLabel: "Secret address",
  copy: "Copy",
  copied: "Copied",
  open: "Open in a calendar",
  how: "How to subscribe",
  programs: [
    {
      name: "Apple",
      steps:
        "On a Mac: File, New Calendar Subscription, paste the address. On an iPhone: Calendars, Add Calendar, Add Subscription Calendar.",
    },
    {
      name: "Google",
      steps:
        "On calendar.google.com: the plus beside “Other calendars”, From URL, paste the address. It takes some hours until Google reads changes.",
    },
    {
      name: "Thunderbird",
      steps: "New Calendar, On the Network, paste the address. User name and password stay empty.",
    },
  ],
  done: "I have copied it",
  yours: "Your addresses",
  none: "There is none yet.",
  madeAt: (when: string) => `Made ${when}`,
  readAt: (when: string) => `Last read ${when}`,
  neverRead: "Not read yet",
  revoke: "Switch off",
  revokeLabel: (name: string, kind: string) => `Switch off the address of ${name}, ${kind}`,
};

/** The texts of the page of calendar feeds. */
export type FeedTexts = typeof en;

const ur: FeedTexts = {
  title: "آپ کے کیلنڈر میں",
  back: "پروفائل",
  intro:
    "آپ کا کیلنڈر دکھا سکتا ہے کہ کون سا کام کب ہے۔ وہ ایک خفیہ پتہ بار بار پڑھتا ہے؛ وہاں آپ جو بھی کریں اس سے کوئی کام نہیں بدلتا۔",
  make: "پتہ بنائیے",
  of: "کون سے کام",
  all: "تمام کام",
  as: "کس طرح دکھائے جائیں",
  kinds: { events: "تقریبات", tasks: "کام" },
  kindHint:
    "گوگل کیلنڈر اور زیادہ تر کیلنڈر تقریبات دکھاتے ہیں: تاریخ والے کام، اپنے وقت پر۔ تھنڈربرڈ کام بھی دکھاتا ہے، وہ بھی جن کی کوئی تاریخ نہیں۔",
  create: "پتہ بنائیے",
  address: "آپ کا پتہ",
  once: "اسے ابھی کاپی کر لیجیے: یہ صرف اسی بار دکھایا جاتا ہے۔ جس کے پاس یہ ہو وہ یہ کام پڑھ سکتا ہے، اس لیے اسے پاس ورڈ کی طرح سنبھالیے۔",
  addressLabel: "خفیہ پتہ",
  copy: "کاپی کیجیے",
  copied: "کاپی ہو گیا",
  open: "کیلنڈر میں کھولیے",
  how: "کیلنڈر میں کیسے شامل کریں",
  programs: [
    {
      name: "Apple",
      steps:
        "میک پر: File، پھر New Calendar Subscription، اور پتہ چسپاں کیجیے۔ آئی فون پر: Calendars، پھر Add Calendar، پھر Add Subscription Calendar۔",
    },
    {
      name: "Google",
      steps:
        "calendar.google.com پر: ”Other calendars“ کے ساتھ جمع کا نشان، پھر From URL، اور پتہ چسپاں کیجیے۔ تبدیلیاں گوگل تک پہنچنے میں کچھ گھنٹے لگتے ہیں۔",
    },
    {
      name: "Thunderbird",
      steps:
        "New Calendar، پھر On the Network، اور پتہ چسپاں کیجیے۔ صارف نام اور پاس ورڈ خالی رہنے دیجیے۔",
    },
  ],
  done: "میں نے کاپی کر لیا",
  yours: "آپ کے پتے",
  none: "ابھی کوئی نہیں۔",
  madeAt: (when) => `بنا: ${when}`,
  readAt: (when) => `آخری بار پڑھا گیا: ${when}`,
  neverRead: "ابھی نہیں پڑھا گیا",
  revoke: "بند کیجیے",
  revokeLabel: (name, kind) => `${name} (${kind}) کا پتہ بند کیجیے`,
};

const texts: Record<Language, FeedTexts> = { en, ur };

/** The texts of the page of calendar feeds, in its language. */
export function useFeedTexts(): FeedTexts {
  const { language } = useDisplayLocale();
  return useMemo(() => texts[language], [language]);
}

/** The link of the profile page to the page of calendar feeds. */
export const feedLink: Record<Language, { title: string; hint: string }> = {
  en: { title: "In your calendar", hint: "Addresses that Apple, Google and others subscribe to." },
  ur: { title: "آپ کے کیلنڈر میں", hint: "وہ پتے جو ایپل، گوگل اور دوسرے کیلنڈر پڑھ سکتے ہیں۔" },
};
