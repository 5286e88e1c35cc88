import { asciiDigits } from "#app/when/spelling";
import { CLOSES, OPENS } from "./answers/quoted";
import type { Shown } from "./turn";

const NAMED = new RegExp(`#([\\d۰-۹]+)(?: (?:${OPENS}([^${CLOSES}]*)${CLOSES}|([^·\\n]*)))?`, "g");

/**
 * The tasks named in an answer, as its lines name them: `#3 buy milk · tomorrow`. Of an answer whose
 * titles are marked as quoted these are whole; of one that was stored they end where a line may.
 */
export function readShown(text: string): Shown[] {
  const shown: Shown[] = [];
  for (const [, number = "", marked, plain = ""] of text.matchAll(NAMED)) {
    const id = Number(asciiDigits(number));
    const title = marked ?? plain.trim().replace(/[.;:,]$/, "");
    if (!shown.some((task) => task.id === id)) shown.push({ id, title });
  }
  return shown;
}
