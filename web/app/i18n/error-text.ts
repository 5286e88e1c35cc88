import type { Language } from "./language";

/** Values of an error that its text may use: `max`, `retryAfter` in seconds, `expected`, ids. */
export type Values = Record<string, unknown>;
/** The text of an error, or what makes it from the values of the error. */
export type Text = string | ((values: Values) => string);

/** A number in the digits and separators of a language. */
export const number = (value: unknown, language: Language): string =>
  new Intl.NumberFormat(language).format(Number(value));

/** Whether a value is there, and is a number. */
export const has = (values: Values, key: string): boolean =>
  values[key] !== undefined && values[key] !== null && Number.isFinite(Number(values[key]));

/** The bounds of a file: what may have how many. */
export const BOUNDS = {
  bytes: { en: "A file may have at most # bytes", ur: "فائل # بائٹ تک ہو سکتی ہے" },
  line: { en: "A line may have at most # characters", ur: "سطر # حروف تک ہو سکتی ہے" },
  parameters: {
    en: "A line may have at most # parameters",
    ur: "ایک سطر میں # پیرامیٹر تک ہو سکتے ہیں",
  },
  columns: { en: "A file may have at most # columns", ur: "فائل میں # کالم تک ہو سکتے ہیں" },
  row: { en: "A row may have at most # characters", ur: "قطار # حروف تک ہو سکتی ہے" },
  lines: { en: "A file may have at most # lines", ur: "فائل میں # سطریں تک ہو سکتی ہیں" },
  depth: { en: "Values may be nested at most # deep", ur: "قدریں # درجے تک اندر ہو سکتی ہیں" },
  files: {
    en: "An archive may have at most # files of tasks",
    ur: "آرکائیو میں کاموں کی # فائلیں تک ہو سکتی ہیں",
  },
  unpacked: {
    en: "An archive may have at most # bytes when unpacked",
    ur: "کھلنے کے بعد آرکائیو # بائٹ تک ہو سکتا ہے",
  },
  items: {
    en: "A file may have at most # items of a kind",
    ur: "فائل میں ایک قسم کی # چیزیں تک ہو سکتی ہیں",
  },
} as const;

/** What a bound of a file is on. */
export type FileBound = keyof typeof BOUNDS;
