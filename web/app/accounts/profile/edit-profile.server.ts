import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import type { User } from "#app/platform/generated/client";

/** What a program may change of a profile, by its wire names; members that are left out stay. */
export interface ProfileEdit {
  name?: string;
  time_zone?: string;
  locale?: "en" | "ur";
  theme?: string;
  numerals?: string;
  first_weekday?: number | null;
  clock_hours?: number | null;
  assistant_language?: string;
}

/**
 * Changes a person's profile. A time zone is one that they have chosen: that of a browser does not
 * replace it.
 *
 * @throws AppError `unauthorized` (401) when the account was deleted in the meantime
 */
export async function editProfile(db: Db, userId: string, edit: ProfileEdit): Promise<User> {
  const data = {
    name: edit.name,
    timeZone: edit.time_zone,
    timeZoneChosen: edit.time_zone === undefined ? undefined : true,
    locale: edit.locale,
    theme: edit.theme,
    numerals: edit.numerals,
    firstWeekday: edit.first_weekday,
    clockHours: edit.clock_hours,
    assistantLanguage: edit.assistant_language,
  };
  await db.user.updateMany({ where: { id: userId }, data });
  const user = await db.user.findUnique({ where: { id: userId } });
  if (!user) throw new AppError("unauthorized", 401);
  return user;
}
