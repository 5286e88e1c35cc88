/** Words of the quick-add line, in English, Roman Urdu and Urdu script, as parts of patterns. */

const group = (words: Record<string, string>): string => `(?:${Object.values(words).join("|")})`;

/** Monday first; "sun", "sat" and "peer" are words of their own and need a sign beside them. */
const WEEKDAYS: Record<string, string> = {
  MO: "monday|mon|somwar|سوموار|پیر(?= کو)",
  TU: "tuesday|tues|tue|mangal|منگل",
  WE: "wednesday|weds|wed|budh|بدھ",
  TH: "thursday|thurs|thu|jumm?era+t|جمعرات",
  FR: "friday|fri|jumm?ah?|jumm?ay?e?|جمعہ|جمعے",
  SA: "saturday|hafte(?= ko)|ہفت[ہے](?= کو)",
  SU: "sunday|itwa+r|اتوار",
};

/** What a weekday may be called where "every", "on" or "next" stands before it. */
export const WEEKDAYS_AFTER_SIGN: Record<string, string> = {
  ...WEEKDAYS,
  MO: `${WEEKDAYS.MO}|peer|پیر`,
  SA: `${WEEKDAYS.SA}|sat`,
  SU: `${WEEKDAYS.SU}|sun`,
};

export const MONTHS: Record<string, string> = {
  "1": "january|jan|janwari|جنوری",
  "2": "february|feb|farwari|فروری",
  "3": "march|mar|مارچ",
  "4": "april|apr|اپریل",
  "5": "may|مئی",
  "6": "june|jun|جون",
  "7": "july|jul|julai|جولائی",
  "8": "august|aug|agast|اگست",
  "9": "september|sept|sep|sitambar|ستمبر",
  "10": "october|oct|aktoobar|اکتوبر",
  "11": "november|nov|نومبر",
  "12": "december|dec|disambar|دسمبر",
};

export const NUMBERS: Record<string, string> = {
  "1": "one|aik|ek|ایک|first|pehli|پہلی",
  "2": "two|do|دو",
  "3": "three|teen|تین",
  "4": "four|cha+r|چار",
  "5": "five|pa+nch|پانچ",
  "6": "six|chay|chhe|چھ|چھے",
  "7": "seven|sa+t|سات",
  "8": "eight|a+th|آٹھ",
  "9": "nine|nau|نو",
  "10": "ten|das|دس",
  "11": "eleven|gya+rah?|گیارہ",
  "12": "twelve|ba+rah?|بارہ",
};

export const UNITS: Record<string, string> = {
  DAILY: "days?|din|دن",
  WEEKLY: "weeks?|haft[ae]|ہفت[ہےوں]+",
  MONTHLY: "months?|mahin[ae]|ma+h|مہین[ہےوں]+|ماہ",
  YEARLY: "years?|sa+l|سال",
};

/** Times of day by name, with the hour they mean alone. */
export const PARTS: Record<string, string> = {
  "09:00": "morning|subah?|صبح",
  "13:00": "afternoon|noon|midday|dopaha?e?r|دوپہر",
  "18:00": "evening|sha*m|شام",
  "20:00": "night|ra+t|رات",
};

export const PRIORITY_WORDS: Record<string, string> = {
  high: "high|hi|h|urgent|1|aham|zaroori|zyada|اہم|ضروری|زیادہ|فوری",
  medium: "medium|med|m|normal|2|darmiyani|درمیانی",
  low: "low|l|3|kam|کم",
};

export const any = { weekday: group(WEEKDAYS), weekdayAfterSign: group(WEEKDAYS_AFTER_SIGN) };
export const month = group(MONTHS);
export const unit = group(UNITS);
export const part = group(PARTS);
export const amount = `(?:\\d{1,3}|${group(NUMBERS)})`;
export const ordinal = `(?:\\d{1,2}(?:st|nd|rd|th)?|${group(NUMBERS)})`;
export const monthly = `(?:${UNITS.MONTHLY})`;
export const dayOf = "(?:ta+ree+kh|تاریخ)";
/** Half past, a quarter past and a quarter to, as they stand before an hour. */
export const fraction = "sa+r?dh?[ae]y?|sa+rhe|ساڑھے|sawa|سوا|paune|پونے";
export const hour = `(?:\\d{1,2}|${group(NUMBERS)})`;

/** What stands between words of a list: "monday, wednesday and friday". */
export const BETWEEN = /(?:,? (?:and|aur|اور|&) |, ?|، ?| )/u;
export const list = (word: string): string => `${word}(?:${BETWEEN.source}${word})*`;

/** Which entry of a list of words a text is, or undefined. */
export function meaning(words: Record<string, string>, text: string | undefined) {
  if (!text) return undefined;
  return Object.keys(words).find((key) =>
    // A look ahead has done its work where the word was found.
    new RegExp(`^(?:${words[key]?.replace(/\(\?=[^)]*\)/g, "")})$`, "u").test(text),
  );
}

/** The same length in fewer forms: lower case, Western digits, one ی and one ک, plain spaces. */
export function plain(line: string): string {
  const lower = line.toLowerCase();
  return (lower.length === line.length ? lower : line)
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/ي/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/\s/g, " ");
}
