import type { AssistantLanguage } from "#app/i18n/conversation";
import type { Accounts } from "./auth.server";
import { getUser, type SessionUser } from "./session.server";

/** How a person likes to see things, and be answered. */
export type Preferences = Partial<
  Pick<SessionUser, "locale" | "theme" | "numerals" | "timeZone"> & {
    assistantLanguage: AssistantLanguage;
  }
>;

/** Keeps the preferences of the person who is signed in; for a stranger it does nothing. */
export async function updatePreferences(
  accounts: Accounts,
  request: Request,
  preferences: Preferences,
): Promise<void> {
  const user = await getUser(accounts, request);
  if (!user) return;
  await accounts.db.user.update({ where: { id: user.id }, data: preferences });
}
