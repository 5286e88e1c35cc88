import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { isLanguage } from "#app/i18n/language";

/** Dates in the language of the page and the zone of the person. */
export function useDates(timeZone: string, now: string): DateContext {
  const { t, i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  return useMemo(
    () => ({
      language,
      timeZone,
      now,
      words: {
        today: t("dates.today"),
        tomorrow: t("dates.tomorrow"),
        yesterday: t("dates.yesterday"),
      },
    }),
    [language, timeZone, now, t],
  );
}
