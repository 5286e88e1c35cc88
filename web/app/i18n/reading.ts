import type { Texts } from "./add-texts";
import { reading as en } from "./en/reading";
import { reading as ur } from "./ur/reading";

/** Texts beside what is read of a person's words. */
export const readingTexts: Texts<"reading"> = { en: { reading: en }, ur: { reading: ur } };
