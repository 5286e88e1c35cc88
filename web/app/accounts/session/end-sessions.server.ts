import type { Accounts } from "./auth.server";
import { endStalePushes } from "./end-stale-pushes.server";
import { currentSessionId } from "./session.server";

/** Ends one session of a user with its tokens; does nothing for a session of another user. */
export async function endSession({ db }: Accounts, userId: string, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id, userId } });
}

/** Ends every session of a user except the one of this request. */
export async function endOtherSessions(
  accounts: Accounts,
  request: Request,
  userId: string,
): Promise<void> {
  const id = (await currentSessionId(accounts, request)) ?? "";
  await accounts.db.session.deleteMany({ where: { userId, id: { not: id } } });
  await endStalePushes(accounts.db, userId);
}
