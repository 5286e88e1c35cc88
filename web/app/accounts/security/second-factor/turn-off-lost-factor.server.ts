import type { Accounts } from "#app/accounts/session/auth.server";
import { recordSecurityEvent } from "../security-events.server";
import { sendSecurityMail } from "../security-mails.server";

/**
 * Turns the second factor of an account off for somebody who lost it, for operators. Sessions stay.
 *
 * @returns whether it was on; null when the address has no account
 */
export async function turnOffLostFactor(
  accounts: Pick<Accounts, "db" | "config" | "mailer">,
  address: string,
): Promise<boolean | null> {
  const { db } = accounts;
  const user = await db.user.findUnique({ where: { email: address.trim().toLowerCase() } });
  if (!user) return null;
  const userId = user.id;
  const [{ count }] = await db.$transaction([
    db.user.updateMany({
      where: { id: userId, twoFactorEnabled: true },
      data: { twoFactorEnabled: false },
    }),
    db.twoFactor.deleteMany({ where: { userId } }),
    // A new start for the codes too.
    db.attempt.deleteMany({ where: { key: `code:${userId}` } }),
  ]);
  if (count === 0) return false;
  const origin = { device: null, address: null };
  await recordSecurityEvent(db, {
    userId,
    type: "second_factor_off",
    ...origin,
    details: { operator: true },
  });
  await sendSecurityMail(accounts, userId, "secondFactorOff", origin);
  return true;
}
