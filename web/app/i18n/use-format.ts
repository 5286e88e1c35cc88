import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, formatNumber } from "./dates";
import { isLanguage, type Language } from "./language";
import { DEFAULT_NUMERALS, inNumerals, type Numerals } from "./numerals";

/** How the page is read: its language and its digits. */
export function useReading(): { language: Language; numerals: Numerals } {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const numerals = i18n.options.numerals ?? DEFAULT_NUMERALS;
  return useMemo(() => ({ language, numerals }), [language, numerals]);
}

/** Counts with their separators, and numbers that are names (`#12`) without. */
export function useNumbers() {
  const reading = useReading();
  return useMemo(
    () => ({
      count: (value: number) => formatNumber(value, reading),
      name: (value: number) => inNumerals(String(value), reading.numerals),
    }),
    [reading],
  );
}

/** Dates in the language and digits of the page and the zone of the person. */
export function useDates(timeZone: string, now: string): DateContext {
  const { t } = useTranslation();
  const reading = useReading();
  return useMemo(
    () => ({
      ...reading,
      timeZone,
      now,
      words: {
        today: t("dates.today"),
        tomorrow: t("dates.tomorrow"),
        yesterday: t("dates.yesterday"),
      },
    }),
    [reading, timeZone, now, t],
  );
}
