import type { Db } from "#app/platform/database/database";
import type { Outcome } from "#app/tasks/list/act-on-tasks.server";
import { needsChannel } from "./preferences.server";

/** Where a person whom no reminder reaches outside of the app can change that. */
const SETTINGS = { to: "/reminders/settings", label: "turnOnReminders" } as const;

/**
 * The result of a form of the tasks page, with another notice where the person asked to be reminded
 * and is reached nowhere outside of the app. They are told once.
 *
 * @param mails whether the server sends mails
 */
export async function tellOfChannels(
  db: Db,
  userId: string,
  mails: boolean,
  outcome: Outcome,
): Promise<Outcome> {
  if (!outcome.ok || !outcome.reminds || !(await needsChannel(db, userId, mails))) return outcome;
  return { ...outcome, notice: "ringsHere", link: SETTINGS };
}
