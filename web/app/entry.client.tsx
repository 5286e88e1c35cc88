import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "#app/i18n/instance";
import { DEFAULT_NUMERALS, isNumerals } from "#app/i18n/numerals";
import { startConnection } from "#app/offline/connection/connection";
import { holdScripts } from "#app/offline/connection/hold-scripts";
import { watchRequests } from "#app/offline/connection/watch-requests";
import { watchInstallOffer } from "#app/offline/install/use-install";

watchRequests();
holdScripts();
startConnection();
watchInstallOffer();

// Only the dictionary of this page is loaded: a change of language is a full page load.
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
 * Resolves when the page data is decoded; until then RemixBrowser throws its promise. React 18 breaks
 * when a key or a click comes while its root is suspended (facebook/react#23267).
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (suspended) {
    await suspended;
  }
}
