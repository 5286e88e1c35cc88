import type { Language } from "../../language";
import { english } from "./english";
import type { Phrases } from "./phrase-types";
import { roman } from "./roman";
import { urdu } from "./urdu";

/** The phrases for a language. */
export function phrasesFor(language: Language): Phrases {
  return language === "ur" ? urdu : language === "ur-Latn" ? roman : english;
}
