import type { Accounts } from "./auth.server";
import { currentSessionId } from "./session.server";

/** Ends one session of a person, with every token of it; another's id ends nothing. */
export async function endSession({ db }: Accounts, userId: string, id: string): Promise<void> {
  await db.session.deleteMany({ where: { id, userId } });
}

/** Ends every session of a person but the one of this request. */
export async function endOtherSessions(
  accounts: Accounts,
  request: Request,
  userId: string,
): Promise<void> {
  const id = (await currentSessionId(accounts, request)) ?? "";
  await accounts.db.session.deleteMany({ where: { userId, id: { not: id } } });
}
