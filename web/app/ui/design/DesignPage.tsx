import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { designTexts } from "#app/i18n/design";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import { directionOf, type Language } from "#app/i18n/language";
import ur from "#app/i18n/ur";
import { useDisplayLocale } from "#app/i18n/use-format";
import { classNames } from "#app/ui/styles/class-names";
import { Badges, Buttons, Colours, TextStyles } from "./Basics";
import { Choices, Fields } from "./Controls";
import { Overlays } from "./Overlays";
import { States } from "./States";

const dictionaries = { en, ur };

/** Every component of the design system in its states, in both text directions. */
export function DesignPage({ theme }: { theme: "light" | "dark" | null }) {
  const { t, i18n } = useTranslation();
  const words = designTexts[i18n.language === "ur" ? "ur" : "en"];
  return (
    <main
      id="content"
      className={classNames(
        "flex-1 bg-page px-4 pb-24 text-ink md:px-8",
        theme === "light" && "scheme-light",
        theme === "dark" && "scheme-dark",
      )}
    >
      <div className="mx-auto max-w-[1280px]">
        <h1 className="display size-title pt-8 pb-2 md:pt-12">{words.title}</h1>
        <p className="text-quiet">{words.lead}</p>
        <nav aria-label={words.theme} className="-mx-2 flex flex-wrap pt-4 pb-8">
          {(["light", "dark", "system"] as const).map((value) => {
            const current = value === (theme ?? "system");
            return (
              <Link
                key={value}
                to={value === "system" ? "/design" : `/design?theme=${value}`}
                preventScrollReset
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "note inline-flex min-h-11 items-center px-2",
                  current ? "underline underline-offset-8" : "text-quiet pointer:hover:text-ink",
                )}
              >
                {t(`settings.${value}`)}
              </Link>
            );
          })}
        </nav>
        <div className="grid gap-x-12 gap-y-24 lg:grid-cols-2">
          <Specimen language="en" />
          <Specimen language="ur" />
        </div>
      </div>
    </main>
  );
}

/** All components in one language, independent of the page language. */
function Specimen({ language }: { language: Language }) {
  const { numerals } = useDisplayLocale();
  const i18n = useMemo(
    () => createI18n(language, numerals, dictionaries[language]),
    [language, numerals],
  );
  const words = designTexts[language];
  return (
    <I18nextProvider i18n={i18n}>
      <section
        lang={language}
        dir={directionOf(language)}
        aria-label={words.language}
        data-specimen={language}
        className="body flex min-w-0 flex-col gap-12"
      >
        <TextStyles words={words} />
        <Colours words={words} />
        <Buttons words={words} />
        <Fields words={words} />
        <Choices words={words} />
        <Badges words={words} />
        <Overlays words={words} />
        <States words={words} />
      </section>
    </I18nextProvider>
  );
}
