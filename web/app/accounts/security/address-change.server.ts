import type { Accounts } from "#app/accounts/session/auth.server";
import { originOf, recordSecurityEvent } from "./security-events.server";
import { sendSecurityMail } from "./security-mails.server";

/**
 * Records that an account has another e-mail address, and tells the earlier one.
 *
 * @param before the earlier address
 */
export async function afterAddressChange(
  accounts: Pick<Accounts, "db" | "config" | "mailer">,
  userId: string,
  before: string,
  headers: Headers,
): Promise<void> {
  const origin = originOf(headers);
  await recordSecurityEvent(accounts.db, { userId, type: "address_changed", ...origin });
  await sendSecurityMail(accounts, userId, "address", origin, before);
}
