import { useRouteLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, formatNumber } from "./dates";
import { isLanguage, type Language } from "./language";
import { DEFAULT_NUMERALS, inNumerals, type Numerals } from "./numerals";

/** The language and digits of the page. */
export function useDisplayLocale(): { language: Language; numerals: Numerals } {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const numerals = i18n.options.numerals ?? DEFAULT_NUMERALS;
  return useMemo(() => ({ language, numerals }), [language, numerals]);
}

/** Number formats of the page: `count` with group separators, `name` without, for ids (`#12`). */
export function useNumbers() {
  const locale = useDisplayLocale();
  return useMemo(
    () => ({
      count: (value: number) => formatNumber(value, locale),
      name: (value: number) => inNumerals(String(value), locale.numerals),
    }),
    [locale],
  );
}

/** How the person counts weeks and hours, from the data of the root route. */
function useChosen(): Pick<DateContext, "clock" | "firstWeekday" | "parts"> {
  const root = useRouteLoaderData("root") as
    | { user?: { preferences?: Pick<DateContext, "clock" | "firstWeekday" | "parts"> } | null }
    | undefined;
  return root?.user?.preferences ?? {};
}

/** How the page writes times of day. */
export function useClock(): Pick<DateContext, "language" | "numerals" | "clock"> {
  const locale = useDisplayLocale();
  const { clock } = useChosen();
  return useMemo(() => ({ ...locale, clock }), [locale, clock]);
}

/**
 * The context for date formatting on the page.
 *
 * @param now ISO instant of the page load
 */
export function useDates(timeZone: string, now: string): DateContext {
  const { t } = useTranslation();
  const locale = useDisplayLocale();
  const { clock, firstWeekday, parts } = useChosen();
  return useMemo(
    () => ({
      ...locale,
      clock,
      firstWeekday,
      parts,
      timeZone,
      now,
      words: {
        today: t("dates.today"),
        tomorrow: t("dates.tomorrow"),
        yesterday: t("dates.yesterday"),
      },
    }),
    [locale, clock, firstWeekday, parts, timeZone, now, t],
  );
}
