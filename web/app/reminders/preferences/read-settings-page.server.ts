import type { SessionUser } from "#app/accounts/session/session.server";
import type { Db } from "#app/platform/database/database";
import { listDevices } from "#app/reminders/push/subscriptions.server";
import { readReminderPreferences } from "./preferences.server";

/**
 * Reads the page of how a person is reminded.
 *
 * @param publicKey the key that browsers subscribe with; null when there are no pushes
 * @param mails whether a mail server is configured
 */
export async function readSettingsPage(
  db: Db,
  user: SessionUser,
  { publicKey, mails }: { publicKey: string | null; mails: boolean },
) {
  const [preferences, devices, { emailVerified: confirmed }] = await Promise.all([
    readReminderPreferences(db, user.id),
    listDevices(db, user.id),
    db.user.findUniqueOrThrow({ where: { id: user.id }, select: { emailVerified: true } }),
  ]);
  const { email, timeZone } = user;
  const now = new Date().toISOString();
  return { preferences, devices, publicKey, mails, confirmed, email, timeZone, now };
}

/** The loader data of the page. */
export type SettingsPageData = Awaited<ReturnType<typeof readSettingsPage>>;
