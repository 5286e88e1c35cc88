import { createInstance, type FormatterModule, type i18n } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";
import { formatNumber } from "./dates";
import type { Dictionary } from "./en";
import type { Language } from "./language";
import { type Numerals, withNumerals } from "./numerals";

/** Creates an i18next instance: one per request on the server, one per page load in the browser. */
export function createI18n(language: Language, numerals: Numerals, dictionary: Dictionary): i18n {
  const instance = createInstance();
  // Numbers in texts use the same format as numbers elsewhere on the page.
  const numbers: FormatterModule = {
    type: "formatter",
    init: () => {},
    add: () => {},
    addCached: () => {},
    format: (value: unknown) =>
      typeof value === "number" ? formatNumber(value, { language, numerals }) : (value as string),
  };
  instance
    .use(numbers)
    .use(initReactI18next)
    .init({
      lng: language,
      numerals,
      fallbackLng: false,
      resources: { [language]: { translation: withNumerals(dictionary, numerals) } },
      initAsync: false,
      // A key may hold a colon, as the name of a scope does.
      nsSeparator: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
      returnNull: false,
    });
  return instance;
}
