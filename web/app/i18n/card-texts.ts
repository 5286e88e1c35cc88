import type { Language } from "./language";

// Texts of single cards, outside the dictionaries because no other page needs them: a dictionary is
// loaded with every page.

const timesEn = {
  title: "Dates and times",
  zoneSeen: "As the browser has it:",
  zoneFollow: "As the browser has it",
  zoneHint: "A chosen zone stays when you travel. What repeats keeps the zone it was made in.",
  week: "Weeks begin on",
  clock: "Hours",
  usual: "As usual",
  parts: "What these mean when no hour is said",
  morning: "Morning",
  afternoon: "Afternoon",
  evening: "Evening",
  night: "Night",
  save: "Save dates and times",
};

/** Texts of the card of dates and times. */
export const timeTexts: Record<Language, typeof timesEn> = {
  en: timesEn,
  ur: {
    title: "تاریخ اور وقت",
    zoneSeen: "جو براؤزر میں ہے:",
    zoneFollow: "جو براؤزر میں ہے",
    zoneHint:
      "چنا ہوا ٹائم زون سفر میں بھی رہتا ہے۔ جو دہرایا جاتا ہے اس کا ٹائم زون وہی رہتا ہے جس میں وہ بنا۔",
    week: "ہفتہ شروع ہوتا ہے",
    clock: "گھنٹے",
    usual: "معمول کے مطابق",
    parts: "گھنٹہ نہ کہا جائے تو ان سے مراد",
    morning: "صبح",
    afternoon: "دوپہر",
    evening: "شام",
    night: "رات",
    save: "تاریخ اور وقت محفوظ کیجیے",
  },
};

const importEn = {
  leftOut: "Taken without some of it",
  categories: "further categories",
  rules: "further rules",
  dates: "single dates beside the rule",
  attachments: "attachments",
  place: "place",
  link: "link",
  relations: "relations to others",
  zone: "time zone",
  labels: "Labels are at most 20 names of 1 to 50 characters, without commas.",
  start: "start before the due date",
  cancelled: "was cancelled, so it is among the completed ones",
  percent: "how much of it is done",
  others: (what: string) => `Also in the file, and not taken, for they are no tasks: ${what}.`,
  VEVENT: (count: string) => `events (${count})`,
  VJOURNAL: (count: string) => `journal entries (${count})`,
  VFREEBUSY: (count: string) => `busy times (${count})`,
  recurrence_from: "“recurrence_from” is due or completion.",
  recurrence_except: "Days that are left out are days such as 2026-12-25, at most 366.",
  time_zone: "A time zone has a name such as Asia/Karachi.",
};

/** Texts of what an import leaves out of a calendar, and of fields that it refuses. */
export const importTexts: Record<Language, typeof importEn> = {
  en: importEn,
  ur: {
    leftOut: "کچھ کے بغیر شامل ہوئے",
    categories: "مزید زمرے",
    rules: "مزید قاعدے",
    dates: "قاعدے کے علاوہ تاریخیں",
    attachments: "منسلک فائلیں",
    place: "جگہ",
    link: "لنک",
    relations: "دوسرے کاموں سے تعلق",
    zone: "ٹائم زون",
    labels: "لیبل زیادہ سے زیادہ 20 نام ہوتے ہیں، ہر ایک 1 سے 50 حروف کا، کاما کے بغیر۔",
    start: "آخری تاریخ سے پہلے کا آغاز",
    cancelled: "منسوخ تھا، اس لیے مکمل کاموں میں ہے",
    percent: "کتنا ہو چکا ہے",
    others: (what) => `فائل میں یہ بھی تھا، مگر یہ کام نہیں اس لیے شامل نہیں ہوا: ${what}۔`,
    VEVENT: (count) => `تقریبات (${count})`,
    VJOURNAL: (count) => `روزنامچے (${count})`,
    VFREEBUSY: (count) => `مصروف اوقات (${count})`,
    recurrence_from: "“recurrence_from” میں due یا completion ہوتا ہے۔",
    recurrence_except: "چھوڑے ہوئے دن 2026-12-25 جیسے دن ہوتے ہیں، زیادہ سے زیادہ 366۔",
    time_zone: "ٹائم زون کا نام Asia/Karachi جیسا ہوتا ہے۔",
  },
};

/** The link of the profile page to the page of calendar feeds. */
export const feedLink: Record<Language, { title: string; hint: string }> = {
  en: { title: "In your calendar", hint: "Addresses that Apple, Google and others subscribe to." },
  ur: { title: "آپ کے کیلنڈر میں", hint: "وہ پتے جو ایپل، گوگل اور دوسرے کیلنڈر پڑھ سکتے ہیں۔" },
};
