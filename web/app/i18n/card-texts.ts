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
  labels: "Labels are at most 20 names of 1 to 50 characters, without commas.",
  recurrence_from: "“recurrence_from” is due or completion.",
  recurrence_except: "Days that are left out are days such as 2026-12-25, at most 366.",
  time_zone: "A time zone has a name such as Asia/Karachi.",
};

/** Texts of fields that an import refuses. */
export const importTexts: Record<Language, typeof importEn> = {
  en: importEn,
  ur: {
    labels: "لیبل زیادہ سے زیادہ 20 نام ہوتے ہیں، ہر ایک 1 سے 50 حروف کا، کاما کے بغیر۔",
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
