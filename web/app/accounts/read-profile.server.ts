import type { AssistantLanguage } from "#app/i18n/conversation";
import type { Accounts } from "./auth.server";
import { hasPassword } from "./check-password.server";
import { deviceName } from "./device-name";
import { currentSessionId, type SessionUser } from "./session.server";

/** Where a person is signed in. */
export interface ProfileSession {
  id: string;
  /** Browser and system; null for a program. */
  device: string | null;
  lastUsedAt: string;
  current: boolean;
}

/** What the profile page shows of the account itself. */
export type ProfileAccount = Awaited<ReturnType<typeof readProfile>>;

/** A person's account as their profile shows it, sessions with the last used first. */
export async function readProfile(accounts: Accounts, request: Request, { id }: SessionUser) {
  const { db, mailer } = accounts;
  const [user, rows, current, password] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id } }),
    db.session.findMany({
      where: { userId: id, expiresAt: { gt: new Date() } },
      orderBy: { updatedAt: "desc" },
    }),
    currentSessionId(accounts, request),
    hasPassword(accounts, id),
  ]);
  const sessions = rows.map(
    (row): ProfileSession => ({
      id: row.id,
      device: deviceName(row.userAgent),
      lastUsedAt: row.updatedAt.toISOString(),
      current: row.id === current,
    }),
  );
  return {
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerified,
    timeZone: user.timeZone,
    assistantLanguage: user.assistantLanguage as AssistantLanguage,
    memberSince: user.createdAt.toISOString(),
    hasPassword: password,
    /** Whether mail goes out from here. */
    mail: mailer !== null,
    sessions: sessions.sort((a, b) => Number(b.current) - Number(a.current)),
  };
}
