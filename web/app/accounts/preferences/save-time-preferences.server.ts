import type { Db } from "#app/platform/database/database";
import { defaultPreferences } from "#app/when/preferences";
import { minutesFrom } from "#app/when/zone";
import { CHOSEN_PARTS } from "./time-preferences";

/** The form of dates and times: an empty text is what is usual, for the zone that of the browser. */
export type TimeForm = { zone: string; firstWeekday: string; clock: string } & Record<
  (typeof CHOSEN_PARTS)[number],
  string
>;

/** Saves how a person counts weeks and hours, and the zone that they have chosen. */
export async function saveTimePreferences(db: Db, userId: string, form: TimeForm): Promise<void> {
  const usual = defaultPreferences().parts;
  const hours = CHOSEN_PARTS.map((part) => [part, form[part] && minutesFrom(form[part])] as const);
  const dayParts = Object.fromEntries(
    hours.filter(([part, minutes]) => minutes !== "" && minutes !== usual[part]),
  );
  await db.user.update({
    where: { id: userId },
    data: {
      ...(form.zone && { timeZone: form.zone }),
      timeZoneChosen: form.zone !== "",
      firstWeekday: Number(form.firstWeekday) || null,
      clockHours: Number(form.clock) || null,
      dayParts,
    },
  });
}
