import type { Texts } from "./add-texts";
import { lists as en } from "./en/lists";
import { lists as ur } from "./ur/lists";

/** Texts of the pages of lists and labels. */
export const listTexts: Texts<"lists"> = { en: { lists: en }, ur: { lists: ur } };
