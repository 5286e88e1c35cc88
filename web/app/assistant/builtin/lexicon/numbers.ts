import type { Wording } from "../text/wording";

/** Number words up to the days of a month, then the tens. Digits need no entry. */
export const numberWords: readonly (readonly [Wording, number])[] = [
  [{ en: "one", ur: "ایک|اک|یکم", roman: "ek|ik|yakum|yakam" }, 1],
  [{ en: "two|couple of|a couple of", ur: "دو", roman: "do" }, 2],
  [{ en: "three", ur: "تین", roman: "teen" }, 3],
  [{ en: "four", ur: "چار", roman: "char" }, 4],
  [{ en: "five", ur: "پانچ", roman: "panch|panj" }, 5],
  [{ en: "six", ur: "چھ|چھے", roman: "che|chah" }, 6],
  [{ en: "seven", ur: "سات", roman: "saat" }, 7],
  [{ en: "eight", ur: "آٹھ", roman: "aath" }, 8],
  [{ en: "nine", ur: "نو", roman: "nau|no" }, 9],
  [{ en: "ten", ur: "دس", roman: "das|dus" }, 10],
  [{ en: "eleven", ur: "گیارہ", roman: "gyarah|giyarah|gayarah" }, 11],
  [{ en: "twelve", ur: "بارہ", roman: "barah" }, 12],
  [{ en: "thirteen", ur: "تیرہ", roman: "terah" }, 13],
  [{ en: "fourteen", ur: "چودہ", roman: "chaudah|choda" }, 14],
  [{ en: "fifteen", ur: "پندرہ", roman: "pandrah|pandara" }, 15],
  [{ en: "sixteen", ur: "سولہ", roman: "solah" }, 16],
  [{ en: "seventeen", ur: "سترہ", roman: "satrah" }, 17],
  [{ en: "eighteen", ur: "اٹھارہ", roman: "atharah" }, 18],
  [{ en: "nineteen", ur: "انیس", roman: "unnees" }, 19],
  [{ en: "twenty", ur: "بیس", roman: "bees" }, 20],
  [{ en: "twenty one", ur: "اکیس", roman: "ikkees" }, 21],
  [{ en: "twenty two", ur: "بائیس", roman: "baees" }, 22],
  [{ en: "twenty three", ur: "تیئس", roman: "teis" }, 23],
  [{ en: "twenty four", ur: "چوبیس", roman: "chaubees|chobis" }, 24],
  [{ en: "twenty five", ur: "پچیس", roman: "pachees" }, 25],
  [{ en: "twenty six", ur: "چھبیس", roman: "chabbees" }, 26],
  [{ en: "twenty seven", ur: "ستائیس", roman: "sattaees" }, 27],
  [{ en: "twenty eight", ur: "اٹھائیس", roman: "atthaees" }, 28],
  [{ en: "twenty nine", ur: "انتیس", roman: "untees" }, 29],
  [{ en: "thirty", ur: "تیس", roman: "tees" }, 30],
  [{ en: "thirty one", ur: "اکتیس", roman: "iktees" }, 31],
  [{ en: "forty", ur: "چالیس", roman: "chalees" }, 40],
  [{ en: "forty five", ur: "پینتالیس", roman: "paintalees" }, 45],
  [{ en: "fifty", ur: "پچاس", roman: "pachas" }, 50],
];

/** Places in a list; -1 is the last, -2 the one before it. */
export const ordinalWords: readonly (readonly [Wording, number])[] = [
  [
    {
      en: "first",
      ur: "پہلا|پہلی|پہلے|اول",
      roman: "pehla|pehli|pehle|pahla|pahli|phela|pela",
    },
    1,
  ],
  [
    {
      en: "second",
      ur: "دوسرا|دوسری|دوسرے",
      roman: "dusra|dusri|dusre|dosra|dosri|dosre",
    },
    2,
  ],
  [{ en: "third", ur: "تیسرا|تیسری|تیسرے", roman: "teesra|teesri|teesre|tesra|tesri" }, 3],
  [{ en: "fourth", ur: "چوتھا|چوتھی|چوتھے", roman: "chautha|chauthi|chotha|chothi|chothe" }, 4],
  [
    {
      en: "fifth",
      ur: "پانچواں|پانچویں",
      roman: "panchwa|panchwan|panchwi|panchwin|panchwen",
    },
    5,
  ],
  [{ en: "sixth", ur: "چھٹا|چھٹی|چھٹے", roman: "chatta|chati" }, 6],
  [{ en: "seventh", ur: "ساتواں|ساتویں", roman: "satwan|satwin" }, 7],
  [{ en: "eighth", ur: "آٹھواں|آٹھویں", roman: "aathwan|athwin" }, 8],
  [{ en: "ninth", ur: "نواں|نویں", roman: "nawan|nauwan|nawin" }, 9],
  [{ en: "tenth", ur: "دسواں|دسویں", roman: "daswan|daswin" }, 10],
  [{ en: "last|final|bottom", ur: "آخری", roman: "aakhri|akhiri" }, -1],
  [{ en: "second last|second to last", ur: "آخری سے پہلا", roman: "akhri se pehla" }, -2],
];
