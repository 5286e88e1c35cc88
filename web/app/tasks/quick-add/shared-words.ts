import { LINE_MAX } from "./line-max";

/** Parameters in which another app shares something, in the order in which it is read. */
const PARAMETERS = ["add_title", "add", "add_link"];

/**
 * The words that another app shares, as one line to be looked at before it is added. Apps put the link
 * in the text, or the title in both.
 *
 * @returns null when nothing is to be added; empty when a line is to be written
 */
export function sharedWords(params: URLSearchParams): string | null {
  if (!PARAMETERS.some((name) => params.has(name))) return null;
  const parts = PARAMETERS.map((name) => params.get(name)?.replace(/\s+/g, " ").trim() ?? "");
  return parts
    .filter((part, at) => part && !parts.some((other, i) => i !== at && holds(other, part, i < at)))
    .join(" ")
    .slice(0, LINE_MAX)
    .toWellFormed();
}

/** Whether a part is in another one; of two that are the same, the first stays. */
const holds = (other: string, part: string, isBefore: boolean): boolean =>
  other === part ? isBefore : other.includes(part);
