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
const [{ default: dictionary }] = await Promise.all([
  language === "ur" ? import("#app/i18n/ur") : import("#app/i18n/en"),
  pageData(),
]);

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

/**
 * Waits for what RemixBrowser throws at React for as long as the data of the page is not decoded.
 * React 18 does not survive a key or a click while its root waits (facebook/react#23267).
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
}
