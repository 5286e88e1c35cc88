import type { Accounts } from "#app/accounts/session/auth.server";
import { originOf, recordSecurityEvent } from "../security-events.server";
import { sendSecurityMail } from "../security-mails.server";

/** Removes a passkey of a person; does nothing for a passkey of another person. */
export async function removePasskey(
  accounts: Accounts,
  request: Request,
  userId: string,
  id: string,
): Promise<void> {
  const { count } = await accounts.db.passkey.deleteMany({ where: { id, userId } });
  if (count === 0) return;
  const origin = originOf(request.headers);
  await recordSecurityEvent(accounts.db, { userId, type: "passkey_removed", ...origin });
  await sendSecurityMail(accounts, userId, "passkeyRemoved", origin);
}
