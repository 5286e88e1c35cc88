import { randomBytes } from "node:crypto";
import { recordSecurityEvent } from "#app/accounts/security/security-events.server";
import { sendSecurityMail } from "#app/accounts/security/security-mails.server";
import { accountKey } from "#app/accounts/session/attempt-limits.server";
import type { Accounts } from "#app/accounts/session/auth.server";
import { setPassword } from "#app/accounts/session/check-password.server";
import { endStalePushes } from "#app/accounts/session/end-stale-pushes.server";
import { resetAttempts } from "#app/platform/limits";

/**
 * Sets a random password and ends every session of an account, for operators without a mail server.
 *
 * @returns the password, which is stored nowhere in clear; null when the address has no account
 */
export async function resetAccount(
  accounts: Pick<Accounts, "auth" | "db" | "config" | "mailer">,
  address: string,
): Promise<string | null> {
  const { db } = accounts;
  const email = address.trim().toLowerCase();
  const user = await db.user.findUnique({ where: { email } });
  if (!user) return null;
  const password = randomBytes(12).toString("base64url");
  await setPassword(accounts, user.id, password);
  await db.session.deleteMany({ where: { userId: user.id } });
  await endStalePushes(db, user.id);
  await resetAttempts(db, accountKey(email));
  const origin = { device: null, address: null };
  await recordSecurityEvent(db, { userId: user.id, type: "password_reset", ...origin });
  await sendSecurityMail(accounts, user.id, "password", origin);
  return password;
}
