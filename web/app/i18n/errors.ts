import { errorTexts as en } from "./en/errors";
import type { Text, Values } from "./error-text";
import type { Language } from "./language";
import { errorTexts as ur } from "./ur/errors";

/**
 * The stable codes of errors that a caller may see. A code is declared by its English text;
 * one without an Urdu text does not compile.
 */
export type ErrorCode = keyof typeof en;

const dictionaries: Record<Language, Record<ErrorCode, Text>> = { en, ur };

/** Every error code. */
export const errorCodes = Object.keys(en) as ErrorCode[];

/** Whether a code that came from outside, such as a stored one, has a text of its own. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(en, code);

/**
 * The text of an error for a person.
 *
 * @param values of the error; a text that lacks one says the same without it
 */
export function errorDetail(code: ErrorCode, language: Language, values: Values = {}): string {
  const text = dictionaries[language][code];
  return typeof text === "function" ? text(values) : text;
}
