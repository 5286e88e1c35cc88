/** Digit systems: `western` is 123, `urdu` is ۱۲۳. */
export const numeralSystems = ["western", "urdu"] as const;
/** A digit system that a person can choose. */
export type Numerals = (typeof numeralSystems)[number];

/** Western digits also for Urdu: so do phones, bills and news sites in Pakistan, and CLDR. */
export const DEFAULT_NUMERALS: Numerals = "western";

/** Whether a value is a digit system. */
export const isNumerals = (value: unknown): value is Numerals =>
  numeralSystems.includes(value as Numerals);

/** Converts the digits of an interface text; never use it on texts that users wrote. */
export const inNumerals = (text: string, numerals: Numerals): string =>
  numerals === "urdu"
    ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
    : text;

const converted = new WeakMap<object, object>();

/** A dictionary with the digits of its texts converted; cached per dictionary. */
export function withNumerals<Texts extends object>(dictionary: Texts, numerals: Numerals): Texts {
  if (numerals === "western") return dictionary;
  let found = converted.get(dictionary);
  if (!found) {
    found = JSON.parse(inTexts(dictionary, numerals)) as Texts;
    converted.set(dictionary, found);
  }
  return found as Texts;
}

const inTexts = (dictionary: object, numerals: Numerals): string =>
  JSON.stringify(dictionary, (_, value: unknown) =>
    typeof value === "string" ? inNumerals(value, numerals) : value,
  );
