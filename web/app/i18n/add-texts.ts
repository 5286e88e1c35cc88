import type { i18n } from "i18next";
import type { PageTexts } from "./en";
import type { Language } from "./language";
import { DEFAULT_NUMERALS, withNumerals } from "./numerals";

/** Texts of one page, or of a part of pages, in both languages. */
export type Texts<Name extends keyof PageTexts> = Record<Language, Pick<PageTexts, Name>>;

/**
 * Gives a page the texts that it alone needs: the dictionary is loaded with every page. To be called
 * before they are shown, as often as one likes.
 */
export function addTexts<Name extends keyof PageTexts>(instance: i18n, texts: Texts<Name>): void {
  const { options } = instance;
  const language: Language = instance.language === "ur" ? "ur" : "en";
  const [name = ""] = Object.keys(texts[language]);
  if (instance.getResource(language, "translation", name)) return;
  const added = withNumerals(texts[language], options.numerals ?? DEFAULT_NUMERALS);
  instance.addResourceBundle(language, "translation", added, false);
}
