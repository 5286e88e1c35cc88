import { readSessions } from "#app/accounts/profile/read-sessions.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { hasPassword } from "#app/accounts/session/check-password.server";
import type { SessionUser } from "#app/accounts/session/session.server";
import { readSecurityEvents } from "./read-security-events.server";

/** A passkey as the page shows it. */
export interface ShownPasskey {
  id: string;
  name: string | null;
  addedAt: string;
}

/** What the security page shows. */
export type SecurityPageData = Awaited<ReturnType<typeof readSecurityPage>>;

/**
 * Reads the security page of a person.
 *
 * @param page of the events, from 1
 */
export async function readSecurityPage(
  accounts: Accounts,
  request: Request,
  { id: userId, timeZone }: SessionUser,
  page: number,
) {
  const { db } = accounts;
  const [factor, passkeys, sessions, password, history] = await Promise.all([
    db.twoFactor.findUnique({ where: { userId, verified: true } }),
    db.passkey.findMany({ where: { userId }, orderBy: { createdAt: "asc" } }),
    readSessions(accounts, request, userId),
    hasPassword(accounts, userId),
    readSecurityEvents(db, userId, page),
  ]);
  return {
    timeZone,
    now: new Date().toISOString(),
    hasPassword: password,
    /** Null while the second factor is off. */
    recoveryCodesLeft: factor && (JSON.parse(factor.backupCodes) as string[]).length,
    passkeys: passkeys.map(
      ({ id, name, createdAt }): ShownPasskey => ({ id, name, addedAt: createdAt.toISOString() }),
    ),
    sessions,
    history,
  };
}
