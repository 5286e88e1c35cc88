import type { Accounts } from "./auth.server";
import { checkPassword, setPassword } from "./check-password.server";
import { endOtherSessions } from "./end-sessions.server";

/**
 * Changes a password, for who knows the one so far.
 *
 * @throws AppError `wrong_password` (422), `too_many_attempts` (429)
 */
export async function changePassword(
  accounts: Accounts,
  request: Request,
  userId: string,
  input: { current: string; password: string; signOutElsewhere: boolean },
): Promise<void> {
  await checkPassword(accounts, userId, input.current);
  await setPassword(accounts, userId, input.password);
  if (input.signOutElsewhere) await endOtherSessions(accounts, request, userId);
}
