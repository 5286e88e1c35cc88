import type { Wording } from "../text/wording";

/* The words for what happens again and again. */

type Words<T> = readonly (readonly [Wording, T])[];

/** Words for "every". */
export const every: Words<true> = [
  [{ en: "every|each|every single", ur: "ہر", roman: "har|hr|her" }, true],
];

/** Rhythms that are one phrase, as RRULE. */
export const rhythms: Words<string> = [
  [
    {
      en: "daily|everyday|every day|each day|every single day",
      ur: "روز|روزانہ|دن میں ایک بار|ہر روز|ہر دن|روز روز|روزمرہ|ہر روز کا",
      roman: "rozana|din mein ek baar|har roz|har din|roz roz|roz|hr roz|daily|everyday|har rooz",
    },
    "FREQ=DAILY",
  ],
  [
    {
      en: "weekly|every week|each week|once a week",
      ur: "ہر ہفتے|ہفتے میں ایک بار|ہفتہ وار|ہفتے وار|ہر ہفتہ",
      roman: "har hafte|hafte mein ek baar|hafte mein aik dafa|har hafta|haftawar|weekly|har week",
    },
    "FREQ=WEEKLY",
  ],
  [
    {
      en: "monthly|every month|each month|once a month|once every month",
      ur: "ہر مہینے|مہینے میں ایک بار|ماہانہ|ہر ماہ|ہر مہینہ",
      roman:
        "har mahine|mahine mein ek baar|mahine mein aik dafa|har mahina|mahana|monthly|har maah|har month",
    },
    "FREQ=MONTHLY",
  ],
  [
    {
      en: "yearly|annually|every year|each year|once a year",
      ur: "ہر سال|سال میں ایک بار|سالانہ",
      roman: "har saal|saal mein ek baar|salana|yearly",
    },
    "FREQ=YEARLY",
  ],
  [
    {
      en: "weekdays|every weekday|each weekday|on weekdays|every working day|every workday|on workdays",
      ur: "ہر کام والے دن|ہر ورکنگ ڈے",
      roman: "har working day|weekdays|har weekday",
    },
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  ],
  [
    { en: "every weekend|on weekends|each weekend", ur: "ہر ویک اینڈ", roman: "har weekend" },
    "FREQ=WEEKLY;BYDAY=SA,SU",
  ],
  [{ en: "hourly|every hour", ur: "ہر گھنٹے", roman: "har ghante" }, "FREQ=HOURLY"],
  [{ en: "biweekly|fortnightly|every fortnight" }, "FREQ=WEEKLY;INTERVAL=2"],
  [{ en: "quarterly|every quarter" }, "FREQ=MONTHLY;INTERVAL=3"],
];

/** A word that means every day only before a part of the day: روز صبح. */
export const dailyBeforePart: Words<true> = [[{ ur: "روز", roman: "roz" }, true]];

/** How many times within a day or a week. */
export const times: Words<true> = [
  [{ en: "times|x", ur: "بار|دفعہ|مرتبہ", roman: "baar|dafa|martaba|times" }, true],
];
export const twice: Words<true> = [[{ en: "twice|thrice", roman: "twice" }, true]];
export const per: Words<true> = [[{ en: "a|an|per|each|every|in a", roman: "a" }, true]];
export const within: Words<true> = [[{ ur: "میں", roman: "mein|me" }, true]];

/** Two times of every day: صبح شام. */
export const bothEnds: Words<true> = [
  [
    {
      en: "every morning and evening|every morning and night|each morning and evening|every morning and every evening|every morning and every night|mornings and evenings",
      ur: "صبح شام|صبح اور شام|صبح و شام|صبح دوپہر شام",
      roman: "subah shaam|subah aur shaam|subah sham|subah dopahar shaam",
    },
    true,
  ],
];

export const other: Words<true> = [
  [{ en: "other|second|alternate", ur: "دوسرے", roman: "dusre" }, true],
];
