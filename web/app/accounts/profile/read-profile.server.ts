import { partClocks, timePreferences } from "#app/accounts/preferences/time-preferences";
import type { Accounts } from "#app/accounts/session/auth.server";
import { hasPassword } from "#app/accounts/session/check-password.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import type { AssistantLanguage } from "#app/i18n/conversation";
import { readSessions } from "./read-sessions.server";

/** The account data that the profile page shows. */
export type ProfileAccount = Awaited<ReturnType<typeof readProfile>>;

/** Reads the account for its profile page. */
export async function readProfile(accounts: Accounts, request: Request, { id }: SessionUser) {
  const { db, mailer } = accounts;
  const [user, sessions, password] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id } }),
    readSessions(accounts, request, id),
    hasPassword(accounts, id),
  ]);
  return {
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified,
    timeZone: user.timeZone,
    timeZones: Intl.supportedValuesOf("timeZone"),
    time: {
      zoneChosen: user.timeZoneChosen,
      firstWeekday: user.firstWeekday,
      clockHours: user.clockHours,
      parts: partClocks(timePreferences(user)),
    },
    assistantLanguage: user.assistantLanguage as AssistantLanguage,
    memberSince: user.createdAt.toISOString(),
    hasPassword: password,
    /** Whether a mail server is configured. */
    mail: mailer !== null,
    sessions,
  };
}
