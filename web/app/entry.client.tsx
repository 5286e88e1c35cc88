import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "#app/i18n/instance";
import { DEFAULT_NUMERALS, isNumerals } from "#app/i18n/numerals";

// Only the language of this page is loaded; another language is another page.
const { lang, dataset } = document.documentElement;
const language = lang === "ur" ? "ur" : "en";
const numerals = isNumerals(dataset.numerals) ? dataset.numerals : DEFAULT_NUMERALS;
const { default: dictionary } =
  language === "ur" ? await import("#app/i18n/ur") : await import("#app/i18n/en");

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={createI18n(language, numerals, dictionary)}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
