import type { Dictionary } from "./en";

/** The digits a person reads: 123 or ۱۲۳. */
export const numeralSystems = ["western", "urdu"] as const;
export type Numerals = (typeof numeralSystems)[number];

/** Phones, bills and news sites in Pakistan show 123 in Urdu text, and so says CLDR: 123 in both languages. */
export const DEFAULT_NUMERALS: Numerals = "western";

export const isNumerals = (value: unknown): value is Numerals =>
  numeralSystems.includes(value as Numerals);

/** A text of ours in the digits that the person reads. What people wrote stays as they wrote it. */
export const inNumerals = (text: string, numerals: Numerals): string =>
  numerals === "urdu"
    ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
    : text;

const converted = new WeakMap<Dictionary, Dictionary>();

/** A dictionary whose sentences speak in the digits that the person reads. */
export function withNumerals(dictionary: Dictionary, numerals: Numerals): Dictionary {
  if (numerals === "western") return dictionary;
  let found = converted.get(dictionary);
  if (!found) {
    found = JSON.parse(inTexts(dictionary, numerals)) as Dictionary;
    converted.set(dictionary, found);
  }
  return found;
}

const inTexts = (dictionary: Dictionary, numerals: Numerals): string =>
  JSON.stringify(dictionary, (_, value: unknown) =>
    typeof value === "string" ? inNumerals(value, numerals) : value,
  );
