import type { Wording } from "../text/wording";

/* The words for times and parts of the day. */

type Words<T> = readonly (readonly [Wording, T])[];

/** A part of the day, with the hour it means when no hour is given. */
export interface Part {
  hour: number;
  /** Whether an hour said with it is before noon, after noon, or at night (after 7, or past midnight). */
  half: "am" | "pm" | "night";
}

const MORNING: Part = { hour: 9, half: "am" };

const AFTERNOON: Part = { hour: 14, half: "pm" };

const EVENING: Part = { hour: 18, half: "pm" };

const NIGHT: Part = { hour: 20, half: "night" };

/** Parts of the day that are a time wherever they stand. */
export const parts: Words<Part> = [
  [
    {
      ur: "صبح|صبح سویرے|سویرے|صبح صبح",
      roman: "subah|subha|subh|sawere|subah sawere",
    },
    MORNING,
  ],
  [
    { ur: "فجر", roman: "fajr|fajar" },
    { hour: 5, half: "am" },
  ],
  [
    {
      ur: "دوپہر|دن کے وقت|ظہر",
      roman:
        "dopahar|dupehar|dupeher|dupahar|dopehr|dopehar|dopeher|dophar|duphar|dopaher|zuhr|zohar",
    },
    { hour: 12, half: "pm" },
  ],
  [
    { ur: "سہ پہر|عصر", roman: "sehpehar|seh pehar|asr|asar" },
    { hour: 16, half: "pm" },
  ],
  [{ ur: "شام|مغرب", roman: "shaam|maghrib|shaam ke waqt" }, EVENING],
  [{ ur: "رات|عشا|عشاء", roman: "raat|isha" }, NIGHT],
  [
    { ur: "آدھی رات", roman: "aadhi raat" },
    { hour: 23, half: "night" },
  ],
];

/** English parts of the day are nouns as well, so patterns want a day or a preposition before. */
export const partNouns: Words<Part> = [
  [{ en: "morning|mornings", roman: "morning" }, MORNING],
  [{ en: "afternoon|afternoons" }, AFTERNOON],
  [{ en: "evening|evenings|eve", roman: "evening" }, EVENING],
  [{ en: "night|nights|nite", roman: "night" }, NIGHT],
];

/** Beside a day: "first thing Monday", "tomorrow first thing". */
export const firstThing: Words<Part> = [
  [
    { en: "first thing|first thing on|first thing in the morning|first thing in the morning on" },
    MORNING,
  ],
];

export const tonight: Words<Part> = [[{ en: "tonight|tonights|tonite|2nite" }, NIGHT]];

/** Times that are one word. */
export const namedTimes: Words<{ hour: number; minute: number }> = [
  [{ en: "noon|midday|at noon|at midday" }, { hour: 12, minute: 0 }],
  [{ en: "eod|end of day|end of the day|cob|close of business|by eod" }, { hour: 18, minute: 0 }],
  [{ en: "midnight|at midnight" }, { hour: 23, minute: 59 }],
];

/** Hours with a name of their own: ڈیڑھ بجے is half past one. They want بجے behind them. */
export const namedHours: Words<{ hour: number; minute: number }> = [
  [
    { ur: "ڈیڑھ", roman: "derh|dedh|der|dairh" },
    { hour: 1, minute: 30 },
  ],
  [
    { ur: "ڈھائی|اڑھائی", roman: "dhai|arhai|dhaai" },
    { hour: 2, minute: 30 },
  ],
  [
    { ur: "سوا", roman: "sawa" },
    { hour: 1, minute: 15 },
  ],
  [
    { ur: "پونے", roman: "pone" },
    { hour: 12, minute: 45 },
  ],
];

export const meridiems: Words<"am" | "pm"> = [
  [{ en: "am|a . m .|a . m|a m", ur: "اے ایم" }, "am"],
  [{ en: "pm|p . m .|p . m|p m", ur: "پی ایم" }, "pm"],
];

export const oclock: Words<true> = [
  [{ en: "oclock|o clock", ur: "بجے|بجکر", roman: "baje|bje|baj kar|bj|bjy|bajy" }, true],
];

/** What is added to the hour that follows, in minutes: ساڑھے پانچ is half past five. */
export const quarters: Words<number> = [
  [{ en: "half past", ur: "ساڑھے|ساڑے", roman: "saarhe|sadhe|saray|saade|sade|sarhay|saadhe" }, 30],
  [{ en: "quarter past|a quarter past|quarter after", ur: "سوا", roman: "sawa" }, 15],
  [{ en: "quarter to|a quarter to|quarter till", ur: "پونے", roman: "pone|paune" }, -15],
];
