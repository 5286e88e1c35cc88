import type { Wording } from "../text/wording";

/* The little words that hold dates together, and those around them. */

type Words<T> = readonly (readonly [Wording, T])[];

export const half: Words<true> = [
  [{ en: "half|half an|half a", ur: "آدھے|آدھا", roman: "aadhe|aadha" }, true],
];

export const andHalf: Words<true> = [[{ en: "and a half" }, true]];

export const inWords: Words<true> = [
  [{ en: "in|within|after", ur: "آئندہ|اگلے", roman: "agle" }, true],
];

/** All the time until then, where tasks are asked for. */
export const nextWords: Words<true> = [
  [
    {
      en: "next|the next|in the next|over the next|within the next|for the next|the coming",
      ur: "آئندہ|اگلے|آنے والے",
      roman: "agle|ainda|aane wale",
    },
    true,
  ],
];

export const atWords: Words<true> = [
  [{ en: "at|by|before|around|about|till|til|until|from|@", roman: "at" }, true],
];

/** Before "half four", which is half past it. */
export const atHalfWords: Words<true> = [
  [{ en: "at|by|before|around|about|till|until|from|to|@" }, true],
];

export const atHourWords: Words<true> = [
  [{ en: "at|by|around|before|after|@", roman: "at" }, true],
];

export const onTheWords: Words<true> = [[{ en: "on the|by the|before the" }, true]];

export const articles: Words<number> = [[{ en: "a|an" }, 1]];

export const onWords: Words<true> = [
  [{ en: "on|by|due|this|next|for|before|until|every|each" }, true],
];

export const inTheWords: Words<true> = [
  [{ en: "in the|at|this|during the|by|on|later this" }, true],
];

export const theWords: Words<true> = [[{ en: "the|on the|by the" }, true]];

export const ofWords: Words<true> = [[{ en: "of|,|the", ur: "،" }, true]];

export const andWords: Words<true> = [
  [{ en: "and|,|&|and on", ur: "اور|،", roman: "aur|or" }, true],
];

export const linkWords: Words<true> = [
  [{ en: "at|on|,", ur: "کو|کے|کی|بوقت|،|والے دن", roman: "ko|ke|k|ki|at|on|wale din" }, true],
];

/** What stands before a date and belongs to it, and goes out of a title with it. */
export const before: Words<true> = [
  [
    {
      en: "sometime|some time|sometime on|sometime in|on|by|at|before|due|due on|due by|due at|for|until|till|til|from|starting|starting from|around|as of|deadline|deadline :|deadline is|due date|due date :|the|on the|by the|in the|scheduled for|due in",
      ur: "بروز|مورخہ|ڈیڈ لائن|آخری تاریخ|آخری تاریخ :|ڈیڈ لائن :",
      roman: "by|on|at|for|baroz|deadline|deadline :|aakhri tareekh|due date|due",
    },
    true,
  ],
];

/** The same after a date, as Urdu has it. */
export const after: Words<true> = [
  [
    {
      ur: "کے بعد|سے|کو|تک|کے لیے|کیلئے|پر|میں|سے پہلے|کے دن|والے دن|کے روز|ہی|سے پہلے پہلے|تک کے لیے",
      roman:
        "ke baad|se|tk|se pehle pehle|tak tak|ko|tak|ke liye|k liye|ke lye|par|pe|pr|mein|me|se pehle|ke din|wale din|ko hi|hi|k lye|ke roz",
    },
    true,
  ],
];

/** "Back an hour", "forward two days": which way a date is pushed. */
export const shifted: Words<1 | -1> = [
  [{ en: "back|back by|out|out by|off by" }, 1],
  [{ en: "forward|forward by|up by|ahead by" }, -1],
];

/** Before an hour that stands behind a day: kal 5 se pehle. */
export const untilHour: Words<true> = [
  [{ ur: "سے پہلے|تک|سے قبل", roman: "se pehle|tak|se qabl" }, true],
];

/** Moving a due date by some time: "by two days", دو دن آگے. */
export const byWords: Words<true> = [[{ en: "by" }, true]];
export const furtherWords: Words<true> = [
  [{ en: "further|forward", ur: "آگے|اور آگے", roman: "aage" }, true],
];
