import type { Wording } from "../text/wording";

/* The words for days, weeks, months and years. A number says what the word counts. */

type Words<T> = readonly (readonly [Wording, T])[];

/** Days told from today. `either` marks کل and پرسوں, whose direction the verb tells. */
export const relativeDays: Words<{ days: number; either?: true }> = [
  [
    {
      en: "today|todays|tdy|later today|today later|later on today",
      ur: "آج|آج کے دن",
      roman: "aaj|aaj ke din",
    },
    { days: 0 },
  ],
  [{ en: "tomorrow|tomorrows|tmrw|tmr|tomorow|tommorow|tommorrow|tomorro|2morrow" }, { days: 1 }],
  [{ en: "in a fortnight|a fortnight from now|in one fortnight" }, { days: 14 }],
  [{ en: "day after tomorrow|the day after tomorrow|overmorrow" }, { days: 2 }],
  [
    {
      en: "yesterday|yesterdays",
      ur: "گزشتہ کل|گذشتہ کل|گزرے کل",
      roman: "guzishta kal|guzra kal",
    },
    { days: -1 },
  ],
  [{ en: "day before yesterday|the day before yesterday" }, { days: -2 }],
  [{ ur: "آنے والے کل|آئندہ کل", roman: "aane wale kal" }, { days: 1 }],
  [
    { ur: "کل", roman: "kal|kl" },
    { days: 1, either: true },
  ],
  [
    { ur: "پرسوں|پرسو", roman: "parson|parso|parsoon|prson|prso|persoon|parsu" },
    { days: 2, either: true },
  ],
  [
    { ur: "ترسوں|نرسوں", roman: "tarson|narson|tarso|narso" },
    { days: 3, either: true },
  ],
];

/** Weekdays as ISO counts them: Monday is 1. */
export const weekdays: Words<number> = [
  [{ en: "monday|mondays", ur: "پیر|سوموار|منڈے", roman: "peer|somwar|monday" }, 1],
  [{ en: "tuesday|tuesdays|tues", ur: "منگل|منگلوار", roman: "mangal|mangalwar|tuesday" }, 2],
  [
    {
      en: "wednesday|wednesdays|weds",
      ur: "بدھ|بدھوار",
      roman: "budh|budhwar|budh ke din|wednesday",
    },
    3,
  ],
  [
    {
      en: "thursday|thursdays|thurs",
      ur: "جمعرات",
      roman: "jumerat|jumrat|jumaraat|thursday",
    },
    4,
  ],
  [
    {
      en: "friday|fridays",
      ur: "جمعہ|جمعے|جمعۃ المبارک",
      roman: "juma|jumay|friday",
    },
    5,
  ],
  [
    {
      en: "saturday|saturdays",
      ur: "ہفتے کو|ہفتہ کو|ہفتہ کے دن|ہفتے کے دن|ہفتے والے دن|سنیچر|سینچر",
      roman: "hafte ko|hafta ko|hafte ke din|haftay wale din|saneechar|saturday",
    },
    6,
  ],
  [{ en: "sunday|sundays", ur: "اتوار|ایتوار", roman: "itwar|atwar|etwar|sunday" }, 7],
];

/** Short weekdays are ordinary words too (sat, sun, wed), so patterns want a preposition before. */
export const shortWeekdays: Words<number> = [
  [{ en: "mon" }, 1],
  [{ en: "tue" }, 2],
  [{ en: "wed" }, 3],
  [{ en: "thu|thur" }, 4],
  [{ en: "fri" }, 5],
  [{ en: "sat" }, 6],
  [{ en: "sun" }, 7],
];

export const months: Words<number> = [
  [{ en: "january|jan", ur: "جنوری", roman: "january|janwari|jan" }, 1],
  [{ en: "february|feb", ur: "فروری", roman: "february|farwari|feb" }, 2],
  [{ en: "march|mar", ur: "مارچ", roman: "march" }, 3],
  [{ en: "april|apr", ur: "اپریل", roman: "april|aprail" }, 4],
  [{ en: "may", ur: "مئی", roman: "may" }, 5],
  [{ en: "june|jun", ur: "جون", roman: "june|joon" }, 6],
  [{ en: "july|jul", ur: "جولائی|جولائ", roman: "july|julai" }, 7],
  [{ en: "august|aug", ur: "اگست", roman: "august|agast" }, 8],
  [{ en: "september|sept|sep", ur: "ستمبر", roman: "september|sitambar|sitamber" }, 9],
  [{ en: "october|oct", ur: "اکتوبر", roman: "october|aktobar|aktober" }, 10],
  [{ en: "november|nov", ur: "نومبر", roman: "november|nawambar|novambar" }, 11],
  [{ en: "december|dec", ur: "دسمبر", roman: "december|disambar|decembar" }, 12],
];

export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year";

export const units: Words<Unit> = [
  [
    { en: "minute|minutes|min|mins", ur: "منٹ|منٹوں", roman: "minute|minat|mint|min|minutes" },
    "minute",
  ],
  [
    {
      en: "hour|hours|hr|hrs",
      ur: "گھنٹے|گھنٹہ|گھنٹوں",
      roman: "ghante|ghanta|ghanton|gante|hour|hours",
    },
    "hour",
  ],
  [{ en: "day|days", ur: "دن|دنوں|روز", roman: "din|dino|dinon|roz|days|day" }, "day"],
  [
    {
      en: "week|weeks|wk",
      ur: "ہفتے|ہفتہ|ہفتوں|ویک",
      roman: "hafte|hafta|hafton|week|hafty|weeks",
    },
    "week",
  ],
  [
    {
      en: "month|months",
      ur: "مہینے|مہینہ|مہینوں|ماہ",
      roman: "mahine|mahina|maah|month|mahinon",
    },
    "month",
  ],
  [{ en: "year|years", ur: "سال|سالوں|برس", roman: "saal|baras|year" }, "year"],
];

/** This, next, last, as weeks from the present one. */
export const which: Words<number> = [
  [
    {
      en: "this|this coming|coming|the coming|upcoming",
      ur: "اس|اسی|رواں|آنے والے|آنے والی|آتے",
      roman: "is|isi|aane wale|ane wali",
    },
    0,
  ],
  [
    {
      en: "next|the next|following",
      ur: "اگلے|اگلا|اگلی|آئندہ|اگلے والے",
      roman: "agle|agla|agli|ainda|next",
    },
    1,
  ],
  [
    {
      en: "last|past|previous",
      ur: "پچھلے|پچھلا|پچھلی|گزشتہ|گذشتہ",
      roman: "pichle|pichla|pichli|guzishta|last",
    },
    -1,
  ],
];

export const later: Words<true> = [
  [
    {
      en: "from now|later|from today",
      ur: "بعد|کے بعد|میں|کے اندر|تک",
      roman: "baad|ke baad|k baad|baad mein|mein|ke andar|k andar|tak",
    },
    true,
  ],
];

export const ago: Words<true> = [
  [{ en: "ago|earlier", ur: "پہلے|قبل", roman: "pehle|pahle" }, true],
];

export const edges: Words<"end" | "start"> = [
  [{ en: "end of|the end of|end of the" }, "end"],
  [
    { en: "start of|the start of|beginning of|the beginning of|start of the|beginning of the" },
    "start",
  ],
];

/** The same after the unit, as Urdu has it: مہینے کے آخر تک. */
export const edgesAfter: Words<"end" | "start"> = [
  [
    {
      ur: "کے آخر|کے آخر میں|کے اختتام|کے آخر تک|کے اختتام پر",
      roman: "ke akhir|ke akhir mein|ke end|ke end mein|k akhir",
    },
    "end",
  ],
  [{ ur: "کے شروع|کے شروع میں|کے آغاز", roman: "ke shuru|ke shuru mein|ke aghaz" }, "start"],
];

export const weekend: Words<true> = [
  [{ en: "weekend|weekends", ur: "ویک اینڈ|ویکینڈ", roman: "weekend" }, true],
];

/** The first of a month, which needs no word for a date in Urdu. */
export const firstOfMonth: Words<number> = [
  [
    {
      ur: "پہلی کو|پہلی تاریخ|پہلی تاریخ کو|پہلی تک",
      roman: "pehli ko|pehli tareekh|pehli tareekh ko|pehli tak",
    },
    1,
  ],
];

/** What makes a bare number a day, where a month stands before it: اگلے مہینے کی ۳ کو. */
export const dayEndings: Words<true> = [[{ ur: "کو|تک", roman: "ko|tak" }, true]];

export const dateWords: Words<true> = [[{ ur: "تاریخ", roman: "tareekh|tareek" }, true]];

/** ہفتے پر is Saturday by itself, and next week behind اگلے. */
export const onSaturday: Words<6> = [[{ ur: "ہفتے پر", roman: "hafte pe|hafte par" }, 6]];
