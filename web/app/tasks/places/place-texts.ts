import type { Texts } from "#app/i18n/add-texts";
import { places as en } from "#app/i18n/en/places";
import { places as ur } from "#app/i18n/ur/places";

/** Texts of the places: today, the next days, the calendar. */
export const placeTexts: Texts<"places"> = { en: { places: en }, ur: { places: ur } };
