import type { Texts } from "#app/i18n/add-texts";
import { welcome as en } from "#app/i18n/en/welcome";
import { welcome as ur } from "#app/i18n/ur/welcome";

/** Texts of the page for visitors, under its first sentence. */
export const welcomeTexts: Texts<"welcome"> = { en: { welcome: en }, ur: { welcome: ur } };
