import { endAllAccess } from "#app/accounts/apps/end-access.server";
import { refuseKnownPassword } from "#app/accounts/security/known-passwords.server";
import { originOf, recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { sendSecurityMail } from "#app/accounts/security/security-mails.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { checkPassword, setPassword } from "#app/accounts/session/check-password.server";
import { endOtherSessions } from "#app/accounts/session/end-sessions.server";
import { endStalePushes } from "#app/accounts/session/end-stale-pushes.server";

/**
 * Changes a password after checking the current one.
 *
 * @throws AppError `wrong_password` (422), `password_known` (422), `too_many_attempts` (429)
 */
export async function changePassword(
  accounts: Accounts,
  request: Request,
  userId: string,
  input: { current: string; password: string; signOutElsewhere: boolean },
): Promise<void> {
  await checkPassword(accounts, userId, input.current);
  const { email, name } = await accounts.db.user.findUniqueOrThrow({ where: { id: userId } });
  await refuseKnownPassword(input.password, [email, name]);
  await setPassword(accounts, userId, input.password);
  if (input.signOutElsewhere) {
    await endOtherSessions(accounts, request, userId);
    await endAllAccess(accounts.db, userId);
  } else await endStalePushes(accounts.db, userId);
  const origin = originOf(request.headers);
  await recordSecurityEvent(accounts.db, { userId, type: "password_changed", ...origin });
  await sendSecurityMail(accounts, userId, "password", origin);
}
