import type { Accounts } from "#app/accounts/session/auth.server";
import { deviceName } from "#app/accounts/session/device-name";
import { currentSessionId } from "#app/accounts/session/session.server";

/** An active session, as pages list it. */
export interface ShownSession {
  id: string;
  /** Browser and system; null for a program. */
  device: string | null;
  lastUsedAt: string;
  current: boolean;
}

/** The active sessions of a person: the current one first, then the most recently used. */
export async function readSessions(
  accounts: Accounts,
  request: Request,
  userId: string,
): Promise<ShownSession[]> {
  const [rows, current] = await Promise.all([
    accounts.db.session.findMany({
      where: { userId, expiresAt: { gt: new Date() } },
      orderBy: { updatedAt: "desc" },
    }),
    currentSessionId(accounts, request),
  ]);
  return rows
    .map(
      (row): ShownSession => ({
        id: row.id,
        device: deviceName(row.userAgent),
        lastUsedAt: row.updatedAt.toISOString(),
        current: row.id === current,
      }),
    )
    .sort((a, b) => Number(b.current) - Number(a.current));
}
