import type { i18n, TFunction } from "i18next";
import type { SessionUser } from "#app/accounts/session/session.server";
import type { DateContext } from "#app/i18n/dates";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import type { Language } from "#app/i18n/language";
import ur from "#app/i18n/ur";

/** Translates texts and formats dates of items. */
export interface Localization {
  t: TFunction;
  dates: DateContext;
}

const dictionaries = { en, ur };
const instances = new Map<string, i18n>();

/**
 * Returns the localization for a user in the language that their client requests.
 *
 * @param now for relative dates such as "tomorrow"
 */
export function localizationFor(
  { numerals, timeZone, preferences }: SessionUser,
  language: Language,
  now = new Date(),
): Localization {
  const key = `${language} ${numerals}`;
  const instance = instances.get(key) ?? createI18n(language, numerals, dictionaries[language]);
  instances.set(key, instance);
  const { t } = instance;
  const words = {
    today: t("dates.today"),
    tomorrow: t("dates.tomorrow"),
    yesterday: t("dates.yesterday"),
  };
  const { clock, firstWeekday } = preferences;
  const zone = { timeZone, now: now.toISOString(), clock, firstWeekday };
  return { t, dates: { language, numerals, ...zone, words } };
}
