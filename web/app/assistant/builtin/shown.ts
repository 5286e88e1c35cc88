import { asciiDigits } from "./text/normalise";
import type { Shown } from "./turn";

/** The tasks named in an answer, as its lines name them: `#3 buy milk · tomorrow`. */
export function readShown(text: string): Shown[] {
  const shown: Shown[] = [];
  for (const match of text.matchAll(/#([\d۰-۹]+)(?: ([^·\n]*))?/g)) {
    const id = Number(asciiDigits(match[1] ?? ""));
    const title = (match[2] ?? "").trim().replace(/[.;:,]$/, "");
    if (!shown.some((task) => task.id === id)) shown.push({ id, title });
  }
  return shown;
}
