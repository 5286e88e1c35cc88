import { addingSteps, breaking } from "../lexicon/steps";

/** What somebody wants as the steps of a task. */
export interface StepsWanted {
  /** The words that name the task; null for what was spoken of: "it". */
  of: string | null;
  titles: string[];
  /** "Break the move down into …" makes the task where there is none. */
  makes: boolean;
}

/** Nobody tells more steps at once. */
const STEPS_MAX = 50;
/** Longest message that is read as one that tells steps, in characters. */
const TEXT_MAX = 2_000;

/** Reads a message that breaks a task down into steps, or adds some to it; null for any other. */
export function readSteps(text: string): StepsWanted | null {
  const said = text.trim();
  if (said.length > TEXT_MAX) return null;
  for (const [patterns, makes] of [
    [breaking, true],
    [addingSteps, false],
  ] as const) {
    for (const pattern of patterns) {
      const { of = "", steps = "" } = pattern.exec(said)?.groups ?? {};
      const titles = partsOf(steps);
      if (titles.length < (makes ? 2 : 1) || titles.length > STEPS_MAX || of === "") continue;
      return { of: POINTING.test(of.trim()) ? null : nameOf(of), titles, makes };
    }
  }
  return null;
}

const POINTING = /^(?:it|this|that|this task|that task|isay|isey|usay|isko|اس|اسے|اِس|اُس)$/i;

/** Without what stands before a name. */
const nameOf = (words: string): string =>
  words
    .trim()
    .replace(/^(?:the|my|our|a|an|mere|meri|mera|میرے|میری|میرا)\s+/i, "")
    .replace(/^(?:task|کام)\s+(?=#?\d)/i, "")
    .replace(/^["“'«](.+)["”'»]$/, "$1");

const partsOf = (list: string): string[] =>
  list
    .split(/\s*[,،;؛\n]\s*(?:(?:and|aur|اور)\s+)?|\s+(?:and|aur|اور)\s+/iu)
    .map((part) => part.replace(/^[-*•\d.)\s]+(?=\p{L})/u, "").trim())
    .filter(Boolean);
