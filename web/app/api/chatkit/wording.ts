import type { i18n } from "i18next";
import type { SessionUser } from "#app/accounts/session.server";
import en from "#app/i18n/en";
import { createI18n } from "#app/i18n/instance";
import type { Language } from "#app/i18n/language";
import ur from "#app/i18n/ur";
import type { Wording } from "./items";

const dictionaries = { en, ur };
const instances = new Map<string, i18n>();

/** Texts and dates for a person, in the language that their client asks for. */
export function wordingFor(
  { numerals, timeZone }: SessionUser,
  language: Language,
  now = new Date(),
): Wording {
  const key = `${language} ${numerals}`;
  const instance = instances.get(key) ?? createI18n(language, numerals, dictionaries[language]);
  instances.set(key, instance);
  const { t } = instance;
  const words = {
    today: t("dates.today"),
    tomorrow: t("dates.tomorrow"),
    yesterday: t("dates.yesterday"),
  };
  return { t, dates: { language, numerals, timeZone, now: now.toISOString(), words } };
}
