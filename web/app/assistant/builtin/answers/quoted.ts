import { inNumerals } from "#app/i18n/numerals";
import type { Turn } from "../turn";

/* Characters for private use, which nothing that people write holds. */
export const OPENS = "\ue000";
export const CLOSES = "\ue001";
const QUOTED = new RegExp(`${OPENS}([^${CLOSES}]*)${CLOSES}`);
const MARKS = new RegExp(`[${OPENS}${CLOSES}]`, "g");

/** Marks what the person wrote inside of an answer: it stays as it was written. */
export function quoted(text: string): string {
  return `${OPENS}${text.replace(MARKS, "")}${CLOSES}`;
}

/** An answer in the digits that the person reads, without the marks of what is quoted. */
export function inDigitsOf({ language, numerals }: Turn, answer: string): string {
  if (language !== "ur" || numerals !== "urdu") return answer.replace(MARKS, "");
  return answer
    .split(QUOTED)
    .map((piece, at) => (at % 2 === 0 ? inNumerals(piece, numerals) : piece))
    .join("");
}
