import type { Accounts } from "#app/accounts/session/auth.server";
import { getUser, type SessionUser } from "#app/accounts/session/session.server";
import type { AssistantLanguage } from "#app/i18n/conversation";

/** What a person may choose: display, time zone, the language of answers. */
export type Preferences = Partial<
  Pick<SessionUser, "locale" | "theme" | "numerals" | "timeZone"> & {
    assistantLanguage: AssistantLanguage;
  }
>;

/**
 * Saves preferences of the signed-in user; does nothing when nobody is signed in. A time zone is that
 * of a browser, which does not replace a chosen one.
 */
export async function updatePreferences(
  accounts: Accounts,
  request: Request,
  preferences: Preferences,
): Promise<void> {
  const user = await getUser(accounts, request);
  if (!user) return;
  const { timeZone, ...others } = preferences;
  const data = user.timeZoneChosen ? others : { ...others, timeZone };
  await accounts.db.user.update({ where: { id: user.id }, data });
}
